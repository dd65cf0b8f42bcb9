/** The scale of a quality criterion: how far it goes, and one sentence that says what each level means. */
import { useState } from 'react';
import { LONG_TEXT, type QualityCriterion } from '../../../domain/project';
import { useCaiet } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { Note } from '../../primitives/note';
import { NumberField } from '../../primitives/number-field';
import { TextArea } from '../../primitives/text-area';
import type { FieldErrors } from './field-errors';
import { LawHelp } from './law-help';

const LONGEST_SCALE = 100;

export const ScaleEditor = ({ criterion, errors }: { readonly criterion: QualityCriterion; readonly errors: FieldErrors }) => {
  const t = useT();
  const { call } = useCaiet();
  const { scale } = criterion;
  const [refused, setRefused] = useState(false);
  const levelsFromTheTop = Array.from({ length: scale.max + 1 }, (_, index) => scale.max - index);
  const missing = errors('scale/anchors');
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
          error={refused ? t('call.scale.max.refused', { longest: LONGEST_SCALE }) : errors('scale/max')} onCommit={setMax}
        />
      </div>
      {missing !== undefined && <Note tone="warn">{missing}</Note>}
      <ol className="anchors">
        {levelsFromTheTop.map((level) => (
          <li key={level} className="anchor">
            <span className="anchor-level" aria-hidden="true">{level}</span>
            <TextArea
              label={t('call.scale.anchor', { level })} labelHidden rows={1} value={scale.anchors[String(level)] ?? ''} maxLength={LONG_TEXT}
              error={errors(`scale/anchors/${level}`)} onCommit={(sentence) => setAnchor(level, sentence)}
            />
          </li>
        ))}
      </ol>
    </fieldset>
  );
};
