/** Forms for people outside to fill in. Implemented by `spreadsheet/`. */
import type { Id } from '../values';

/** The tables people outside fill in; score sheets are made for each evaluator. */
export const TEMPLATE_KINDS = ['bids', 'price-schedule', 'costs', 'needs', 'requirements'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** What a form is made for. */
export interface TemplateRequest {
  readonly kind: TemplateKind;
  readonly projectId: Id;
  readonly projectTitle: string;
  readonly lotNumbers: readonly string[];
  /** Titles a requirement can name its need by. */
  readonly needTitles: readonly string[];
  /** What stands in the form already, by field; one object a row. */
  readonly filled: readonly Readonly<Record<string, string>>[];
}
