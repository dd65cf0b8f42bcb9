/** This device's own fingerprint, and the devices whose signed packages were taken in here. */
import { useEffect, useState } from 'react';
import { fingerprintOf } from '../../../exchange/signature';
import type { Id } from '../../../domain/values';
import { useCaiet, useWorkspace } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { ConfirmDialog } from '../../primitives/confirm-dialog';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { TextField } from '../../primitives/text-field';
import { VisuallyHidden } from '../../primitives/visually-hidden';

const useOwnFingerprint = (): string | null => {
  const { devices } = useCaiet();
  const [own, setOwn] = useState<string | null>(null);
  useEffect(() => {
    void devices.ownFingerprint().then(setOwn);
  }, [devices]);
  return own;
};

export const DevicesCard = () => {
  const t = useT();
  const format = useFormat();
  const { devices } = useCaiet();
  const known = useWorkspace((state) => state.settings.knownDevices);
  const own = useOwnFingerprint();
  const [leaving, setLeaving] = useState<Id | null>(null);
  const lines = Object.entries(known ?? {}).toSorted(([, left], [, right]) => (left.name < right.name ? -1 : 1));
  return (
    <Card title={t('packages.devices.title')}>
      <p className="prose">{t('packages.devices.explain')}</p>
      <p><span className="field-label">{t('packages.devices.own')}</span> {own === null ? <span className="soft">{t('packages.devices.ownNone')}</span> : <span className="mono">{own}</span>}</p>
      {lines.length === 0 ? <p className="soft">{t('packages.devices.none')}</p> : (
        <Table label={t('packages.devices.list')}>
          <Thead><tr><Th>{t('packages.devices.name')}</Th><Th>{t('packages.fingerprint')}</Th><Th>{t('packages.devices.seen')}</Th><Th><VisuallyHidden>{t('packages.devices.actions')}</VisuallyHidden></Th></tr></Thead>
          <Tbody>
            {lines.map(([id, device]) => (
              <Tr key={id}>
                <Td><TextField label={t('packages.devices.nameOf', { name: device.name })} labelHidden value={device.name} maxLength={500} onCommit={(name) => devices.rename(id, name)} /></Td>
                <Td><span className="mono">{fingerprintOf(device.publicKey)}</span></Td>
                <Td>{format.instant(device.lastSeenAt)}</Td>
                <Td numeric><Button variant="quiet" label={t('packages.devices.forgetNamed', { name: device.name })} onPress={() => setLeaving(id)}>{t('packages.devices.forget')}</Button></Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      <ConfirmDialog
        isOpen={leaving !== null} title={t('packages.devices.forget.title')} body={t('packages.devices.forget.text')} confirmLabel={t('packages.devices.forget')} onClose={() => setLeaving(null)}
        onConfirm={() => {
          if (leaving !== null) devices.forget(leaving);
        }}
      />
    </Card>
  );
};
