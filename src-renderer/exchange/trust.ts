/**
 * What a signature is worth here. A device is trusted from the first signed package that a person takes in; from then
 * on whatever does not fit what is known of it is told, each case by its own name, and taken in only on purpose.
 */
import type { DeviceKeys, KnownDevice } from '../domain/known-devices';
import type { Id, Instant } from '../domain/values';
import { fingerprintOf } from './signature';
import type { OpenedFacts, ProjectFacts } from './opened-package';

export type Trust =
  /** Made on this very computer. */
  | { readonly state: 'own'; readonly fingerprint: string }
  | { readonly state: 'known'; readonly fingerprint: string; readonly device: KnownDevice }
  /** Signed by a device nobody here has met. */
  | { readonly state: 'new'; readonly fingerprint: string }
  /** Not signed, by a device that never signed anything taken in here. */
  | { readonly state: 'unsigned' }
  /** Not signed, though everything taken in from this device before was. */
  | { readonly state: 'stripped'; readonly device: KnownDevice }
  /** Signed by another key than the device's. */
  | { readonly state: 'changedKey'; readonly fingerprint: string; readonly device: KnownDevice }
  /** Signed, but made before a package of the same device that was taken in already. */
  | { readonly state: 'replayed'; readonly fingerprint: string; readonly device: KnownDevice }
  /** The signature does not belong to the content. */
  | { readonly state: 'invalid' };

/** What a person must say yes to before the package is taken in. */
const ASKED = ['stripped', 'changedKey', 'replayed'] as const;
type Asked = Extract<Trust, { readonly state: (typeof ASKED)[number] }>;
export const needsConsent = (trust: Trust): trust is Asked => ASKED.some((state) => state === trust.state);

type Signed = Pick<OpenedFacts, 'deviceId' | 'signature' | 'packageId'> & { readonly projects: readonly Pick<ProjectFacts, 'id'>[] };

/**
 * True when a later package of the device with one of these projects was taken in already, or another one under the
 * same number. By project, for packages of different projects may well arrive in another order than they were made.
 */
const isOvertaken = (sequence: number, { packageId, projects }: Signed, { taken }: KnownDevice): boolean => projects.some(({ id }) => {
  const last = Object.hasOwn(taken, id) ? taken[id] : undefined;
  return last !== undefined && (sequence < last.sequence || (sequence === last.sequence && packageId !== last.packageId));
});

/** `ownKey`: public key of this computer; null when it has never signed. */
export const trustOf = (report: Signed, devices: DeviceKeys, ownKey: string | null): Trust => {
  const { deviceId, signature } = report;
  const device = Object.hasOwn(devices, deviceId) ? devices[deviceId] : undefined;
  if (signature.state === 'none') return device === undefined ? { state: 'unsigned' } : { state: 'stripped', device };
  if (signature.state !== 'valid') return { state: 'invalid' };
  const fingerprint = fingerprintOf(signature.publicKey);
  if (signature.publicKey === ownKey) return { state: 'own', fingerprint };
  if (device === undefined) return { state: 'new', fingerprint };
  if (device.publicKey !== signature.publicKey) return { state: 'changedKey', fingerprint, device };
  return { state: isOvertaken(signature.sequence, report, device) ? 'replayed' : 'known', fingerprint, device };
};

/** What was taken in of each project, with this package's. A replay that was taken in on purpose does not turn the numbers back. */
const takenWith = ({ packageId, projects }: Signed, sequence: number, before: KnownDevice['taken']): KnownDevice['taken'] => ({
  ...before,
  ...Object.fromEntries(projects.filter(({ id }) => sequence >= (before[id]?.sequence ?? 0)).map(({ id }) => [id, { sequence, packageId }])),
});

/** The devices known after the package was taken in. */
export const devicesAfter = (devices: DeviceKeys, report: Signed & Pick<OpenedFacts, 'producer'>, now: Instant, ownKey: string | null): DeviceKeys => {
  const { signature, deviceId, producer } = report;
  if (signature.state !== 'valid' || signature.publicKey === ownKey) return devices;
  const known = Object.hasOwn(devices, deviceId) ? devices[deviceId] : undefined;
  const same = known?.publicKey === signature.publicKey ? known : undefined;
  return {
    ...devices,
    [deviceId]: {
      publicKey: signature.publicKey,
      name: known?.name ?? producer.authority,
      firstSeenAt: same?.firstSeenAt ?? now,
      lastSeenAt: now,
      taken: takenWith(report, signature.sequence, same?.taken ?? {}),
    },
  };
};

/** Without one device: what it signs next is met as new. */
export const withoutDevice = (devices: DeviceKeys, id: Id): DeviceKeys => Object.fromEntries(Object.entries(devices).filter(([known]) => known !== id));
