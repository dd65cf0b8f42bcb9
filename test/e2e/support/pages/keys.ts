/** Getting around without a pointer. */
import { expect, type Locator, type Page } from '@playwright/test';

const MOST_STOPS = 120;

const isFocused = (target: Locator): Promise<boolean> => target.evaluateAll((elements) => elements.some((element) => element === document.activeElement));

/** Presses Tab (or Shift+Tab) until the element has the focus; fails when it is no Tab stop. */
export const tabTo = async (page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS && !(await isFocused(target)); stop += 1) await page.keyboard.press(key);
  await expect(target).toBeFocused();
};

export const pressWith = async (page: Page, target: Locator, key: string): Promise<void> => {
  await tabTo(page, target);
  await page.keyboard.press(key);
};

/** Writes over what the focused field holds. */
export const typeOver = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
};

/** The focus must never fall to the page, where nothing says where one is. */
export const expectFocusKept = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate(() => document.activeElement?.tagName ?? ''), { message: 'something has the focus' }).not.toBe('BODY');
