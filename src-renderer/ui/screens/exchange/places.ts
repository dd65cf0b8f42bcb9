/** Where something is, in words a person knows: paths of a project and JSON Pointers of a package. */
import { pathOfPointer } from '../../../domain/json-pointer';
import type { Project } from '../../../domain/project';
import type { Id } from '../../../domain/values';
import type { MessageKey, Translator } from '../../../i18n/translator';
import { laterPlace, SINGLE_PARTS } from './later-places';

type T = Pick<Translator, 't' | 'tCode'>;

/** A name inside a place stays this short, in UTF-16 units. */
const LONGEST_NAME = 60;

const shortened = (name: string): string => (name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME).trimEnd()}…`);

const named = (name: string | undefined, { t }: T): string => (name === undefined || name.trim() === '' ? t('exchange.place.unnamed') : shortened(name));

const bidderOf = (project: Project, bidId: Id | undefined, words: T): string => {
  const bid = bidId === undefined ? undefined : project.bids[bidId];
  return named(bid === undefined ? undefined : project.bidders[bid.bidderId]?.name, words);
};

/** `Lotul 2`, `Oferta depusă de … la lotul 1`; undefined for a collection this version does not know. */
const recordPlace = (project: Project, collection: string, id: Id, words: T): string | undefined => {
  const { t } = words;
  switch (collection) {
    case 'lots': return t('exchange.place.lots', { name: named(project.lots[id]?.number, words) });
    case 'awardCriteria': return t('exchange.place.awardCriteria', { name: named(project.awardCriteria[id]?.name, words) });
    case 'bidders': return t('exchange.place.bidders', { name: named(project.bidders[id]?.name, words) });
    case 'bids': return t('exchange.place.bids', { bidder: bidderOf(project, id, words), lot: named(project.lots[project.bids[id]?.lotId ?? '']?.number, words) });
    case 'evaluators': return t('exchange.place.evaluators', { name: named(project.evaluators[id]?.name, words) });
    case 'imports': return t('exchange.place.imports', { name: named(project.imports[id]?.fileName, words) });
    case 'scoreSheets': {
      const sheet = project.scoreSheets[id];
      return t('exchange.place.scoreSheets', { evaluator: named(project.evaluators[sheet?.evaluatorId ?? '']?.name, words), bidder: bidderOf(project, sheet?.bidId, words) });
    }
    default: return laterPlace(project, collection, id, words, { named: (name) => named(name, words), bidderOf: (bidId) => bidderOf(project, bidId, words) });
  }
};

/** `valoarea estimată`; a field this version does not know is told by its own name. */
const fieldName = (name: string, { tCode }: T): string => tCode('exchange.field', name, 'exchange.field.other', { name });

/** One step further in: a field adds its name, an id says nothing to a person. */
const deeper = (place: string, name: string, words: T): string => {
  const known = words.tCode('exchange.field', name, 'exchange.field.other', { name: '' });
  return known === '' ? place : words.t('exchange.place.field', { record: place, field: known });
};

/** `['lots', ID, 'title']` → `Lotul 2, denumirea`. Names come from `project`. */
export const placeOfPath = (path: readonly string[], project: Project, words: T): string => {
  const [first, id, field, criterion, part] = path;
  const { t } = words;
  if (first === undefined) return t('exchange.place.project');
  if (id === undefined) return t('exchange.place.field', { record: t('exchange.place.project'), field: fieldName(first, words) });
  const single = SINGLE_PARTS[first];
  if (single !== undefined) return t('exchange.place.field', { record: t(single), field: fieldName(id, words) });
  const record = recordPlace(project, first, id, words);
  // What a later version added is told as such; its codes and ids say nothing to a person.
  if (record === undefined) return t('exchange.place.field', { record: t('exchange.place.project'), field: words.tCode('exchange.field', `${first}.${id}`, 'exchange.place.other') });
  if (field === undefined) return record;
  if (first === 'scoreSheets' && field === 'scores' && criterion !== undefined) {
    const name = named(project.awardCriteria[criterion]?.name, words);
    return t('exchange.place.field', { record, field: t('exchange.place.score', { criterion: name, field: fieldName(part ?? 'value', words) }) });
  }
  const whole = t('exchange.place.field', { record, field: fieldName(field === 'reason' ? 'why' : field, words) });
  return path.slice(3).reduce((place, name) => deeper(place, name, words), whole);
};

const PARTS: Readonly<Record<string, MessageKey>> = { digest: 'exchange.place.digest', integrity: 'exchange.place.digest', results: 'exchange.place.result', signature: 'exchange.place.signature' };

/** A project of a package, with what is in it once that is known. */
export interface NamedProject {
  readonly id: Id;
  readonly title: string;
  readonly project?: Project;
}

/**
 * A pointer into a package: `/projects/0/lots/ID/estimatedValue` → `Iluminat: Lotul 2, valoarea estimată`. Without a
 * readable project (the file was refused before that) the pointer itself is the only place there is;
 * a part of the package itself that says nothing to a person is told as the package. The project is
 * named only where there are several.
 */
export const placeOfPointer = (pointer: string | undefined, projects: readonly NamedProject[], words: T): string => {
  const { t } = words;
  const [part, key, ...rest] = pathOfPointer(pointer ?? '');
  if (part === undefined || part === '') return t('exchange.place.package');
  const project = part === 'projects' ? projects[Number(key)] : projects.find((each) => each.id === key);
  const within = (place: string): string => (project === undefined || projects.length < 2 ? place : t('exchange.place.inProject', { title: named(project.title, words), place }));
  if (part === 'projects') return project === undefined ? (pointer ?? '') : within(project.project === undefined ? t('exchange.place.project') : placeOfPath(rest, project.project, words));
  if (part === 'history') return within(rest[0] === undefined ? t('exchange.place.historyOf') : t('exchange.place.history', { number: Number(rest[0]) + 1 }));
  const known = PARTS[part];
  return known === undefined ? t('exchange.place.package') : within(t(known));
};
