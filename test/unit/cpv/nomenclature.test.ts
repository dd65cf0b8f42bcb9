/** Importing the CPV nomenclature through the application: every form it is published in, and files that are none. */
import { afterEach, describe, expect, it } from 'vitest';
import { cpvName } from '../../../src-renderer/domain/cpv/cpv-list';
import { INNOVATION_CODES } from '../../../src-renderer/domain/cpv/innovation-codes';
import { nomenclatureEntries } from '../../../src-renderer/domain/cpv/nomenclature';
import { readNomenclatureXml } from '../../../src-renderer/exchange/cpv/nomenclature-xml';
import { startCaiet, type Started } from '../app/harness';

const OURS = INNOVATION_CODES.length;
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));

const GENERICODE = `<?xml version="1.0" encoding="UTF-8"?>
<gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">
  <Identification><ShortName>cpv</ShortName></Identification>
  <ColumnSet>
    <Column Id="code" Use="required"><ShortName>Code</ShortName></Column>
    <Column Id="eng_label"><ShortName>eng_label</ShortName></Column><Column Id="ron_label"><ShortName>ron_label</ShortName></Column>
  </ColumnSet>
  <SimpleCodeList>
    <Row><Value ColumnRef="code"><SimpleValue>03000000</SimpleValue></Value><Value ColumnRef="fra_label"><SimpleValue>Produits agricoles</SimpleValue></Value>
      <Value ColumnRef="eng_label"><SimpleValue>Agricultural &amp; farming products</SimpleValue></Value><Value ColumnRef="ron_label"><SimpleValue>Produse agricole</SimpleValue></Value></Row>
    <Row><Value ColumnRef="code"><SimpleValue>34928500</SimpleValue></Value><Value ColumnRef="eng_label"><SimpleValue>Street-lighting equipment</SimpleValue></Value></Row>
  </SimpleCodeList>
</gc:CodeList>`;
const BY_LANGUAGE = `<CPV_CODE><CPV CODE="03000000-1"><TEXT LANG="BG">Селскостопански</TEXT><TEXT LANG="EN">Agricultural products</TEXT><TEXT LANG="RO">Produse agricole</TEXT></CPV>
  <CPV CODE="AA01-1"><TEXT LANG="EN">Metal</TEXT></CPV></CPV_CODE>`;
const PLAIN = '<list><item><ro>Produse agricole</ro><en>Agricultural products</en><code>03000000-1</code></item></list>';
const CSV = 'CODE;BG;EN;RO\n03000000-1;x;Agricultural products;Produse agricole\n03100000-2;x;Horticultural products;Produse horticole\n';

let started: Started;
const start = async () => {
  started = await startCaiet();
  return started.caiet;
};
afterEach(() => started?.caiet.settle());

const codeOf = async (caiet: Started['caiet'], name: string, text: string) => {
  await caiet.cpv.importFile(name, bytes(text));
  const { list, nomenclature } = caiet.workspace.getState().cpv;
  return { code: list.byDigits.get('03000000')?.code, ro: cpvName(list, '03000000-1', 'ro'), count: list.entries.length, file: nomenclature?.fileName };
};

describe('a CPV nomenclature', () => {
  it('is read as genericode, by language, as plain elements and as a table', async () => {
    const caiet = await start();
    expect(await codeOf(caiet, 'cpv.gc', GENERICODE)).toEqual({ code: '03000000', ro: 'Produse agricole', count: OURS + 1, file: 'cpv.gc' });
    expect(caiet.workspace.getState().cpv.list.byDigits.get('34928500')?.code).toBe('34928500-3');
    expect(await codeOf(caiet, 'cpv.xml', BY_LANGUAGE)).toMatchObject({ code: '03000000-1', ro: 'Produse agricole', count: OURS + 1 });
    expect(await codeOf(caiet, 'plain.xml', PLAIN)).toMatchObject({ code: '03000000-1', ro: 'Produse agricole' });
    expect(await codeOf(caiet, 'cpv.csv', CSV)).toEqual({ code: '03000000-1', ro: 'Produse agricole', count: OURS + 2, file: 'cpv.csv' });
  });

  it('is there after the next start, keeps the settings, and can be forgotten', async () => {
    const caiet = await start();
    caiet.changeSettings({ authorName: 'Ana' });
    await caiet.cpv.importFile('cpv.xml', bytes(BY_LANGUAGE));
    const again = await started.again();
    expect(again.workspace.getState().cpv.nomenclature).toBeNull();
    await again.cpv.load();
    expect(again.workspace.getState().cpv.nomenclature?.fileName).toBe('cpv.xml');
    expect(again.workspace.getState().settings.authorName).toBe('Ana');
    await again.cpv.forget();
    const third = await started.again();
    await third.cpv.load();
    expect(third.workspace.getState().cpv.list.entries).toHaveLength(OURS);
  });

  it.each([
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', 'nomenclature.doctype', {}],
    ['an unknown entity', '<x>&a;</x>', 'nomenclature.damaged', { line: 1 }],
    ['a cut file', `${GENERICODE.slice(0, 900)}`, 'nomenclature.damaged', {}],
    ['a bottomless file', '<a>'.repeat(100), 'nomenclature.damaged', {}],
    ['no codes', '<x><y>1</y></x>', 'nomenclature.noCodes', {}],
    ['something that is no code', '<x><r><code>abc</code><ro>Ceva</ro></r></x>', 'nomenclature.badCode', { code: 'abc' }],
    ['a code twice', '<x><r><code>03000000-1</code><ro>A</ro></r><r><code>03000000-2</code><ro>B</ro></r></x>', 'nomenclature.twice', { code: '03000000-2' }],
    ['another check digit', '<x><r><code>34928500-4</code><ro>A</ro></r></x>', 'nomenclature.contradicts', { code: '34928500-4', listed: '34928500-3' }],
    ['a table without codes', 'Nume;Preț\nA;1\nB;2\n', 'nomenclature.noCodes', {}],
  ])('is refused with one reason and changes nothing: %s', async (_, text, code, data) => {
    const caiet = await start();
    await caiet.cpv.importFile('good.xml', bytes(BY_LANGUAGE));
    await expect(caiet.cpv.importFile('bad', bytes(text))).rejects.toMatchObject({ problem: { code, data: expect.objectContaining(data) } });
    expect(caiet.workspace.getState().cpv.nomenclature?.fileName).toBe('good.xml');
    const again = await started.again();
    await again.cpv.load();
    expect(again.workspace.getState().cpv.nomenclature?.fileName).toBe('good.xml');
  });

  it('is refused when it is too large, not UTF-8, or has too many codes', () => {
    expect(() => readNomenclatureXml(new Uint8Array(40_000_001))).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'nomenclature.tooLarge' }) }));
    expect(() => readNomenclatureXml(new Uint8Array([0x3c, 0xff]))).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'nomenclature.notUtf8' }) }));
    const many = Array.from({ length: 20_500 }, (_, index) => ({ code: String(10_000_000 + index), ro: 'A', en: '' }));
    expect(() => nomenclatureEntries(many)).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'nomenclature.tooMany' }) }));
  });

  it('gets back the nought a spreadsheet took from its code', () => {
    expect(nomenclatureEntries([{ code: '3000000-1', ro: '', en: ' Agricultural\tproducts ' }])).toEqual([{ code: '03000000-1', ro: '', en: 'Agricultural products' }]);
  });
});
