/** A call of two envelopes that is not frozen yet, as a package; the register of its two bids. */
import { utils, write } from 'xlsx';
import { sealEntry } from '../../../../src-renderer/domain/audit';
import type { Json } from '../../../../src-renderer/domain/values';
import { writePackage } from '../../../../src-renderer/exchange/write-package';
import { clock, lei, lot, price, projectOf, quality } from '../../../unit/domain/fixtures';
import type { FileToOpen } from '../pages/imports';

export const CALL_TITLE = 'Stații de reîncărcare';
export const CRITERIA = ['Impact', 'Echipa'] as const;

export const openCall = (): FileToOpen => {
  const project = {
    ...projectOf({
      lots: [lot('L1', { number: '1', title: 'Stații', estimatedValue: lei(110_000) })],
      criteria: [
        price('price', { name: 'Prețul ofertei', description: 'Fără TVA.' }),
        quality('impact', { name: CRITERIA[0], description: 'Ce se schimbă.', weight: '40', position: 'a1', scale: { max: 5, anchors: { 0: 'Nimic', 5: 'Dovedit' } }, evidence: 'Raport de pilot' }),
        quality('team', { name: CRITERIA[1], description: 'Cine face.', weight: '20', position: 'a2', scale: { max: 5, anchors: { 0: 'Nimeni', 5: 'Echipă încercată' } }, evidence: 'CV-uri', axis: 'costEffectiveness' }),
      ],
    }),
    id: 'achizitia', title: CALL_TITLE, callRules: { twoEnvelopes: true },
  };
  const created = { id: 'intrare-1', projectId: project.id, label: { code: 'projectCreated', data: { title: CALL_TITLE } }, at: clock.now(), author: '', deviceId: 'primaria', patches: [{ path: [], after: project as Json }] } as const;
  const bytes = writePackage({
    id: 'apelul', kind: 'full', createdAt: clock.now(), producer: { app: 'Caiet', version: '0.1.0', deviceId: 'primaria', authority: 'Comuna Exemplu' }, rulePack: null,
    projects: [{ project, history: [sealEntry(created, null)] }],
  });
  return { name: 'apel.caiet.json', bytes };
};

export const BIDDERS = ['Felinar SRL', 'Licurici SA'] as const;
/** The day the last bid came in, as written in the register. */
export const LAST_BID = '18.05.2026';

export const bidsOfTheCall = (): FileToOpen => {
  const book = utils.book_new();
  const rows = [['Denumire ofertant', 'Nr. lot', 'Preț ofertat fără TVA (lei)', 'Data depunerii'], [BIDDERS[0], '1', 100_000, LAST_BID], [BIDDERS[1], '1', 90_000, '17.05.2026']];
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Oferte');
  return { name: 'oferte.xlsx', bytes: new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer) };
};
