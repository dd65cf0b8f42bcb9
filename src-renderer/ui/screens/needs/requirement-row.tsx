/** One requirement: what the solution must do, how that is proven, and the need it answers. */
import { inOrder } from '../../../domain/position';
import type { Project } from '../../../domain/project';
import { REQUIREMENT_ASPECTS, REQUIREMENT_KINDS, type Requirement } from '../../../domain/requirement';
import { nameOfNeed, nameOfRequirement } from '../../../domain/specification-problems';
import { LONG_TEXT, SHORT_TEXT } from '../../../domain/texts';
import { useCaiet } from '../../context/caiet-context';
import { noRemarks, type FieldRemarks } from '../../context/field-remarks';
import { useT } from '../../context/language';
import { Pill } from '../../primitives/pill';
import { ReadOnly } from '../../primitives/read-only';
import { Select } from '../../primitives/select';
import { TextArea } from '../../primitives/text-area';
import { TextField } from '../../primitives/text-field';
import { LotChoice } from '../call/lot-choice';
import { RecordRow, type RecordRowProps } from './record-row';

export interface RequirementRowProps extends Pick<RecordRowProps, 'number' | 'problems' | 'isNew' | 'onLeave' | 'move'> {
  readonly project: Project;
  readonly requirement: Requirement;
  readonly remarks: FieldRemarks;
}

/** Stands for no choice in a list; ids of records are never this short. */
const NONE = 'none';
const orNull = (id: string): string | null => (id === NONE ? null : id);

/** Which need it answers is the buyer's own, and may be said also of a frozen specification. */
const Links = ({ project, requirement, remarks }: Pick<RequirementRowProps, 'project' | 'requirement' | 'remarks'>) => {
  const t = useT();
  const { needs } = useCaiet();
  const { id, needId, criterionId } = requirement;
  const needOptions = inOrder(project.needs ?? {}).map((need, index) => ({ id: need.id, label: nameOfNeed(need) === '' ? t('needs.unnamed', { number: index + 1 }) : nameOfNeed(need) }));
  const criteria = inOrder(project.awardCriteria).filter(({ type }) => type !== 'group').map(({ id: criterion, name }) => ({ id: criterion, label: name }));
  // What led to a record that is gone leads nowhere.
  const chosen = (options: readonly { readonly id: string }[], wanted: string | null): string => (options.some((option) => option.id === wanted) ? wanted ?? NONE : NONE);
  return (
    <div className="record-choices">
      <ReadOnly when={false}><Select label={t('requirements.field.need')} value={chosen(needOptions, needId)} {...remarks('needId')} options={[{ id: NONE, label: t('requirements.noNeed') }, ...needOptions]} onChange={(next) => needs.editRequirement(id, { needId: orNull(next) })} /></ReadOnly>
      <Select label={t('requirements.field.criterion')} value={chosen(criteria, criterionId)} options={[{ id: NONE, label: t('requirements.noCriterion') }, ...criteria]} onChange={(next) => needs.editRequirement(id, { criterionId: orNull(next) })} />
    </div>
  );
};

const Fields = ({ project, requirement, remarks }: Pick<RequirementRowProps, 'project' | 'requirement' | 'remarks'>) => {
  const t = useT();
  const { needs } = useCaiet();
  const { id } = requirement;
  const edit = (fields: Parameters<typeof needs.editRequirement>[1]): void => needs.editRequirement(id, fields);
  return (
    <>
      <div className="record-choices">
        <Select label={t('requirements.field.kind')} value={requirement.kind} placeholder={t('needs.notSaid')} {...remarks('kind')} options={REQUIREMENT_KINDS.map((each) => ({ id: each, label: t(`requirements.kind.${each}`) }))} onChange={(kind) => edit({ kind })} />
        <Select label={t('requirements.field.aspect')} value={requirement.aspect} placeholder={t('needs.notSaid')} options={REQUIREMENT_ASPECTS.map((each) => ({ id: each, label: t(`requirements.aspect.${each}`) }))} onChange={(aspect) => edit({ aspect })} />
        <TextField label={t('requirements.field.code')} value={requirement.code} maxLength={SHORT_TEXT} {...remarks('code')} onCommit={(code) => edit({ code })} />
      </div>
      <div className="first-field"><TextArea label={t('requirements.field.text')} description={t('requirements.field.text.help')} value={requirement.text} maxLength={LONG_TEXT} {...remarks('text')} onCommit={(text) => edit({ text })} /></div>
      <Links project={project} requirement={requirement} remarks={remarks} />
      <TextArea label={t('requirements.field.verification')} value={requirement.verification} maxLength={LONG_TEXT} onCommit={(verification) => edit({ verification })} />
      <TextField label={t('requirements.field.section')} value={requirement.section} maxLength={SHORT_TEXT} onCommit={(section) => edit({ section })} />
      <LotChoice chosen={requirement.lotIds} onChange={(lotIds) => edit({ lotIds })} />
      <ReadOnly when={false}><TextArea label={t('requirements.field.notes')} value={requirement.notes} maxLength={LONG_TEXT} onCommit={(notes) => edit({ notes })} /></ReadOnly>
    </>
  );
};

export const RequirementRow = ({ project, requirement, remarks, number, ...rest }: RequirementRowProps) => {
  const t = useT();
  const { needs } = useCaiet();
  const { id, code, text, kind, aspect, needId, criterionId } = requirement;
  const name = nameOfRequirement(requirement) === '' ? t('requirements.unnamed', { number }) : nameOfRequirement(requirement);
  const need = needId === null ? undefined : project.needs?.[needId];
  const criterion = criterionId === null ? undefined : project.awardCriteria[criterionId];
  const trace = [need === undefined ? '' : nameOfNeed(need), criterion?.name ?? ''].filter((part) => part !== '').join(' → ');
  return (
    <RecordRow
      {...rest} id={id} number={number} name={name}
      heading={
        <>
          {code === '' ? null : <span className="record-code">{code} </span>}
          <span className="record-text">{text.trim() === '' ? name : text}</span>
          {trace === '' ? null : <span className="record-trace">{trace}</span>}
        </>
      }
      marks={
        <>
          {kind === null ? null : <Pill tone={kind === 'mandatory' ? 'info' : 'neutral'}>{t(`requirements.kind.${kind}`)}</Pill>}
          {aspect === null ? null : <Pill>{t(`requirements.aspect.${aspect}`)}</Pill>}
        </>
      }
      removeLabel={t('requirements.remove', { name })} onRemove={() => needs.removeRequirement(id)}
      fields={() => <Fields project={project} requirement={requirement} remarks={rest.isNew ? noRemarks : remarks} />}
    />
  );
};
