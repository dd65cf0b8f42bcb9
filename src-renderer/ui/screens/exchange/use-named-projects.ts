/** Projects of a package by which its problems can say where they are. */
import { startTransition, useEffect, useState } from 'react';
import { pathOfPointer } from '../../../domain/json-pointer';
import type { Problem } from '../../../domain/problem';
import type { Project } from '../../../domain/project';
import type { Id } from '../../../domain/values';
import type { OpenedPackage } from '../../../exchange/opened-package';
import { useRun } from '../../context/run';
import type { NamedProject } from './places';

/** So many are fetched for their names; a problem of any other is told with the project's title alone. */
const MOST_FETCHED = 50;

/** Ids of the projects whose insides a problem is in, each once. */
const spokenOf = ({ projects }: Pick<OpenedPackage, 'projects'>, problems: readonly Problem[]): readonly Id[] => {
  const ids = problems.flatMap(({ pointer }) => {
    const [part, key, ...inside] = pathOfPointer(pointer ?? '');
    const id = part === 'projects' ? projects[Number(key)]?.id : undefined;
    return id === undefined || inside.length === 0 ? [] : [id];
  });
  return [...new Set(ids)].slice(0, MOST_FETCHED);
};

export const useNamedProjects = (report: OpenedPackage): readonly NamedProject[] => {
  const run = useRun();
  const [found, setFound] = useState<{ readonly report: OpenedPackage; readonly projects: ReadonlyMap<Id, Project> } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const ids = spokenOf(report, report.problems);
    if (ids.length === 0) return undefined;
    run(async () => {
      try {
        const projects = new Map<Id, Project>();
        for (const id of ids) projects.set(id, await report.project(id));
        if (isCurrent) startTransition(() => setFound({ report, projects }));
      } catch (error) {
        // A package that was put away meanwhile has no answers any more.
        if (isCurrent) throw error;
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [report, run]);
  return report.projects.map(({ id, title }) => {
    const project = found?.report === report ? found.projects.get(id) : undefined;
    return { id, title, ...(project === undefined ? {} : { project }) };
  });
};
