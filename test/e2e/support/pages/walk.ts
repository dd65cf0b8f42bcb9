/** The screens by their addresses, and the import's steps and the main dialogs, in whatever language the window speaks. */
import { expect, type Page } from '@playwright/test';
import type { Translator } from '../../../../src-renderer/i18n/translator';
import type { RunningApp } from '../running-app';
import { onDisk, type FileToOpen } from './imports';
import type { AtStop } from './tour-stop';

/** To another address; what stood there before stays in the window until the new place is drawn. */
const go = async (page: Page, hash: string): Promise<void> => {
  await page.evaluate((address) => new Promise<void>((resolve) => {
    if (location.hash === `#${address}`) resolve();
    else window.addEventListener('hashchange', () => resolve(), { once: true });
    location.hash = address;
  }), hash);
  await expect(page.getByRole('main')).not.toHaveAttribute('aria-busy', 'true');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
};

const closeDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toHaveCount(0);
};

/** Whatever is folded away, one after another; a button that opened is none of them any more. */
const unfold = async (page: Page): Promise<void> => {
  const folded = page.getByRole('main').locator('button[slot=trigger][aria-expanded=false]');
  for (let count = await folded.count(); count > 0; count = await folded.count()) {
    await folded.first().click();
    await expect(folded).not.toHaveCount(count);
  }
};

const dialogs = async (page: Page, { t }: Translator, project: string, bidder: string, at: AtStop): Promise<void> => {
  const openers = [
    ['new bid', 'bids', t('bids.add')],
    ['bid', 'bids', t('bids.editOf', { bidder })],
    ['confirmation', 'call', t('call.lot.remove', { number: '1' })],
    ['calculation', 'evaluation', `${t('evaluation.explain')} ${bidder}`],
  ] as const;
  for (const [name, screen, opener] of openers) {
    await go(page, `/p/${project}/${screen}`);
    if (name === 'calculation') await page.getByRole('radio', { name: t('evaluation.view.ranking') }).click();
    await page.getByRole('button', { name: opener }).first().click();
    await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toBeVisible();
    await at(name);
    await closeDialog(page);
  }
};

const views = async (page: Page, { t }: Translator, project: string, at: AtStop): Promise<void> => {
  await go(page, `/p/${project}/evaluation`);
  for (const view of ['evaluation.view.ranking', 'robustness.view'] as const) {
    await page.getByRole('radio', { name: t(view) }).click();
    if (view === 'robustness.view') await expect(page.getByRole('button', { name: t('robustness.help') })).toBeVisible();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await unfold(page);
    await at(view);
  }
};

const wizard = async (app: RunningApp, { t }: Translator, project: string, register: FileToOpen, at: AtStop): Promise<void> => {
  const { page } = app;
  await go(page, `/p/${project}/bids/import`);
  await at('import, file');
  await app.nextOpen(onDisk(app, register));
  await page.getByRole('button', { name: t('app.chooseFile') }).click();
  await expect(page.getByRole('button', { name: t('imports.next') })).toBeEnabled();
  await at('import, table');
  await page.getByRole('button', { name: t('imports.next') }).click();
  await expect(page.getByRole('button', { name: t('imports.check.excludeRow', { row: 6 }) })).toBeVisible();
  await at('import, check');
};

export interface WalkedProject {
  readonly id: string;
  /** A bidder of the first lot, ranked. */
  readonly bidder: string;
  /** Criteria to open. */
  readonly criteria: readonly string[];
  readonly register: FileToOpen;
}

/** `translator`: of the language the window speaks at every stop. */
export const walk = async (app: RunningApp, translator: Translator, { id, bidder, criteria, register }: WalkedProject, at: AtStop): Promise<void> => {
  const { page } = app;
  for (const screen of ['call', 'call/procedure', 'call/criteria', 'call/timeline', 'call/questions', 'bids', 'evaluation', 'exchange', 'about']) {
    await go(page, `/p/${id}/${screen}`);
    if (screen.startsWith('call')) {
      if (screen === 'call/criteria') for (const name of criteria) await page.getByRole('button', { name: translator.t('call.criterion.open', { name }) }).click();
      await unfold(page);
    }
    await at(screen);
  }
  await views(page, translator, id, at);
  await dialogs(page, translator, id, bidder, at);
  await wizard(app, translator, id, register, at);
  for (const address of ['/exchange/import', '/settings', '/', '/nowhere']) {
    await go(page, address);
    await unfold(page);
    await at(address);
  }
};
