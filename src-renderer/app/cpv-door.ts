/** What the window can see and do of the CPV codes of this computer. */
import type { CpvList } from '../domain/cpv/cpv-list';
import type { Nomenclature } from '../domain/cpv/nomenclature';

/** What CPV codes can be chosen from. */
export interface CpvState {
  readonly list: CpvList;
  readonly nomenclature: Nomenclature | null;
}

export interface CpvCommands {
  /** Reads the imported nomenclature, once. */
  load(): Promise<void>;
  /** Takes the place of an earlier one. Rejects with a ProblemError of the nomenclature or of the spreadsheet; then nothing changes. */
  importFile(name: string, bytes: Uint8Array): Promise<void>;
  forget(): Promise<void>;
}
