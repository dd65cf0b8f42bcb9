/** Says why the rules of a call are read and not written, and which way leads on. */
import { ArrowRight } from 'lucide-react';
import { callLock } from '../../../domain/call-guard';
import { freezeInForce } from '../../../domain/frozen-call';
import type { Project } from '../../../domain/project';
import { useT } from '../../context/language';
import { callHref, projectHref } from '../../context/routes';
import { LinkButton } from '../../primitives/link-button';
import { Note } from '../../primitives/note';

/** Shows nothing while the call may be written. */
export const CallLockNote = ({ project }: { readonly project: Project }) => {
  const t = useT();
  const lock = callLock(project);
  if (lock === null) return null;
  const way = lock === 'erratum' ? <LinkButton icon={ArrowRight} href={callHref(project.id, 'questions')}>{t('call.readOnly.toErrata')}</LinkButton>
    : lock === 'decided' ? <LinkButton icon={ArrowRight} href={projectHref(project.id, 'decision')}>{t('call.readOnly.toDecision')}</LinkButton> : undefined;
  return <Note {...(way === undefined ? {} : { actions: way })}>{t(`call.readOnly.${lock}`, { freeze: freezeInForce(project)?.id ?? '' })}</Note>;
};
