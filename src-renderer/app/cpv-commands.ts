/** The CPV nomenclature of this computer: read when it is first needed, imported from a file, forgotten again. */
import { cpvList } from '../domain/cpv/cpv-list';
import { nomenclatureEntries, type Nomenclature, type NomenclatureRow } from '../domain/cpv/nomenclature';
import { utcDate } from '../domain/civil-date';
import type { CpvCommands } from './cpv-door';
import type { CaietPorts } from './ports';
import type { Workspace } from './workspace';

/** By its first sign, after a byte order mark and white space; everything else is a spreadsheet. */
const looksLikeXml = (bytes: Uint8Array): boolean => {
  const first = bytes.subarray(0, 1024).find((byte) => ![0xef, 0xbb, 0xbf, 0x09, 0x0a, 0x0d, 0x20].includes(byte));
  return first === 0x3c;
};

/** Loaded when somebody imports, not at every start. */
const readXml = async (bytes: Uint8Array): Promise<readonly NomenclatureRow[]> => (await import('../exchange/cpv/nomenclature-xml')).readNomenclatureXml(bytes);

/** The first visible sheet, by its headings. */
const readTable = async ({ importer }: CaietPorts, name: string, bytes: Uint8Array): Promise<readonly NomenclatureRow[]> => {
  const session = await importer.open(name, bytes);
  try {
    const context = { kind: 'cpv', currency: '', lotNumbers: [], presentRows: [], remembered: {} } as const;
    const sheet = session.info.sheets.find(({ hidden, rows }) => !hidden && rows > 0)?.index ?? 0;
    const { plan } = await session.guess(sheet, context);
    const fields = new Set(Object.values(plan.columns));
    if (!fields.has('code') || !(fields.has('nameRo') || fields.has('nameEn'))) return [];
    await session.check(plan, context, { edits: {}, excluded: [], included: [] });
    return (await session.accepted('cpv')).map(({ code, nameRo, nameEn }) => ({ code: code ?? '', ro: nameRo ?? '', en: nameEn ?? '' }));
  } finally {
    session.close();
  }
};

export const cpvCommands = (ports: CaietPorts, workspace: Workspace): CpvCommands => {
  const show = (nomenclature: Nomenclature | null): void => workspace.set({ cpv: { list: cpvList(nomenclature?.entries), nomenclature } });
  let loading: Promise<void> | null = null;
  return {
    load: () => {
      loading ??= ports.settings.readNomenclature().then((stored) => {
        if (stored !== null) show(stored);
      });
      return loading;
    },
    importFile: async (fileName, bytes) => {
      const rows = await (looksLikeXml(bytes) ? readXml(bytes) : readTable(ports, fileName, bytes));
      const nomenclature: Nomenclature = { fileName: fileName.slice(0, 200), importedOn: utcDate(ports.clock.now()), entries: nomenclatureEntries(rows) };
      await ports.settings.writeNomenclature(nomenclature);
      show(nomenclature);
    },
    forget: async () => {
      await ports.settings.writeNomenclature(null);
      show(null);
    },
  };
};
