/** Every file made in a worker is the very file made on the spot; it tells how far it is, and a stop leaves nothing behind. */
import { describe, expect, it } from 'vitest';
import { withHistory, AT, ids } from '../../bench/large-projects';
import { demoProject } from '../../../src-renderer/domain/demo/demo-project';
import { sha256Hex } from '../../../src-renderer/domain/digest';
import { sheetProject } from '../../../src-renderer/domain/evaluator-sheet';
import type { Project } from '../../../src-renderer/domain/project';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import type { FileDesk, FileKind, FileRequests } from '../../../src-renderer/exchange/file-desk';
import { fileMakers } from '../../../src-renderer/file-makers';
import { serveFiles } from '../../../src-renderer/host/served-files';
import { createWorkerFileDesk } from '../../../src-renderer/host/worker-file-desk';
import { startCaiet } from '../app/harness';
import { workerLine } from './worker-line';

const BIDS = 500;

/** Of so many bids that it takes several messages. */
const demo = demoProject(ids, { now: () => AT });
const large = (): Project => {
  const [bid] = Object.values(demo.bids);
  const bids = Array.from({ length: BIDS }, (_, index) => ({ ...bid!, id: `bid-${index}`, bidderId: `firm-${index}`, price: { amount: 1_000_000 + index, currency: demo.currency } }));
  return {
    ...demo, bids: Object.fromEntries(bids.map((each) => [each.id, each])),
    bidders: Object.fromEntries(bids.map(({ bidderId }, index) => [bidderId, { id: bidderId, name: `Firma ${index} SRL`, identifier: '', country: '', sme: null, email: '' }])),
  };
};

const { project, history } = withHistory(large());
const ocds = { project, history, options: { phase: 'afterReport', date: AT, ocidPrefix: 'ocds-a1b2c3', language: 'ro' } } as const;
const evaluator = Object.values(project.evaluators)[0]!;
const sheet = sheetProject(demo, evaluator, { id: 'fisa-1', evaluatorId: evaluator.id, lotIds: { [Object.keys(demo.lots)[0]!]: true }, callHash: '0'.repeat(64), at: AT });
const REQUESTS: FileRequests = {
  ocds, releases: ocds,
  public: { project, options: { phase: 'afterReport', date: AT, producer: { app: 'Caiet', version: '0' }, rulePack: RO_2026 } },
  workbook: { project, rulePack: RO_2026, locale: 'ro' },
  comparison: { project, lotId: Object.keys(project.lots)[0]!, locale: 'en' },
  template: { request: { kind: 'bids', projectId: project.id, projectTitle: project.title, lotNumbers: ['1'], needTitles: [], filled: [{ lot: '1' }] }, locale: 'ro' },
  sheetWorkbook: { sheet },
  sheetPackage: { sheet, way: 'handedOut', history: [], at: AT, producer: { app: 'Caiet', version: '0', deviceId: 'd', authority: 'C' } },
  document: { title: 'Raport', tag: 'ro-RO', note: null, blocks: [{ kind: 'title', text: 'Raport' }, { kind: 'paragraph', runs: ['Șapte oferte.'] }] },
};
const KINDS = Object.keys(REQUESTS) as FileKind[];

/** A desk over a worker that makes with these, and its line. */
const deskOf = (makers: FileDesk) => {
  const line = workerLine((scope) => serveFiles(scope, makers));
  return { line, desk: createWorkerFileDesk(line.start) };
};
const make = (desk: FileDesk, kind: FileKind, watched = {}): Promise<unknown> => (desk[kind] as (request: unknown, watched: object) => Promise<unknown>)(REQUESTS[kind], watched);

/** Of megabytes that differ nobody wants to read every byte. */
const comparable = (made: unknown): unknown => (made instanceof Uint8Array ? { length: made.length, sha256: sha256Hex(made) } : made);

/** Makers of which the OCDS file is begun and never done. */
const endless = (): { readonly makers: FileDesk; readonly begun: Promise<void> } => {
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => { begin = resolve; });
  const never = (): Promise<never> => {
    begin();
    return new Promise(() => undefined);
  };
  return { makers: { ...fileMakers, ocds: never, public: never, workbook: never, comparison: never }, begun };
};

describe('a file made in a worker', () => {
  it.each(KINDS)('is the very one made on the spot, and its worker ends with it: %s', async (kind) => {
    const { desk, line } = deskOf(fileMakers);
    expect(comparable(await make(desk, kind))).toEqual(comparable(await make(fileMakers, kind)));
    expect(line.count()).toEqual({ started: 1, ended: 1 });
  });

  it('tells how far it is: from handing over to the last row, never back', async () => {
    const told: number[] = [];
    await deskOf(fileMakers).desk.workbook(REQUESTS.workbook, { onProgress: (fraction) => told.push(fraction) });
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    expect(told.length).toBeGreaterThan(8);
    expect(told[0]).toBeGreaterThan(0);
    expect(told.at(-1)).toBeLessThanOrEqual(1);
    expect(told.filter((fraction) => fraction > 0.4 && fraction < 0.95).length).toBeGreaterThan(3);
  });

  it('is given what it is made of in pieces: no message holds the window', async () => {
    const { desk, line } = deskOf(fileMakers);
    await desk.releases(REQUESTS.releases);
    const whole = JSON.stringify(REQUESTS.releases).length;
    expect(line.longest()).toBeLessThan(whole / 10);
  });

  it('that is refused says why, as it would on the spot', async () => {
    const refused = deskOf(fileMakers).desk.ocds({ ...ocds, options: { ...ocds.options, ocidPrefix: 'wrong' } });
    await expect(refused).rejects.toMatchObject({ problem: { code: 'ocds.prefixInvalid', data: { prefix: 'wrong' } } });
  });

  it('whose worker cannot run is a problem, not a wait without end', async () => {
    const { makers, begun } = endless();
    const { desk, line } = deskOf(makers);
    const made = desk.ocds(ocds);
    await begun;
    line.breakDown();
    await expect(made).rejects.toMatchObject({ problem: { code: 'export.workerFailed' } });
    expect(line.count()).toEqual({ started: 1, ended: 1 });
  });
});

describe('a stop', () => {
  it('before the worker runs, and while it has half of the project, makes nothing', async () => {
    for (const stopAt of [null, 0.01, 0.1]) {
      const { desk, line } = deskOf({ ...fileMakers, workbook: () => { throw new Error('made after a stop'); } });
      const stopper = new AbortController();
      if (stopAt === null) stopper.abort();
      const onProgress = (fraction: number): void => { if (stopAt !== null && fraction >= stopAt) stopper.abort(); };
      await expect(desk.workbook(REQUESTS.workbook, { signal: stopper.signal, onProgress })).rejects.toMatchObject({ problem: { code: 'export.cancelled' } });
      expect(line.count()).toEqual({ started: 1, ended: 1 });
    }
  });

  it.each(['exportOcds', 'exportPublic', 'exportWorkbook', 'exportComparison'] as const)('in the middle of %s ends the worker, and no file is asked for', async (command) => {
    const { makers, begun } = endless();
    const { desk, line } = deskOf(makers);
    const { caiet, saved } = await startCaiet({ makers: { fileDesk: desk } });
    const id = await caiet.projects.openDemo();
    await caiet.settle();
    const stopper = new AbortController();
    const watched = { signal: stopper.signal };
    const lotId = Object.keys(caiet.workspace.getState().open!.project.lots)[0]!;
    const exporting = command === 'exportWorkbook' ? caiet.exchange.exportWorkbook(id, watched)
      : command === 'exportComparison' ? caiet.schedules.exportComparison(lotId, watched) : caiet.exchange[command](id, 'afterReport', watched);
    await begun;
    stopper.abort();
    await expect(exporting).rejects.toMatchObject({ problem: { code: 'export.cancelled' } });
    expect(line.count()).toEqual({ started: 1, ended: 1 });
    expect(saved).toEqual([]);
    // What was stopped can be made again.
    const again = await startCaiet({ makers: { fileDesk: deskOf(fileMakers).desk } });
    const other = await again.caiet.projects.openDemo();
    await again.caiet.settle();
    await again.caiet.exchange.exportOcds(other);
    expect(again.saved).toHaveLength(1);
  });
});
