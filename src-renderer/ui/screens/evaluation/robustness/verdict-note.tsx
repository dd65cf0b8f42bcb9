/** The verdict: one sentence a mayor can repeat, and the one that follows from it. */
import { memo, useMemo } from 'react';
import type { NoiseTally } from '../../../../domain/robustness/score-noise';
import { shareOfDraws } from '../../../../domain/robustness/score-noise';
import { FIRM_WEIGHT_POINTS, verdictOf, type Verdict } from '../../../../domain/robustness/verdict';
import { useFormat } from '../../../context/format';
import { useT } from '../../../context/language';
import { Note } from '../../../primitives/note';
import type { Tone } from '../../../primitives/pill';
import { bidderOf } from '../ranking-rows';
import { useNames } from '../use-names';
import type { RobustnessParts } from './robustness-parts';
import { formulaKey } from './use-figures';

export interface VerdictNoteProps extends RobustnessParts {
  readonly noise: NoiseTally | null;
  /** False when no criterion has a scale. */
  readonly isScored: boolean;
}

const TONES: Readonly<Record<Verdict['kind'], Tone>> = { tie: 'warn', weight: 'warn', bid: 'warn', evaluator: 'warn', scores: 'warn', formula: 'ok', firm: 'ok' };

/** How often the bid now first, and the one most often first besides it, came first alone. */
const sharesOf = (noise: NoiseTally | null, first: string): { readonly own: string; readonly rival: string } => {
  const others = (noise?.firsts ?? []).filter(({ bidId }) => bidId !== first);
  const rival = others.toSorted((left, right) => right.alone + right.shared - left.alone - left.shared)[0];
  const own = noise?.firsts.find(({ bidId }) => bidId === first)?.alone ?? 0;
  return { own: noise === null ? '0' : shareOfDraws(own, noise), rival: rival?.bidId ?? '' };
};

const useVerdictTexts = ({ project, report, noise, isScored }: VerdictNoteProps) => {
  const t = useT();
  const format = useFormat();
  const names = useNames();
  const bidders = (ids: readonly string[]): string => names(ids.map((id) => bidderOf(project, id)));
  const [first = ''] = report.contenders;
  return (verdict: Verdict): { readonly title: string; readonly body: string } => {
    const shares = sharesOf(noise, first);
    const bidder = bidderOf(project, first);
    const share = format.percent(shares.own);
    const { unit } = report;
    const incomplete = report.incomplete.length > 0;
    switch (verdict.kind) {
      case 'tie': return { title: t('robustness.verdict.tie'), body: `${t('robustness.verdict.tie.body', { bidders: bidders(report.leaders), unit })} ${t('evaluation.tie.law')}` };
      case 'weight': {
        const { criterionId, direction, breakEven } = verdict.nearest;
        const criterion = project.awardCriteria[criterionId];
        const body = t('robustness.verdict.weight.body', { weight: format.percent(breakEven.weight), direction, now: format.percent(report.weights.find((each) => each.criterionId === criterionId)?.weight ?? '0'), bidders: bidders(breakEven.takesOver) });
        return { title: t('robustness.verdict.weight', { criterion: criterion?.name ?? '', kind: criterion?.type === 'group' ? 'group' : 'criterion' }), body };
      }
      case 'bid': return { title: t('robustness.verdict.bid'), body: t('robustness.verdict.bid.body', { bidders: bidders(verdict.removed) }) };
      case 'evaluator': return { title: t('robustness.verdict.evaluator'), body: t('robustness.verdict.evaluator.body', { evaluators: names(verdict.removed.map((id) => project.evaluators[id]?.name ?? '')) }) };
      case 'scores': return { title: t('robustness.verdict.scores'), body: t('robustness.verdict.scores.body', { bidder, share, rival: bidderOf(project, shares.rival) }) };
      case 'formula': {
        const formulas = names(verdict.formulas.map((formula) => t('robustness.quoted', { text: t(formulaKey(formula)) })));
        return { title: t('robustness.verdict.formula', { incomplete, unit }), body: t('robustness.verdict.formula.body', { formulas, unit }) };
      }
      case 'firm': return { title: t('robustness.verdict.firm', { incomplete }), body: t(isScored ? 'robustness.verdict.firm.body' : 'robustness.verdict.firmUnscored.body', { bidder, share, points: FIRM_WEIGHT_POINTS, unit }) };
    }
  };
};

export const VerdictNote = memo((props: VerdictNoteProps) => {
  const t = useT();
  const { report, noise } = props;
  const textsOf = useVerdictTexts(props);
  const verdict = useMemo(() => verdictOf(report, noise), [report, noise]);
  const texts = verdict === null ? null : textsOf(verdict);
  return (
    <div className="robustness-verdict">
      {verdict === null || texts === null ? <Note title={t('robustness.working')} live />
        : <Note tone={TONES[verdict.kind]} title={texts.title} live>{texts.body}<p className="robustness-informs">{t('robustness.informs')}</p></Note>}
    </div>
  );
});
