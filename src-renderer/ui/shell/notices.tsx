/** Everything that passes by: files under way, notices of the application and failures of commands, in one corner. */
import { useEffect, useState } from 'react';
import type { Notice } from '../../app/caiet';
import { useCaiet, useWorkspace } from '../context/caiet-context';
import { useT } from '../context/language';
import { useOutgoing, type Sending } from '../context/outgoing';
import { useFailures, useRun, type Failure } from '../context/run';
import { useWords } from '../context/words';
import type { Tone } from '../primitives/pill';
import { ProgressBar } from '../primitives/progress-bar';
import { Toast, ToastRegion } from '../primitives/toast';

const TONES: Readonly<Record<Notice['tone'], Tone>> = { info: 'info', success: 'ok', warning: 'warn', error: 'bad' };

/** Good news and plain news leave by themselves; what offers an act waits longer, what went wrong waits for the person. */
const lifeOf = (notice: Notice, hasAct: boolean): number | undefined => {
  if (notice.tone === 'warning' || notice.tone === 'error') return undefined;
  return hasAct ? 30_000 : 10_000;
};

/** Whether undo would still take back what the notice told of: later changes and other projects have their own. */
const useIsLastChange = (): boolean => {
  const { workspace } = useCaiet();
  const [told] = useState(() => workspace.getState().open?.undo ?? null);
  return useWorkspace((state) => told !== null && state.open?.undo === told);
};

const NoticeToast = ({ notice }: { readonly notice: Notice }) => {
  const t = useT();
  const caiet = useCaiet();
  const run = useRun();
  const words = useWords();
  const isLastChange = useIsLastChange();
  const dismiss = (): void => caiet.dismissNotice(notice.id);
  const deletedId = notice.code === 'projectDeleted' ? notice.data['id'] : undefined;
  const deleted = useWorkspace((state) => state.summaries.find(({ id, deletedAt }) => id === deletedId && deletedAt !== null)?.id);
  const restore = (): void => {
    dismiss();
    if (deleted !== undefined) run(() => caiet.projects.restore(deleted));
  };
  const undo = (): void => {
    dismiss();
    caiet.undo();
  };
  const act = notice.undoable && isLastChange ? { actionLabel: t('app.undo'), onAction: undo } : deleted !== undefined ? { actionLabel: t('projects.notice.undo'), onAction: restore } : {};
  const life = lifeOf(notice, 'onAction' in act);
  return <Toast tone={TONES[notice.tone]} onDismiss={dismiss} {...act} {...(life === undefined ? {} : { leavesAfterMs: life })}>{words.notice(notice)}</Toast>;
};

const FailureToast = ({ failure, onDismiss }: { readonly failure: Failure; readonly onDismiss: () => void }) => {
  const t = useT();
  const words = useWords();
  const [copied, setCopied] = useState(false);
  if (failure.problem !== null) return <Toast tone="bad" onDismiss={onDismiss}>{words.problem(failure.problem)}</Toast>;
  const copy = (): void => {
    void navigator.clipboard.writeText(failure.details).then(() => setCopied(true));
  };
  return (
    <Toast tone="bad" onDismiss={onDismiss} actionLabel={t('app.crash.copy')} onAction={copy}>
      {copied ? t('app.crash.copied') : t('app.crash.unexpected')}
    </Toast>
  );
};

/** Soon enough for who waits, and late enough not to flash up for what is made at once. */
const SHOWN_AFTER_MS = 400;

const SendingToast = ({ sending: { fraction, stop } }: { readonly sending: Sending }) => {
  const t = useT();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isShown) return null;
  return <li className="toast toast-info"><ProgressBar label={t('exchange.preparing')} fraction={fraction} onCancel={stop} /></li>;
};

export const Notices = () => {
  const t = useT();
  const outgoing = useOutgoing();
  const notices = useWorkspace((state) => state.notices);
  const { failures, dismiss } = useFailures();
  return (
    <ToastRegion label={t('app.messages')}>
      {outgoing.map((sending) => <SendingToast key={sending.key} sending={sending} />)}
      {notices.map((notice) => <NoticeToast key={notice.id} notice={notice} />)}
      {failures.map((failure) => <FailureToast key={failure.key} failure={failure} onDismiss={() => dismiss(failure.key)} />)}
    </ToastRegion>
  );
};
