/** The part of the call that keeps the questions received, the answers published for everybody, and the errata. */
import { Plus, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Clarification } from '../../../domain/clarification';
import { inOrder } from '../../../domain/position';
import type { Project } from '../../../domain/project';
import { answeredAlone, publicQuestions } from '../../../domain/public-questions';
import { LONG_TEXT, SHORT_TEXT } from '../../../domain/texts';
import { callPlanOf } from '../../../domain/timeline/call-plan';
import { latestAnswerDay } from '../../../domain/timeline/timeline-problems';
import type { Id } from '../../../domain/values';
import { useCaiet, useProject } from '../../context/caiet-context';
import { fieldRemarks, noRemarks, type FieldRemarks } from '../../context/field-remarks';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { documentHref } from '../../context/routes';
import { useRulePack } from '../../context/rule-pack';
import { useWords } from '../../context/words';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { DateField } from '../../primitives/date-field';
import { EmptyState } from '../../primitives/empty-state';
import { useFocusKept } from '../../primitives/focus-kept';
import { IconButton } from '../../primitives/icon-button';
import { LinkButton } from '../../primitives/link-button';
import { Note } from '../../primitives/note';
import { Select } from '../../primitives/select';
import { TextArea } from '../../primitives/text-area';
import { TextField } from '../../primitives/text-field';
import { CallPage } from './call-page';
import { ErrataCard } from './errata-card';
import { LawHelp } from './law-help';
import { useNewRecord } from './new-record';
import { RuleSource } from './rule-source';
import { useCallProblems } from './use-call-problems';

/** Stands for "answered on its own" where a question to merge into is chosen. */
const ALONE = 'alone';

interface QuestionProps {
  readonly question: Clarification;
  readonly number: number;
  readonly others: readonly { readonly id: Id; readonly number: number }[];
  readonly remarks: FieldRemarks;
  /** Just added: takes the focus and is not reproached for what nobody has had time to write. */
  readonly isNew: boolean;
  readonly onLeave: () => void;
}

const PublicPart = ({ question, remarks }: Pick<QuestionProps, 'question' | 'remarks'>) => {
  const t = useT();
  const { plan } = useCaiet();
  return (
    <>
      <TextArea
        label={t('questions.public')} description={t('questions.public.help')} value={question.publicQuestion} maxLength={LONG_TEXT} {...remarks('publicQuestion')}
        onCommit={(publicQuestion) => plan.editClarification(question.id, { publicQuestion })}
      />
      <TextArea label={t('questions.answer')} value={question.answer} maxLength={LONG_TEXT} rows={3} {...remarks('answer')} onCommit={(answer) => plan.editClarification(question.id, { answer })} />
      <div className="short-field"><DateField label={t('questions.publishedOn')} value={question.publishedOn} {...remarks('publishedOn')} onCommit={(publishedOn) => plan.editClarification(question.id, { publishedOn })} /></div>
    </>
  );
};

const Question = ({ question, number, others, isNew, onLeave, ...rest }: QuestionProps) => {
  const t = useT();
  const { plan } = useCaiet();
  const record = useNewRecord<HTMLLIElement>(isNew, onLeave);
  const remarks = isNew ? noRemarks : rest.remarks;
  const isMerged = question.mergedInto !== null && others.some(({ id }) => id === question.mergedInto);
  const name = isMerged ? t('questions.merged', { number }) : t('questions.named', { number });
  const merge = (id: string): void => plan.editClarification(question.id, { mergedInto: id === ALONE ? null : id });
  return (
    <li className="question" aria-label={name} ref={record}>
      <header className="question-head">
        <h3>{name}</h3>
        <IconButton icon={Trash2} tone="danger" label={t('questions.remove', { name })} onPress={() => plan.removeClarification(question.id)} />
      </header>
      <div className="question-received first-field">
        <TextArea label={t('questions.received')} description={t('questions.received.help')} value={question.question} maxLength={LONG_TEXT} {...remarks('question')} onCommit={(text) => plan.editClarification(question.id, { question: text })} />
        <TextField label={t('questions.asker')} description={t('questions.asker.help')} value={question.asker} maxLength={SHORT_TEXT} {...remarks('asker')} onCommit={(asker) => plan.editClarification(question.id, { asker })} />
        <DateField label={t('questions.receivedOn')} value={question.receivedOn} {...remarks('receivedOn')} onCommit={(receivedOn) => plan.editClarification(question.id, { receivedOn })} />
        {others.length > 0 && (
          <Select
            label={t('questions.mergeInto')} value={isMerged ? question.mergedInto : ALONE} onChange={merge}
            options={[{ id: ALONE, label: t('questions.alone') }, ...others.map((other) => ({ id: other.id, label: t('questions.with', { number: other.number }) }))]}
          />
        )}
      </div>
      {!isMerged && <PublicPart question={question} remarks={remarks} />}
    </li>
  );
};

const Deadline = ({ project }: { readonly project: Project }) => {
  const t = useT();
  const format = useFormat();
  const rulePack = useRulePack();
  const limit = useMemo(() => latestAnswerDay(project, callPlanOf(project, rulePack)), [project, rulePack]);
  if (limit === null) return <Note>{t('questions.deadline.unknown')}</Note>;
  return <Note>{t('questions.deadline', { date: format.date(limit.latest), days: Number(limit.rule.value) })}<RuleSource rule={limit.rule} /></Note>;
};

const Log = ({ project, remarksOf }: { readonly project: Project; readonly remarksOf: (id: Id) => FieldRemarks }) => {
  const alone = answeredAlone(project);
  const numbers = alone.map(({ id }, index) => ({ id, number: index + 1 }));
  const t = useT();
  const { plan } = useCaiet();
  const [added, setAdded] = useState<Id | null>(null);
  const all = inOrder(project.clarifications ?? {});
  const list = useFocusKept<HTMLOListElement>(all.length);
  const numberOf = (question: Clarification): number => numbers.find(({ id }) => id === question.id || id === question.mergedInto)?.number ?? 0;
  const add = (): void => setAdded(plan.addClarification());
  const isTarget = (id: Id): boolean => all.some(({ mergedInto }) => mergedInto === id);
  return (
    <Card
      title={t('questions.title')} padding={all.length === 0 ? 'flush' : 'normal'}
      aside={
        <>
          <LawHelp subject={t('questions.title')} text="questions.help" source="questions.help.source" />
          {all.length > 0 && <Button icon={Plus} onPress={add}>{t('questions.add')}</Button>}
        </>
      }
    >
      {all.length === 0 ? (
        <EmptyState title={t('questions.empty')} body={<p>{t('questions.empty.body')}</p>} action={<Button variant="primary" icon={Plus} onPress={add}>{t('questions.addFirst')}</Button>} />
      ) : (
        <>
          <Deadline project={project} />
          <ol className="questions" ref={list} tabIndex={-1} aria-label={t('questions.title')}>
            {all.map((question) => (
              <Question
                key={question.id} question={question} number={numberOf(question)} isNew={question.id === added} onLeave={() => setAdded(null)} remarks={remarksOf(question.id)}
                others={isTarget(question.id) ? [] : numbers.filter(({ id }) => id !== question.id)}
              />
            ))}
          </ol>
        </>
      )}
    </Card>
  );
};

export const QuestionsPage = () => {
  const t = useT();
  const project = useProject();
  const problems = useCallProblems();
  const words = useWords().problem;
  const answered = publicQuestions(project).length;
  return (
    <CallPage
      part="questions" project={project} problems={problems}
      actions={answered > 0 && <LinkButton variant="primary" href={documentHref(project.id, 'questions')}>{t('questions.toDocument', { count: answered })}</LinkButton>}
    >
      <Log project={project} remarksOf={(id) => fieldRemarks(problems, `/clarifications/${id}`, words)} />
      <ErrataCard project={project} remarksOf={(id) => fieldRemarks(problems, `/errata/${id}`, words)} />
    </CallPage>
  );
};
