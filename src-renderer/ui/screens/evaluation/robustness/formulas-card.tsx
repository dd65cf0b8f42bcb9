/** Who would be first under each price formula. The published one is marked and decides. */
import { memo } from 'react';
import type { FigureUnit } from '../../../../domain/robustness/order';
import type { FormulaOutcome } from '../../../../domain/robustness/other-formulas';
import { useT } from '../../../context/language';
import { Card } from '../../../primitives/card';
import { Pill } from '../../../primitives/pill';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../../primitives/table';
import { bidderOf } from '../ranking-rows';
import { shortBidderName } from '../short-bidder-name';
import { useNames } from '../use-names';
import type { RobustnessParts } from './robustness-parts';
import { formulaKey, useFigures } from './use-figures';

const MOST_PLACES = 5;

const Order = ({ project, outcome }: { readonly project: RobustnessParts['project']; readonly outcome: NonNullable<FormulaOutcome['outcome']> }) => {
  const t = useT();
  const figures = useFigures(project.currency);
  return (
    <ol className="formula-order">
      {outcome.order.slice(0, MOST_PLACES).map(({ bidId, place, figure }) => (
        <li key={bidId}>{t('robustness.formulas.placed', { place, bidder: shortBidderName(bidderOf(project, bidId)), total: figures(figure, outcome.unit, true) })}</li>
      ))}
      {outcome.order.length > MOST_PLACES && <li className="quiet-text">{t('robustness.formulas.more', { count: outcome.order.length - MOST_PLACES })}</li>}
    </ol>
  );
};

const Row = ({ project, unit, outcome: { formula, isChosen, outcome } }: { readonly project: RobustnessParts['project']; readonly unit: FigureUnit; readonly outcome: FormulaOutcome }) => {
  const t = useT();
  const names = useNames();
  return (
    <Tr>
      <Th scope="row"><span className="ranking-bidder">{t(formulaKey(formula))}{isChosen && <Pill tone="info">{t('robustness.formulas.chosen')}</Pill>}</span></Th>
      {outcome === null ? <Td colSpan={2}><span className="quiet-text">{t('robustness.formulas.notComputable', { unit })}</span></Td> : (
        <>
          <Td>{outcome.firstPlaceChanges ? <b>{names(outcome.leaders.map((id) => bidderOf(project, id)))}</b> : names(outcome.leaders.map((id) => bidderOf(project, id)))}</Td>
          <Td><Order project={project} outcome={outcome} /></Td>
        </>
      )}
    </Tr>
  );
};

export const FormulasCard = memo(({ project, report }: RobustnessParts) => {
  const t = useT();
  const { unit } = report;
  if (report.formulas.length === 0) return <Card title={t('robustness.formulas', { unit })}><p className="soft">{t('robustness.formulas.none')}</p></Card>;
  return (
    <Card title={t('robustness.formulas', { unit })} aside={t('robustness.formulas.aside', { unit })} padding="flush">
      <Table label={t('robustness.formulas', { unit })}>
        <Thead><Tr><Th>{t('robustness.formulas.formula', { unit })}</Th><Th>{t('robustness.formulas.first')}</Th><Th>{t('robustness.formulas.order')}</Th></Tr></Thead>
        <Tbody>{report.formulas.map((outcome) => <Row key={outcome.formula} project={project} unit={unit} outcome={outcome} />)}</Tbody>
      </Table>
    </Card>
  );
});
