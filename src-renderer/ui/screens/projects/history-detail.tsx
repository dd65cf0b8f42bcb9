/** One change of the history, value by value, as the audit trail keeps it. */
import type { AuditEntry, Patch } from '../../../domain/change';
import type { Json } from '../../../domain/values';
import { useTranslator } from '../../context/language';
import { useFormat } from '../../context/format';
import { useWords } from '../../context/words';
import { Dialog } from '../../primitives/dialog';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';

/** Beyond this the rest is counted, not drawn: one import may hold thousands of values. */
const SHOWN = 200;
const LONGEST = 400;

const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

const useValueText = (): ((value: Json | undefined) => string) => {
  const { t } = useTranslator();
  return (value) => {
    if (value === undefined || value === null || value === '') return t('project.history.absent');
    if (typeof value === 'string') return shorten(value);
    return shorten(JSON.stringify(value));
  };
};

const pathText = ({ path }: Patch): string => path.join('/');

export const HistoryDetail = ({ entry, onClose }: { readonly entry: AuditEntry; readonly onClose: () => void }) => {
  const { t, tCode } = useTranslator();
  const format = useFormat();
  const words = useWords();
  const valueText = useValueText();
  const fieldText = ({ path }: Patch): string => {
    const name = path.length === 0 ? 'project' : path.length === 2 ? (path[0] ?? '') : (path.at(-1) ?? '');
    const field = tCode('change.field', name, 'change.field.other', { name });
    return path.length === 2 ? `${field}: ${t('project.history.whole')}` : field;
  };
  const shown = entry.patches.slice(0, SHOWN);
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
            <Tr key={pathText(patch)}>
              <Th scope="row"><span title={pathText(patch)}>{fieldText(patch)}</span></Th>
              <Td>{valueText(patch.before)}</Td>
              <Td>{valueText(patch.after)}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {entry.patches.length > SHOWN ? <p className="faint">{t('project.history.shown', { shown: SHOWN, count: entry.patches.length })}</p> : null}
      <p className="faint">{t('project.history.hash')} <code className="hash">{entry.hash}</code></p>
    </Dialog>
  );
};
