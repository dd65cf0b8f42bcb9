/** Undo and redo as a person does them: by keys, outside text fields. */
import { expect, type Locator, type Page } from '@playwright/test';
import { expectSaved, expectStarted } from './shell';

const title = (page: Page): Locator => page.getByRole('main').getByRole('heading', { level: 1 });

/** Moves the focus from whatever field holds it to the title of the screen, as a click beside the fields does. */
export const leaveFields = async (page: Page): Promise<void> => {
  await title(page).click();
  await expect(title(page)).toBeFocused();
};

export const pressUndo = (page: Page): Promise<void> => page.keyboard.press('Control+Z');
export const pressRedo = (page: Page): Promise<void> => page.keyboard.press('Control+Y');

/** The window again from the disk, at the same place. */
export const reloadSaved = async (page: Page): Promise<void> => {
  await expectSaved(page);
  const screen = await title(page).textContent() ?? '';
  await page.reload();
  await expectStarted(page);
  await expect(title(page)).toHaveText(screen);
};

/** What the screen says; fails when it says something else. */
export type Seen = () => Promise<void>;

const thereAndBack = async (page: Page, before: Seen, after: Seen): Promise<void> => {
  await after();
  await pressUndo(page);
  await before();
  await pressRedo(page);
  await after();
};

export interface Undoable {
  readonly before: Seen;
  readonly act: () => Promise<void>;
  readonly after: Seen;
  /** Goes to what `before` and `after` look at, when a reload leads elsewhere. */
  readonly find?: () => Promise<void>;
}

/** The act goes back and comes again by keys, on the screen and once more after a reload; at the end it is done. */
export const expectUndoable = async (page: Page, { before, act, after, find }: Undoable): Promise<void> => {
  await before();
  await act();
  await thereAndBack(page, before, after);
  await reloadSaved(page);
  await find?.();
  await thereAndBack(page, before, after);
  await expectSaved(page);
};
