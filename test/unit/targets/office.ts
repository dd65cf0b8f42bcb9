/** An office at its computer, with a folder as its exchange target. */
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { HostTargets } from '../../../src-main/bridge/targets-api';
import { PACKAGES_FOLDER } from '../../../src-main/bridge/target-files';
import type { TargetView } from '../../../src-renderer/app/targets/target-state';
import { startCaiet, type Started } from '../app/harness';
import { hostTargets } from './host-targets';
import { targetsOn } from './samples';

export interface Office extends Started {
  readonly id: string;
  readonly view: () => TargetView;
  readonly projectId: string;
}

/** An office with the demo project that uses the folder as its target. */
export const office = async (folder: () => string, place: string, wrap: (host: HostTargets) => HostTargets = (host) => host): Promise<Office> => {
  const started = await startCaiet({ targets: wrap(hostTargets(targetsOn(folder()), () => place)) });
  const { targets, projects } = started.caiet;
  const projectId = await projects.openDemo();
  const connection = await targets.chooseFolder();
  const id = connection?.id ?? '';
  const offer = await targets.examine(id);
  await (offer.kind === 'target' ? targets.join(id) : targets.setUp(id, 'Centrul de competență'));
  const view = (): TargetView => {
    const [found] = targets.state.getState().targets;
    if (found === undefined) throw new Error('no target');
    return found;
  };
  return { ...started, id, view, projectId };
};

export const sending = async (one: Office): Promise<void> => {
  await one.caiet.targets.choose(one.id, one.projectId, true);
  await one.caiet.targets.send(one.id);
};

export const newPlace = (folder: () => string): string => {
  const place = path.join(folder(), 'schimb');
  mkdirSync(place);
  return place;
};
export const packages = (place: string): readonly string[] => readdirSync(path.join(place, PACKAGES_FOLDER)).toSorted();
export const open = ({ incoming }: TargetView) => incoming.filter(({ state, gone }) => state !== 'done' && !(state === 'listed' && gone));
