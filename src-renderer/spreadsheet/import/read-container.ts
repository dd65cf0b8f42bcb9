/** Zip and OLE containers: which program's file it is, and a verified copy of what the parser will need. */
import { CFB } from 'xlsx';
import type { FileFormat, LooksLike } from '../../domain/ports/sheet-import';
import type { StopSignal } from '../../domain/ports/stop-signal';
import { fail, ProblemError } from '../../domain/problem';
import { crc32 } from '../../exchange/crc32';
import { odsDetails, withoutIgnoredMaps, type OdsSheetDetails } from './ods-details';
import { containsText, refuseDoctype } from './xml-prolog';
import { storedZip, unpackPart, type Bytes, type ZipPart } from './zip';

/** Bytes a parser may trust to be whole, and hints that let it skip what the file does not contain. */
export interface VerifiedWorkbook {
  readonly format: Exclude<FileFormat, 'csv' | 'xml'>;
  readonly bytes: Bytes;
  readonly hasFormulas: boolean;
  readonly hasHidden: boolean;
  /** Only told of old Excel files, whose container is opened here. */
  readonly hasMacros?: boolean;
  /** Only for OpenDocument: what SheetJS does not tell. */
  readonly odsSheets: readonly OdsSheetDetails[] | null;
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const SPREADSHEET_ML = /spreadsheetml\.(sheet|template)\.main\+xml|ms-excel\.(sheet|template)\.macroEnabled\.main\+xml/i;
const SPREADSHEET_BINARY = /ms-excel\.sheet\.binary\.macroEnabled\.main/i;

const ofContentTypes = (types: string): { readonly format: 'xlsx' | 'xlsb' } | { readonly looksLike: LooksLike } => {
  if (SPREADSHEET_ML.test(types)) return { format: 'xlsx' };
  if (SPREADSHEET_BINARY.test(types)) return { format: 'xlsb' };
  if (/wordprocessingml|ms-word/i.test(types)) return { looksLike: 'docx' };
  return { looksLike: /presentationml|ms-powerpoint/i.test(types) ? 'pptx' : 'zip' };
};

export type ZipFormat = Extract<FileFormat, 'xlsx' | 'xlsb' | 'ods'>;

const MIMETYPE_ODS = /^application\/vnd\.oasis\.opendocument\.spreadsheet/;

/** Which program's container it is. Throws `file.unknownType`. */
export const formatOfZip = async (parts: ReadonlyMap<string, ZipPart>): Promise<ZipFormat> => {
  const unpacked = async (name: string): Promise<string | null> => {
    const part = parts.get(name);
    return part === undefined ? null : text(await unpackPart(part));
  };
  const types = await unpacked('[content_types].xml');
  if (types !== null) {
    const found = ofContentTypes(types);
    if ('format' in found) return found.format;
    if (found.looksLike !== 'zip' || !parts.has('xl/workbook.xml')) throw fail('file.unknownType', found);
    return 'xlsx';
  }
  const mimetype = await unpacked('mimetype');
  if (mimetype !== null && MIMETYPE_ODS.test(mimetype)) return 'ods';
  if (mimetype?.startsWith('application/vnd.oasis.opendocument') === true) throw fail('file.unknownType', { looksLike: 'odt' });
  throw fail('file.unknownType', { looksLike: parts.has('index/document.iwa') || parts.has('index.zip') ? 'numbers' : 'zip' });
};

/** Pictures, fonts and macros are never looked at. */
const isRead = (name: string): boolean => /\.(xml|rels|vml)$|^mimetype$|^xl\/.*\.bin$/i.test(name) && !/vbaproject\.bin$|printersettings/i.test(name);

const isXml = (name: string): boolean => /\.(xml|rels)$/i.test(name);
const isSheet = (name: string): boolean => /^xl\/worksheets\//i.test(name);

interface PartCopy {
  readonly name: string;
  readonly bytes: Bytes;
  readonly crc: number;
}

const quietOds = (name: string, unpacked: Bytes): PartCopy => {
  const bytes = new TextEncoder().encode(withoutIgnoredMaps(text(unpacked)));
  return { name, bytes, crc: crc32(bytes) };
};

/** Checks every part we read and packs them anew. Throws a file problem for anything a spreadsheet program did not write. */
export const verifyZip = async (parts: ReadonlyMap<string, ZipPart>, format: ZipFormat, signal: StopSignal | undefined, onPart: (fraction: number) => void): Promise<VerifiedWorkbook> => {
  const wanted = [...parts].filter(([key]) => isRead(key));
  const total = wanted.reduce((sum, [, part]) => sum + part.size, 1);
  const verified: PartCopy[] = [];
  let done = 0;
  let odsSheets: OdsSheetDetails[] | null = null;
  let hasFormulas = format !== 'xlsx';
  let hasHidden = format !== 'xlsx';
  for (const [key, part] of wanted) {
    const unpacked = await unpackPart(part, signal);
    if (isXml(key) && unpacked.length > 0) refuseDoctype(unpacked);
    if (key === 'meta-inf/manifest.xml' && containsText(unpacked, 'encryption-data')) throw fail('file.passwordProtected');
    if (key === 'content.xml' && format === 'ods') odsSheets = odsDetails(text(unpacked));
    if (isSheet(key)) {
      hasFormulas ||= containsText(unpacked, '<f') || containsText(unpacked, ':f>') || containsText(unpacked, ':f ');
      hasHidden ||= containsText(unpacked, 'hidden=');
    }
    verified.push(format === 'ods' && isXml(key) ? quietOds(part.name, unpacked) : { name: part.name, bytes: unpacked, crc: part.crc });
    done += part.size;
    onPart(done / total);
  }
  return { format, bytes: storedZip(verified), hasFormulas, hasHidden, odsSheets };
};

const FLAT_END = '</office:document>';

/** An OpenDocument sheet in one XML file, which has no checksum but must at least be whole. */
export const verifyFlat = (bytes: Bytes): VerifiedWorkbook => {
  refuseDoctype(bytes);
  const xml = text(bytes);
  if (!xml.trimEnd().endsWith(FLAT_END)) throw fail('file.truncated');
  return { format: 'ods', bytes: new TextEncoder().encode(withoutIgnoredMaps(xml)), hasFormulas: true, hasHidden: true, odsSheets: odsDetails(xml) };
};

/** Old Excel files are OLE containers ([MS-CFB]); so are Word files and anything with a password. */
export const verifyCfb = (bytes: Bytes): VerifiedWorkbook => {
  let container;
  try {
    container = CFB.read(bytes, { type: 'array' });
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw fail('file.damaged');
  }
  const has = (name: string): boolean => CFB.find(container, name) !== null;
  if (has('/EncryptedPackage') || has('/EncryptionInfo')) throw fail('file.passwordProtected');
  if (has('/Workbook') || has('/Book')) return { format: 'xls', bytes, hasFormulas: true, hasHidden: true, hasMacros: container.FullPaths.some((name: string) => name.includes('/_VBA_PROJECT_CUR/')), odsSheets: null };
  throw fail('file.unknownType', { looksLike: has('/WordDocument') ? 'doc' : has('/PowerPoint Document') ? 'pptx' : 'binary' });
};
