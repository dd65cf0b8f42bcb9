/** The questions from which a route is recommended. Those that do not matter for the answers given are not asked. */
import { BUYER_TYPES, CONTRACT_TYPES, EXCEPTIONS, MARKET_STATES, type Procedure } from '../../../domain/procedure/procedure';
import { useCaiet } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { Card } from '../../primitives/card';
import { Disclosure } from '../../primitives/disclosure';
import { NumberField } from '../../primitives/number-field';
import { Select } from '../../primitives/select';
import { LawHelp } from './law-help';
import { YesNo } from './yes-no';

type YesNoQuestion = 'onlyConcept' | 'research' | 'sharedResults' | 'laterVolumes' | 'meansKnown' | 'intellectual' | 'fixedBudget' | 'lowComplexity' | 'severalStages' | 'electronic' | 'priorNotice' | 'urgent';

const Ask = ({ procedure, question }: { readonly procedure: Procedure; readonly question: YesNoQuestion }) => {
  const t = useT();
  const { plan } = useCaiet();
  return <YesNo label={t(`procedure.ask.${question}`)} description={t(`procedure.ask.${question}.help`)} value={procedure[question]} onChange={(answer) => plan.editProcedure({ [question]: answer })} />;
};

const Subject = ({ procedure }: { readonly procedure: Procedure }) => {
  const t = useT();
  const { plan } = useCaiet();
  return (
    <div className="interview-pair">
      <Select
        label={t('procedure.ask.contractType')} value={procedure.contractType ?? null} onChange={(contractType) => plan.editProcedure({ contractType })}
        options={CONTRACT_TYPES.map((id) => ({ id, label: t(`procedure.contractType.${id}`) }))}
      />
      <Select
        label={t('procedure.ask.buyerType')} value={procedure.buyerType ?? null} onChange={(buyerType) => plan.editProcedure({ buyerType })}
        options={BUYER_TYPES.map((id) => ({ id, label: t(`procedure.buyerType.${id}`) }))}
      />
    </div>
  );
};

const Readiness = ({ procedure }: { readonly procedure: Procedure }) => {
  const t = useT();
  const { plan } = useCaiet();
  const set = (text: string | null): void => {
    const trl = text === null ? null : Number(text);
    if (trl === null || (trl >= 1 && trl <= 9)) plan.editProcedure({ trl });
  };
  return (
    <div className="interview-pair">
      <Select
        label={t('procedure.ask.market')} description={t('procedure.ask.market.help')} value={procedure.market ?? null} onChange={(market) => plan.editProcedure({ market })}
        options={MARKET_STATES.map((id) => ({ id, label: t(`procedure.market.${id}`) }))}
      />
      <NumberField label={t('procedure.ask.trl')} description={t('procedure.ask.trl.help')} whole value={procedure.trl === undefined || procedure.trl === null ? null : String(procedure.trl)} onCommit={set} />
    </div>
  );
};

const Circumstances = ({ procedure }: { readonly procedure: Procedure }) => {
  const t = useT();
  const { plan } = useCaiet();
  return (
    <Disclosure title={t('procedure.circumstances')}>
      <div className="interview">
        <Ask procedure={procedure} question="intellectual" />
        <Ask procedure={procedure} question="fixedBudget" />
        {procedure.contractType === 'goods' && <Ask procedure={procedure} question="lowComplexity" />}
        <Ask procedure={procedure} question="severalStages" />
        <Ask procedure={procedure} question="electronic" />
        <Ask procedure={procedure} question="priorNotice" />
        <Ask procedure={procedure} question="urgent" />
        <Select
          label={t('procedure.ask.exception')} description={t('procedure.ask.exception.help')} value={procedure.exception ?? 'none'} onChange={(exception) => plan.editProcedure({ exception })}
          options={EXCEPTIONS.map((id) => ({ id, label: t(`procedure.exception.${id}`) }))}
        />
      </div>
    </Disclosure>
  );
};

export const InterviewCard = ({ procedure }: { readonly procedure: Procedure }) => {
  const t = useT();
  return (
    <Card title={t('procedure.interview')} aside={<LawHelp subject={t('procedure.interview')} text="procedure.help" source="procedure.help.source" />}>
      <div className="interview">
        <Subject procedure={procedure} />
        <Readiness procedure={procedure} />
        <Ask procedure={procedure} question="onlyConcept" />
        <Ask procedure={procedure} question="research" />
        {procedure.research === true && <Ask procedure={procedure} question="laterVolumes" />}
        {procedure.research === true && <Ask procedure={procedure} question="sharedResults" />}
        <Ask procedure={procedure} question="meansKnown" />
        <Circumstances procedure={procedure} />
      </div>
    </Card>
  );
};
