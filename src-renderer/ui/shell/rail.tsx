/** The journey: stages with what is missing in each, then the places beside it. Its marks are facts from the project. */
import { ArrowLeftRight, Check, FileText, FolderOpen, Settings, type LucideIcon } from 'lucide-react';
import { useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import { stageStatus, TRACKED_STAGES, type StageStatus, type TrackedStage } from '../../domain/stage';
import type { Project } from '../../domain/project';
import { useWorkspace } from '../context/caiet-context';
import { useT } from '../context/language';
import { projectHref, PROJECTS, SETTINGS } from '../context/routes';
import { useRulePack } from '../context/rule-pack';
import { VisuallyHidden } from '../primitives/visually-hidden';

/** Numbers of the whole journey, from needs (1) to implementation (7). */
const STAGE_NUMBERS: Readonly<Record<TrackedStage, number>> = { call: 4, bids: 5, evaluation: 6 };

const StageLink = ({ stage, status, href, isHere }: { readonly stage: TrackedStage; readonly status: StageStatus; readonly href: string; readonly isHere: boolean }) => {
  const t = useT();
  const isDone = status.state === 'done';
  const words = { done: t('app.rail.done'), empty: t('app.rail.empty'), attention: t('app.rail.missing', { count: status.missing }) };
  return (
    <li>
      <Link href={href} className={isHere ? 'rail-link rail-here' : 'rail-link'} aria-current={isHere ? 'page' : undefined}>
        <span className={isDone ? 'rail-mark rail-done' : 'rail-mark'} aria-hidden>{isDone && !isHere ? <Check size={14} strokeWidth={2.5} /> : STAGE_NUMBERS[stage]}</span>
        <span className="rail-name">{t(`app.stage.${stage}`)}</span>
        {isDone ? <span className="rail-fact">{status.count}<VisuallyHidden>, {words.done}</VisuallyHidden></span> : <span className="rail-fact">{words[status.state]}</span>}
      </Link>
    </li>
  );
};

const PlaceLink = ({ href, icon: Icon, name, isHere }: { readonly href: string; readonly icon: LucideIcon; readonly name: string; readonly isHere: boolean }) => (
  <li>
    <Link href={href} className={isHere ? 'rail-link rail-here' : 'rail-link'} aria-current={isHere ? 'page' : undefined}>
      <span className="rail-mark rail-icon" aria-hidden><Icon size={16} /></span>
      <span className="rail-name">{name}</span>
    </Link>
  </li>
);

const ProjectStages = ({ project, location }: { readonly project: Project; readonly location: string }) => {
  const t = useT();
  const rulePack = useRulePack();
  const statuses = useMemo(() => stageStatus(project, rulePack), [project, rulePack]);
  const exchange = projectHref(project.id, 'exchange');
  const about = projectHref(project.id, 'about');
  return (
    <nav aria-label={t('app.rail')}>
      <p className="rail-title">{project.title.trim() === '' ? t('app.unnamedProject') : project.title}</p>
      <ol>
        {TRACKED_STAGES.map((stage) => {
          const href = projectHref(project.id, stage);
          return <StageLink key={stage} stage={stage} status={statuses[stage]} href={href} isHere={location === href || location.startsWith(`${href}/`)} />;
        })}
      </ol>
      <ul className="rail-below">
        <PlaceLink href={exchange} icon={ArrowLeftRight} name={t('app.rail.exchange')} isHere={location === exchange} />
        <PlaceLink href={about} icon={FileText} name={t('app.rail.about')} isHere={location === about} />
      </ul>
    </nav>
  );
};

export const Rail = () => {
  const t = useT();
  const [location] = useLocation();
  const project = useWorkspace((state) => state.open?.project ?? null);
  return (
    <div className="rail-content">
      {project === null ? null : <ProjectStages project={project} location={location} />}
      <nav aria-label={t('app.rail.places')}>
        <ul className="rail-below">
          <PlaceLink href={PROJECTS} icon={FolderOpen} name={t('app.rail.projects')} isHere={location === PROJECTS} />
          <PlaceLink href={SETTINGS} icon={Settings} name={t('app.rail.settings')} isHere={location === SETTINGS} />
        </ul>
      </nav>
    </div>
  );
};
