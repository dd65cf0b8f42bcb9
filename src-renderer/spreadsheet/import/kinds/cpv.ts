/** The CPV nomenclature as a table: a code, and its name in Romanian and in English; other languages are left out. */
import { CODE, LINE } from './value-types';
import { defineKind } from './import-kind';

export const CPV = defineKind({
  kind: 'cpv',
  fields: {
    code: { value: CODE, names: ['cod', 'cod cpv', 'codul cpv', 'cpv', 'code', 'cpv code', 'main cpv code'] },
    nameRo: { value: LINE, names: ['ro', 'ron', 'rum', 'romana', 'romanian', 'denumire', 'denumirea', 'denumire ro', 'descriere', 'descriere ro', 'denumire in romana', 'ron label', 'name ro', 'description ro'] },
    nameEn: { value: LINE, names: ['en', 'eng', 'engleza', 'english', 'name', 'description', 'denumire en', 'descriere en', 'denumire in engleza', 'eng label', 'name en', 'description en', 'label'] },
  },
  others: ['bg', 'cs', 'da', 'de', 'el', 'es', 'et', 'fi', 'fr', 'ga', 'hr', 'hu', 'it', 'lt', 'lv', 'mt', 'nl', 'pl', 'pt', 'sk', 'sl', 'sv'],
  marks: { name: 'code', amounts: [] },
  read: (cells, source) => {
    const row = { code: cells.read('code'), nameRo: cells.read('nameRo'), nameEn: cells.read('nameEn'), source };
    cells.require('code', row.code, 'error');
    return row;
  },
  key: ({ code }) => code,
  repeated: 'warning',
});
