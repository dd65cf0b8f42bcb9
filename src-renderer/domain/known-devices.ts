/** Devices whose signed packages were taken in here. Kept on this computer and never exported. */
import { z } from './schema';
import { idSchema, instantSchema, type Id } from './values';

const knownDeviceSchema = z.looseObject({
  publicKey: z.string().max(200).describe('Base64 of the key, as its signatures carry it.'),
  name: z.string().max(500).describe('Given by the person here; at first the authority the device named.'),
  firstSeenAt: instantSchema,
  lastSeenAt: instantSchema,
  lastSequence: z.int().min(1).describe('Highest number of a signature taken in.'),
  lastPackage: idSchema.describe('The package that carried it.'),
});
export type KnownDevice = z.infer<typeof knownDeviceSchema>;

/** By device id. */
export type DeviceKeys = Readonly<Record<Id, KnownDevice>>;
