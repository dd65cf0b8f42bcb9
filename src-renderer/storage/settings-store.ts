/** This device's settings, in the same database and the same write queue as the projects. */
import { columnRulesSchema } from '../domain/column-rules';
import { deviceKeysSchema } from '../domain/known-devices';
import type { Settings, SettingsStore } from '../domain/ports/project-store';
import type { Nomenclature } from '../domain/cpv/nomenclature';
import { civilDateSchema } from '../domain/values';
import { ProblemError } from '../domain/problem';
import { z } from '../domain/schema';
import { lazyConnection } from './lazy-connection';
import { DATABASE_NAME, type CaietDatabase } from './schema';
import { platformLocks, queueName, type WriteLocks } from './write-queue';

export interface SettingsStoreOptions {
  /** Of the database; for tests. */
  readonly name?: string;
  readonly locks?: WriteLocks;
}

const text = z.string().max(500);

/** Each setting is read by itself, so that one that cannot be read costs no other. */
const SETTING_SCHEMAS: { readonly [Name in keyof Settings]-?: z.ZodType<Settings[Name]> } = {
  locale: z.enum(['ro', 'en']).nullable(),
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  authorName: text,
  authority: z.looseObject({ name: text, identifier: text, nutsCode: text }),
  deviceId: text.min(1),
  importMappings: z.record(z.string(), z.record(z.string(), z.string())),
  importRules: z.record(z.string(), columnRulesSchema).optional(),
  ocidPrefix: text.optional(),
  knownDevices: deviceKeysSchema.optional(),
  documentDraftLine: z.boolean().optional(),
  documentLocale: z.enum(['ro', 'en']).optional(),
};

const readSettings = async (db: CaietDatabase): Promise<Partial<Settings>> => {
  const rows = (await db.settings.bulkGet(Object.keys(SETTING_SCHEMAS))).filter((row) => row !== undefined);
  const valid = rows.filter(({ key, value }) => SETTING_SCHEMAS[key as keyof Settings].safeParse(value).success);
  return Object.fromEntries(valid.map(({ key, value }) => [key, value]));
};

/** Its row lies beside the settings and is read only when asked for: whole it is about a megabyte. */
const NOMENCLATURE = 'cpvNomenclature';
const nomenclatureSchema = z.object({ fileName: text, importedOn: civilDateSchema, packed: z.string() });

/** One line an entry: text is stored and read faster than thousands of objects. Names hold no tabs and no line breaks. */
const packed = (entries: Nomenclature['entries']): string => entries.map(({ code, ro, en }) => `${code}\t${ro}\t${en}`).join('\n');

const unpacked = (value: unknown): Nomenclature | null => {
  const stored = nomenclatureSchema.safeParse(value);
  if (!stored.success) return null;
  const { fileName, importedOn } = stored.data;
  return { fileName, importedOn, entries: stored.data.packed.split('\n').map((line) => {
    const [code = '', ro = '', en = ''] = line.split('\t');
    return { code, ro, en };
  }) };
};

/**
 * Opens the database at the first call, after which the connection stays. `write` rejects with `store.newerData`,
 * `store.full` or `store.closed`; `read` gives nothing when the data is newer than this program, and touches nothing.
 */
export const createDexieSettingsStore = ({ name = DATABASE_NAME, locks = platformLocks() }: SettingsStoreOptions = {}): SettingsStore => {
  const connected = lazyConnection(name);

  return {
    read: async () => {
      try {
        return await (await connected()).read(readSettings);
      } catch (error) {
        if (error instanceof ProblemError && error.problem.code === 'store.newerData') return {};
        throw error;
      }
    },
    readNomenclature: async () => (await connected()).read(async (db) => unpacked((await db.settings.get(NOMENCLATURE))?.value)),
    writeNomenclature: (nomenclature) =>
      locks.request(queueName(name), async () => {
        await (await connected()).write(async (db) => {
          if (nomenclature === null) await db.settings.delete(NOMENCLATURE);
          else await db.settings.put({ key: NOMENCLATURE, value: { fileName: nomenclature.fileName, importedOn: nomenclature.importedOn, packed: packed(nomenclature.entries) } });
        });
      }),
    write: (settings) =>
      locks.request(queueName(name), async () => {
        const open = await connected();
        await open.write(async (db) => {
          await db.settings.bulkPut(Object.entries(settings).map(([key, value]: [string, unknown]) => ({ key, value })));
        });
      }),
  };
};

