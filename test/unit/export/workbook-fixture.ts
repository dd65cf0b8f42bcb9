/** A workbook of the demo, and a hostile one, for reading back with other people's programs. */
import { demoProject } from '../../../src-renderer/domain/demo/demo-project';
import { evaluate } from '../../../src-renderer/domain/evaluation/evaluate';
import type { Project } from '../../../src-renderer/domain/project';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { createTranslator, type Locale } from '../../../src-renderer/i18n/translator';
import { writeWorkbook } from '../../../src-renderer/spreadsheet/export/write-workbook';

const countingIds = () => {
  let count = 0;
  return { next: () => `id-${(count += 1)}` };
};

export const demo = (): Project => demoProject(countingIds(), { now: () => '2026-03-02T08:15:00.000Z' });

export const workbookOf = (project: Project, locale: Locale = 'ro'): Promise<Uint8Array> =>
  writeWorkbook(project, evaluate(project, RO_2026), createTranslator(locale));

/** Texts that have broken spreadsheets before. */
export const HOSTILE_TEXTS = {
  formula: '=cmd|\' /C calc\'!A0',
  plus: '+40721000000',
  minus: '-2+3',
  at: '@SUM(A1:A2)',
  markup: '<b>&amp;</b> "x" \'y\'',
  escape: 'literal _x0041_ and _x000D_',
  diacritics: 'Școală ș țară, ňǎ 𝛑 👩‍🚒',
  lines: 'one\ntwo\r\nthree\rfour',
  spaces: '  edges  ',
} as const;
export type HostileText = keyof typeof HOSTILE_TEXTS;

/** The demo with one bidder for each text, named by it and with it in the notes. */
export const hostileProject = (extra: Readonly<Record<string, string>> = {}): Project => {
  const project = demo();
  const [lot] = Object.values(project.lots);
  const texts = Object.entries({ ...HOSTILE_TEXTS, ...extra });
  return {
    ...project,
    bidders: { ...project.bidders, ...Object.fromEntries(texts.map(([key, name]) => [`b-${key}`, { id: `b-${key}`, name, identifier: '00123', country: 'RO', sme: null, email: '' }])) },
    bids: { ...project.bids, ...Object.fromEntries(texts.map(([key, notes]) => [`o-${key}`, {
      id: `o-${key}`, bidderId: `b-${key}`, lotId: lot!.id, price: { amount: 123_456_789, currency: 'RON' }, vatIncluded: false, receivedAt: '2026-03-29', durationDays: 90,
      warrantyMonths: null, notes, status: 'valid' as const, statusReason: '', importId: null,
    }])) },
  };
};
