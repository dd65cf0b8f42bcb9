/** What is wrong with something, as a code with data. The sentence is made in `i18n/`, in the reader's language. */
export type Severity = 'error' | 'warning' | 'info';

export interface Problem<Code extends string = string> {
  readonly severity: Severity;
  readonly code: Code;
  /** Values the sentence needs, by the name the message uses for them. */
  readonly data: Readonly<Record<string, string | number>>;
  /** Where, as a JSON Pointer (RFC 6901) into the project or package; absent when it concerns the whole. */
  readonly pointer?: string;
}

/** An expected failure that carries a problem. Anything else thrown is a defect. */
export class ProblemError<Code extends string = string> extends Error {
  override readonly name = 'ProblemError';
  constructor(readonly problem: Problem<Code>, options?: ErrorOptions) {
    super(problem.code, options);
  }
}

export const fail = <Code extends string>(code: Code, data: Problem['data'] = {}, pointer?: string): ProblemError<Code> =>
  new ProblemError<Code>({ severity: 'error', code, data, ...(pointer === undefined ? {} : { pointer }) });
