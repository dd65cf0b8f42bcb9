/** Two texts word by word: what one has and the other has not. Read out as insertions and deletions. */
import { diffWordsWithSpace } from 'diff';

/** Beyond this the comparison would keep the window waiting; the text is shown whole. */
const LONGEST = 20_000;

export const WordDiff = ({ before, after }: { readonly before: string; readonly after: string }) => {
  if (before.length + after.length > LONGEST) return <span>{after}</span>;
  return (
    <span className="word-diff">
      {diffWordsWithSpace(before, after).map(({ value, added, removed }, index) => {
        const key = `${index} ${value.slice(0, 12)}`;
        if (added) return <ins key={key}>{value}</ins>;
        return removed ? <del key={key}>{value}</del> : <span key={key}>{value}</span>;
      })}
    </span>
  );
};
