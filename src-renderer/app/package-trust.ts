/** What the signature of a package is worth here, and the devices known for it. */
import { devicesAfter, trustOf, withoutDevice } from '../exchange/trust';
import { fingerprintOf } from '../exchange/signature';
import type { Settings } from '../domain/ports/project-store';
import type { DeviceCommands } from './package-commands';
import type { CaietPorts } from './ports';
import type { Workspace } from './workspace';

export const deviceCommands = ({ deviceKey, clock }: Pick<CaietPorts, 'deviceKey' | 'clock'>, workspace: Workspace, changeSettings: (fields: Partial<Settings>) => void): DeviceCommands => {
  const known = () => workspace.state().settings.knownDevices ?? {};
  return {
    ownFingerprint: async () => {
      const own = await deviceKey.publicKey();
      return own === null ? null : fingerprintOf(own);
    },
    trust: async (report) => trustOf(report, known(), await deviceKey.publicKey()),
    remember: async (report) => {
      const before = known();
      const after = devicesAfter(before, report, clock.now(), await deviceKey.publicKey());
      if (after !== before) changeSettings({ knownDevices: after });
    },
    rename: (id, name) => {
      const device = known()[id];
      if (device !== undefined) changeSettings({ knownDevices: { ...known(), [id]: { ...device, name } } });
    },
    forget: (id) => changeSettings({ knownDevices: withoutDevice(known(), id) }),
  };
};
