/** A score sheet filled in and saved by LibreOffice comes back as it was filled in. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sheetProject } from '../../../src-renderer/domain/evaluator-sheet';
import { callHash } from '../../../src-renderer/domain/frozen-call';
import type { Handout } from '../../../src-renderer/domain/handout';
import { checkReturn } from '../../../src-renderer/domain/sheet-return';
import { createTranslator } from '../../../src-renderer/i18n/translator';
import { writeScoreSheet } from '../../../src-renderer/spreadsheet/export/score-sheet-workbook';
import { readScoreSheet } from '../../../src-renderer/spreadsheet/import/score-sheet-workbook';
import { OFFICE, saveByOffice } from '../../support/libreoffice';
import { committee } from './committee';
import { fillWorkbook } from './fill-workbook';

const project = committee();
const handout: Handout = {
  id: 'handout-1', evaluatorId: 'e1', lotIds: { L1: true }, form: 'workbook', callHash: callHash(project), at: '2026-05-20T10:00:00.000Z', fileName: 'fisa.xlsx', sha256: '0'.repeat(64), returns: {},
};
const REASON = 'Pagina 12: „măsurat în pilot”, cu ținte.';
const LABELS = { ro: createTranslator('ro').t, en: createTranslator('en').t };

describe.skipIf(OFFICE === null)('a score sheet saved by LibreOffice', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'caiet-sheets-'));
    const filled = await fillWorkbook(await writeScoreSheet(sheetProject(project, project.evaluators['e1']!, handout), LABELS), {
      level: () => 4, reason: REASON, answers: { D1: '19.05.2026', D2: 'Da', D3: 'Da', D4: 'Nu', D5: 'Nu', D6: 'Nu' },
    });
    await writeFile(path.join(folder, 'fisa.xlsx'), filled);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(['xlsx', 'xls', 'ods'] as const)('as %s is taken in without a question', async (format) => {
    const out = path.join(folder, format);
    await mkdir(out);
    await saveByOffice([path.join(folder, 'fisa.xlsx')], format, { out, profile: path.join(folder, 'profile') });
    const returned = await readScoreSheet(`fisa.${format}`, new Uint8Array(await readFile(path.join(out, `fisa.${format}`))));
    const { problems, next } = checkReturn({ ...project, handouts: { [handout.id]: handout } }, returned);
    expect(problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(next).not.toBeNull();
    expect(returned.declaration?.signedOn).toBe('2026-05-19');
    expect(returned.scores.length).toBeGreaterThan(0);
    expect(returned.scores.map(({ value, reason }) => [value, reason])).toEqual(returned.scores.map(() => ['4', REASON]));
  }, 120_000);
});
