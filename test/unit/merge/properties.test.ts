import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../../src-renderer/domain/audit';
import { applyPatches } from '../../../src-renderer/domain/apply-patches';
import type { Project } from '../../../src-renderer/domain/project';
import { projectProblems } from '../../../src-renderer/domain/project-problems';
import { Device } from './device';
import { propertyOptions as options, propertyTimeout as TIMEOUT } from './property-options';
import { carryOut, start, steps, type Step } from './random-edits';


const threeDevices = (): [Device, Device, Device] => {
  const first = Device.creating('A', start());
  return [first, Device.adding('B', first.export()), Device.adding('C', first.export())];
};

const after = (history: readonly Step[]): [Device, Device, Device] => {
  const devices = threeDevices();
  for (const step of history) carryOut(devices, step);
  return devices;
};

const replayed = ({ history }: Device): Project | undefined => history.reduce<Project | undefined>((project, { patches }) => applyPatches(project, patches), undefined);

/** Everybody imports from everybody until nobody learns anything. */
const exchangeAll = (devices: readonly Device[]): void => {
  for (let round = 0; round < 4; round += 1) for (const here of devices) for (const there of devices) if (here !== there) here.import(there.export());
};

describe('three devices that edit apart and import from each other', TIMEOUT, () => {
  it('end in the same project when all have imported from all', () => {
    fc.assert(fc.property(steps, (history) => {
      const devices = after(history);
      exchangeAll(devices);
      expect(devices[1].project).toEqual(devices[0].project);
      expect(devices[2].project).toEqual(devices[0].project);
    }), options(150));
  });

  it('get the same from two imports in either order', () => {
    fc.assert(fc.property(steps, (history) => {
      const [here, b, c] = after(history);
      const other = here.clone();
      here.import(b.export());
      here.import(c.export());
      other.import(c.export());
      other.import(b.export());
      expect(other.project).toEqual(here.project);
    }), options(150));
  });

  it('learn nothing from the same package twice, nor from their own', () => {
    fc.assert(fc.property(steps, (history) => {
      const [here, there] = after(history);
      const own = here.export();
      const incoming = there.export();
      here.import(incoming);
      expect(here.import(incoming).status).toBe('nothing');
      expect(here.import(own).status).toBe('nothing');
    }), options(100));
  });

  it('keep a chain that verifies and replays to the project, and every project sound', () => {
    fc.assert(fc.property(steps, (history) => {
      const devices = after(history);
      exchangeAll(devices);
      for (const device of devices) {
        expect(verifyChain(device.history)).toEqual([]);
        expect(replayed(device)).toEqual(device.project);
        expect(projectProblems(device.project).filter(({ severity }) => severity === 'error')).toEqual([]);
      }
    }), options(100));
  });
});
