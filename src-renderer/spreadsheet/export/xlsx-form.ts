/** What makes a sheet a form: cells that are closed, choices that drop down, and what a cell accepts. */
import { xmlText } from './xlsx-text';

/** What a range of cells accepts. `prompt` shows when a cell is entered, `refusal` when what was typed is not accepted. */
export interface CellRule {
  /** `B5:B200`, or one cell. */
  readonly range: string;
  readonly accepts:
    | { readonly kind: 'list'; /** Where the choices stand, `'Liste'!$A$1:$A$4`: choices in the rule itself may hold no comma. */ readonly choices: string }
    | { readonly kind: 'whole' | 'decimal'; readonly from: string; readonly to: string }
    | { readonly kind: 'date' }
    | { readonly kind: 'textLength'; readonly to: number };
  readonly prompt: string;
  readonly refusal: string;
}

/** The first and last day Excel can hold, as it counts them. */
const FIRST_DAY = 1;
const LAST_DAY = 2_958_465;

/** Excel shows at most this much of a prompt or a refusal. */
const LONGEST_PROMPT = 255;

const between = (type: string, from: string | number, to: string | number): readonly [attributes: string, formulas: string] =>
  [`type="${type}" operator="between"`, `<formula1>${from}</formula1><formula2>${to}</formula2>`];

const condition = ({ accepts }: CellRule): readonly [attributes: string, formulas: string] => {
  switch (accepts.kind) {
    case 'list':
      return ['type="list"', `<formula1>${xmlText(accepts.choices)}</formula1>`];
    case 'whole':
    case 'decimal':
      return between(accepts.kind, accepts.from, accepts.to);
    case 'date':
      return between('date', FIRST_DAY, LAST_DAY);
    case 'textLength':
      return between('textLength', 0, accepts.to);
  }
};

const ruleXml = (rule: CellRule): string => {
  const [attributes, formulas] = condition(rule);
  const shown = (text: string): string => xmlText(text.slice(0, LONGEST_PROMPT));
  return `<dataValidation ${attributes} allowBlank="1" showInputMessage="1" showErrorMessage="1" error="${shown(rule.refusal)}" prompt="${shown(rule.prompt)}" sqref="${rule.range}">${formulas}</dataValidation>`;
};

/** `dataValidations` of a sheet; empty without rules. */
export const rulesXml = (rules: readonly CellRule[]): string =>
  (rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.map(ruleXml).join('')}</dataValidations>`);

/**
 * `sheetProtection` of a form: everything but its open cells is closed. Without a password, for it protects against a
 * slip of the hand and not against intent. Columns and rows may still be made wider and higher.
 */
export const PROTECTION_XML = '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>';
