/** One change of the history, value by value, as the audit trail keeps it. */
import type { AuditEntry, Patch } from '../../../domain/change';
import type { Project } from '../../../domain/project';
import type { Json } from '../../../domain/values';
import { useFormat } from '../../context/format';
import { useTranslator } from '../../context/language';
import { useWords } from '../../context/words';
import { Dialog } from '../../primitives/dialog';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { isSealedPlace } from '../../../domain/sealed-prices';
import { placeOfPath } from '../exchange/places';
import { valueText } from '../exchange/value-text';

/** Beyond this the rest is counted, not drawn: one import may hold thousands of values. */
const SHOWN = 200;

export interface HistoryDetailProps {
  readonly entry: AuditEntry;
  /** Names the records the change touched. */
  readonly project: Project;
  readonly onClose: () => void;
}

export const HistoryDetail = ({ entry, project, onClose }: HistoryDetailProps) => {
  const translator = useTranslator();
  const { t } = translator;
  const format = useFormat();
  const words = useWords();
  const shown = entry.patches.slice(0, SHOWN);
  const textOf = ({ path }: Patch, value: Json | undefined): string => {
    // The trail keeps what the envelopes still hide.
    if (isSealedPlace(project, path)) return value === undefined || value === null ? valueText(path, value, project, translator, format) : t('envelope.sealed.cell');
    // A changed amount is kept alone, in minor units; the project's currency makes it readable again.
    if (path.at(-1) === 'amount' && typeof value === 'number') return format.money({ amount: value, currency: project.currency });
    return valueText(path, value, project, translator, format);
  };
  return (
    <Dialog title={t('project.history.detail', { seq: entry.seq })} isOpen onClose={onClose} size="large">
      <p>
        <strong>{words.change(entry.label)}</strong><br />
        <span className="soft">{format.instant(entry.at)}, {entry.author === '' ? t('project.history.unknownAuthor') : entry.author}</span>
      </p>
      <Table label={t('project.history.values')} density="compact">
        <Thead><tr><Th>{t('project.history.field')}</Th><Th>{t('project.history.before')}</Th><Th>{t('project.history.after')}</Th></tr></Thead>
        <Tbody>
          {shown.map((patch) => (
            <Tr key={patch.path.join('/')}>
              <Th scope="row">{placeOfPath(patch.path, project, translator)}</Th>
              <Td>{textOf(patch, patch.before)}</Td>
              <Td>{textOf(patch, patch.after)}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {entry.patches.length > SHOWN ? <p className="faint">{t('project.history.shown', { shown: SHOWN, count: entry.patches.length })}</p> : null}
      <p className="faint">{t('project.history.hash')} <code className="hash">{entry.hash}</code></p>
    </Dialog>
  );
};
