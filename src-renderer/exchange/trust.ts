/**
 * What a signature is worth here. A device is trusted from the first signed package that a person takes in; from then
 * on whatever does not fit what is known of it is told, each case by its own name, and taken in only on purpose.
 */
import type { DeviceKeys, KnownDevice } from '../domain/known-devices';
import type { Id, Instant } from '../domain/values';
import { fingerprintOf } from './signature';
import type { PackageReport } from './report';

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
export type TrustState = Trust['state'];

/** What a person must say yes to before the package is taken in. */
const ASKED: readonly TrustState[] = ['stripped', 'changedKey', 'replayed'];
export const needsConsent = ({ state }: Trust): boolean => ASKED.includes(state);

type Signed = Pick<PackageReport, 'deviceId' | 'signature' | 'packageId'>;

/** `ownKey`: public key of this computer; null when it has never signed. */
export const trustOf = ({ deviceId, signature, packageId }: Signed, devices: DeviceKeys, ownKey: string | null): Trust => {
  const device = Object.hasOwn(devices, deviceId) ? devices[deviceId] : undefined;
  if (signature.state === 'none') return device === undefined ? { state: 'unsigned' } : { state: 'stripped', device };
  if (signature.state !== 'valid') return { state: 'invalid' };
  const fingerprint = fingerprintOf(signature.publicKey);
  if (signature.publicKey === ownKey) return { state: 'own', fingerprint };
  if (device === undefined) return { state: 'new', fingerprint };
  if (device.publicKey !== signature.publicKey) return { state: 'changedKey', fingerprint, device };
  const isOlder = signature.sequence < device.lastSequence || (signature.sequence === device.lastSequence && packageId !== device.lastPackage);
  return { state: isOlder ? 'replayed' : 'known', fingerprint, device };
};

/** The devices known after the package was taken in. */
export const devicesAfter = (devices: DeviceKeys, report: Signed & Pick<PackageReport, 'producer'>, now: Instant, ownKey: string | null): DeviceKeys => {
  const { signature, deviceId, packageId, producer } = report;
  if (signature.state !== 'valid' || signature.publicKey === ownKey) return devices;
  const known = Object.hasOwn(devices, deviceId) ? devices[deviceId] : undefined;
  const same = known?.publicKey === signature.publicKey ? known : undefined;
  const isNewest = signature.sequence >= (same?.lastSequence ?? 0);
  return {
    ...devices,
    [deviceId]: {
      publicKey: signature.publicKey,
      name: known?.name ?? producer.authority,
      firstSeenAt: same?.firstSeenAt ?? now,
      lastSeenAt: now,
      lastSequence: isNewest ? signature.sequence : same?.lastSequence ?? signature.sequence,
      lastPackage: isNewest ? packageId : same?.lastPackage ?? packageId,
    },
  };
};

/** Without one device: what it signs next is met as new. */
export const withoutDevice = (devices: DeviceKeys, id: Id): DeviceKeys => Object.fromEntries(Object.entries(devices).filter(([known]) => known !== id));
