/** DOCX files: the same content gives the same bytes, anything a person can type is carried, and a real office opens them. */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Block, DocumentModel } from '../../../src-renderer/domain/ports/document';
import { docxFile } from '../../../src-renderer/documents/docx-file';
import { demo, documentOf, documentsOf, textOf } from './document-fixture';

const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

const everyBlock: readonly Block[] = [
  { kind: 'lines', at: 'start', lines: ['Comuna Șanțu Florești', 'CUI 12345674'] },
  { kind: 'title', text: 'Raport' },
  { kind: 'heading', text: 'Ofertele' },
  { kind: 'paragraph', runs: ['Ofertantul ', { text: 'Țiței & fiii', weight: 'strong' }, { text: ' (retras)', weight: 'quiet' }, '\nrândul doi'] },
  { kind: 'facts', label: 'Fapte', rows: [['Data', '2026-03-02']] },
  { kind: 'list', ordered: true, items: [['unu'], ['doi']] },
  { kind: 'list', ordered: false, items: [['a'], ['b']] },
  { kind: 'table', label: 'Tabel', columns: [{ title: 'Lot', share: 1 }, { title: 'Preț', share: 2, numeric: true }], rows: [['1', '1.234,56'], ['2', '7']] },
  { kind: 'signatures', people: [{ role: 'Președinte', name: 'Ană Șerban' }, { role: 'Membru', name: '' }, { role: 'Membru', name: 'X' }] },
];
const modelOf = (blocks: readonly Block[]): DocumentModel => ({ title: 'Raport', tag: 'ro-RO', blocks, note: 'Ciornă.' });

describe('a DOCX file', () => {
  it('is the same for the same content, on any day', async () => {
    const first = await docxFile(modelOf(everyBlock));
    await new Promise((resolve) => { setTimeout(resolve, 5); });
    expect(await docxFile(modelOf(everyBlock))).toEqual(first);
    expect(partsOf(first)['docProps/core.xml']).not.toContain('dcterms:created');
  });

  it('says everything in its order, with typed line breaks and the language it is in', async () => {
    const parts = partsOf(await docxFile(modelOf(everyBlock)));
    const text = parts['word/document.xml']!.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|');
    let at = 0;
    for (const words of ['Comuna Șanțu Florești', 'Raport', 'Ofertele', 'Țiței &amp; fiii', 'rândul doi', 'Data', 'unu', 'doi', '1.234,56', 'Președinte', 'Ană Șerban', 'Ciornă.']) {
      const found = text.indexOf(words, at);
      expect(found, words).toBeGreaterThanOrEqual(at);
      at = found;
    }
    expect(parts['word/document.xml']).toContain('<w:br/>');
    expect(parts['word/document.xml']).toContain('<w:tblHeader/>');
    expect(parts['word/styles.xml']).toContain('w:lang w:val="ro-RO"');
  });

  it('carries whatever a person can type as well-formed XML', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (typed) => {
      const xml = partsOf(await docxFile(modelOf([{ kind: 'paragraph', runs: [typed] }])))['word/document.xml']!;
      expect(xml).not.toMatch(/[^\P{Cc}\n\t\u0080-\u009F]/u);
      expect(xml.isWellFormed()).toBe(true);
      expect(xml.replace(/<[^>]*>/g, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;|apos;|#)/);
    }), { numRuns: 40 });
  });
});

describe('the documents of a project', () => {
  it('are made in both languages, with and without the draft line', () => {
    const project = demo();
    for (const locale of ['ro', 'en'] as const) {
      const entries = documentsOf(project, { locale });
      expect(entries.map(({ id }) => id)).toContain('criteria');
      expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
      for (const entry of entries) {
        const model = entry.compose();
        expect(model.tag.slice(0, 2)).toBe(locale);
        expect(model.note).not.toBeNull();
        expect(model.blocks.length).toBeGreaterThan(1);
      }
    }
    expect(documentOf(project, 'criteria', { draftLine: false }).note).toBeNull();
    expect(textOf(documentOf(project, 'criteria'))).toContain('Valoare estimată, RON');
  });
});

const run = promisify(execFile);

/** The office with its Writer, which Debian packs apart. */
const officeWithWriter = (): boolean => {
  const found = spawnSync('sh', ['-c', 'readlink -f "$(command -v soffice)"'], { encoding: 'utf8' }).stdout.trim();
  return found !== '' && existsSync(join(dirname(found), 'libswlo.so'));
};
const installed = officeWithWriter();

describe.skipIf(!installed)(installed ? 'LibreOffice' : 'LibreOffice Writer (not installed here: nobody has opened a document with it)', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'caiet-document-'));
    await writeFile(join(folder, 'all.docx'), await docxFile(modelOf(everyBlock)));
    await writeFile(join(folder, 'criteria.docx'), await docxFile(documentOf(demo(), 'criteria')));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('opens them and reads every word', async () => {
    await run('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, join(folder, 'all.docx'), join(folder, 'criteria.docx')], { timeout: 110_000 });
    const all = await readFile(join(folder, 'all.txt'), 'utf8');
    for (const words of ['Comuna Șanțu Florești', 'Țiței & fiii', '1. unu', '2. doi', 'Ană Șerban', '1.234,56', 'Ciornă.']) expect(all).toContain(words);
    expect(await readFile(join(folder, 'criteria.txt'), 'utf8')).toContain('Criteriile de atribuire');
  }, 120_000);
});
