/** What can be read in the window, and which of it the program says rather than the person's own data. */
import type { Page } from '@playwright/test';
import { shortBidderName } from '../../../../src-renderer/ui/screens/evaluation/short-bidder-name';

/** Text nodes that are drawn, and the words of fields and pictures that are spoken, each once. */
export const visibleTexts = (page: Page): Promise<readonly string[]> => page.evaluate(() => {
  const found = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = (node.textContent ?? '').replace(/\s+/gu, ' ').trim();
    if (text !== '' && parent !== null && parent.checkVisibility({ visibilityProperty: true }) && parent.closest('script, style, select, template') === null) found.add(text);
  }
  for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) found.add(field.placeholder);
  return [...found];
});

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
};

/** Every string a person could have typed, from any JSON value. */
export const userData = (...values: readonly unknown[]): ReadonlySet<string> => {
  const whole = values.flatMap(stringsIn).map((text) => text.replace(/\s+/gu, ' ').trim()).filter((text) => text !== '');
  // Charts leave out the legal form of a company.
  return new Set([...whole, ...whole.map((text) => shortBidderName(text))]);
};

const MONTHS = 'ian|feb|mar|apr|mai|iun|iul|aug|sept?|oct|noi|nov|dec|may|jan|jun|jul|[a-z]*(?:uarie|tie|rtie|ilie|ust|brie)|January|February|March|April|June|July|August|(?:Septem|Octo|Novem|Decem)ber';
/** Numbers, dates, amounts and the like: the same in every catalogue, written by the platform. */
const WRITTEN_BY_PLATFORM = new RegExp(`^(?:[\\d\\s.,:;%+×/()–−=…•·#-]|lei|RON|EUR|[ktMG]?B|octe[tț]i|byte|${MONTHS}|la|at)*$`, 'iu');

/** True when the text is the person's, or only a number or a date. */
export const isNotOurs = (text: string, data: ReadonlySet<string>): boolean => {
  if (WRITTEN_BY_PLATFORM.test(text) || data.has(text)) return true;
  const kept = text.endsWith('…') ? text.slice(0, -1).trim() : text;
  return [...data].some((own) => own.length > kept.length && own.includes(kept));
};

/** A sentence of the program without the words it quotes. Short ones stay: they would cut words in half. */
export const withoutData = (text: string, data: ReadonlySet<string>): string =>
  [...data].filter((own) => own.length > 3).toSorted((left, right) => right.length - left.length).reduce((rest, own) => rest.replaceAll(own, ''), text);
