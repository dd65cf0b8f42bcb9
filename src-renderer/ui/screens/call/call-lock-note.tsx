/** Says why the rules of a call are read and not written, and which way leads on. */
import { ArrowRight } from 'lucide-react';
import { callLock, type CallLock } from '../../../domain/call-guard';
import { freezeInForce } from '../../../domain/frozen-call';
import type { Project } from '../../../domain/project';
import { useT } from '../../context/language';
import { callHref, projectHref } from '../../context/routes';
import { LinkButton } from '../../primitives/link-button';
import { Note } from '../../primitives/note';

/** Shows nothing while what it stands above may be written: the call, or what `lock` was asked of. */
export const CallLockNote = ({ project, lock = callLock(project) }: { readonly project: Project; readonly lock?: CallLock | null }) => {
  const t = useT();
  if (lock === null) return null;
  const way = lock === 'erratum' ? <LinkButton icon={ArrowRight} href={callHref(project.id, 'questions')}>{t('call.readOnly.toErrata')}</LinkButton>
    : lock === 'decided' ? <LinkButton icon={ArrowRight} href={projectHref(project.id, 'decision')}>{t('call.readOnly.toDecision')}</LinkButton> : undefined;
  return <Note {...(way === undefined ? {} : { actions: way })}>{t(`call.readOnly.${lock}`, { freeze: freezeInForce(project)?.id ?? '' })}</Note>;
};
