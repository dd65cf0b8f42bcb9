/** The scale of a quality criterion: how far it goes, and one sentence that says what each level means. */
import { useState } from 'react';
import { levelsToDescribe } from '../../../domain/call-problems';
import type { QualityCriterion } from '../../../domain/project';
import { LONG_TEXT } from '../../../domain/texts';
import { useCaiet } from '../../context/caiet-context';
import type { FieldRemarks } from '../../context/field-remarks';
import { useT } from '../../context/language';
import { Note } from '../../primitives/note';
import { NumberField } from '../../primitives/number-field';
import { Editing } from '../../primitives/read-only';
import { TextArea } from '../../primitives/text-area';
import { LawHelp } from './law-help';

const LONGEST_SCALE = 100;

/** From the top: the levels that need a sentence, those that have one, and those asked for. */
const shownLevels = ({ scale: { max, anchors } }: QualityCriterion, asked: readonly number[]): readonly number[] =>
  [...new Set([...levelsToDescribe(max), ...Object.keys(anchors).map(Number), ...asked])].filter((level) => level <= max).sort((left, right) => right - left);

export const ScaleEditor = ({ criterion, remarks }: { readonly criterion: QualityCriterion; readonly remarks: FieldRemarks }) => {
  const t = useT();
  const { call } = useCaiet();
  const { scale } = criterion;
  const [refused, setRefused] = useState(false);
  const [asked, setAsked] = useState<readonly number[]>([]);
  const levels = shownLevels(criterion, asked);
  const undescribed = remarks('scale/anchors').warning;
  const setMax = (text: string | null): void => {
    const max = Number(text ?? 0);
    const fits = max >= 1 && max <= LONGEST_SCALE;
    setRefused(!fits);
    if (fits) call.editCriterion(criterion.id, { scale: { ...scale, max } });
  };
  const setAnchor = (level: number, sentence: string): void => {
    const { [String(level)]: _, ...others } = scale.anchors;
    call.editCriterion(criterion.id, { scale: { ...scale, anchors: sentence === '' ? others : { ...others, [String(level)]: sentence } } });
  };
  return (
    <fieldset className="scale-editor">
      <legend>
        {t('call.scale')} <LawHelp subject={t('call.scale')} text="call.help.scale" source="call.help.scale.source" />
      </legend>
      <div className="short-field">
        <NumberField
          label={t('call.scale.max')} description={t('call.scale.max.description')} whole value={String(scale.max)}
          {...(refused ? { error: t('call.scale.max.refused', { longest: LONGEST_SCALE }) } : remarks('scale/max'))} onCommit={setMax}
        />
      </div>
      {undescribed !== undefined && <Note tone="warn">{undescribed}</Note>}
      <ol className="anchors">
        {levels.map((level) => (
          <li key={level} className="anchor">
            <span className="anchor-level" aria-hidden="true">{level}</span>
            <TextArea
              label={t('call.scale.anchor', { level })} labelHidden rows={1} value={scale.anchors[String(level)] ?? ''} maxLength={LONG_TEXT}
              {...remarks(`scale/anchors/${level}`)} onCommit={(sentence) => setAnchor(level, sentence)}
            />
          </li>
        ))}
      </ol>
      {levels.length <= scale.max && (
        <Editing><div className="short-field">
          <NumberField
            label={t('call.scale.describeAlso')} description={t('call.scale.describeAlso.description')} whole value={null}
            onCommit={(level) => { if (level !== null) setAsked([...asked, Number(level)]); }}
          />
        </div></Editing>
      )}
    </fieldset>
  );
};
