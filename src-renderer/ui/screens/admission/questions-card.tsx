/** Questions put to the bidder: clarifications and the explanation of a low price, with their days and what came of them. */
import { FileText, Plus, Trash2 } from 'lucide-react';
import { admissionLimits, ROUNDS_RULE } from '../../../domain/admissibility/admission-problems';
import type { Inquiry } from '../../../domain/admissibility/admission-fields';
import { inquiriesOf } from '../../../domain/admissibility/verdict';
import type { Problem } from '../../../domain/problem';
import type { Bid, Project } from '../../../domain/project';
import { LONG_TEXT } from '../../../domain/texts';
import { useCaiet } from '../../context/caiet-context';
import { fieldRemarks } from '../../context/field-remarks';
import { useT } from '../../context/language';
import { documentHref } from '../../context/routes';
import { useRulePack } from '../../context/rule-pack';
import { useWords } from '../../context/words';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { DateField } from '../../primitives/date-field';
import { LinkButton } from '../../primitives/link-button';
import { Select } from '../../primitives/select';
import { TextArea } from '../../primitives/text-area';
import { RuleReference } from '../call/rule-reference';

interface QuestionProps {
  readonly project: Project;
  readonly bid: Bid;
  readonly inquiry: Inquiry;
  readonly problems: readonly Problem[];
}

const Question = ({ project, bid, inquiry, problems }: QuestionProps) => {
  const t = useT();
  const words = useWords();
  const { admission } = useCaiet();
  const { id, kind } = inquiry;
  const remarks = fieldRemarks(problems, `/bids/${bid.id}/inquiries/${id}`, words.problem);
  const edit = (fields: Parameters<typeof admission.editInquiry>[2]): void => admission.editInquiry(bid.id, id, fields);
  const options = (['none', 'sufficient', 'insufficient'] as const).map((outcome) => ({ id: outcome, label: t(`admission.inquiry.outcome.${outcome}`) }));
  return (
    <fieldset className="bids-part">
      <legend>{t(`admission.inquiry.kind.${kind}`, { number: id })}</legend>
      <div className="bids-fields">
        <div className="bids-wide"><TextArea label={t('admission.inquiry.question')} value={inquiry.question} onCommit={(question) => edit({ question })} maxLength={LONG_TEXT} /></div>
        <DateField label={t('admission.inquiry.askedOn')} value={inquiry.askedOn} onCommit={(askedOn) => edit({ askedOn })} />
        <DateField label={t('admission.inquiry.dueOn')} value={inquiry.dueOn} onCommit={(dueOn) => edit({ dueOn })} {...remarks('dueOn')} />
        <DateField label={t('admission.inquiry.answeredOn')} value={inquiry.answeredOn} onCommit={(answeredOn) => edit({ answeredOn })} />
        <Select label={t('admission.inquiry.outcome')} value={inquiry.outcome ?? 'none'} options={options} onChange={(outcome) => edit({ outcome: outcome === 'none' ? null : outcome })} />
        <div className="bids-wide"><TextArea label={t('admission.inquiry.answer')} value={inquiry.answer} onCommit={(answer) => edit({ answer })} maxLength={LONG_TEXT} /></div>
        <div className="bids-wide"><TextArea label={t('admission.inquiry.reason')} value={inquiry.reason} onCommit={(reason) => edit({ reason })} maxLength={LONG_TEXT} rows={1} /></div>
      </div>
      <div className="cluster">
        <LinkButton icon={FileText} href={documentHref(project.id, `letter.inquiry.${bid.id}.${id}`)}>{t('admission.inquiry.letter')}</LinkButton>
        <Button variant="quiet" icon={Trash2} onPress={() => admission.removeInquiry(bid.id, id)}>{t('admission.inquiry.remove', { number: id })}</Button>
      </div>
    </fieldset>
  );
};

export const QuestionsCard = ({ project, bid, problems }: Omit<QuestionProps, 'inquiry'>) => {
  const t = useT();
  const { admission } = useCaiet();
  const { rounds, workingDays } = admissionLimits(project, useRulePack());
  const inquiries = inquiriesOf(bid);
  const actions = (
    <>
      <Button icon={Plus} onPress={() => admission.addInquiry(bid.id, 'clarification', '')}>{t('admission.inquiry.addClarification')}</Button>
      <Button icon={Plus} onPress={() => admission.addInquiry(bid.id, 'lowPrice', '')}>{t('admission.inquiry.addLowPrice')}</Button>
    </>
  );
  return (
    <Card title={t('admission.part.questions')} aside={actions}>
      {rounds === null || workingDays === null ? null : <div className="soft">{t('admission.inquiry.limits', { rounds, days: workingDays })}<RuleReference id={ROUNDS_RULE} /></div>}
      {inquiries.length === 0 ? <p className="soft">{t('admission.inquiry.none')}</p> : inquiries.map((inquiry) => <Question key={inquiry.id} project={project} bid={bid} inquiry={inquiry} problems={problems} />)}
    </Card>
  );
};
