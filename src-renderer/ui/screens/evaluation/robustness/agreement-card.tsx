/** Whether the evaluators see the bids in the same order, in words and as a number. */
import { memo, useMemo } from 'react';
import { agreementOf, type Concordance, type NoConcordance } from '../../../../domain/robustness/agreement';
import { useFormat } from '../../../context/format';
import { useT } from '../../../context/language';
import { Card } from '../../../primitives/card';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../../primitives/table';
import type { RobustnessParts } from './robustness-parts';

const AgreementWords = ({ concordance }: { readonly concordance: Concordance | NoConcordance }) => {
  const t = useT();
  return <>{typeof concordance === 'string' ? t(`robustness.agreement.${concordance}`) : t(`robustness.agreement.${concordance.agreement}`)}</>;
};

export const AgreementCard = memo(({ project, lot }: Pick<RobustnessParts, 'project' | 'lot'>) => {
  const t = useT();
  const format = useFormat();
  const { overall, criteria } = useMemo(() => agreementOf(project, lot), [project, lot]);
  const number = (concordance: Concordance | NoConcordance): string => (typeof concordance === 'string' ? '–' : format.number(concordance.w, { minimumFractionDigits: 2 }));
  return (
    <Card title={t('robustness.agreement')} padding={typeof overall === 'string' ? 'normal' : 'flush'}>
      {typeof overall === 'string' ? <p className="soft">{t(`robustness.agreement.${overall}`)}</p> : (
        <>
          <p className="agreement-text">{t('robustness.agreement.explained', { evaluators: overall.evaluators, bids: overall.bids })}</p>
          <Table label={t('robustness.agreement')}>
            <Thead><Tr><Th>{t('robustness.criterion')}</Th><Th numeric>{t('robustness.agreement.w')}</Th><Th>{t('robustness.agreement.means')}</Th></Tr></Thead>
            <Tbody>
              <Tr><Th scope="row">{t('robustness.agreement.overall')}</Th><Td numeric>{number(overall)}</Td><Td><AgreementWords concordance={overall} /></Td></Tr>
              {criteria.map(({ criterionId, concordance }) => (
                <Tr key={criterionId}><Th scope="row">{project.awardCriteria[criterionId]?.name}</Th><Td numeric>{number(concordance)}</Td><Td><AgreementWords concordance={concordance} /></Td></Tr>
              ))}
            </Tbody>
          </Table>
        </>
      )}
    </Card>
  );
});
