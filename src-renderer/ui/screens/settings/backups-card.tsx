/** Where the safety copies lie, which there are, and how one comes back. */
import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { SnapshotInfo } from '../../../domain/ports/safety-store';
import type { Instant } from '../../../domain/values';
import { useCaiet, useWorkspace } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { usePackageReview } from '../../context/package-review';
import { IMPORT_PACKAGE } from '../../context/routes';
import { useRun } from '../../context/run';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { Note } from '../../primitives/note';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { VisuallyHidden } from '../../primitives/visually-hidden';

/** When a copy was written, as its name tells; undefined for a file somebody else put there. */
const writtenAt = (name: string): Instant | undefined => {
  const [, day, hour, minute, second, rest] = /(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z/u.exec(name) ?? [];
  return day === undefined ? undefined : `${day}T${hour}:${minute}:${second}.${rest}Z`;
};

const Copies = ({ copies, onOpen }: { readonly copies: readonly SnapshotInfo[]; readonly onOpen: (name: string) => void }) => {
  const t = useT();
  const format = useFormat();
  return (
    <Table label={t('settings.backups.list')} density="compact">
      <Thead><tr><Th>{t('settings.backups.name')}</Th><Th numeric>{t('settings.backups.size')}</Th><Th><VisuallyHidden>{t('settings.backups.actions')}</VisuallyHidden></Th></tr></Thead>
      <Tbody>
        {copies.map(({ name, size }) => {
          const at = writtenAt(name);
          const shown = at === undefined ? name : format.instant(at);
          return (
            <Tr key={name}>
              <Th scope="row">{shown}{at === undefined ? null : <span className="settings-copy">{name}</span>}</Th>
              <Td numeric>{format.bytes(size)}</Td>
              <Td numeric><Button variant="quiet" label={t('settings.backups.openNamed', { name: shown })} onPress={() => onOpen(name)}>{t('settings.backups.open')}</Button></Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
};

export const BackupsCard = () => {
  const t = useT();
  const run = useRun();
  const caiet = useCaiet();
  const { setReport } = usePackageReview();
  const [, navigate] = useLocation();
  const safety = useWorkspace((state) => state.safety);
  const [copies, setCopies] = useState<readonly SnapshotInfo[] | null>(null);
  const [isWriting, setWriting] = useState(false);

  const refresh = useCallback(async (): Promise<void> => {
    const found = await caiet.backups.list();
    setCopies(found.toSorted((left, right) => (left.name < right.name ? 1 : -1)));
  }, [caiet]);
  useEffect(() => {
    if (safety.kind !== 'none') run(refresh);
  }, [run, refresh, safety.kind]);

  const writeNow = (): void => {
    setWriting(true);
    run(async () => {
      try {
        await caiet.backups.writeNow();
        await refresh();
      } finally {
        setWriting(false);
      }
    });
  };
  const open = (name: string): void => run(async () => {
    setReport(await caiet.backups.inspect(name));
    navigate(IMPORT_PACKAGE);
  });

  return (
    <Card
      title={t('settings.backups')}
      aside={safety.kind === 'none' ? null : <Button onPress={writeNow} isDisabled={isWriting}>{isWriting ? t('settings.backups.writing') : t('settings.backups.writeNow')}</Button>}
    >
      <p className="prose">{t('settings.backups.explain')}</p>
      <Note tone={safety.kind === 'disk' ? 'info' : 'warn'}>{t(`settings.backups.${safety.kind}`)}</Note>
      {safety.location === null ? null : <p><span className="field-label">{t('settings.backups.location')}</span> <code className="path">{safety.location}</code></p>}
      {copies !== null && copies.length > 0 ? <><p className="soft prose">{t('settings.backups.review')}</p><Copies copies={copies} onOpen={open} /></> : null}
      {copies !== null && copies.length === 0 ? <p className="soft">{t('settings.backups.empty')}</p> : null}
    </Card>
  );
};
