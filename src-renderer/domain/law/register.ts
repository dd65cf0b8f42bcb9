/** The register of articles: whatever Caiet says about the law names one of these, with the day it was looked up and how surely it is known. */
import roArticles from '../../../assets/rules/ro-articles.json' with { type: 'json' };
import { RULE_CERTAINTIES } from '../rule-pack';
import { z } from '../schema';
import { civilDateSchema, type CivilDate } from '../values';
import { citationsIn, englishReference, romanianReference, type Citation } from './citation';

const registerSchema = z.looseObject({
  acts: z.array(z.looseObject({
    id: z.string().min(1),
    title: z.looseObject({ ro: z.string().min(1), en: z.string().min(1) }),
    consolidatedOn: civilDateSchema.nullable().describe('Day of the consolidated text that was read; null when that is not known.'),
  })),
  articles: z.array(z.looseObject({ reference: z.string().min(1), checkedOn: civilDateSchema, certainty: z.enum(RULE_CERTAINTIES) })),
});
export type LegalAct = z.infer<typeof registerSchema>['acts'][number];
export type LegalArticle = z.infer<typeof registerSchema>['articles'][number];

/** The whole register, for those who want to look through it. */
export const LEGAL_REGISTER = registerSchema.parse(roArticles);

const ARTICLES = new Map(LEGAL_REGISTER.articles.map((article) => [article.reference, article]));
const TITLES = new Map(LEGAL_REGISTER.acts.map((act) => [act.id, act]));

/** An article a text rests on. */
export interface LegalBasis {
  /** As each language cites it; the Romanian one is its id. */
  readonly reference: { readonly ro: string; readonly en: string };
  readonly act: LegalAct | null;
  /** Null for an article that is not in the register, as one in a text somebody typed: nobody here has looked it up. */
  readonly checkedOn: CivilDate | null;
  readonly certainty: LegalArticle['certainty'];
}

const basisOf = (citation: Citation): LegalBasis => {
  const ro = romanianReference(citation);
  const article = ARTICLES.get(ro);
  return { reference: { ro, en: englishReference(citation) }, act: TITLES.get(citation.act) ?? null, checkedOn: article?.checkedOn ?? null, certainty: article?.certainty ?? 'memory' };
};

/** The articles texts name, each once, in the order they are first named. */
export const legalBasis = (...texts: readonly string[]): readonly LegalBasis[] => {
  const found = new Map<string, LegalBasis>();
  for (const text of texts) {
    for (const citation of citationsIn(text)) {
      const basis = basisOf(citation);
      if (!found.has(basis.reference.ro)) found.set(basis.reference.ro, basis);
    }
  }
  return [...found.values()];
};
