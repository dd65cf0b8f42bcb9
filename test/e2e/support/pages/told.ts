/** What the window says when something cannot be done, and whether the project is still the same. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { createTranslator, type Locale, type MessageKey, type MessageValues } from '../../../../src-renderer/i18n/translator';
import type { RunningApp } from '../running-app';
import { expectSaved, goTo } from './shell';

export type ProblemData = MessageValues;

/** The catalogue's own words; a sentence or a value missing there fails the test. */
export const wordsOf = (locale: Locale) => {
  const { t } = createTranslator(locale);
  return { t, problem: (code: string, data: ProblemData = {}): string => t(`problem.${code}` as MessageKey, data) };
};

const notices = (page: Page): Locator => page.locator('.toast-region').getByRole('listitem');

/** Everything said at this moment: beside the work and in the corner. */
export const told = (page: Page): Locator => page.getByRole('alert').filter({ hasText: /\S/u, visible: true }).or(notices(page));

/** This is said, once, and nothing else is. */
export const expectTold = (page: Page, sentence: string): Promise<void> => expect(told(page)).toHaveText([sentence]);

/** Puts the passing message away, as a person does who has read it. */
export const dismissNotice = async (page: Page): Promise<void> => {
  await notices(page).getByRole('button').last().click();
  await expect(notices(page)).toHaveCount(0);
};

/** A field that refused its text says so once, to the eye and to a screen reader. */
export const expectFieldTold = async (page: Page, field: Locator, sentence: string): Promise<void> => {
  await expect(page.getByText(sentence, { exact: true })).toHaveCount(1);
  await expect(page.getByText(sentence, { exact: true })).toBeVisible();
  await expect(field).toHaveAccessibleDescription(sentence);
};

export interface ProjectState {
  /** The package as it left the window. */
  readonly text: string;
  readonly projects: unknown;
  readonly history: unknown;
}

let exported = 0;

/** The open project with its whole history, by way of the file that leaves. */
export const stateOf = async (app: RunningApp): Promise<ProjectState> => {
  const { page } = app;
  exported += 1;
  const file = path.join(app.userData, `stare ${exported}.caiet.json`);
  await expectSaved(page);
  const written = await app.nextSave(file);
  await goTo(page, 'Schimb de pachete');
  await page.getByRole('button', { name: 'Exportă pachetul', exact: true }).click();
  await written();
  await expect(notices(page)).toHaveCount(1);
  await dismissNotice(page);
  const text = readFileSync(file, 'utf8');
  const { projects, history } = JSON.parse(text) as { projects: unknown; history: unknown };
  return { text, projects, history };
};

/** Not a value and not a line of the history is another one. */
export const expectUnchanged = async (app: RunningApp, before: ProjectState): Promise<void> => {
  const { projects, history } = await stateOf(app);
  expect({ projects, history }).toEqual({ projects: before.projects, history: before.history });
};

/** What the rail says of the open project: a quick look that nothing has moved. */
export const railFacts = (page: Page): Promise<readonly string[]> => page.getByRole('navigation', { name: 'Etapele proiectului' }).getByRole('listitem').allTextContents();
