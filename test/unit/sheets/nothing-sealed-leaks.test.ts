/**
 * Two envelopes: amounts are planted wherever a project can hold one, every way out of Caiet is taken before the prices
 * are opened, and the bytes are searched. After the opening the same search must find them. A way out that is not in
 * the table fails the last test.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webPlatform } from '../../../src-renderer/host/web-platform';
import { directDesk } from '../../../src-renderer/exchange/package-desk';
import { Paper } from '../../../src-renderer/ui/screens/documents/paper';
import { startCaiet, type Started } from '../app/harness';
import { caiet as terminal } from '../cli/run-caiet';
import { hostTargets } from '../targets/host-targets';
import { targetsOn } from '../targets/samples';
import { declaration } from './committee';
import { AMOUNTS, amountsIn, fileWith, sealedHistory, sealedProject, type Amount } from './sealed-amounts';

const PASSPHRASE = 'patru cuvinte lungi și neobișnuite';
const REASON = 'Pagina 12 arată rezultatele măsurate în pilot, cu valori de pornire și țintă.';

const ROOT = mkdtempSync(path.join(tmpdir(), 'caiet-sealed-'));
const at = (name: string): string => path.join(ROOT, name);
const ID = sealedProject().id;

/** The project as it lies on this computer: brought by a safety copy, with two documents of a bid added here. */
interface Desk extends Started {
  readonly files: Readonly<Record<'backup' | 'localBackup' | 'incomingBackup' | 'register', string>>;
  readonly place: string;
  readonly priceFile: string;
}

type File = Uint8Array | string;

interface WayOut {
  readonly name: string;
  /** Sources that hand bytes over to the outside; the last test looks for those nobody has named. */
  readonly through: readonly string[];
  readonly take: (desk: Desk) => Promise<readonly File[]>;
  /** What it may tell while the prices are sealed, and why. */
  readonly carries?: { readonly amounts: readonly Amount[] | 'all'; readonly why: string };
  /** Tells at least this once it is opened: the search is able to find it. */
  readonly tells?: Amount;
}

const savedBy = async ({ saved }: Desk, work: () => Promise<unknown>): Promise<readonly File[]> => {
  const before = saved.length;
  await work();
  return saved.slice(before).map(({ bytes }) => bytes);
};

const readAs = async ({ caiet }: Desk, [bytes]: readonly File[], passphrase: string): Promise<readonly File[]> => {
  if (!(bytes instanceof Uint8Array)) throw new Error('nothing was saved');
  const opened = await caiet.exchange.inspectPackage('p.caiet.json', bytes, { passphrase });
  const inside: File[] = [];
  for (const { id, files } of opened.projects) {
    inside.push(JSON.stringify([await opened.project(id), await opened.history(id)]));
    for (const sha256 of files) inside.push((await opened.file(sha256)) ?? new Uint8Array());
  }
  return [JSON.stringify(opened), ...inside];
};

const documents = ({ caiet }: Desk) => {
  const { project } = caiet.workspace.getState().open!;
  return (['ro', 'en'] as const).flatMap((locale) => caiet.documents.list(project, { locale, draftLine: true }));
};

const ran = async (words: readonly string[], out?: string): Promise<readonly File[]> => {
  const { stdout, stderr } = await terminal([...words, ...(out === undefined ? [] : ['-o', out])]);
  return [stdout, stderr, ...(out === undefined ? [] : [new Uint8Array(await readFile(out))])];
};

const WROTE_IT = 'words the commission wrote for this very letter or minute, which is what the document is';
const LETTERS: readonly Amount[] = ['statusReason', 'checked', 'asked', 'answered'];

const WAYS_OUT: readonly WayOut[] = [
  { name: 'package, with the documents of the project', through: ['app/exchange-commands.ts'], tells: 'price', take: (desk) => savedBy(desk, () => desk.caiet.exchange.exportPackage([ID])) },
  { name: 'package under a passphrase, decrypted', through: [], tells: 'price', take: async (desk) => readAs(desk, await savedBy(desk, () => desk.caiet.exchange.exportPackage([ID], { passphrase: PASSPHRASE })), PASSPHRASE) },
  { name: 'package through an exchange target', through: ['app/targets/target-run.ts', 'app/targets/target-setup.ts'], tells: 'price', take: async ({ caiet, place }) => {
    const connection = await caiet.targets.chooseFolder();
    const target = connection?.id ?? '';
    if ((await caiet.targets.examine(target)).kind === 'target') await caiet.targets.join(target);
    else await caiet.targets.setUp(target, 'Centrul');
    await caiet.targets.choose(target, ID, true);
    await caiet.targets.send(target);
    const names = (await readdir(place, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(names.length).toBeGreaterThan(1);
    return Promise.all(names.map(async (entry) => new Uint8Array(await readFile(path.join(entry.parentPath, entry.name)))));
  } },
  { name: 'workbook of bids and results', through: [], tells: 'price', take: (desk) => savedBy(desk, () => desk.caiet.exchange.exportWorkbook(ID)) },
  { name: 'comparison of price schedules', through: ['app/schedule-commands.ts'], tells: 'scheduleUnit', take: (desk) => savedBy(desk, () => desk.caiet.schedules.exportComparison('L1')) },
  ...(['beforeReport', 'afterReport'] as const).flatMap((phase): WayOut[] => [
    { name: `open data ${phase}`, through: ['app/publication-commands.ts'], ...(phase === 'afterReport' ? { tells: 'price' } : {}), take: (desk) => savedBy(desk, () => desk.caiet.exchange.exportOcds(ID, phase)) },
    { name: `public package ${phase}`, through: [], ...(phase === 'afterReport' ? { tells: 'price' } : {}), take: (desk) => savedBy(desk, () => desk.caiet.exchange.exportPublic(ID, phase)) },
  ]),
  ...(['package', 'workbook'] as const).map((form): WayOut => ({
    name: `score sheet as a ${form}`, through: ['app/sheet-commands.ts'], take: (desk) => savedBy(desk, () => desk.caiet.sheets.handOut('e2', { L1: true, L2: true }, form)),
  })),
  { name: 'documents for Word', through: ['app/document-commands.ts'], tells: 'price', carries: { amounts: LETTERS, why: WROTE_IT }, take: (desk) => savedBy(desk, async () => {
    for (const entry of documents(desk)) await desk.caiet.documents.saveDocx(entry);
  }) },
  { name: 'documents as previewed, printed and saved as PDF', through: ['ui/screens/documents/document-screen.tsx'], tells: 'price', carries: { amounts: LETTERS, why: WROTE_IT },
    take: async (desk) => documents(desk).map((entry) => renderToStaticMarkup(createElement(Paper, { model: entry.compose(), label: '' }))) },
  { name: 'calendar of deadlines', through: ['app/decision-commands.ts'], take: (desk) => savedBy(desk, () => desk.caiet.decisions.exportCalendar('Termene', [{ id: 'x', on: '2026-06-01', summary: 'Raport', description: '' }])) },
  { name: 'forms to fill in', through: ['app/template-commands.ts'], take: (desk) => savedBy(desk, async () => {
    for (const kind of ['bids', 'price-schedule'] as const) await desk.caiet.templates.save(kind, 'Formular');
  }) },
  { name: 'dry run of importing a safety copy', through: [], carries: { amounts: ['notes', ...LETTERS, 'response', 'priceFileName'], why: 'words people wrote about a bid, on the screen of whoever reads them under Bids already' }, take: async ({ caiet, files }) => {
    const report = await caiet.exchange.inspectPackage('copie.caiet.json', new Uint8Array(await readFile(files.localBackup)));
    return [JSON.stringify([await caiet.exchange.standings(report), await caiet.exchange.compare(report, ID)])];
  } },
  { name: 'receipt for a safety copy, and the copy taken in beside the project', through: ['app/receipt-commands.ts'], take: async (desk) => {
    const { exchange, projects } = desk.caiet;
    const report = await exchange.inspectPackage('copie.caiet.json', new Uint8Array(await readFile(desk.files.backup)));
    const imported = await exchange.importPackage(report, { [ID]: 'copy' });
    const copies = imported.projects.map(({ projectId }) => projectId);
    const files = await savedBy(desk, async () => {
      await exchange.saveReceipt(imported);
      await exchange.exportPackage(copies);
    });
    const trail = JSON.stringify(await projects.history(copies[0] ?? ''));
    return [...files, trail];
  } },
  { name: 'price envelope saved again from the list of documents', through: ['app/attachment-commands.ts'], take: (desk) => savedBy(desk, () => desk.caiet.attachments.save(desk.priceFile).catch((error: unknown) => {
    expect(error).toMatchObject({ problem: { code: 'attachment.sealed' } });
  })) },
  { name: 'register taken out again from the list of imports', through: ['app/import-source.ts'], tells: 'priceFile', take: (desk) => savedBy(desk, () => desk.caiet.bids.saveSource('import-1').catch((error: unknown) => {
    expect(error).toMatchObject({ problem: { code: 'source.sealed' } });
  })) },
  { name: 'marked copy and column map of a register being imported', through: ['app/bid-commands.ts'], carries: { amounts: [], why: 'made of the person\'s own file before it is in the project, and of its headings' }, take: async () => [] },
  { name: 'copied error report', through: ['ui/shell/notices.tsx', 'ui/shell/crash-boundary.tsx', 'ui/screens/imports/report-step.tsx'], carries: { amounts: [], why: 'tells codes of problems, and rows of the person\'s own file that were not taken in' }, take: async () => [] },
  { name: 'safety copy', through: [], tells: 'price', carries: { amounts: 'all', why: 'the person\'s own, for this computer; it must bring everything back' }, take: async ({ files }) => [new Uint8Array(await readFile(files.backup))] },
  ...(['xlsx', 'ocds', 'public'] as const).map((kind): WayOut => ({
    name: `terminal: export as ${kind}`, through: ['headless/export-package.ts'], take: ({ files }) => ran(['export', files.backup, '--as', kind, ...(kind === 'xlsx' ? [] : ['--report-published'])], at(`out.${kind}`)),
  })),
  { name: 'terminal: merge', through: ['headless/package-file.ts'], take: ({ files }) => ran(['merge', files.backup, files.localBackup, files.incomingBackup], at('merged.json')) },
  { name: 'terminal: import into a package', through: ['headless/package-file.ts'], take: ({ files }) => ran(['import', files.register, '--as', 'bids', '--into', files.backup], at('into.json')) },
  ...(['evaluate', 'validate', 'verify'] as const).map((command): WayOut => ({ name: `terminal: ${command}`, through: [], take: ({ files }) => ran([command, files.backup]) })),
  { name: 'terminal: forms to fill in', through: ['headless/template.ts'], take: async ({ files }) => (await Promise.all((['bids', 'price-schedule', 'costs'] as const).map((kind) => ran(['template', kind, files.backup], at(`${kind}.xlsx`))))).flat() },
  { name: 'terminal: a score sheet handed out, and the package that has it in its register', through: [], take: async ({ files }) => [
    ...await ran(['template', 'scores', files.backup, '--evaluator', 'e2', '--register', at('register.json')], at('sheet.xlsx')), new Uint8Array(await readFile(at('register.json'))),
  ] },
  { name: 'terminal: a score sheet taken in twice', through: ['headless/import-scores.ts'], carries: { amounts: [], why: 'where nothing changes, the package it was given is written as it is' }, take: async () => [] },
  { name: 'terminal: new --demo', through: ['headless/new-demo.ts'], carries: { amounts: [], why: 'holds nothing of any project' }, take: async () => [] },
];

const backupOf = async (project = sealedProject()): Promise<Uint8Array> => (await directDesk(webPlatform).write({
  head: { id: 'backup-1', kind: 'backup', createdAt: '2026-05-20T08:00:00.000Z', producer: { app: 'Caiet', version: 'test', deviceId: 'test', authority: 'Comuna' }, rulePack: null },
  projects: (async function* one() { yield { project, history: sealedHistory(project) }; })(), count: 1,
})).bytes;

const start = async (): Promise<Desk> => {
  const project = sealedProject();
  const withPrice = (amount: number) => ({ ...project, bids: { ...project.bids, b2: { ...project.bids['b2']!, price: { amount, currency: 'RON' } } } });
  const files = { backup: at('backup.json'), localBackup: at('local.json'), incomingBackup: at('incoming.json'), register: at('registru.csv') };
  await writeFile(files.backup, await backupOf());
  await writeFile(files.localBackup, await backupOf(withPrice(AMOUNTS.conflictHere)));
  await writeFile(files.incomingBackup, await backupOf(withPrice(AMOUNTS.conflictThere)));
  await writeFile(files.register, 'Ofertant;Lot;Preț\nNou SRL;1;1,00\n');
  const place = at('schimb');
  mkdirSync(place);
  const started = await startCaiet({ targets: hostTargets(targetsOn(at('profil')), () => place) });
  const { attachments, exchange, projects, workspace } = started.caiet;
  const report = await exchange.inspectPackage('copie.caiet.json', new Uint8Array(await readFile(files.backup)));
  await exchange.importPackage(report, { [ID]: 'add' });
  await projects.open(ID);
  const addDocument = async (fileName: string, amount: number, fields: { readonly priceEnvelope?: true }): Promise<string> => {
    await attachments.add(fileName, 'text/plain', fileWith(amount));
    const id = Object.values(workspace.getState().open!.project.attachments ?? {}).find((each) => each.fileName === fileName)?.id ?? '';
    attachments.edit(id, { filedUnder: { kind: 'bid', id: 'b1', ...fields } });
    return id;
  };
  const priceFile = await addDocument(`oferta ${AMOUNTS.priceFileName}.txt`, AMOUNTS.priceFile, { priceEnvelope: true });
  await addDocument('propunere.txt', AMOUNTS.bidFile, {});
  await started.caiet.settle();
  return { ...started, files, place, priceFile };
};

const openAll = ({ caiet }: Desk): void => {
  for (const evaluatorId of ['e1', 'e2', 'e3']) {
    caiet.commission.declare(evaluatorId, declaration());
    for (const bidId of ['b1', 'b2', 'b3']) {
      for (const criterionId of ['impact', 'team']) {
        caiet.evaluation.score(bidId, criterionId, '4', evaluatorId);
        caiet.evaluation.giveReason(bidId, criterionId, REASON, evaluatorId);
      }
    }
  }
  for (const lotId of ['L1', 'L2']) {
    caiet.consensus.lockQuality(lotId);
    caiet.consensus.openPrices(lotId);
  }
};

let desk: Desk;
beforeAll(async () => {
  desk = await start();
});
afterAll(() => rmSync(ROOT, { recursive: true, force: true }));

describe('before the prices are opened', () => {
  it('every amount is there to be found', async () => {
    const whole = new Uint8Array(await readFile(desk.files.backup));
    const inFiles: readonly Amount[] = ['priceFile', 'priceFileName', 'bidFile'];
    expect(amountsIn(whole).toSorted()).toEqual((Object.keys(AMOUNTS) as Amount[]).filter((name) => !inFiles.includes(name)).toSorted());
  });

  it.each(WAYS_OUT)('none leaves: $name', async ({ take, carries, through }) => {
    const files = await take(desk);
    const allowed = carries?.amounts ?? [];
    const leaks = files.flatMap((file) => amountsIn(file)).filter((name) => allowed !== 'all' && !allowed.includes(name));
    expect([...new Set(leaks)]).toEqual([]);
    const isRefused = through.includes('app/attachment-commands.ts') || through.includes('app/import-source.ts');
    if (carries === undefined) expect(files.length > 0).toBe(!isRefused);
  });
});

describe('after the opening', () => {
  it('the same search finds the price wherever it belongs, and all documents go along', async () => {
    openAll(desk);
    for (const { name, take, tells } of WAYS_OUT) {
      if (tells !== undefined) expect((await take(desk)).flatMap((file) => amountsIn(file)), name).toContain(tells);
    }
    const [whole = ''] = await savedBy(desk, () => desk.caiet.exchange.exportPackage([ID]));
    expect(amountsIn(whole).toSorted()).toEqual(Object.keys(AMOUNTS).toSorted());
    expect(amountsIn((await savedBy(desk, () => desk.caiet.attachments.save(desk.priceFile)))[0] ?? '')).toEqual(['priceFile']);
  });
});

describe('a public package made after the opening', () => {
  it('says that the envelopes are open and what was locked, so that it is read without an error and can be recomputed', async () => {
    const [bytes] = await savedBy(desk, () => desk.caiet.exchange.exportPublic(ID, 'afterReport'));
    const report = await desk.caiet.exchange.inspectPackage('public.caiet.json', bytes as Uint8Array);
    expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(Object.values((await report.project(ID)).envelopes ?? {}).map(({ id, pricesOpenedAt }) => [id, pricesOpenedAt !== null])).toEqual([['L1', true], ['L2', true]]);
  });
});

describe('the table', () => {
  // The doors and the whole of them only say what there is.
  it('names every source that hands something over to the outside', () => {
    const root = path.resolve(import.meta.dirname, '../../../src-renderer');
    const hands = /\bfiles\.save\(|savePdf\(|writeFileWhole\(|host\.put\(|clipboard\.writeText\(|window\.print\(/u;
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => /^(?:app|ui|headless)\/.*\.tsx?$/u.test(name) && name !== 'headless/files.ts' && name !== 'app/caiet.ts' && !name.endsWith('-door.ts'))
      .filter((name) => hands.test(readFileSync(path.join(root, name), 'utf8')));
    expect(sources.toSorted()).toEqual([...new Set(WAYS_OUT.flatMap(({ through }) => through))].toSorted());
  });
});
