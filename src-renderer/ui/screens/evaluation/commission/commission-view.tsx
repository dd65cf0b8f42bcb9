/** Who evaluates: the commission with its roles, votes and declarations, and what is still missing before anybody scores. */
import { ArrowRight, Pencil, Signature, Trash2, UserPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { hasVote, scoresBids } from '../../../../domain/commission';
import { COMMITTEE_RULE, commissionProblems, hasCommission, roleOf, sheetObstacle } from '../../../../domain/commission-problems';
import { inOrder } from '../../../../domain/position';
import type { Evaluator, Project } from '../../../../domain/project';
import type { Id } from '../../../../domain/values';
import { useCaiet } from '../../../context/caiet-context';
import { useFormat } from '../../../context/format';
import { useT } from '../../../context/language';
import { useRulePack } from '../../../context/rule-pack';
import { useRun } from '../../../context/run';
import { SEVERITY_TONES } from '../../../context/severity-tone';
import { useWords } from '../../../context/words';
import { Button } from '../../../primitives/button';
import { Card } from '../../../primitives/card';
import { ConfirmDialog } from '../../../primitives/confirm-dialog';
import { IconButton } from '../../../primitives/icon-button';
import { Note } from '../../../primitives/note';
import { Pill } from '../../../primitives/pill';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../../primitives/table';
import { LawHelp } from '../../call/law-help';
import { RuleReference } from '../../call/rule-reference';
import { DeclarationDialog } from './declaration-dialog';
import { MemberDialog } from './member-dialog';

const DeclarationState = ({ project, person }: { readonly project: Project; readonly person: Evaluator }) => {
  const t = useT();
  const format = useFormat();
  if (!scoresBids(person)) return <span className="quiet-text">{t('commission.declaration.notNeeded')}</span>;
  const obstacle = sheetObstacle(project, person);
  const signedOn = person.declaration?.signedOn;
  if (obstacle === null) return signedOn === undefined ? <span className="quiet-text">–</span> : <Pill tone="ok">{t('commission.declaration.signed', { date: format.date(signedOn) })}</Pill>;
  if (obstacle === 'noDeclaration') return <Pill tone="warn">{t('commission.declaration.none')}</Pill>;
  return <Pill tone={obstacle === 'conflict' ? 'bad' : 'warn'}>{t(`commission.declaration.${obstacle}`)}</Pill>;
};

interface PersonRowProps {
  readonly project: Project;
  readonly person: Evaluator;
  readonly onEdit: () => void;
  readonly onDeclare: () => void;
  readonly onRemove: () => void;
  readonly canRemove: boolean;
}

const PersonRow = ({ project, person, onEdit, onDeclare, onRemove, canRemove }: PersonRowProps) => {
  const t = useT();
  const name = person.name.trim() === '' ? t('commission.unnamed') : person.name;
  return (
    <Tr>
      <Th scope="row">{name}{(person.organisation ?? '') === '' ? null : <span className="commission-organisation">{person.organisation}</span>}</Th>
      <Td>{t(`commission.role.${roleOf(person)}`)}, {t(hasVote(person) ? 'commission.votes' : 'commission.noVote')}</Td>
      <Td><DeclarationState project={project} person={person} /></Td>
      <Td>
        <span className="commission-acts">
          {scoresBids(person) && <Button variant="quiet" icon={Signature} label={t('commission.declareOf', { name })} onPress={onDeclare}>{t('commission.declare')}</Button>}
          <IconButton icon={Pencil} label={t('commission.editOf', { name })} onPress={onEdit} />
          {canRemove && <IconButton icon={Trash2} label={t('commission.removeOf', { name })} onPress={onRemove} />}
        </span>
      </Td>
    </Tr>
  );
};

const scoresOf = (project: Project, id: Id): number =>
  Object.values(project.scoreSheets).filter(({ evaluatorId }) => evaluatorId === id).reduce((count, { scores }) => count + Object.values(scores).filter(({ value }) => value !== null).length, 0);

type Asking = { readonly what: 'add' } | { readonly what: 'edit' | 'declare' | 'remove'; readonly id: Id };

export const CommissionView = ({ project, onToSheets }: { readonly project: Project; readonly onToSheets: () => void }) => {
  const t = useT();
  const words = useWords();
  const rulePack = useRulePack();
  const run = useRun();
  const { commission } = useCaiet();
  const [asking, setAsking] = useState<Asking | null>(null);
  const people = inOrder(project.evaluators);
  const problems = useMemo(() => commissionProblems(project, rulePack), [project, rulePack]);
  const asked = asking === null || asking.what === 'add' ? undefined : project.evaluators[asking.id];
  const close = (): void => setAsking(null);
  const complete = hasCommission(project) && problems.length === 0;
  const add = <Button icon={UserPlus} variant={complete ? 'secondary' : 'primary'} onPress={() => setAsking({ what: 'add' })}>{t('commission.add')}</Button>;
  return (
    <div className="evaluation-part">
      <p className="prose">{t('commission.lede')}</p>
      {Object.keys(project.decisions ?? {}).length > 0 && <Note>{t('decision.sharedLock')}</Note>}
      {!hasCommission(project) && <Note title={t('commission.single')}>{t('commission.single.body')}</Note>}
      {problems.map((problem) => (
        <Note key={`${problem.code} ${problem.pointer ?? ''}`} tone={SEVERITY_TONES[problem.severity]}>
          {words.problem(problem)}{problem.code === 'commission.tooFew' && <RuleReference id={COMMITTEE_RULE} />}
        </Note>
      ))}
      <Card
        title={t('commission.people')} padding="flush"
        aside={
          <>
            <span>{t('commission.count', { count: people.length })}</span>
            <LawHelp subject={t('commission.help')} text="commission.help.text" source="commission.help.source"><RuleReference id={COMMITTEE_RULE} /></LawHelp>
            {add}
            {complete && <Button variant="primary" icon={ArrowRight} onPress={onToSheets}>{t('commission.toSheets')}</Button>}
          </>
        }
      >
        <Table label={t('commission.people')}>
          <Thead><Tr><Th>{t('commission.column.name')}</Th><Th>{t('commission.column.role')}</Th><Th>{t('commission.column.declaration')}</Th><Th><span className="visually-hidden">{t('commission.column.acts')}</span></Th></Tr></Thead>
          <Tbody>
            {people.map((person) => (
              <PersonRow
                key={person.id} project={project} person={person} canRemove={people.length > 1} onEdit={() => setAsking({ what: 'edit', id: person.id })}
                onDeclare={() => setAsking({ what: 'declare', id: person.id })} onRemove={() => setAsking({ what: 'remove', id: person.id })}
              />
            ))}
          </Tbody>
        </Table>
      </Card>
      {asking?.what === 'add' && <MemberDialog person={null} onClose={close} onKeep={(fields) => { commission.add(fields); }} />}
      {asking?.what === 'edit' && asked !== undefined && <MemberDialog person={asked} onClose={close} onKeep={(fields) => commission.edit(asked.id, fields)} />}
      {asking?.what === 'declare' && asked !== undefined && <DeclarationDialog project={project} person={asked} onClose={close} onSign={(declaration) => commission.declare(asked.id, declaration)} />}
      <ConfirmDialog
        isOpen={asking?.what === 'remove' && asked !== undefined} onClose={close} tone="danger" title={t('commission.removeOf', { name: asked?.name ?? '' })} confirmLabel={t('commission.remove')}
        body={<p>{t('commission.remove.body', { scores: asked === undefined ? 0 : scoresOf(project, asked.id) })}</p>}
        onConfirm={() => { if (asked !== undefined) run(async () => commission.remove(asked.id)); }}
      />
    </div>
  );
};
