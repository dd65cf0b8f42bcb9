/** The sessions of the commission: day, who was there, what was decided. Each becomes minutes. */
import { FileText, Plus, Trash2 } from 'lucide-react';
import { inOrderOfNumber } from '../../../domain/admissibility/numbered';
import { SESSION_KINDS, type SessionRecord } from '../../../domain/decision/session-record';
import { inOrder } from '../../../domain/position';
import type { Project } from '../../../domain/project';
import { LONG_TEXT } from '../../../domain/texts';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { documentHref } from '../../context/routes';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { Checkbox } from '../../primitives/checkbox';
import { DateField } from '../../primitives/date-field';
import { LinkButton } from '../../primitives/link-button';
import { Select } from '../../primitives/select';
import { TextArea } from '../../primitives/text-area';

interface SessionProps {
  readonly project: Project;
  readonly session: SessionRecord;
}

const Present = ({ project, session }: SessionProps) => {
  const t = useT();
  const { decisions } = useCaiet();
  const set = (id: string, isPresent: boolean): void => {
    const others = Object.fromEntries(Object.keys(session.present).filter((each) => each !== id).map((each) => [each, true as const]));
    decisions.editSession(session.id, { present: isPresent ? { ...others, [id]: true } : others });
  };
  return (
    <fieldset className="bids-part bids-wide">
      <legend>{t('sessions.present')}</legend>
      <div className="decision-present">
        {inOrder(project.evaluators).map(({ id, name }) => <Checkbox key={id} isSelected={session.present[id] === true} onChange={(isPresent) => set(id, isPresent)}>{name.trim() === '' ? t('sessions.unnamed') : name}</Checkbox>)}
      </div>
    </fieldset>
  );
};

const Session = ({ project, session }: SessionProps) => {
  const t = useT();
  const { decisions } = useCaiet();
  const { id } = session;
  return (
    <fieldset className="bids-part">
      <legend>{t('sessions.number', { number: id })}</legend>
      <div className="bids-fields">
        <Select label={t('sessions.kind')} value={session.kind} options={SESSION_KINDS.map((kind) => ({ id: kind, label: t(`sessions.kind.${kind}`) }))} onChange={(kind) => decisions.editSession(id, { kind })} />
        <DateField label={t('sessions.heldOn')} value={session.heldOn} onCommit={(heldOn) => decisions.editSession(id, { heldOn })} />
        <Present project={project} session={session} />
        <div className="bids-wide"><TextArea label={t('sessions.decided')} value={session.decided} onCommit={(decided) => decisions.editSession(id, { decided })} maxLength={LONG_TEXT} rows={3} /></div>
      </div>
      <div className="cluster">
        <LinkButton icon={FileText} href={documentHref(project.id, `minutes.${id}`)}>{t('sessions.minutes')}</LinkButton>
        <Button variant="quiet" icon={Trash2} onPress={() => decisions.removeSession(id)}>{t('sessions.remove', { number: id })}</Button>
      </div>
    </fieldset>
  );
};

export const SessionsCard = () => {
  const t = useT();
  const { decisions } = useCaiet();
  const project = useProject();
  const sessions = inOrderOfNumber(project.sessions);
  return (
    <Card title={t('sessions.title')} aside={<Button icon={Plus} onPress={() => { decisions.addSession(); }}>{t('sessions.add')}</Button>}>
      <p className="soft">{t('sessions.text')}</p>
      {sessions.length === 0 ? <p>{t('sessions.none')}</p> : sessions.map((session) => <Session key={session.id} project={project} session={session} />)}
    </Card>
  );
};
