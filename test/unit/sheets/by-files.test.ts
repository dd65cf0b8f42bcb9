import { describe, expect, it } from 'vitest';
import type { Caiet } from '../../../src-renderer/app/caiet';
import { evaluate } from '../../../src-renderer/domain/evaluation/evaluate';
import { scoreSheetId, type Project } from '../../../src-renderer/domain/project';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import type { Id } from '../../../src-renderer/domain/values';
import { startCaiet, type Started } from '../app/harness';
import { textOf } from './file-text';
import { fillWorkbook } from './fill-workbook';
import { committee, declaration, packageOf, SECRET } from './committee';

const LOTS = { L1: true, L2: true } as const;
const REASON = 'Pagina 12 arată rezultatele măsurate în pilot, cu valori de pornire și țintă.';

const open = (caiet: Caiet): Project => {
  const project = caiet.workspace.getState().open?.project;
  if (project === undefined) throw new Error('no project is open');
  return project;
};

const withProject = async (project: Project): Promise<Started> => {
  const started = await startCaiet();
  const report = await started.caiet.exchange.inspectPackage('p.caiet.json', packageOf(project));
  await started.caiet.exchange.importPackage(report, { [project.id]: 'add' });
  await started.caiet.projects.open(project.id);
  return started;
};

const handOut = async ({ caiet, saved }: Started, evaluatorId: Id, form: 'package' | 'workbook', lots: Readonly<Record<Id, true>> = LOTS): Promise<Uint8Array> => {
  await caiet.sheets.handOut(evaluatorId, lots, form);
  return saved.at(-1)!.bytes;
};

/** Another computer: opens the sheet, declares, scores, sends back. */
const scoreElsewhere = async (sheet: Uint8Array, level: (bidId: Id, criterionId: Id) => string): Promise<Uint8Array> => {
  const { caiet, saved } = await startCaiet();
  await caiet.sheets.accept(await caiet.exchange.inspectPackage('fișă.caiet.json', sheet));
  const { assignment } = open(caiet);
  caiet.commission.declare(assignment!.evaluatorId, declaration());
  for (const bidId of Object.keys(open(caiet).bids)) {
    for (const criterionId of ['impact', 'team']) {
      caiet.evaluation.score(bidId, criterionId, level(bidId, criterionId));
      caiet.evaluation.giveReason(bidId, criterionId, REASON);
    }
  }
  await caiet.sheets.sendBack();
  return saved.at(-1)!.bytes;
};

const takeIn = async (caiet: Caiet, name: string, bytes: Uint8Array) => {
  const check = await caiet.sheets.inspectReturned(name, bytes);
  return { check, taken: caiet.sheets.takeIn(check) };
};

describe('three evaluators on three databases, with nothing between them but files', () => {
  it('end in one ranking, two by package and one by workbook', async () => {
    const owner = await withProject(committee());
    const { caiet } = owner;
    const first = await scoreElsewhere(await handOut(owner, 'e1', 'package'), (bid) => (bid === 'b1' ? '4' : '3'));
    const second = await scoreElsewhere(await handOut(owner, 'e2', 'package'), (bid) => (bid === 'b1' ? '5' : '3'));
    const third = await fillWorkbook(await handOut(owner, 'e3', 'workbook'), { level: ({ bidder }) => (bidder === 'Felinar SRL' ? 5 : 2), reason: REASON, answers: { D1: '19.05.2026', D2: 'Da / Yes', D3: 'Da', D4: 'Nu / No', D5: 'Nu', D6: 'Nu' } });
    for (const [name, bytes] of [['e1.caiet.json', first], ['e2.caiet.json', second], ['e3.xlsx', third]] as const) {
      const { check, taken } = await takeIn(caiet, name, bytes);
      expect({ name, problems: check.problems, taken, missing: check.missing }).toEqual({ name, problems: [], taken: true, missing: 0 });
    }
    const project = open(caiet);
    const lot = evaluate(project, RO_2026).lots[0]!;
    // Impact: (4 + 5 + 5) / 3 of 5 × 40; team: (4 + 5 + 5) / 3 of 10 × 20; the lowest price has all 40.
    expect(lot.ranking.map(({ bidId, total }) => [bidId, total])).toEqual([['b1', '86.66'], ['b2', expect.any(String)]]);
    expect(lot.missingScores).toBe(0);
    expect(Object.values(project.handouts ?? {}).map(({ evaluatorId, returns }) => [evaluatorId, Object.keys(returns).length])).toEqual([['e1', 1], ['e2', 1], ['e3', 1]]);
    await caiet.settle();
    expect(caiet.workspace.getState().save.status).toBe('saved');
  });

  it('takes the same file in once', async () => {
    const owner = await withProject(committee());
    const returned = await scoreElsewhere(await handOut(owner, 'e1', 'package'), () => '4');
    await takeIn(owner.caiet, 'e1.caiet.json', returned);
    const before = open(owner.caiet);
    const { check, taken } = await takeIn(owner.caiet, 'e1 copie.caiet.json', returned);
    expect(check.problems.map(({ code }) => code)).toEqual(['sheet.alreadyIn']);
    expect(taken).toBe(false);
    expect(open(owner.caiet)).toBe(before);
  });

  it('says what a partial sheet lacks, takes what is there, and the rest later', async () => {
    const owner = await withProject(committee());
    const sheet = await handOut(owner, 'e1', 'workbook');
    const answers = { D1: '19.05.2026', D2: 'Da', D3: 'Da', D4: 'Nu', D5: 'Nu', D6: 'Nu' };
    const half = await fillWorkbook(sheet, { level: ({ criterion }) => (criterion === 'Impact' ? 3 : null), reason: REASON, answers });
    const { check, taken } = await takeIn(owner.caiet, 'jumătate.xlsx', half);
    expect({ codes: check.problems.map(({ code }) => code), taken, scores: check.scores, missing: check.missing }).toEqual({ codes: ['sheet.incomplete'], taken: true, scores: 3, missing: 3 });
    const whole = await fillWorkbook(sheet, { level: () => 3, reason: REASON, answers });
    expect((await takeIn(owner.caiet, 'întreg.xlsx', whole)).check).toMatchObject({ added: 3, changed: 0, missing: 0 });
  });

  it('keeps a received sheet through a restart, and the same file opens what is there', async () => {
    const owner = await withProject(committee());
    const sheet = await handOut(owner, 'e1', 'package');
    const started = await startCaiet();
    const id = await started.caiet.sheets.accept(await started.caiet.exchange.inspectPackage('f.caiet.json', sheet));
    started.caiet.commission.declare('e1', declaration());
    started.caiet.evaluation.score('b1', 'impact', '4');
    const again = await started.again();
    await again.sheets.accept(await again.exchange.inspectPackage('f.caiet.json', sheet));
    expect(open(again).id).toBe(id);
    expect(open(again).scoreSheets[scoreSheetId('e1', 'b1')]?.scores['impact']?.value).toBe('4');
    expect(again.workspace.getState().summaries.find((line) => line.id === id)?.isSheet).toBe(true);
  });

  it('keeps a received sheet from leaving as anything but the sheet, and from being copied', async () => {
    const owner = await withProject(committee());
    const { caiet, saved } = await startCaiet();
    const id = await caiet.sheets.accept(await caiet.exchange.inspectPackage('f.caiet.json', await handOut(owner, 'e1', 'package')));
    for (const leave of [() => caiet.exchange.exportPackage([id]), () => caiet.exchange.exportWorkbook(id), () => caiet.exchange.exportOcds(id), () => caiet.exchange.exportPublic(id), () => caiet.projects.duplicate(id, 'Copie')]) {
      await expect(leave()).rejects.toMatchObject({ problem: { code: 'sheet.notWhole' } });
    }
    expect(saved).toEqual([]);
    await caiet.sheets.sendBack();
    expect(saved).toHaveLength(1);
  });

  it('opens no sheet without a declaration', async () => {
    const owner = await withProject(committee());
    owner.caiet.evaluation.score('b1', 'impact', '4', 'e1');
    expect(open(owner.caiet).scoreSheets).toEqual({});
    expect(owner.caiet.workspace.getState().notices.at(-1)?.problem?.code).toBe('closedSheet.noDeclaration');
    owner.caiet.commission.declare('e1', declaration({ conflicts: { kinship: true, shares: false, employment: false } }));
    owner.caiet.evaluation.score('b1', 'impact', '4', 'e1');
    expect(owner.caiet.workspace.getState().notices.at(-1)?.problem?.code).toBe('closedSheet.conflict');
    await expect(owner.caiet.sheets.handOut('e1', LOTS, 'package')).rejects.toMatchObject({ problem: { code: 'commission.conflict' } });
  });

  it('hands out nothing before the call is frozen, nor after it was changed', async () => {
    const { freezes: _freezes, ...open } = committee();
    const owner = await withProject(open);
    await expect(owner.caiet.sheets.handOut('e1', LOTS, 'package')).rejects.toMatchObject({ problem: { code: 'handout.notFrozen' } });
    const changed = committee();
    const criterion = changed.awardCriteria['impact']!;
    const after = await withProject({ ...changed, awardCriteria: { ...changed.awardCriteria, impact: { ...criterion, weight: '41' } } });
    await expect(after.caiet.sheets.handOut('e1', LOTS, 'package')).rejects.toMatchObject({ problem: { code: 'handout.changedSinceFreeze' } });
  });
});

describe('what a sheet holds', () => {
  it('has neither prices nor notes nor anybody else', async () => {
    const owner = await withProject(committee({ scoreSheets: { 'e2.b1': { id: 'e2.b1', evaluatorId: 'e2', bidId: 'b1', scores: { impact: { value: '1', reason: 'al altuia' } } } } }));
    for (const form of ['package', 'workbook'] as const) {
      const text = textOf(await handOut(owner, 'e1', form, { L1: true }));
      expect(text).not.toContain(String(SECRET));
      expect(text).not.toContain('al altuia');
      expect(text).not.toContain('Evaluator e2');
      expect(text).not.toContain('Valahia');
      expect(text).toContain('Felinar');
    }
  });
});
