/** The way on to the next part of the call, for a part in which nothing else is the next step. */
import { ArrowRight } from 'lucide-react';
import { CALL_PARTS, type CallPart } from '../../../domain/call-parts';
import type { Id } from '../../../domain/values';
import { useT } from '../../context/language';
import { callHref } from '../../context/routes';
import { LinkButton } from '../../primitives/link-button';

export const NextPart = ({ projectId, after }: { readonly projectId: Id; readonly after: CallPart }) => {
  const t = useT();
  const next = CALL_PARTS[CALL_PARTS.indexOf(after) + 1];
  if (next === undefined) return null;
  return <LinkButton variant="primary" icon={ArrowRight} href={callHref(projectId, next)}>{t('call.next.part', { part: t(`call.part.${next}`) })}</LinkButton>;
};
