/** The list of projects. */
import { expect, type Locator, type Page } from '@playwright/test';
import { projectsPackage, type GivenProject } from '../files/projects-package';
import type { RunningApp } from '../running-app';
import { chooseFile } from './imports';
import { heading } from './shell';

export const projectList = (page: Page): Locator => page.getByRole('table', { name: 'Lista proiectelor' });

export const projectRow = (page: Page, title: string): Locator =>
  projectList(page).getByRole('row').filter({ has: page.getByText(title, { exact: true }) });

/** The titles in sight, from the top. */
export const expectTitles = (page: Page, titles: readonly string[]): Promise<void> =>
  expect(projectList(page).getByRole('rowheader').locator('> :first-child')).toHaveText([...titles]);

export const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Caută în proiecte' });

export type Shelf = 'Active' | 'Arhivate' | 'Coș';

export const showShelf = async (page: Page, shelf: Shelf): Promise<void> => {
  await page.getByRole('radiogroup', { name: 'Ce se arată' }).getByRole('radio', { name: shelf, exact: true }).click();
};

export const sortBy = async (page: Page, order: 'Modificate recent' | 'După titlu' | 'Create recent'): Promise<void> => {
  await page.getByRole('button', { name: /Ordinea listei$/u }).click();
  await page.getByRole('option', { name: order }).click();
};

export const projectMenu = (page: Page, title: string): Locator => page.getByRole('button', { name: `Comenzi pentru ${title}`, exact: true });

/** Chooses a command of a project's own menu. */
export const commandOf = async (page: Page, title: string, command: string): Promise<void> => {
  await projectMenu(page, title).click();
  await page.getByRole('menuitem', { name: command }).click();
};

/** The passing message with this text. */
export const notice = (page: Page, text: string): Locator =>
  page.getByRole('region', { name: 'Mesaje' }).getByRole('listitem').filter({ hasText: text });

/** A thousand projects on a busy machine. */
const LARGE_PACKAGE_MS = 60_000;

/**
 * Brings the projects in by a package, and goes to the list. Finds the acts by their place on the page: working out the
 * accessible names of a thousand reviewed projects takes Playwright far longer than the application needs for all of it.
 */
export const importProjects = async (app: RunningApp, given: readonly GivenProject[]): Promise<void> => {
  const { page } = app;
  await page.getByRole('link', { name: 'Importă un pachet' }).click();
  await chooseFile(app, projectsPackage(given));
  await page.locator('.page-actions button.button-primary:enabled', { hasText: /^Importă [\d.]+ (?:de )?proiecte$/u }).click({ timeout: LARGE_PACKAGE_MS });
  await page.locator('.page-actions a', { hasText: 'Mergi la proiecte' }).click({ timeout: LARGE_PACKAGE_MS });
  await expect(heading(page, 'Proiecte')).toBeVisible();
};
