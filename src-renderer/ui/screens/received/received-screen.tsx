/** A score sheet somebody handed to this person: declare, score alone, and send the file back. */
import { Send, Signature } from 'lucide-react';
import { useState } from 'react';
import { closedSheet, sheetObstacle } from '../../../domain/commission-problems';
import { callIntact } from '../../../domain/evaluator-sheet';
import { inOrder } from '../../../domain/position';
import type { Evaluator, Lot, Project } from '../../../domain/project';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT, useTranslator } from '../../context/language';
import { useSend } from '../../context/outgoing';
import { useWords } from '../../context/words';
import { Button } from '../../primitives/button';
import { Note } from '../../primitives/note';
import { Page } from '../../primitives/page';
import { Select } from '../../primitives/select';
import { DeclarationDialog } from '../evaluation/commission/declaration-dialog';
import { ScoresView } from '../evaluation/scores-view';
import { scoringGrid } from '../evaluation/scoring-grid';

const lotsOf = (project: Project): Lot[] => inOrder(project.lots).filter(({ id }) => project.assignment?.lotIds[id] === true);

const About = ({ project, person }: { readonly project: Project; readonly person: Evaluator }) => {
  const t = useT();
  const format = useFormat();
  const { assignment } = project;
  if (assignment === undefined) return null;
  return (
    <p className="prose">
      {t('received.for', { name: person.name, date: format.instant(assignment.handedOutAt) })}
      {(person.declaration ?? null) !== null && sheetObstacle(project, person) === null && <> {t('received.declared', { date: format.date(person.declaration?.signedOn ?? '') })}</>}
    </p>
  );
};

const Scoring = ({ project, person, onSendBack }: { readonly project: Project; readonly person: Evaluator; readonly onSendBack: () => void }) => {
  const t = useT();
  const lots = lotsOf(project);
  const [chosen, setChosen] = useState(lots[0]?.id ?? '');
  const lot = lots.find(({ id }) => id === chosen) ?? lots[0];
  if (lot === undefined) return null;
  const name = ({ number, title }: Lot): string => t(title.trim() === '' ? 'evaluation.lot.untitled' : 'evaluation.lot', { number, title, missing: 0 });
  return (
    <>
      {lots.length > 1 && <div className="lot-select"><Select label={t('received.lot')} value={lot.id} options={lots.map((each) => ({ id: each.id, label: name(each) }))} onChange={setChosen} /></div>}
      <ScoresView key={lot.id} project={project} lotId={lot.id} evaluator={person} done={{ label: t('received.sendBack'), onPress: onSendBack }} />
    </>
  );
};

export const ReceivedScreen = () => {
  const t = useT();
  const { tag } = useTranslator();
  const words = useWords();
  const send = useSend();
  const { commission, sheets } = useCaiet();
  const project = useProject();
  const [declaring, setDeclaring] = useState(false);
  const { assignment } = project;
  const person = project.evaluators[assignment?.evaluatorId ?? ''];
  if (assignment === undefined || person === undefined) return null;
  const intact = callIntact(project);
  const obstacle = sheetObstacle(project, person);
  const grids = lotsOf(project).map(({ id }) => scoringGrid(project, id, tag, person));
  const missing = grids.reduce((count, { asked, given }) => count + asked - given, 0);
  const sendBack = (): void => send((watched) => sheets.sendBack(watched));
  const isOpen = intact && obstacle === null;
  // Once everything is scored the toolbar's own button leads on; two primary ones would compete.
  const action = isOpen ? <Button icon={Send} onPress={sendBack}>{t('received.sendBack')}</Button>
    : intact && <Button variant="primary" icon={Signature} onPress={() => setDeclaring(true)}>{t('received.declare')}</Button>;
  return (
    <Page title={t('received.title')} lede={t('received.from', { authority: assignment.authority, title: project.title })} actions={action}>
      <About project={project} person={person} />
      {!intact && <Note tone="bad">{t('received.callEdited')}</Note>}
      {obstacle === 'conflict' ? <Note tone="bad" title={t('declaration.conflictFound')}>{t('declaration.conflictFound.body')}</Note>
        : obstacle !== null && <Note tone="warn" title={t('received.declareFirst')}>{obstacle === 'noDeclaration' ? t('received.declareFirst.body') : words.problem(closedSheet(obstacle, person))}</Note>}
      {isOpen && <Note tone={missing === 0 ? 'ok' : 'info'}>{missing === 0 ? t('received.complete') : t('received.partial', { missing })}</Note>}
      {isOpen && <Scoring project={project} person={person} onSendBack={sendBack} />}
      {declaring && <DeclarationDialog project={project} person={person} onClose={() => setDeclaring(false)} onSign={(declaration) => commission.declare(person.id, declaration)} />}
    </Page>
  );
};
