/**
 * A document as a DOCX file (ECMA-376). The library stamps the moment of writing into the file and its zip; both are
 * taken out again, so that the same content gives the same bytes and a printed report can be compared with the data.
 */
import { AlignmentType, Document, Footer, LevelFormat, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { DocumentModel } from '../domain/ports/document';
import { docxBlock, NUMBERED } from './docx-blocks';

const FONT = 'Calibri';
/** Half points. */
const TEXT_SIZE = 22;
const SMALL_SIZE = 17;

/** The earliest moment a zip entry can carry. */
const NO_MOMENT = new Date(1980, 0, 1);

const pageFooter = (title: string): Footer => new Footer({
  children: [new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ size: SMALL_SIZE, children: [`${title} · `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  })],
});

const documentOf = ({ title, tag, blocks, note }: DocumentModel): Document => new Document({
  title,
  creator: 'Caiet',
  lastModifiedBy: 'Caiet',
  numbering: { config: [{ reference: NUMBERED, levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START, style: { paragraph: { indent: { left: 567, hanging: 397 } } } }] }] },
  styles: {
    default: {
      document: { run: { font: FONT, size: TEXT_SIZE, language: { value: tag } }, paragraph: { spacing: { after: 140, line: 264 } } },
      heading1: { run: { font: FONT, size: 32, bold: true, color: '1D2430' }, paragraph: { spacing: { before: 120, after: 240 } } },
      heading2: { run: { font: FONT, size: 25, bold: true, color: '1D2430' }, paragraph: { spacing: { before: 260, after: 120 } } },
    },
  },
  sections: [{
    properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
    footers: { default: pageFooter(title) },
    children: [
      ...blocks.flatMap(docxBlock),
      ...(note === null ? [] : [new Paragraph({ spacing: { before: 300 }, children: [new TextRun({ text: note, size: SMALL_SIZE, color: '5F6673' })] })]),
    ],
  }],
});

/** Without the moment of writing. */
const timeless = (file: Uint8Array): Uint8Array => {
  const parts = unzipSync(file);
  const entries: [string, Uint8Array][] = Object.entries(parts).map(([name, bytes]) => {
    if (name !== 'docProps/core.xml') return [name, bytes];
    return [name, strToU8(strFromU8(bytes).replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, ''))];
  });
  const zippable: Zippable = Object.fromEntries(entries.map(([name, bytes]) => [name, [bytes, { mtime: NO_MOMENT, level: 6 }]]));
  return zipSync(zippable);
};

/** Shares of the work, roughly as they fall with a report of ten thousand bids. */
const COMPOSED = 0.05;
const PACKED = 0.95;

/** The bytes of the file. @param onProgress hears how much is done, from 0 to 1, at each stage. */
export const docxFile = async (model: DocumentModel, onProgress: (fraction: number) => void = () => undefined): Promise<Uint8Array> => {
  const document = documentOf(model);
  onProgress(COMPOSED);
  const packed = new Uint8Array(await Packer.toArrayBuffer(document));
  onProgress(PACKED);
  return timeless(packed);
};
