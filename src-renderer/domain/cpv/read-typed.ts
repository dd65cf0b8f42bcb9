/** A CPV code as a person types or pastes it. */
import { cpvDigits, type CpvList } from './cpv-list';

export type TypedCpv =
  | { readonly kind: 'known'; readonly code: string }
  /** Well-formed and in no list: taken, with a doubt. The check digits follow no rule without exceptions, so only a list can tell. */
  | { readonly kind: 'unknown'; readonly code: string }
  /** The list has the eight digits with another check digit. */
  | { readonly kind: 'contradicts'; readonly typed: string; readonly listed: string }
  /** Eight digits whose check digit no list here tells. */
  | { readonly kind: 'checkDigitMissing'; readonly digits: string }
  | { readonly kind: 'notACode' };

/** `34928500-3`, `349285003`, `34928500 – 3`. */
const WRITTEN = /^(\d{8})(?:[-‐‑–—]?(\d))?$/u;

export const readTypedCpv = (list: CpvList, text: string): TypedCpv => {
  const [, digits, check] = WRITTEN.exec(text.replaceAll(/\s+/gu, '')) ?? [];
  if (digits === undefined) return { kind: 'notACode' };
  const listed = list.byDigits.get(digits)?.code;
  const hasListedCheck = listed !== undefined && listed !== cpvDigits(listed);
  if (check === undefined) return hasListedCheck ? { kind: 'known', code: listed } : { kind: 'checkDigitMissing', digits };
  const code = `${digits}-${check}`;
  if (hasListedCheck && listed !== code) return { kind: 'contradicts', typed: code, listed };
  return { kind: listed === undefined ? 'unknown' : 'known', code };
};
