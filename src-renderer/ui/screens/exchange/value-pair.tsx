/** Two values of one place, in two cells of a row. Of long texts only what differs is shown, each side with its own words marked. */
import type { Project } from '../../../domain/project';
import type { Json } from '../../../domain/values';
import { useFormat } from '../../context/format';
import { useTranslator } from '../../context/language';
import { Td } from '../../primitives/table';
import { changedParts, type TextPart } from './text-parts';
import { valueText } from './value-text';

export interface ValuePairProps {
  readonly path: readonly string[];
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  /** The state each value comes from. */
  readonly here: Project;
  readonly there: Project;
}

const Marked = ({ parts, kind }: { readonly parts: readonly TextPart[]; readonly kind: 'added' | 'removed' }) => (
  <span className="word-diff">
    {parts.filter((part) => part.kind === 'same' || part.kind === kind).map(({ kind: of, value }, index) => {
      const key = `${index} ${value.slice(0, 12)}`;
      if (of === 'same') return <span key={key}>{value}</span>;
      return of === 'added' ? <ins key={key}>{value}</ins> : <del key={key}>{value}</del>;
    })}
  </span>
);

export const ValuePair = ({ path, before, after, here, there }: ValuePairProps) => {
  const translator = useTranslator();
  const format = useFormat();
  const parts = typeof before === 'string' && typeof after === 'string' ? changedParts(before, after) : undefined;
  if (parts !== undefined) return <><Td><Marked parts={parts} kind="removed" /></Td><Td><Marked parts={parts} kind="added" /></Td></>;
  return <><Td>{valueText(path, before, here, translator, format)}</Td><Td>{valueText(path, after, there, translator, format)}</Td></>;
};
