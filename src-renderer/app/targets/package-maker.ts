/** Makes the package of one project that goes to a target. */
import type { OutgoingPackage } from '../../domain/ports/target-store';
import type { Id } from '../../domain/values';
import { packageFileName } from '../../exchange/targets/package-name';
import { writeWholeProjects } from '../package-export';
import type { CaietPorts } from '../ports';
import type { Session } from '../session';
import type { Workspace } from '../workspace';

export interface MadePackage {
  readonly outgoing: OutgoingPackage;
  readonly bytes: Uint8Array;
}

export type MakePackage = (projectId: Id) => Promise<MadePackage>;

/** The project as it is now, with its history: the same as "Export the package" writes. */
export const packageMaker = (ports: CaietPorts, workspace: Workspace, session: Session): MakePackage => async (projectId) => {
  const { project, log } = await session.whole(projectId);
  const { deviceId } = workspace.state().settings;
  const { bytes, packageId: id } = await writeWholeProjects([projectId], {}, ports, workspace, session);
  return {
    bytes,
    outgoing: { name: packageFileName(deviceId, id, bytes), size: bytes.byteLength, kind: 'project', projectId, title: project.title, state: log.at(-1)?.hash ?? '' },
  };
};
