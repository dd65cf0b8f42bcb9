/** Finds the parts of a workbook by its content types and relationships (ISO/IEC 29500-2, 6.5 and 7.2.3; 29500-1, 18.2). */
import { unfamiliar } from './unfamiliar';
import { partTags, resolvePart } from './xml-tags';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  /** `partKey` of its XML. */
  readonly part: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly date1904: boolean;
  readonly sharedStrings: string | null;
  readonly styles: string | null;
}

/** Gives a part as text; null when the package has none of that name. */
export type ReadPart = (key: string) => Promise<string | null>;

const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const MAIN = ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main'];
const SPREADSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
const WORKBOOK_TYPES: readonly string[] = [
  `${SPREADSHEET_TYPE}sheet.main+xml`, `${SPREADSHEET_TYPE}template.main+xml`,
  'application/vnd.ms-excel.sheet.macroEnabled.main+xml', 'application/vnd.ms-excel.template.macroEnabled.main+xml',
];
/** Relationship types are one of these with the kind of part behind it. */
const RELATIONSHIP_TYPES = ['http://schemas.openxmlformats.org/officeDocument/2006/relationships/', 'http://purl.oclc.org/ooxml/officeDocument/relationships/'];

const needed = async (read: ReadPart, key: string): Promise<string> => {
  const text = await read(key);
  if (text === null) throw unfamiliar('package');
  return text;
};

const given = (value: string | undefined): string => {
  if (value === undefined) throw unfamiliar('package');
  return value;
};

/** Content type by part. */
const readContentTypes = (xml: string): Map<string, string> => {
  const types = new Map<string, string>();
  for (const { name, closing, attribute } of partTags(xml, 'Types')) {
    if (name === 'Types' && !closing && attribute('xmlns') !== CONTENT_TYPES) throw unfamiliar('namespace');
    if (name === 'Default') given(attribute('Extension'));
    if (name === 'Override') types.set(resolvePart('', given(attribute('PartName'))).toLowerCase(), given(attribute('ContentType')));
  }
  return types;
};

interface Relationship {
  /** `worksheet`, `styles`…; empty for what is not of OOXML. */
  readonly kind: string;
  readonly part: string;
}

const readRelationships = (xml: string, base: string): Map<string, Relationship> => {
  const relationships = new Map<string, Relationship>();
  for (const { name, attribute } of partTags(xml, 'Relationships')) {
    if (name !== 'Relationship' || attribute('TargetMode') === 'External') continue;
    const type = given(attribute('Type'));
    const id = given(attribute('Id'));
    if (relationships.has(id)) throw unfamiliar('package');
    const kind = RELATIONSHIP_TYPES.flatMap((start) => (type.startsWith(start) ? [type.slice(start.length)] : []))[0] ?? '';
    relationships.set(id, { kind, part: resolvePart(base, given(attribute('Target'))).toLowerCase() });
  }
  return relationships;
};

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

const readSheets = (xml: string, relationships: ReadonlyMap<string, Relationship>): { readonly sheets: SheetPart[]; readonly date1904: boolean } => {
  const sheets: SheetPart[] = [];
  let date1904 = false;
  for (const { name, prefix, closing, attribute } of partTags(xml, 'workbook')) {
    if (closing) continue;
    if (name === 'workbook' && !MAIN.includes(attribute(prefix === '' ? 'xmlns' : prefix) ?? '')) throw unfamiliar('namespace');
    if (name === 'workbookPr') date1904 = isTrue(attribute('date1904'));
    if (name !== 'sheet') continue;
    const relationship = relationships.get(attribute('id') ?? '');
    const title = attribute('name');
    if (relationship?.kind !== 'worksheet' || title === undefined || sheets.some((sheet) => sheet.name === title)) throw unfamiliar('package');
    const state = attribute('state');
    sheets.push({ name: title, hidden: state === 'hidden' || state === 'veryHidden', part: relationship.part });
  }
  return { sheets, date1904 };
};

/** Throws `UnfamiliarWorkbook` where types and relationships disagree or a sheet is no worksheet. */
export const readWorkbookParts = async (read: ReadPart): Promise<WorkbookParts> => {
  const types = readContentTypes(await needed(read, '[content_types].xml'));
  const [workbook, ...others] = [...types].filter(([, type]) => WORKBOOK_TYPES.includes(type)).map(([part]) => part);
  if (workbook === undefined || others.length > 0) throw unfamiliar('package');
  const relationships = readRelationships(await needed(read, workbook.replace(/([^/]+)$/, '_rels/$1.rels')), workbook);
  const { sheets, date1904 } = readSheets(await needed(read, workbook), relationships);
  const oneOf = (kind: 'sharedStrings' | 'styles'): string | null => {
    const [part, another] = [...relationships.values()].filter((relationship) => relationship.kind === kind).map((relationship) => relationship.part);
    const listed = [...types].filter(([, type]) => type === `${SPREADSHEET_TYPE}${kind}+xml`).map(([listedPart]) => listedPart);
    if (another !== undefined || listed.length > 1 || listed[0] !== part) throw unfamiliar('package');
    return part ?? null;
  };
  if (sheets.length === 0) throw unfamiliar('package');
  return { sheets, date1904, sharedStrings: oneOf('sharedStrings'), styles: oneOf('styles') };
};
