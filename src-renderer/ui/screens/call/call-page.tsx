/** The frame of every part of the call: one heading, the way to the other parts with what is missing in each, and the part itself. */
import { useMemo, type ReactNode } from 'react';
import { Link } from 'wouter';
import { CALL_PARTS, partOfProblem, type CallPart } from '../../../domain/call-parts';
import type { Problem } from '../../../domain/problem';
import type { Project } from '../../../domain/project';
import { useT } from '../../context/language';
import { callHref } from '../../context/routes';
import { Page } from '../../primitives/page';
import { VisuallyHidden } from '../../primitives/visually-hidden';

export interface CallPageProps {
  readonly part: CallPart;
  readonly project: Project;
  /** Of the whole call, so that every part can say what is missing in it. */
  readonly problems: readonly Problem[];
  /** The one primary act, when it leads to another place. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

const missingByPart = (problems: readonly Problem[]): ReadonlyMap<CallPart, number> => {
  const counts = new Map<CallPart, number>();
  for (const problem of problems) {
    if (problem.severity === 'info') continue;
    const part = partOfProblem(problem);
    counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return counts;
};

const CallParts = ({ project, problems, here }: { readonly project: Project; readonly problems: readonly Problem[]; readonly here: CallPart }) => {
  const t = useT();
  const missing = useMemo(() => missingByPart(problems), [problems]);
  return (
    <nav className="call-parts" aria-label={t('call.parts')}>
      <ol>
        {CALL_PARTS.map((part) => {
          const count = missing.get(part) ?? 0;
          return (
            <li key={part}>
              <Link href={callHref(project.id, part)} className={part === here ? 'call-part call-part-here' : 'call-part'} aria-current={part === here ? 'page' : undefined}>
                {t(`call.part.${part}`)}
                {count === 0 ? null : <span className="call-part-count"><span aria-hidden>{count}</span><VisuallyHidden>, {t('call.part.missing', { count })}</VisuallyHidden></span>}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
};

export const CallPage = ({ part, project, problems, actions, children }: CallPageProps) => {
  const t = useT();
  return (
    <Page title={t('call.title')} windowTitle={t('call.part.page', { part: t(`call.part.${part}`) })} lede={t(`call.part.${part}.lede`)} actions={actions}>
      <CallParts project={project} problems={problems} here={part} />
      {children}
    </Page>
  );
};
