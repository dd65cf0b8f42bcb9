import { describe, expect, it } from 'vitest';
import { checkFormat, upgradePackage, type UpgradeStep } from '../../../src-renderer/exchange/upgrade-chain';

const STEPS: readonly UpgradeStep[] = [
  { from: 2, upgrade: ({ authority, ...rest }) => ({ ...rest, producer: { authority: authority ?? '' } }) },
  { from: 1, upgrade: ({ town, ...rest }) => ({ ...rest, authority: town ?? '' }) },
];

const older = { format: 'caiet-package', version: 1, town: 'Chitila', extra: [1] };

describe('the upgrade chain', () => {
  it('takes an older package forward one version at a time, in order, keeping what it does not know', () => {
    expect(upgradePackage(checkFormat(older, 3), STEPS, 3)).toEqual({ format: 'caiet-package', version: 3, producer: { authority: 'Chitila' }, extra: [1] });
  });

  it('leaves the older package itself as it was', () => {
    const before = structuredClone(older);
    upgradePackage(checkFormat(older, 3), STEPS, 3);
    expect(older).toEqual(before);
  });

  it('leaves a package of today alone', () => {
    expect(upgradePackage(checkFormat({ ...older, version: 3 }, 3), STEPS, 3)).toEqual({ ...older, version: 3 });
  });

  it('refuses rather than skips a missing step', () => {
    expect(() => upgradePackage(checkFormat(older, 3), STEPS.slice(0, 1), 3)).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'package.noUpgrade', data: { found: 1, supported: 3 } }) }));
  });

  it('refuses what is newer, with both numbers', () => {
    expect(() => checkFormat({ ...older, version: 4 }, 3)).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'package.newerVersion', data: { found: 4, supported: 3 } }) }));
  });
});
