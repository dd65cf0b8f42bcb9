/**
 * The key this device signs with. WebCrypto keeps the private key so that no program can read it out, and IndexedDB
 * keeps the key object across restarts. It is in no snapshot and no package: a device that loses its data is a new device.
 */
import { toBase64 } from '../exchange/base64';
import type { DeviceKey } from '../exchange/device-key';
import { lazyConnection } from './lazy-connection';
import { DATABASE_NAME, type CaietDatabase } from './schema';
import { platformLocks, queueName, type WriteLocks } from './write-queue';

export interface DeviceKeyOptions {
  /** Of the database; for tests. */
  readonly name?: string;
  readonly locks?: WriteLocks;
}

interface StoredKey {
  readonly privateKey: CryptoKey;
  /** Uncompressed point. */
  readonly publicKey: Uint8Array;
  /** Number of the last signature. */
  readonly sequence: number;
}

const ROW = 'signing';
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

const newKey = async (): Promise<StoredKey> => {
  const pair = await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
  return { privateKey: pair.privateKey, publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)), sequence: 0 };
};

export const createDexieDeviceKey = ({ name = DATABASE_NAME, locks = platformLocks() }: DeviceKeyOptions = {}): DeviceKey => {
  const connected = lazyConnection(name);
  const stored = async (db: CaietDatabase): Promise<StoredKey | undefined> => (await db.device.get(ROW))?.value as StoredKey | undefined;

  return {
    publicKey: async () => {
      const key = await (await connected()).read(stored);
      return key === undefined ? null : toBase64(key.publicKey);
    },
    signer: () => locks.request(queueName(name), async () => {
      const connection = await connected();
      const key = (await connection.read(stored)) ?? (await newKey());
      const used: StoredKey = { ...key, sequence: key.sequence + 1 };
      // Stored before it signs: a number is never used twice, whatever happens next.
      await connection.write((db) => db.device.put({ key: ROW, value: used }));
      return {
        publicKey: used.publicKey,
        sequence: used.sequence,
        sign: async (message) => new Uint8Array(await crypto.subtle.sign(SIGNING, used.privateKey, message as Uint8Array<ArrayBuffer>)),
      };
    }),
  };
};
