/** Opens the project an address names before its screen is drawn. */
import { useEffect, useState, type ReactNode } from 'react';
import { ProblemError, type Problem } from '../../domain/problem';
import type { Id } from '../../domain/values';
import { useCaiet, useWorkspace } from '../context/caiet-context';
import { useT } from '../context/language';
import { PROJECTS } from '../context/routes';
import { useWords } from '../context/words';
import { LinkButton } from '../primitives/link-button';
import { Note } from '../primitives/note';
import { Page } from '../primitives/page';
import { ReceivedScreen } from '../screens/received/received-screen';

const Missing = ({ problem }: { readonly problem: Problem }) => {
  const t = useT();
  const words = useWords();
  return (
    <Page title={t('app.project.missingTitle')}>
      <Note tone="warn">{words.problem(problem)}</Note>
      <div className="cluster"><LinkButton variant="primary" href={PROJECTS}>{t('app.project.toList')}</LinkButton></div>
    </Page>
  );
};

export const ProjectRoute = ({ id, children }: { readonly id: Id; readonly children: ReactNode }) => {
  const t = useT();
  const caiet = useCaiet();
  const openId = useWorkspace((state) => state.open?.project.id ?? null);
  const isSheet = useWorkspace((state) => state.open?.project.assignment !== undefined);
  const [failure, setFailure] = useState<{ readonly id: Id; readonly error: unknown } | null>(null);
  const failed = failure?.id === id ? failure.error : null;

  useEffect(() => {
    if (openId === id || failed !== null) return undefined;
    let isCurrent = true;
    caiet.projects.open(id).catch((error: unknown) => {
      if (isCurrent) setFailure({ id, error });
    });
    return () => {
      isCurrent = false;
    };
  }, [caiet, id, openId, failed]);

  // Of a received sheet there is one thing to do, whatever address led here.
  if (openId === id) return isSheet ? <ReceivedScreen /> : children;
  if (failed instanceof ProblemError) return <Missing problem={failed.problem} />;
  if (failed !== null) throw failed;
  return <output className="page-waiting">{t('app.project.opening')}</output>;
};
