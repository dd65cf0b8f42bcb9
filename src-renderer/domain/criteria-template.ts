/**
 * A set of award criteria to begin with: price, the quality of the solution, and the rubric of transformative
 * potential. Everything in it is meant to be edited.
 */
import { positionBetween } from './position';
import type { IdSource } from './ports/clock';
import type { AwardCriterion, Axis } from './project';
import type { Rubric } from './rubric';
import { RUBRIC_EN } from './rubric-en';
import { RUBRIC_RO } from './rubric-ro';
import type { DecimalString, Position } from './values';

type QualityKey = Exclude<keyof Rubric, 'price'>;

/** The price stays at 40 per cent, the most it may weigh for intellectual services (Norms HG 395/2016 art. 32 par. 6). */
const PRICE_WEIGHT: DecimalString = '40';

const QUALITY: readonly { readonly key: QualityKey; readonly weight: DecimalString; readonly axis: Axis }[] = [
  { key: 'solution', weight: '12', axis: 'costEffectiveness' },
  { key: 'serviceChange', weight: '12', axis: 'transformativePotential' },
  { key: 'novelty', weight: '6', axis: 'transformativePotential' },
  { key: 'scalability', weight: '8', axis: 'transformativePotential' },
  { key: 'interoperability', weight: '8', axis: 'transformativePotential' },
  { key: 'sustainability', weight: '8', axis: 'transformativePotential' },
  { key: 'learning', weight: '6', axis: 'transformativePotential' },
];

const RUBRICS: Readonly<Record<'ro' | 'en', Rubric>> = { ro: RUBRIC_RO, en: RUBRIC_EN };

/** What the rubric says of a criterion, its anchors as a scale. */
const qualityFrom = ({ name, description, evidence, anchors }: Rubric[QualityKey]) => ({
  name, description, type: 'quality' as const, evidence,
  scale: { max: anchors.length - 1, anchors: Object.fromEntries(anchors.map((sentence, level) => [String(level), sentence])) },
});

/** Price and seven quality criteria on a scale from 0 to 5, their weights summing to 100, in the given language. */
export const criteriaTemplate = (locale: 'ro' | 'en', ids: IdSource): AwardCriterion[] => {
  const rubric = RUBRICS[locale];
  let position: Position | null = null;
  const place = (): { readonly id: string; readonly position: Position } => {
    position = positionBetween(position, null);
    return { id: ids.next(), position };
  };
  const price: AwardCriterion = {
    ...place(), ...rubric.price, type: 'price', weight: PRICE_WEIGHT, axis: 'costEffectiveness', formula: 'lowestProportional', fullMarksAt: null,
  };
  const quality = QUALITY.map(({ key, weight, axis }): AwardCriterion => ({ ...place(), ...qualityFrom(rubric[key]), weight, axis }));
  return [price, ...quality];
};

/** The rubric's criteria in one group, by what each weighs in it. */
const IN_GROUP: Readonly<Record<Exclude<QualityKey, 'solution'>, DecimalString>> = {
  serviceChange: '25', novelty: '15', scalability: '15', interoperability: '15', sustainability: '15', learning: '15',
};

const GROUP_NAMES: Readonly<Record<'ro' | 'en', { readonly name: string; readonly description: string }>> = {
  ro: { name: 'Potențial transformator', description: 'Cât de mult schimbă soluția serviciul pentru cetățeni și cât de departe poate ajunge.' },
  en: { name: 'Transformative potential', description: 'How much the solution changes the service for citizens, and how far it can go.' },
};

/** The six criteria of transformative potential as one group at a place of the first level, the group's own weight still to be given. */
export const rubricGroup = (locale: 'ro' | 'en', ids: IdSource, position: Position): AwardCriterion[] => {
  const group: AwardCriterion = { id: ids.next(), position, ...GROUP_NAMES[locale], weight: '0', type: 'group' };
  const inside = QUALITY.filter((each): each is typeof each & { readonly key: keyof typeof IN_GROUP } => each.key !== 'solution');
  let place: Position | null = null;
  return [group, ...inside.map(({ key, axis }): AwardCriterion => {
    place = positionBetween(place, null);
    return { ...qualityFrom(RUBRICS[locale][key]), id: ids.next(), position: place, parentId: group.id, weight: IN_GROUP[key], axis };
  })];
};
