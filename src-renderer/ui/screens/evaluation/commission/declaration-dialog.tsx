/** The declaration of confidentiality and impartiality, with the conflicts of interest asked about the bidders by name. */
import { useId, useState } from 'react';
import { CONFLICT_QUESTIONS, type ConflictQuestion, type Declaration } from '../../../../domain/commission';
import { declarationsFrom } from '../../../../domain/bids-deadline';
import type { Evaluator, Project } from '../../../../domain/project';
import { LONG_TEXT } from '../../../../domain/texts';
import type { CivilDate } from '../../../../domain/values';
import { useFormat } from '../../../context/format';
import { useT, useTranslator } from '../../../context/language';
import { Button } from '../../../primitives/button';
import { Checkbox } from '../../../primitives/checkbox';
import { DateField } from '../../../primitives/date-field';
import { Dialog } from '../../../primitives/dialog';
import { LawMark, LawText } from '../../../primitives/law-mark';
import { Note } from '../../../primitives/note';
import { RadioGroup } from '../../../primitives/radio-group';
import { TextArea } from '../../../primitives/text-area';

export interface DeclarationDialogProps {
  readonly project: Project;
  readonly person: Evaluator;
  readonly onClose: () => void;
  readonly onSign: (declaration: Declaration) => void;
}

type Said = Pick<Declaration, 'confidentiality' | 'impartiality' | 'conflicts' | 'note'>;
const NOTHING_SAID: Said = { confidentiality: false, impartiality: false, conflicts: {}, note: '' };

/** Whose bids the person will see; nobody can say what ties there are without their names. */
const Bidders = ({ project }: { readonly project: Project }) => {
  const { t, tag } = useTranslator();
  const bidding = new Set(Object.values(project.bids).map(({ bidderId }) => bidderId));
  const bidders = Object.values(project.bidders).filter(({ id }) => bidding.has(id)).toSorted((left, right) => left.name.localeCompare(right.name, tag));
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="declaration-bidders">
      <h3 id={heading}>{t('declaration.bidders')}</h3>
      <ul>{bidders.map(({ id, name, country, identifier }) => <li key={id}>{name}{identifier === '' ? null : <span className="quiet-text"> {country} {identifier}</span>}</li>)}</ul>
    </section>
  );
};

export const DeclarationDialog = ({ project, person, onClose, onSign }: DeclarationDialogProps) => {
  const t = useT();
  const format = useFormat();
  const [said, setSaid] = useState<Said>(person.declaration ?? NOTHING_SAID);
  const [signedOn, setSignedOn] = useState<CivilDate | null>(person.declaration?.signedOn ?? null);
  const [asked, setAsked] = useState(false);
  const set = (some: Partial<Said>): void => setSaid((before) => ({ ...before, ...some }));
  const first = declarationsFrom(project);
  const early = signedOn !== null && first !== null && signedOn < first;
  const answers = CONFLICT_QUESTIONS.map((question) => said.conflicts[question]);
  const hasTie = answers.includes(true);
  const complete = said.confidentiality && said.impartiality && !answers.includes(undefined);
  const sign = (): void => {
    setAsked(true);
    if (signedOn === null || early || (!complete && !hasTie)) return;
    onSign({ ...said, signedOn });
    onClose();
  };
  const answer = (question: ConflictQuestion, choice: 'yes' | 'no'): void => set({ conflicts: { ...said.conflicts, [question]: choice === 'yes' } });
  const actions = <><Button onPress={onClose}>{t('commission.cancel')}</Button><Button variant="primary" onPress={sign}>{t('declaration.sign')}</Button></>;
  return (
    <Dialog title={t('declaration.title', { name: person.name })} isOpen onClose={onClose} actions={actions} size="large">
      <div className="declaration">
        <p><LawText text={t('declaration.law')} /></p>
        <Bidders project={project} />
        <DateField
          label={t('declaration.signedOn')} value={signedOn} onCommit={setSignedOn} isRequired
          error={early ? t('declaration.tooEarly', { date: format.date(first) }) : asked && signedOn === null ? t('declaration.needsDate') : undefined}
        />
        <Checkbox isSelected={said.confidentiality} onChange={(confidentiality) => set({ confidentiality })}>{t('declaration.confidentiality')}</Checkbox>
        <Checkbox isSelected={said.impartiality} onChange={(impartiality) => set({ impartiality })}>{t('declaration.impartiality')}</Checkbox>
        <fieldset className="declaration-conflicts">
          <legend>{t('declaration.conflicts')}</legend>
          <LawMark text={t('declaration.conflicts')} />
          {CONFLICT_QUESTIONS.map((question) => {
            const given = said.conflicts[question];
            return (
              <RadioGroup
                key={question} label={t(`declaration.conflict.${question}`)} orientation="horizontal" value={given === undefined ? null : given ? 'yes' : 'no'}
                options={(['no', 'yes'] as const).map((id) => ({ id, label: t(`declaration.${id}`) }))} onChange={(choice) => answer(question, choice)}
              />
            );
          })}
        </fieldset>
        {hasTie && <Note tone="bad" live title={t('declaration.conflictFound')}>{t('declaration.conflictFound.body')}</Note>}
        {hasTie && <TextArea label={t('declaration.note')} value={said.note} maxLength={LONG_TEXT} onCommit={(note) => set({ note })} />}
        {asked && !complete && !hasTie && <Note tone="bad" live>{t('declaration.incomplete')}</Note>}
      </div>
    </Dialog>
  );
};
