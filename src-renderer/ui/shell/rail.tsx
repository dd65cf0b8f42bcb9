/** The journey: stages with what is missing in each, then the places beside it. Its marks are facts from the project. */
import { ArrowLeftRight, Check, ClipboardPen, FileText, FolderOpen, FolderSync, Gavel, GitCompareArrows, ScrollText, Settings, type LucideIcon } from 'lucide-react';
import { useCallback, useState, type MouseEvent, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { openConflicts } from '../../domain/merge-conflict';
import { findingStages, stageStatus, TRACKED_STAGES, type StageStatus, type StageStatuses, type TrackedStage } from '../../domain/stage';
import type { Project } from '../../domain/project';
import type { MessageKey } from '../../i18n/translator';
import { useWorkspace } from '../context/caiet-context';
import { useT } from '../context/language';
import { EXCHANGE, projectHref, PROJECTS, SETTINGS } from '../context/routes';
import { useOtherPurchases } from '../context/other-purchases';
import { useRulePack } from '../context/rule-pack';
import { useSliced } from '../context/use-sliced';
import { VisuallyHidden } from '../primitives/visually-hidden';

/** Numbers of the whole journey, from needs (1) to implementation (7). */
const STAGE_NUMBERS: Readonly<Record<TrackedStage, number>> = { needs: 1, specification: 3, call: 4, bids: 5, evaluation: 6 };

/** Doubts of needs, requirements, a call or bids are to be checked; scores are missing until they are given. */
const ATTENTION = { needs: 'app.rail.toCheck', specification: 'app.rail.toCheck', call: 'app.rail.toCheck', bids: 'app.rail.toCheck', evaluation: 'app.rail.missing' } as const satisfies Readonly<Record<TrackedStage, MessageKey>>;

/** Takes the way to a place upon itself, for a rail that must leave first. */
type OnGo = (href: string) => void;

interface RailLinkProps {
  readonly href: string;
  readonly isHere: boolean;
  readonly onGo: OnGo | undefined;
  readonly children: ReactNode;
}

const RailLink = ({ href, isHere, onGo, children }: RailLinkProps) => {
  const go = (event: MouseEvent): void => {
    if (onGo === undefined) return;
    event.preventDefault();
    onGo(href);
  };
  return <li><Link href={href} onClick={go} className={isHere ? 'rail-link rail-here' : 'rail-link'} aria-current={isHere ? 'page' : undefined}>{children}</Link></li>;
};

const StageLink = ({ stage, status, ...link }: Omit<RailLinkProps, 'children'> & { readonly stage: TrackedStage; readonly status: StageStatus }) => {
  const t = useT();
  const isDone = status.state === 'done';
  const words = { done: t('app.rail.done'), empty: t('app.rail.empty'), attention: t(ATTENTION[stage], { count: status.missing }) };
  return (
    <RailLink {...link}>
      <span className={isDone ? 'rail-mark rail-done' : 'rail-mark'} aria-hidden>{isDone && !link.isHere ? <Check size={14} strokeWidth={2.5} /> : STAGE_NUMBERS[stage]}</span>
      <span className="rail-name">{t(`app.stage.${stage}`)}</span>
      {isDone ? <span className="rail-fact">{status.count}<VisuallyHidden>, {words.done}</VisuallyHidden></span> : <span className="rail-fact">{words[status.state]}</span>}
    </RailLink>
  );
};

const PlaceLink = ({ icon: Icon, name, fact, ...link }: Omit<RailLinkProps, 'children'> & { readonly icon: LucideIcon; readonly name: string; readonly fact?: string }) => (
  <RailLink {...link}>
    <span className="rail-mark rail-icon" aria-hidden><Icon size={16} /></span>
    <span className="rail-name">{name}</span>
    {fact === undefined ? null : <span className="rail-fact">{fact}</span>}
  </RailLink>
);

const ReceivedSheet = ({ project, location, onGo }: { readonly project: Project; readonly location: string; readonly onGo: OnGo | undefined }) => {
  const t = useT();
  return (
    <nav aria-label={t('app.rail')}>
      <ul className="rail-below">
        <PlaceLink href={projectHref(project.id, 'evaluation')} icon={ClipboardPen} name={t('received.rail')} isHere={location.startsWith('/p/')} onGo={onGo} />
      </ul>
    </nav>
  );
};

/** Where the stages stand: at once when a project comes up, in slices after a change, for ten thousand bids are much to look through. */
const useStages = (project: Project): StageStatuses => {
  const rulePack = useRulePack();
  const others = useOtherPurchases(project.id);
  const [first] = useState(() => stageStatus(project, rulePack, others));
  const work = useCallback(() => findingStages(project, rulePack, others), [project, rulePack, others]);
  return useSliced(work).last ?? first;
};

const ProjectStages = ({ project, location, onGo }: { readonly project: Project; readonly location: string; readonly onGo: OnGo | undefined }) => {
  const t = useT();
  const statuses = useStages(project);
  const exchange = projectHref(project.id, 'exchange');
  const toDecide = projectHref(project.id, 'conflicts');
  const conflicts = openConflicts(project).length;
  const about = projectHref(project.id, 'about');
  const decision = projectHref(project.id, 'decision');
  const documents = projectHref(project.id, 'documents');
  return (
    <nav aria-label={t('app.rail')}>
      <ol>
        {TRACKED_STAGES.map((stage) => {
          const href = projectHref(project.id, stage);
          return <StageLink key={stage} stage={stage} status={statuses[stage]} href={href} isHere={location === href || location.startsWith(`${href}/`)} onGo={onGo} />;
        })}
      </ol>
      <ul className="rail-below">
        <PlaceLink href={decision} icon={Gavel} name={t('decision.title')} isHere={location === decision} onGo={onGo} />
        <PlaceLink href={documents} icon={ScrollText} name={t('documents.title')} isHere={location.startsWith(documents)} onGo={onGo} />
        <PlaceLink href={exchange} icon={ArrowLeftRight} name={t('app.rail.exchange')} isHere={location === exchange} onGo={onGo} />
        {conflicts === 0 ? null : <PlaceLink href={toDecide} icon={GitCompareArrows} name={t('merge.conflicts.rail')} fact={String(conflicts)} isHere={location === toDecide} onGo={onGo} />}
        <PlaceLink href={about} icon={FileText} name={t('app.rail.about')} isHere={location === about} onGo={onGo} />
      </ul>
    </nav>
  );
};

/** `onGo`: instead of going at once, as in a drawer that closes first. */
export const Rail = ({ onGo }: { readonly onGo?: OnGo }) => {
  const t = useT();
  const [location] = useLocation();
  const project = useWorkspace((state) => state.open?.project ?? null);
  return (
    <div className="rail-content">
      {project === null ? null : project.assignment === undefined ? <ProjectStages key={project.id} project={project} location={location} onGo={onGo} /> : <ReceivedSheet project={project} location={location} onGo={onGo} />}
      <nav aria-label={t('app.rail.places')}>
        <ul className="rail-below">
          <PlaceLink href={PROJECTS} icon={FolderOpen} name={t('app.rail.projects')} isHere={location === PROJECTS} onGo={onGo} />
          <PlaceLink href={EXCHANGE} icon={FolderSync} name={t('targets.title')} isHere={location === EXCHANGE} onGo={onGo} />
          <PlaceLink href={SETTINGS} icon={Settings} name={t('app.rail.settings')} isHere={location === SETTINGS} onGo={onGo} />
        </ul>
      </nav>
    </div>
  );
};
