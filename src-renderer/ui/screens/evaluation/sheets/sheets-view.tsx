/** Sheets as files: who was handed one, what came back, and the way in for a file that came back. */
import { FileInput } from 'lucide-react';
import { useState } from 'react';
import { scoresBids } from '../../../../domain/commission';
import { sheetObstacle } from '../../../../domain/commission-problems';
import { handoutObstacle, handoutProblem, sheetBids } from '../../../../domain/evaluator-sheet';
import { handoutsOf, returnsOf, SHEET_FORMS } from '../../../../domain/handout';
import { inOrder } from '../../../../domain/position';
import type { Problem } from '../../../../domain/problem';
import { qualityCriteria } from '../../../../domain/quality-criteria';
import { scoreSheetId, type Evaluator, type Project } from '../../../../domain/project';
import type { ReturnCheck } from '../../../../domain/sheet-return';
import type { Id } from '../../../../domain/values';
import { useCaiet } from '../../../context/caiet-context';
import { useFormat } from '../../../context/format';
import { useT } from '../../../context/language';
import { projectHref } from '../../../context/routes';
import { useSend } from '../../../context/outgoing';
import { problemOfThrown } from '../../../context/thrown';
import { useWords } from '../../../context/words';
import { Button } from '../../../primitives/button';
import { Card } from '../../../primitives/card';
import { Checkbox } from '../../../primitives/checkbox';
import { LinkButton } from '../../../primitives/link-button';
import { Menu } from '../../../primitives/menu';
import { Note } from '../../../primitives/note';
import { ProgressBar } from '../../../primitives/progress-bar';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../../primitives/table';
import { LawHelp } from '../../call/law-help';
import { RegisterTable } from './register-table';
import { ReturnCard } from './return-card';

type LotIds = Readonly<Record<Id, true>>;

interface PersonProps {
  readonly project: Project;
  readonly person: Evaluator;
  readonly lotIds: LotIds;
  readonly canHandOut: boolean;
}

/** Scores given and asked for, in the lots of the sheet. */
const progress = (project: Project, person: Evaluator, lotIds: LotIds): { readonly given: number; readonly asked: number } => {
  const cells = sheetBids(project, lotIds).flatMap(({ id, lotId }) => qualityCriteria(project, lotId).map((criterion) => project.scoreSheets[scoreSheetId(person.id, id)]?.scores[criterion.id]?.value ?? null));
  return { given: cells.filter((value) => value !== null).length, asked: cells.length };
};

const PersonRow = ({ project, person, lotIds, canHandOut }: PersonProps) => {
  const t = useT();
  const format = useFormat();
  const send = useSend();
  const { sheets } = useCaiet();
  const last = handoutsOf(project, person.id).at(-1);
  const back = last === undefined ? undefined : returnsOf(last).at(-1);
  const obstacle = sheetObstacle(project, person);
  return (
    <Tr>
      <Th scope="row">{person.name}</Th>
      <Td>{last === undefined ? <span className="quiet-text">{t('sheets.none')}</span> : format.instant(last.at)}</Td>
      <Td>{back === undefined ? <span className="quiet-text">{t('sheets.none')}</span> : format.instant(back.at)}</Td>
      <Td>{t('sheets.scores', { ...progress(project, person, lotIds) })}</Td>
      <Td>
        {obstacle === 'conflict' ? <span className="quiet-text">{t('sheets.closed', { reason: t('commission.declaration.conflict') })}</span> : (
          <Menu
            label={t('sheets.handOutOf', { name: person.name })} trigger={t('sheets.handOut')} isDisabled={!canHandOut}
            items={SHEET_FORMS.map((form) => ({ id: form, label: t(form === 'package' ? 'sheets.asPackage' : 'sheets.asWorkbook'), onAction: () => send((watched) => sheets.handOut(person.id, lotIds, form, watched)) }))}
          />
        )}
      </Td>
    </Tr>
  );
};

const LotChoice = ({ project, chosen, onChoose }: { readonly project: Project; readonly chosen: LotIds; readonly onChoose: (lotIds: LotIds) => void }) => {
  const t = useT();
  const lots = inOrder(project.lots);
  if (lots.length < 2) return null;
  const toggle = (id: Id, isIn: boolean): void => {
    const { [id]: _out, ...rest } = chosen;
    onChoose(isIn ? { ...rest, [id]: true } : rest);
  };
  return (
    <fieldset className="sheet-lots">
      <legend>{t('sheets.lots')}</legend>
      {lots.map(({ id, number }) => <Checkbox key={id} isSelected={chosen[id] === true} onChange={(isIn) => toggle(id, isIn)}>{t('sheets.lot', { number })}</Checkbox>)}
    </fieldset>
  );
};

type Looked = { readonly kind: 'reading'; readonly file: string } | { readonly kind: 'refused'; readonly file: string; readonly problem: Problem } | { readonly kind: 'checked'; readonly check: ReturnCheck } | { readonly kind: 'done'; readonly check: ReturnCheck };

export const SheetsView = ({ project, onToCommission }: { readonly project: Project; readonly onToCommission: () => void }) => {
  const t = useT();
  const words = useWords();
  const { sheets } = useCaiet();
  const [lotIds, setLotIds] = useState<LotIds>(() => Object.fromEntries(Object.keys(project.lots).map((id) => [id, true as const])));
  const [looked, setLooked] = useState<Looked | null>(null);
  const people = inOrder(project.evaluators).filter(scoresBids);
  const obstacle = handoutObstacle(project, lotIds);
  const importHref = projectHref(project.id, 'evaluation/import');
  const hasHandouts = Object.keys(project.handouts ?? {}).length > 0;

  const look = async (): Promise<void> => {
    let file = '';
    try {
      const picked = await sheets.pickReturned();
      if (picked === null) return;
      file = picked.name;
      setLooked({ kind: 'reading', file });
      setLooked({ kind: 'checked', check: await sheets.inspectReturned(picked.name, picked.bytes) });
    } catch (thrown) {
      setLooked({ kind: 'refused', file, problem: problemOfThrown(thrown) });
    }
  };
  const takeIn = (check: ReturnCheck): void => {
    if (sheets.takeIn(check)) setLooked({ kind: 'done', check });
  };
  return (
    <div className="evaluation-part">
      <p className="prose">{t('sheets.lede')}</p>
      {obstacle !== null && (
        <Note tone="warn" actions={obstacle === 'noBids' ? undefined : <LinkButton href={projectHref(project.id, 'call')}>{t('sheets.goToCall')}</LinkButton>}>
          {words.problem({ severity: 'warning', code: handoutProblem(obstacle), data: {} })}
        </Note>
      )}
      {looked?.kind === 'reading' && <ProgressBar label={t('sheets.reading', { file: looked.file })} fraction={null} />}
      {looked?.kind === 'refused' && <Note tone="bad" live {...(looked.file === '' ? {} : { title: t('sheets.unreadable', { file: looked.file }) })} actions={looked.problem.code === 'sheet.noMark' && hasHandouts ? <LinkButton href={importHref}>{t('scores.import.open')}</LinkButton> : undefined}>{words.problem(looked.problem)}</Note>}
      {looked?.kind === 'done' && <Note tone="ok" live>{t('sheets.check.done', { name: looked.check.evaluator?.name ?? '', scores: looked.check.scores })}</Note>}
      {looked?.kind === 'checked' && <ReturnCard check={looked.check} onTakeIn={() => takeIn(looked.check)} onCancel={() => setLooked(null)} />}
      <Card
        title={t('sheets.people')} padding="flush"
        aside={
          <>
            <LawHelp subject={t('sheets.help')} text="sheets.help.text" source="sheets.help.source" />
            <Button onPress={onToCommission}>{t('sheets.goToCommission')}</Button>
            {hasHandouts ? <LinkButton href={importHref}>{t('scores.import.open')}</LinkButton> : null}
            <Button variant={looked?.kind === 'checked' ? 'secondary' : 'primary'} icon={FileInput} onPress={() => void look()}>{t('sheets.takeIn')}</Button>
          </>
        }
      >
        <LotChoice project={project} chosen={lotIds} onChoose={setLotIds} />
        <Table label={t('sheets.people')}>
          <Thead><Tr><Th>{t('sheets.column.person')}</Th><Th>{t('sheets.column.handedOut')}</Th><Th>{t('sheets.column.returned')}</Th><Th>{t('sheets.column.scores')}</Th><Th>{t('sheets.column.acts')}</Th></Tr></Thead>
          <Tbody>{people.map((person) => <PersonRow key={person.id} project={project} person={person} lotIds={lotIds} canHandOut={obstacle === null} />)}</Tbody>
        </Table>
      </Card>
      <RegisterTable project={project} />
    </div>
  );
};
