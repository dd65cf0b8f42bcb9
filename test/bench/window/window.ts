/**
 * The longest the window was away between two frames, while it does its heaviest work: the built window in a real
 * Chromium, driven as a person drives it. Beside each line stands a frame at 60 a second, and the same watch over the
 * window at rest, which shows what this machine and this moment cost by themselves. CAIET_BENCH_BLAME=1 says on the
 * error output which functions held the thread; CAIET_BENCH_ONLY=registers,packages measures those parts alone.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type CDPSession, type Page } from '@playwright/test';
import { ensureBuild } from '../../e2e/support/build';
import { launchBrowserEdition, type RunningBrowserApp } from '../../e2e/support/launch-browser';
import type { BenchRow } from '../bench-row';
import { Blame } from './blame';
import { LEAVING, makeFiles, PROJECTS, TITLES, type WindowFiles } from './files';
import { installProbe, type Watched } from './probe';

const FRAME_MS = 1000 / 60;
const REST_MS = 3_000;
/** The longest a single step may take before the measurement gives up. */
const LIMIT_MS = 120_000;

/**
 * Waits for a text in an element, asking so little and so rarely that it does not show in what is measured; Playwright's
 * own waiting looks through the whole page for roles and names.
 */
const until = async (page: Page, selector: string, text: RegExp): Promise<void> => {
  await page.waitForFunction(({ where, source }) => [...document.querySelectorAll(where)].some((element) =>
    new RegExp(source, 'u').test(element.textContent) && !element.hasAttribute('disabled')), { where: selector, source: text.source }, { polling: 250, timeout: LIMIT_MS });
};
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

class Watch {
  private rest = { longestGap: FRAME_MS, longestHold: FRAME_MS };
  readonly rows: BenchRow[] = [];

  private constructor(private readonly page: Page, private readonly session: CDPSession, private readonly blame: Blame | null) {}

  static async of(page: Page): Promise<Watch> {
    const session = await page.context().newCDPSession(page);
    return new Watch(page, session, process.env['CAIET_BENCH_BLAME'] ? await Blame.of(session) : null);
  }

  /** The window with nothing to do. */
  async resting(): Promise<void> {
    this.rest = await this.during(() => this.page.waitForTimeout(REST_MS));
  }

  /** What the parts before have left to be collected is collected first: each pays for its own garbage alone. */
  async over(what: string, work: () => Promise<unknown>): Promise<void> {
    await this.session.send('HeapProfiler.collectGarbage');
    await this.blame?.begin();
    const { longestGap, longestHold, noticed } = await this.during(work);
    if (this.blame !== null) console.error(`${what}: ${Math.round(longestGap)} ms, held ${Math.round(longestHold)} ms\n${await this.blame.end()}`);
    this.rows.push({
      what: `longest the thread was held: ${what}`,
      floor: `one frame; at rest ${Math.round(this.rest.longestHold)} ms`, ratio: longestHold / FRAME_MS, ms: longestHold, floorMs: FRAME_MS,
    }, {
      what: `longest without a frame: ${what} (${noticed} over 50 ms)`,
      floor: `the same at rest`, ratio: longestGap / this.rest.longestGap, ms: longestGap, floorMs: this.rest.longestGap,
    });
  }

  private async during(work: () => Promise<unknown>): Promise<Watched> {
    await this.page.evaluate(() => window.benchWatch.begin());
    await work();
    return this.page.evaluate(() => window.benchWatch.end());
  }
}

/** Waits until the place is drawn: of two that follow one another at once the first never would be. */
const goTo = async (page: Page, address: string): Promise<void> => {
  await page.evaluate((hash) => new Promise<void>((resolve) => {
    if (window.location.hash === `#${hash}`) resolve();
    else window.addEventListener('hashchange', () => resolve(), { once: true });
    window.location.hash = hash;
  }), address);
  await page.waitForFunction(() => document.querySelector('main')?.getAttribute('aria-busy') !== 'true', undefined, { polling: 50, timeout: LIMIT_MS });
};

/** The address of a project, as the list links it. */
const hrefOf = async (page: Page, title: string): Promise<string> => {
  await goTo(page, '/');
  await page.getByRole('searchbox', { name: 'Caută în proiecte' }).fill(title);
  const link = page.getByRole('link', { name: title, exact: true });
  await expect(link).toBeVisible();
  const href = (await link.getAttribute('href')) ?? '';
  return /\/p\/[^/]+/.exec(href)?.[0] ?? '';
};

const scrollThrough = async (page: Page, label: string): Promise<void> => {
  const box = page.getByRole('table', { name: label });
  for (const share of [0.1, 0.35, 0.6, 0.85, 1, 0]) {
    await box.evaluate((table, to) => { table.parentElement!.scrollTop = table.parentElement!.scrollHeight * to; }, share);
    await page.waitForTimeout(150);
  }
};

const readPackage = async (app: RunningBrowserApp, file: string): Promise<void> => {
  const { page } = app;
  await goTo(page, '/exchange/import');
  await app.nextOpen(file);
  await button(page, /^Aleg(?:e|eți) fișierul…$/u).click();
  await until(page, 'button', /^Importă .*proiecte$/u);
};

const storePackage = async (page: Page): Promise<void> => {
  await button(page, /^Importă .*proiecte$/u).click();
  await until(page, '.merge-told', /Pachetul a fost importat\./u);
};

const openRegister = async (app: RunningBrowserApp, project: string, file: string): Promise<void> => {
  const { page } = app;
  await goTo(page, '/');
  await goTo(page, `${project}/bids/import`);
  await app.nextOpen(file);
  await button(page, 'Alege fișierul…').click();
  await until(page, 'button', /^Continuă$/u);
  await button(page, 'Continuă').click();
  await until(page, 'button', /^Importă [\d.]+ de rânduri$/u);
  await scrollThrough(page, 'Rândurile din fișier');
};

const storeRegister = async (page: Page): Promise<void> => {
  await button(page, /^Importă [\d.]+ de rânduri$/u).click();
  await until(page, 'main', /Au intrat [\d.]+ de oferte în proiect\./u);
};

const schedules = async (watch: Watch, page: Page, title: string, what: string): Promise<void> => {
  const project = await hrefOf(page, title);
  await watch.over(`open price schedules of ${what}`, async () => {
    await goTo(page, `${project}/bids/schedules`);
    await until(page, 'table[aria-label="Articole"]', /ART-/u);
  });
  await watch.over(`scroll price schedules of ${what}`, () => scrollThrough(page, 'Articole'));
  await watch.over(`sort and search price schedules of ${what}`, async () => {
    await button(page, 'Ordinea articolelor').click();
    await page.getByRole('option', { name: 'Cele mai diferite prețuri întâi' }).click();
    await page.waitForTimeout(500);
    await page.getByRole('searchbox', { name: 'Caută un articol' }).pressSequentially('numărul 77', { delay: 60 });
    await page.waitForTimeout(1000);
  });
};

const draws = async (watch: Watch, page: Page): Promise<void> => {
  const project = await hrefOf(page, TITLES.scores);
  await goTo(page, `${project}/evaluation`);
  await expect(page.getByRole('radio', { name: 'Robustețe' })).toBeAttached({ timeout: LIMIT_MS });
  await watch.over('robustness and 10,000 draws, 20 bids × 30 criteria × 5 evaluators', async () => {
    await page.getByText('Robustețe', { exact: true }).first().click();
    await until(page, 'table[aria-label="Dacă notele ar fi puțin altele"]', /./u);
  });
};

const packages = async (watch: Watch, app: RunningBrowserApp, files: WindowFiles): Promise<void> => {
  const { page } = app;
  const what = `${PROJECTS.toLocaleString('en')} projects, ${Math.round(files.bytes / 1e6)} MB`;
  await watch.over(`read and review a package of ${what}`, () => readPackage(app, files.projects));
  await watch.over(`store a package of ${what}`, () => storePackage(page));
  await watch.over('scroll and search the list of a thousand projects', async () => {
    await goTo(page, '/');
    await page.getByRole('searchbox', { name: 'Caută în proiecte' }).pressSequentially('iluminat', { delay: 60 });
    await page.getByRole('searchbox', { name: 'Caută în proiecte' }).fill('');
    await page.waitForTimeout(500);
  });
  await watch.over(`export ${what}`, async () => {
    const written = await app.nextSave(path.join(app.userData, 'toate.caiet.json'));
    await button(page, /^Exportă cele .* din listă$/u).click();
    await written();
  });
};

/** Presses the button and waits until the file is there. The button is looked for before: that alone takes long on a large page. */
const leaving = async (watch: Watch, app: RunningBrowserApp, what: string, name: string | RegExp, file: string): Promise<void> => {
  const pressed = await button(app.page, name).elementHandle();
  const written = await app.nextSave(path.join(app.userData, file));
  await watch.over(what, async () => {
    await pressed?.evaluate((element) => (element as HTMLElement).click());
    await written();
  });
};

const waysOut = async (watch: Watch, app: RunningBrowserApp): Promise<void> => {
  const { page } = app;
  const what = `${LEAVING.toLocaleString('en')} bids`;
  const project = await hrefOf(page, TITLES.leaving);
  await goTo(page, `${project}/exchange`);
  await page.getByText('Da, raportul este publicat').first().click();
  await until(page, 'li', /^\d.*:/u);
  await leaving(watch, app, `export ${what} as OCDS`, 'Exportă OCDS', 'date.ocds.json');
  await leaving(watch, app, `export ${what} as a public package`, 'Exportă pachetul public', 'public.caiet.json');
  await leaving(watch, app, `export ${what} as a workbook`, 'Exportă în Excel', 'registru.xlsx');
  await goTo(page, `${project}/documents`);
  await page.getByRole('link', { name: 'Raportul procedurii' }).first().click();
  await until(page, 'button', /^Salvează pentru Word$/u);
  await leaving(watch, app, `save the report of ${what} as DOCX`, /^Salvează pentru Word$/u, 'raport.docx');
  const schedulesOf = await hrefOf(page, TITLES.many);
  await goTo(page, `${schedulesOf}/bids/schedules`);
  await until(page, 'table[aria-label="Articole"]', /ART-/u);
  await leaving(watch, app, 'export the comparison of 10 bidders × 10,000 lines', 'Exportă comparația', 'comparatie.xlsx');
};

const registers = async (watch: Watch, app: RunningBrowserApp, files: WindowFiles): Promise<void> => {
  const project = await hrefOf(app.page, TITLES.register);
  await watch.over('import a register of 100,000 rows × 15 up to its preview, and scroll it', () => openRegister(app, project, files.register(100_000)));
  await watch.over('import a register of 10,000 rows × 15 up to its preview', () => openRegister(app, project, files.register(10_000)));
  await watch.over('store 10,000 bids', () => storeRegister(app.page));
};

const measure = async (app: RunningBrowserApp, files: WindowFiles): Promise<BenchRow[]> => {
  const { page } = app;
  page.setDefaultTimeout(LIMIT_MS);
  // The compiler that runs the benchmarks wraps functions in a helper of its own, which the page has not.
  await page.evaluate('globalThis.__name = (value) => value');
  await page.evaluate(installProbe);
  const watch = await Watch.of(page);
  // What a start leaves to be done is no rest.
  await page.waitForTimeout(REST_MS);
  await watch.resting();
  await readPackage(app, files.seed);
  await storePackage(page);
  const parts: Readonly<Record<string, () => Promise<void>>> = {
    draws: () => draws(watch, page),
    many: () => schedules(watch, page, TITLES.many, '10 bidders × 10,000 lines'),
    long: () => schedules(watch, page, TITLES.long, '2 bidders × 100,000 lines'),
    leaving: () => waysOut(watch, app),
    registers: () => registers(watch, app, files),
    packages: () => packages(watch, app, files),
  };
  const wanted = process.env['CAIET_BENCH_ONLY']?.split(',');
  for (const [name, part] of Object.entries(parts)) if (wanted?.includes(name) ?? true) await part();
  return watch.rows;
};

export const benchWindow = async (): Promise<BenchRow[]> => {
  ensureBuild();
  const folder = mkdtempSync(path.join(tmpdir(), 'caiet-bench-'));
  try {
    const files = makeFiles(folder);
    const app = await launchBrowserEdition(folder);
    try {
      return await measure(app, files);
    } catch (error) {
      console.error(`The window showed:\n${await app.page.locator('main').innerText()}`);
      throw error;
    } finally {
      await app.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
};
