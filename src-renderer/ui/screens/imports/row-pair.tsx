/** A row and the one it repeats, field by field, so that a person can see whether they say the same. */
import { useEffect, useState } from 'react';
import type { ImportField } from '../../../domain/ports/import-kinds';
import type { CellProblem, ImportSession, PreviewRow } from '../../../domain/ports/sheet-import';
import { useT } from '../../context/language';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { fieldWords } from './field-words';
import { ignoreClosed } from './use-preview-rows';

export interface RowPairProps {
  readonly problem: CellProblem;
  readonly session: ImportSession;
  readonly version: number;
  /** What a column of the table can be. */
  readonly fields: readonly ImportField[];
}

type Pair = readonly [PreviewRow, PreviewRow];

/** The other row of a problem between two; null for any other problem. */
const otherRow = ({ code, data }: CellProblem): number | null => ((code === 'row.duplicate' || code === 'row.otherName') && typeof data['row'] === 'number' ? data['row'] : null);

const usePair = (session: ImportSession, version: number, row: number, other: number | null): Pair | null => {
  const [found, setFound] = useState<{ readonly key: string; readonly pair: Pair } | null>(null);
  const key = `${version} ${other} ${row}`;
  useEffect(() => {
    let isCurrent = true;
    if (other === null) return undefined;
    session.rowsAt([other, row]).then(([first, second]) => {
      if (isCurrent && first !== undefined && second !== undefined) setFound({ key, pair: [first, second] });
    }, ignoreClosed);
    return () => {
      isCurrent = false;
    };
  }, [session, key, row, other]);
  // What was found for another problem is nothing of this one's.
  return found?.key === key ? found.pair : null;
};

export const RowPair = ({ problem, session, version, fields: known }: RowPairProps) => {
  const t = useT();
  const pair = usePair(session, version, problem.row, otherRow(problem));
  if (pair === null) return null;
  const [first, second] = pair;
  const fields = known.filter((field) => first.texts[field] !== undefined || second.texts[field] !== undefined);
  return (
    <div className="imports-pair">
      <Table label={t('imports.pair.table')} density="compact">
        <Thead>
          <Tr>
            <Th>{t('imports.pair.field')}</Th>
            {pair.map(({ row }) => <Th key={row}>{t('imports.pair.row', { row })}</Th>)}
            <Th><span className="visually-hidden">{t('imports.pair.differs')}</span></Th>
          </Tr>
        </Thead>
        <Tbody>
          {fields.map((field) => {
            const differs = first.texts[field] !== second.texts[field];
            return (
              <Tr key={field}>
                <Th scope="row">{fieldWords(field, t)}</Th>
                {pair.map(({ row, texts }) => <Td key={row}><span className={differs ? 'imports-value imports-differs' : 'imports-value'}>{texts[field] ?? ''}</span></Td>)}
                <Td>{differs ? t('imports.pair.differs') : t('imports.pair.same')}</Td>
              </Tr>
            );
          })}
        </Tbody>
      </Table>
    </div>
  );
};
