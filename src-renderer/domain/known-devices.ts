/** Devices whose signed packages were taken in here. Kept on this computer and never exported. */
import { z } from './schema';
import { idSchema, instantSchema, type Id } from './values';

const knownDeviceSchema = z.looseObject({
  publicKey: z.string().max(200).describe('Base64 of the key, as its signatures carry it.'),
  name: z.string().max(500).describe('Given by the person here; at first the authority the device named.'),
  firstSeenAt: instantSchema,
  lastSeenAt: instantSchema,
  taken: z.record(idSchema, z.looseObject({ sequence: z.int().min(1), packageId: idSchema })).describe('Project id → the latest package with it that was taken in.'),
});
export type KnownDevice = z.infer<typeof knownDeviceSchema>;

export const deviceKeysSchema = z.record(idSchema, knownDeviceSchema);
/** By device id. */
export type DeviceKeys = Readonly<Record<Id, KnownDevice>>;
