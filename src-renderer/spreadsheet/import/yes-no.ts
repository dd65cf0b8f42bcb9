/** Yes and no as registers write them. */
import { foldText } from '../../domain/fold-text';

const YES = new Set(['da', 'd', 'yes', 'y', 'x', '1', 'true', 'adevarat', 'ok', '✓', '✔', '☑', '☒', 'v']);
const NO = new Set(['nu', 'n', 'no', '0', 'false', 'fals', '✗', '✘', '☐']);

/** Words that answer one question and no other: whether the price contains VAT. */
const VAT_YES = new Set(['cu tva', 'inclus', 'inclusa', 'tva inclus', 'include tva', 'with vat', 'included', 'incl.', 'incl']);
const VAT_NO = new Set(['fara tva', 'neinclus', 'neinclusa', 'exclus', 'nu include tva', 'without vat', 'excluded', 'excl.', 'excl', 'net']);

/** Size classes of Law 346/2004: micro, small and medium ones are SMEs. */
const SME_YES = new Set(['imm', 'micro', 'mica', 'mijlocie', 'microintreprindere', 'intreprindere mica', 'intreprindere mijlocie', 'intreprindere mica si mijlocie', 'sme', 'small', 'medium', 'start-up', 'startup']);
const SME_NO = new Set(['mare', 'intreprindere mare', 'nu este imm', 'non-imm', 'large']);

/** What is asked; each question has answers of its own besides yes and no. */
export type Question = 'vatIncluded' | 'sme';

/** Null when the text is neither. */
export const readYesNo = (text: string, question: Question): boolean | null => {
  const word = foldText(text);
  if (YES.has(word) || (question === 'sme' ? SME_YES : VAT_YES).has(word)) return true;
  return NO.has(word) || (question === 'sme' ? SME_NO : VAT_NO).has(word) ? false : null;
};
