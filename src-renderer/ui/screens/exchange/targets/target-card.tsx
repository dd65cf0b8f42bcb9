/** One exchange target: where it is, how it is, when it is used. */
import { useState } from 'react';
import type { TargetView } from '../../../../app/targets/target-state';
import { useCaiet } from '../../../context/caiet-context';
import { useFormat } from '../../../context/format';
import { useT } from '../../../context/language';
import { useRun } from '../../../context/run';
import { targetName } from '../../../context/targets';
import { Button } from '../../../primitives/button';
import { Card } from '../../../primitives/card';
import { ConfirmDialog } from '../../../primitives/confirm-dialog';
import { Note } from '../../../primitives/note';
import { Pill, type Tone } from '../../../primitives/pill';
import { RadioGroup } from '../../../primitives/radio-group';
import { TextField } from '../../../primitives/text-field';
import { Activity } from './activity';
import { Fingerprint } from './fingerprint';
import { TargetProblem } from './target-problem';

const MODES = ['manual', 'automatic'] as const;

type Standing = 'unused' | 'stopped' | 'away' | 'needs' | 'busy' | 'automatic' | 'manual';

const TONES: Readonly<Record<Standing, Tone>> = { unused: 'warn', stopped: 'bad', away: 'warn', needs: 'warn', busy: 'info', automatic: 'ok', manual: 'ok' };

/** What was enough once may not be any more: a password that was changed, a permission that was taken back. */
const needsOf = ({ connection, problem }: TargetView): TargetView['connection']['needs'] => {
  if (problem?.code === 'target.wrongPassword' || problem?.code === 'target.passwordNeeded') return 'password';
  return problem?.code === 'target.permissionNeeded' ? 'permission' : connection.needs;
};

const standingOf = (view: TargetView): Standing => {
  const { record, activity, problem } = view;
  if (activity !== null) return 'busy';
  if (record === null) return 'unused';
  if (record.stopped !== null) return 'stopped';
  if (needsOf(view) !== 'nothing') return 'needs';
  return problem === null ? record.mode : 'away';
};

const Facts = ({ view: { connection, reachedAt } }: { readonly view: TargetView }) => {
  const t = useT();
  const format = useFormat();
  const { kind, location, user, fingerprint, password } = connection;
  return (
    <dl className="target-facts">
      <div><dt>{t('targets.location')}</dt><dd><code className="path">{location}</code></dd></div>
      {user === null ? null : <div><dt>{t('targets.user')}</dt><dd>{user}</dd></div>}
      {kind === 'folder' ? null : <div><dt>{t('targets.password')}</dt><dd>{t(`targets.password.${password}`)}</dd></div>}
      {fingerprint === null ? null : <div><dt>{t('targets.certificate')}</dt><dd><Fingerprint fingerprint={fingerprint} /></dd></div>}
      {reachedAt === null ? null : <div><dt>{t('targets.reached')}</dt><dd>{format.instant(reachedAt)}</dd></div>}
    </dl>
  );
};

const Needs = ({ view }: { readonly view: TargetView }) => {
  const t = useT();
  const run = useRun();
  const { targets } = useCaiet();
  const [password, setPassword] = useState('');
  const { id } = view.connection;
  const needs = needsOf(view);
  if (needs === 'permission') return <div className="cluster"><Button onPress={() => run(() => targets.unlock(id, null))}>{t('targets.act.permit')}</Button></div>;
  if (needs === 'nothing') return null;
  const unlock = (): void => { if (password !== '') run(() => targets.unlock(id, password)); };
  return (
    <div className="target-password">
      <TextField label={t('targets.password')} type="password" value={password} maxLength={1000} onType={setPassword} onCommit={setPassword} onEnter={unlock} />
      <Button variant="primary" isDisabled={password === ''} onPress={unlock}>{t('targets.act.unlock')}</Button>
    </div>
  );
};

export const TargetCard = ({ view, onPrepare }: { readonly view: TargetView; readonly onPrepare: () => void }) => {
  const t = useT();
  const run = useRun();
  const { targets } = useCaiet();
  const [isForgetting, setForgetting] = useState(false);
  const { connection, record } = view;
  const name = targetName(view);
  const standing = standingOf(view);
  return (
    <Card title={name} aside={<><span>{t(`targets.kind.${connection.kind}`)}</span> <Pill tone={TONES[standing]}>{t(`targets.state.${standing}`)}</Pill></>}>
      <TargetProblem view={view} />
      <Needs view={view} />
      <Activity view={view} />
      <Facts view={view} />
      {connection.password === 'session' ? <Note tone="info">{t('targets.password.sessionNote')}</Note> : null}
      {record === null ? null : (
        <RadioGroup
          label={t('targets.mode')} value={record.mode} onChange={(mode) => run(() => targets.setMode(connection.id, mode))}
          options={MODES.map((id) => ({ id, label: t(`targets.mode.${id}`), description: t(`targets.mode.${id}Text`) }))}
        />
      )}
      <div className="cluster">
        {record === null ? <Button onPress={onPrepare}>{t('targets.act.prepare')}</Button> : null}
        <Button variant="quiet" label={`${t('targets.act.forget')}: ${name}`} onPress={() => setForgetting(true)}>{t('targets.act.forget')}</Button>
      </div>
      <ConfirmDialog
        title={t('targets.forget.title', { name })} body={t('targets.forget.text')} confirmLabel={t('targets.forget.confirm')} tone="danger"
        isOpen={isForgetting} onClose={() => setForgetting(false)} onConfirm={() => run(() => targets.forget(connection.id))}
      />
    </Card>
  );
};
