/** What the words of the criteria template are made of, one set for each language. */

/** A criterion's words. `anchors` has one sentence for each level from 0 to 5. */
export interface RubricCriterion {
  readonly name: string;
  readonly description: string;
  readonly evidence: string;
  readonly anchors: readonly [string, string, string, string, string, string];
}

export interface Rubric {
  readonly price: { readonly name: string; readonly description: string };
  readonly solution: RubricCriterion;
  readonly serviceChange: RubricCriterion;
  readonly novelty: RubricCriterion;
  readonly scalability: RubricCriterion;
  readonly interoperability: RubricCriterion;
  readonly sustainability: RubricCriterion;
  readonly learning: RubricCriterion;
}
