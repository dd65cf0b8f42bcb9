/** One measured line: ours against a floor or a rival, both taken in the same run on the same input. */
export interface BenchRow {
  readonly what: string;
  readonly floor: string;
  /** `ms / floorMs`: below 1 means faster than what it is compared with. */
  readonly ratio: number;
  readonly ms: number;
  readonly floorMs: number;
}
