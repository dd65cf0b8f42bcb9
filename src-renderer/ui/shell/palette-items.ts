/** What the palette can find, and how it is ranked. Pure, so that it can be tested without a window. */
import { CALL_PARTS } from '../../domain/call-parts';
import { foldText } from '../../domain/fold-text';
import type { ProjectSummary } from '../../domain/ports/project-store';
import type { Project } from '../../domain/project';
import type { Id } from '../../domain/values';
import type { Translator } from '../../i18n/translator';
import { callHref, EXCHANGE, IMPORT_PACKAGE, projectHref, PROJECTS, SETTINGS } from '../context/routes';

export const PALETTE_GROUPS = ['places', 'commands', 'lots', 'criteria', 'bids', 'projects'] as const;
export type PaletteGroup = (typeof PALETTE_GROUPS)[number];

export const PALETTE_COMMANDS = [
  'undo', 'redo', 'exportPackage', 'exportWorkbook', 'newProject', 'openDemo', 'openFinishedDemo', 'language', 'theme.light', 'theme.dark', 'theme.contrast', 'theme.system',
] as const;
export type PaletteCommand = (typeof PALETTE_COMMANDS)[number];

/** Going somewhere or doing something. */
export type PaletteAct = { readonly go: string; /** To bring into sight there. */ readonly record?: Id } | { readonly command: PaletteCommand };

export interface PaletteItem {
  readonly id: string;
  readonly group: PaletteGroup;
  readonly label: string;
  /** Tells apart items with the same label. */
  readonly detail: string;
  /** Folded by `foldText`. */
  readonly searchText: string;
  readonly act: PaletteAct;
}

export interface PaletteSource {
  readonly translator: Translator;
  readonly project: Project | null;
  readonly summaries: readonly ProjectSummary[];
  /** Undo and redo phrases; null when there is nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
}

const item = (group: PaletteGroup, id: string, label: string, act: PaletteAct, detail = '', alsoFound = ''): PaletteItem => ({
  id: `${group}.${id}`, group, label, detail, act, searchText: foldText(`${label} ${detail} ${alsoFound}`),
});

const places = ({ translator: { t }, project }: PaletteSource): PaletteItem[] => {
  const everywhere = [
    item('places', 'projects', t('app.rail.projects'), { go: PROJECTS }),
    item('places', 'importPackage', t('palette.importPackage'), { go: IMPORT_PACKAGE }),
    item('places', 'targets', t('targets.title'), { go: EXCHANGE }),
    item('places', 'settings', t('app.rail.settings'), { go: SETTINGS }),
  ];
  if (project === null) return everywhere;
  const { id } = project;
  // Of a received sheet there is one place to be; the rest is of whole projects.
  if (project.assignment !== undefined) return [item('places', 'evaluation', t('received.rail'), { go: projectHref(id, 'evaluation') }), ...everywhere];
  return [
    item('places', 'needs', t('app.stage.needs'), { go: projectHref(id, 'needs') }, '1'),
    item('places', 'needsImport', t('needs.import.title.needs'), { go: projectHref(id, 'needs/import') }),
    item('places', 'specification', t('app.stage.specification'), { go: projectHref(id, 'specification') }, '3'),
    item('places', 'requirementsImport', t('needs.import.title.requirements'), { go: projectHref(id, 'specification/import') }),
    item('places', 'schedules', t('schedules.title'), { go: projectHref(id, 'bids/schedules') }),
    item('places', 'call', t('app.stage.call'), { go: projectHref(id, 'call') }, '4'),
    ...CALL_PARTS.slice(1).map((part) => item('places', `call.${part}`, t('call.part.page', { part: t(`call.part.${part}`) }), { go: callHref(id, part) })),
    item('places', 'bids', t('app.stage.bids'), { go: projectHref(id, 'bids') }, '5'),
    item('places', 'bidsImport', t('palette.bidsImport'), { go: projectHref(id, 'bids/import') }),
    item('places', 'evaluation', t('app.stage.evaluation'), { go: projectHref(id, 'evaluation') }, '6'),
    ...(Object.keys(project.handouts ?? {}).length === 0 ? [] : [item('places', 'scoreTable', t('scores.import.title'), { go: projectHref(id, 'evaluation/import') })]),
    item('places', 'examination', t('admission.title'), { go: projectHref(id, 'bids/examination') }),
    item('places', 'decision', t('decision.title'), { go: projectHref(id, 'decision') }),
    item('places', 'documents', t('documents.title'), { go: projectHref(id, 'documents') }),
    item('places', 'exchange', t('app.rail.exchange'), { go: projectHref(id, 'exchange') }),
    item('places', 'about', t('app.rail.about'), { go: projectHref(id, 'about') }),
    ...everywhere,
  ];
};

const commands = ({ translator: { t }, project, undo, redo }: PaletteSource): PaletteItem[] => [
  ...(undo === null ? [] : [item('commands', 'undo', t('app.undo'), { command: 'undo' }, undo)]),
  ...(redo === null ? [] : [item('commands', 'redo', t('app.redo'), { command: 'redo' }, redo)]),
  ...(project === null || project.assignment !== undefined ? [] : [
    item('commands', 'exportPackage', t('palette.exportPackage'), { command: 'exportPackage' }),
    item('commands', 'exportWorkbook', t('palette.exportWorkbook'), { command: 'exportWorkbook' }),
  ]),
  item('commands', 'newProject', t('palette.newProject'), { command: 'newProject' }),
  item('commands', 'openDemo', t('palette.openDemo'), { command: 'openDemo' }),
  item('commands', 'openFinishedDemo', t('projects.openFinishedDemo'), { command: 'openFinishedDemo' }),
  item('commands', 'language', t('palette.language'), { command: 'language' }),
  item('commands', 'theme.light', t('palette.theme.light'), { command: 'theme.light' }),
  item('commands', 'theme.dark', t('palette.theme.dark'), { command: 'theme.dark' }),
  item('commands', 'theme.contrast', t('palette.theme.contrast'), { command: 'theme.contrast' }),
  item('commands', 'theme.system', t('palette.theme.system'), { command: 'theme.system' }),
];

const lotNumber = (project: Project, id: Id): string => project.lots[id]?.number ?? '';

const records = ({ translator: { t }, project }: PaletteSource): PaletteItem[] => {
  if (project === null || project.assignment !== undefined) return [];
  const lots = callHref(project.id, 'lots');
  const criteria = callHref(project.id, 'criteria');
  const bids = projectHref(project.id, 'bids');
  return [
    ...Object.values(project.lots).map((lot) => item('lots', lot.id, t('palette.lot', { number: lot.number, title: lot.title }), { go: lots, record: lot.id })),
    ...Object.values(project.awardCriteria).map((criterion) => item('criteria', criterion.id, criterion.name, { go: criteria, record: criterion.id })),
    ...Object.values(project.bids).map((bid) => {
      const bidder = project.bidders[bid.bidderId];
      return item('bids', bid.id, t('palette.bid', { bidder: bidder?.name ?? '', lot: lotNumber(project, bid.lotId) }), { go: bids, record: bid.id }, '', bidder?.identifier ?? '');
    }),
  ];
};

const otherProjects = ({ translator: { t }, summaries, project }: PaletteSource): PaletteItem[] =>
  summaries
    .filter((summary) => summary.deletedAt === null && summary.id !== project?.id)
    .toSorted((left, right) => (left.updatedAt < right.updatedAt ? 1 : -1))
    .map((summary) => {
      const label = summary.title.trim() === '' ? t('app.unnamedProject') : summary.title;
      return item('projects', summary.id, label, { go: projectHref(summary.id) }, summary.buyerName);
    });

/** Everything that can be found, in the order it is shown while nothing has been typed. */
export const paletteItems = (source: PaletteSource): readonly PaletteItem[] => [
  ...places(source), ...commands(source), ...records(source), ...otherProjects(source),
];

/** Lower is better; null when a word is missing. Beginnings of the label beat beginnings of a word, which beat the rest. */
const rank = (candidate: PaletteItem, words: readonly string[]): number | null => {
  const text = ` ${candidate.searchText}`;
  let total = 0;
  for (const word of words) {
    if (!text.includes(word)) return null;
    total += text.startsWith(` ${word}`) ? 0 : text.includes(` ${word}`) ? 1 : 2;
  }
  return total;
};

/** How many results are drawn; more typing finds the rest. */
export const PALETTE_LIMIT = 40;

/** All words must be found. Without words: everything but the records, which would drown the commands. */
export const searchPalette = (items: readonly PaletteItem[], query: string): readonly PaletteItem[] => {
  const words = foldText(query).split(' ').filter((word) => word !== '');
  if (words.length === 0) return items.filter(({ group }) => group !== 'bids' && group !== 'criteria').slice(0, PALETTE_LIMIT);
  return items
    .flatMap((candidate) => {
      const score = rank(candidate, words);
      return score === null ? [] : [{ candidate, score }];
    })
    .sort((left, right) => left.score - right.score)
    .slice(0, PALETTE_LIMIT)
    .map(({ candidate }) => candidate);
};
