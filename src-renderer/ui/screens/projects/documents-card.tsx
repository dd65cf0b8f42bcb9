/** Documents of the project: added, named, filed, saved again, taken off. */
import { useState } from 'react';
import { attachmentsOf, DOCUMENT_TYPES, MAX_FILE_BYTES, MAX_PROJECT_FILE_BYTES, type Attachment, type DocumentType } from '../../../domain/attachment';
import { inOrder } from '../../../domain/position';
import type { Project } from '../../../domain/project';
import { anySealed } from '../../../domain/sealed-prices';
import { SHORT_TEXT } from '../../../domain/texts';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { useRun } from '../../context/run';
import { problemOfThrown } from '../../context/thrown';
import { useWords } from '../../context/words';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { FileDrop } from '../../primitives/file-drop';
import { Note } from '../../primitives/note';
import { ProgressBar } from '../../primitives/progress-bar';
import { Select, type SelectOption } from '../../primitives/select';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { TextField } from '../../primitives/text-field';
import { VisuallyHidden } from '../../primitives/visually-hidden';

type FiledUnder = Attachment['filedUnder'];

/** More bids than this are no list to choose from. */
const MOST_BIDS = 200;

const keyOf = ({ kind, id, priceEnvelope }: FiledUnder): string => (id === undefined ? kind : `${priceEnvelope === true ? 'price' : kind}:${id}`);
const filedUnderOf = (key: string): FiledUnder => {
  const [kind = '', id] = key.split(/:(.*)/s);
  if (kind === 'price') return { kind: 'bid', ...(id === undefined ? {} : { id }), priceEnvelope: true };
  return kind === 'lot' || kind === 'bid' || kind === 'clarification' ? { kind, ...(id === undefined ? {} : { id }) } : { kind: 'project' };
};

const usePlaces = (project: Project): readonly SelectOption[] => {
  const t = useT();
  const bids = Object.values(project.bids);
  const hasEnvelopes = project.callRules?.twoEnvelopes === true;
  return [
    { id: 'project', label: t('attachments.project') },
    ...inOrder(project.lots).map(({ id, number }) => ({ id: keyOf({ kind: 'lot', id }), label: t('attachments.lot', { number }) })),
    ...inOrder(project.clarifications ?? {}).map(({ id }, index) => ({ id: keyOf({ kind: 'clarification', id }), label: t('attachments.clarification', { number: index + 1 }) })),
    ...(bids.length > MOST_BIDS ? [] : bids).flatMap(({ id, bidderId, lotId }): SelectOption[] => {
      const names = { bidder: project.bidders[bidderId]?.name ?? '', number: project.lots[lotId]?.number ?? '' };
      const bid = { id: keyOf({ kind: 'bid', id }), label: t('attachments.bid', names) };
      return hasEnvelopes ? [bid, { id: keyOf({ kind: 'bid', id, priceEnvelope: true }), label: t('attachments.priceEnvelope', names) }] : [bid];
    }),
  ];
};

/** What a document is told as in publications; a bid's document is in none. */
const PublicAs = ({ attachment: { id, fileName, filedUnder, publicAs } }: { readonly attachment: Attachment }) => {
  const t = useT();
  const { attachments } = useCaiet();
  const options: SelectOption<DocumentType | 'none'>[] = [{ id: 'none', label: t('attachments.public.none') }, ...DOCUMENT_TYPES.map((code) => ({ id: code, label: t(`attachments.public.${code}`) }))];
  if (filedUnder.kind === 'bid') return t('attachments.public.none');
  return (
    <Select
      label={t('attachments.publicOf', { file: fileName })} labelHidden value={publicAs ?? 'none'} options={options}
      onChange={(chosen) => attachments.edit(id, { publicAs: chosen === 'none' ? null : chosen })}
    />
  );
};

const Line = ({ attachment, places }: { readonly attachment: Attachment; readonly places: readonly SelectOption[] }) => {
  const t = useT();
  const run = useRun();
  const format = useFormat();
  const { attachments } = useCaiet();
  const { id, title, fileName, size, filedUnder } = attachment;
  const here = keyOf(filedUnder);
  const options = places.some((place) => place.id === here) ? places : [...places, { id: here, label: t('attachments.gone') }];
  return (
    <Tr>
      <Td><TextField label={t('attachments.nameOf', { file: fileName })} labelHidden value={title} maxLength={SHORT_TEXT} onCommit={(text) => attachments.edit(id, { title: text.trim() })} /></Td>
      <Td><span className="documents-file">{fileName}</span></Td>
      <Td numeric>{format.bytes(size)}</Td>
      <Td><Select label={t('attachments.filedOf', { file: fileName })} labelHidden value={here} options={options} onChange={(key) => attachments.edit(id, { filedUnder: filedUnderOf(key) })} /></Td>
      <Td><PublicAs attachment={attachment} /></Td>
      <Td numeric>
        <span className="documents-acts">
          <Button variant="quiet" label={t('attachments.saveNamed', { name: title })} onPress={() => run(() => attachments.save(id))}>{t('attachments.save')}</Button>
          <Button variant="quiet" label={t('attachments.removeNamed', { name: title })} onPress={() => attachments.remove(id)}>{t('attachments.remove')}</Button>
        </span>
      </Td>
    </Tr>
  );
};

/** A file's kind by its name; nothing depends on it but what a reader of the package is told. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text', ods: 'application/vnd.oasis.opendocument.spreadsheet', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', txt: 'text/plain', csv: 'text/csv',
};
const mediaTypeOf = (fileName: string): string => MEDIA_TYPES[fileName.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';

export const DocumentsCard = () => {
  const t = useT();
  const words = useWords();
  const format = useFormat();
  const { attachments } = useCaiet();
  const project = useProject();
  const places = usePlaces(project);
  const [adding, setAdding] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const add = async (fileName: string, bytes: Uint8Array): Promise<void> => {
    setAdding(fileName);
    setFailure(null);
    try {
      await attachments.add(fileName, mediaTypeOf(fileName), bytes);
    } catch (thrown) {
      setFailure(words.problem(problemOfThrown(thrown)));
    } finally {
      setAdding(null);
    }
  };
  const lines = inOrder(project.attachments ?? {});
  return (
    <Card title={t('attachments.title')} aside={<span>{attachmentsOf(project).length === 0 ? t('attachments.none') : format.number(lines.length)}</span>}>
      <p className="prose">{t('attachments.explain', { file: format.bytes(MAX_FILE_BYTES), project: format.bytes(MAX_PROJECT_FILE_BYTES) })}</p>
      {anySealed(project) ? <Note>{t('attachments.sealedHint')}</Note> : null}
      {failure === null ? null : <Note tone="bad" live>{failure}</Note>}
      {lines.length === 0 ? null : (
        <Table label={t('attachments.list')}>
          <Thead><tr><Th>{t('attachments.name')}</Th><Th>{t('attachments.file')}</Th><Th numeric>{t('attachments.size')}</Th><Th>{t('attachments.filed')}</Th><Th>{t('attachments.public')}</Th><Th><VisuallyHidden>{t('attachments.actions')}</VisuallyHidden></Th></tr></Thead>
          <Tbody>{lines.map((attachment) => <Line key={attachment.id} attachment={attachment} places={places} />)}</Tbody>
        </Table>
      )}
      {adding === null ? (
        <FileDrop
          label={t('attachments.drop')} accept={[]} maxBytes={MAX_FILE_BYTES} onFile={(name, bytes) => void add(name, bytes)}
          onTooLarge={(fileName, size) => setFailure(words.problem({ severity: 'error', code: 'attachment.tooLarge', data: { fileName, size, limit: MAX_FILE_BYTES } }))}
        />
      ) : <ProgressBar label={t('attachments.adding', { file: adding })} fraction={null} />}
    </Card>
  );
};
