/** The columns of each template: what is typed there, how it looks and what it accepts. */
import { COST_TIMINGS } from '../../../domain/life-cycle';
import type { FieldOf, ImportField } from '../../../domain/ports/import-kinds';
import type { TemplateKind } from '../../../domain/ports/template-request';

/** Lists behind the cells that drop down. */
export const CHOICE_LISTS = {
  yesNo: ['yes', 'no'],
  needPriority: ['high', 'medium', 'low'],
  requirementPriority: ['must', 'should', 'could'],
  costTiming: COST_TIMINGS,
  requirementKind: ['functional', 'technical', 'scalability', 'interoperability', 'sustainability', 'security', 'service'],
} as const;
export type ChoiceList = keyof typeof CHOICE_LISTS;

/** `lot` drops down with the numbers of the project's lots, `need` with the titles of its needs. */
export type InputType = 'text' | 'prose' | 'money' | 'decimal' | 'whole' | 'date' | 'lot' | 'need' | ChoiceList;

export interface TemplateColumn<Field extends ImportField = ImportField> {
  readonly field: Field;
  readonly input: InputType;
  /** In characters. */
  readonly width: number;
  /** Rows without it are refused on import, so the heading says so. */
  readonly required?: true;
}

type Columns = { readonly [Kind in TemplateKind]: readonly TemplateColumn<FieldOf<Kind>>[] };

/** The country is read from the fiscal code's prefix and has no column of its own. */
export const TEMPLATE_COLUMNS: Columns = {
  bids: [
    { field: 'bidder', input: 'text', width: 34, required: true },
    { field: 'identifier', input: 'text', width: 18 },
    { field: 'lot', input: 'lot', width: 8, required: true },
    { field: 'price', input: 'money', width: 18, required: true },
    { field: 'vatIncluded', input: 'yesNo', width: 12 },
    { field: 'receivedAt', input: 'date', width: 14 },
    { field: 'sme', input: 'yesNo', width: 10 },
    { field: 'durationDays', input: 'whole', width: 12 },
    { field: 'warrantyMonths', input: 'whole', width: 12 },
    { field: 'email', input: 'text', width: 28 },
    { field: 'notes', input: 'prose', width: 40 },
  ],
  'price-schedule': [
    { field: 'bidder', input: 'text', width: 30 },
    { field: 'lot', input: 'lot', width: 8 },
    { field: 'item', input: 'text', width: 12, required: true },
    { field: 'description', input: 'prose', width: 52 },
    { field: 'unit', input: 'text', width: 10 },
    { field: 'quantity', input: 'decimal', width: 13 },
    { field: 'unitPrice', input: 'money', width: 16, required: true },
    { field: 'total', input: 'money', width: 18 },
  ],
  costs: [
    { field: 'bidder', input: 'text', width: 34 },
    { field: 'lot', input: 'lot', width: 8 },
    { field: 'cost', input: 'text', width: 44, required: true },
    { field: 'timing', input: 'costTiming', width: 26 },
    { field: 'amount', input: 'money', width: 18, required: true },
  ],
  needs: [
    { field: 'title', input: 'text', width: 32, required: true },
    { field: 'problem', input: 'prose', width: 46 },
    { field: 'affected', input: 'prose', width: 28 },
    { field: 'desiredOutcome', input: 'prose', width: 40 },
    { field: 'baseline', input: 'text', width: 14 },
    { field: 'target', input: 'text', width: 14 },
    { field: 'unit', input: 'text', width: 12 },
    { field: 'department', input: 'text', width: 24 },
    { field: 'priority', input: 'needPriority', width: 12 },
  ],
  requirements: [
    { field: 'code', input: 'text', width: 10 },
    { field: 'section', input: 'text', width: 22 },
    { field: 'text', input: 'prose', width: 60, required: true },
    { field: 'kind', input: 'requirementKind', width: 18 },
    { field: 'priority', input: 'requirementPriority', width: 14 },
    { field: 'need', input: 'need', width: 24 },
    { field: 'verification', input: 'prose', width: 36 },
  ],
};
