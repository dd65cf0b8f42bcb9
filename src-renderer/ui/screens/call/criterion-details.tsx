/** Everything about one award criterion beyond its name and weight: the price formula, or the scale with its anchors. */
import { rankingRuleOf } from '../../../domain/evaluation/counted-criteria';
import { PRICE_FORMULAS, type AwardCriterion, type CostCriterion, type PriceCriterion, type QualityCriterion } from '../../../domain/project';
import { LONG_TEXT } from '../../../domain/texts';
import type { Money } from '../../../domain/values';
import { useCaiet, useProject } from '../../context/caiet-context';
import type { FieldRemarks } from '../../context/field-remarks';
import { useT } from '../../context/language';
import { Note } from '../../primitives/note';
import { NumberField } from '../../primitives/number-field';
import { RadioGroup } from '../../primitives/radio-group';
import { ReadOnly } from '../../primitives/read-only';
import { TextArea } from '../../primitives/text-area';
import { CostItems } from './cost-items';
import { FormulaPreview } from './formula-preview';
import { FormulaSimulator } from './formula-simulator';
import { LawHelp } from './law-help';
import { LotChoice } from './lot-choice';
import { ScaleEditor } from './scale-editor';

export interface CriterionDetailsProps<Kind extends AwardCriterion = AwardCriterion> {
  readonly criterion: Kind;
  readonly estimate: Money;
  readonly isExample: boolean;
  readonly remarks: FieldRemarks;
}

/** What the formula does where it gives points; elsewhere the amount is set against quality. */
const PriceDetails = ({ criterion, estimate, isExample, remarks }: CriterionDetailsProps<PriceCriterion | CostCriterion>) => {
  const t = useT();
  const { call } = useCaiet();
  if (rankingRuleOf(useProject()) !== 'weightedPoints') return <Note>{t('call.formula.notUsed')}</Note>;
  return (
    <>
      <div>
        <p className="price-formula-title"><span aria-hidden="true">{t('call.formula')}</span> <LawHelp subject={t('call.formula')} text="call.help.formula" source="call.help.formula.source" /></p>
        <RadioGroup
          label={t('call.formula')} labelHidden value={criterion.formula}
          options={PRICE_FORMULAS.map((formula) => ({ id: formula, label: t(`call.formula.${formula}.name`), description: t(`call.formula.${formula}.explained`) }))}
          onChange={(formula) => call.editCriterion(criterion.id, { formula })}
        />
      </div>
      {criterion.formula === 'toBudget' && (
        <div className="short-field">
          <NumberField
            label={t('call.fullMarksAt')} description={t('call.fullMarksAt.description')} unit="%"
            value={criterion.fullMarksAt} {...remarks('fullMarksAt')} onCommit={(fullMarksAt) => call.editCriterion(criterion.id, { fullMarksAt })}
          />
        </div>
      )}
      <FormulaPreview criterion={criterion} estimate={estimate} isExample={isExample} />
      {/* Trying out prices changes nothing. */}
      <ReadOnly when={false}><FormulaSimulator criterion={criterion} estimate={estimate} /></ReadOnly>
    </>
  );
};

const QualityDetails = ({ criterion, remarks }: CriterionDetailsProps<QualityCriterion>) => {
  const t = useT();
  const { call } = useCaiet();
  return (
    <>
      <TextArea
        label={t('call.evidence')} description={t('call.evidence.description')} value={criterion.evidence} maxLength={LONG_TEXT} {...remarks('evidence')}
        onCommit={(evidence) => call.editCriterion(criterion.id, { evidence })}
      />
      <ScaleEditor criterion={criterion} remarks={remarks} />
      <div className="short-field">
        <NumberField
          label={t('call.minScore')} description={t('call.minScore.description')} value={criterion.minScore ?? null} {...remarks('minScore')}
          onCommit={(minScore) => call.editCriterion(criterion.id, { minScore })}
        />
      </div>
    </>
  );
};

export const CriterionDetails = ({ criterion, ...rest }: CriterionDetailsProps) => {
  const t = useT();
  const { call } = useCaiet();
  return (
    <div className="criterion-details">
      <TextArea
        label={t('call.criterion.description')} description={t('call.criterion.description.help')} value={criterion.description} maxLength={LONG_TEXT}
        {...rest.remarks('description')} onCommit={(description) => call.editCriterion(criterion.id, { description })}
      />
      <LotChoice chosen={criterion.lotIds} onChange={(lotIds) => call.editCriterion(criterion.id, { lotIds })} />
      {criterion.type === 'cost' && <CostItems criterion={criterion} remarks={rest.remarks} />}
      {(criterion.type === 'price' || criterion.type === 'cost') && <PriceDetails criterion={criterion} {...rest} />}
      {criterion.type === 'quality' && <QualityDetails criterion={criterion} {...rest} />}
      {criterion.type === 'group' && (
        <div className="short-field">
          <NumberField
            label={t('call.minShare')} description={t('call.minShare.description')} unit="%" value={criterion.minShare ?? null} {...rest.remarks('minShare')}
            onCommit={(minShare) => call.editCriterion(criterion.id, { minShare })}
          />
        </div>
      )}
    </div>
  );
};
