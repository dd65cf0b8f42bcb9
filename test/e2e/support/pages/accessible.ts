/** What must be true of every screen: no WCAG violation in any colours, and nothing wider than the window. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules a change of colours can break; the rest is the same in every theme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block', 'target-size'];
const THEMES = ['dark', 'contrast'] as const;

/** Colours half-way between two states say nothing about either. */
const expectAtRest = (page: Page): Promise<void> => expect.poll(() => page.evaluate(() =>
  document.getAnimations().filter((animation) => animation.playState === 'running' && animation.effect?.getComputedTiming().iterations !== Infinity).length)).toBe(0);

const wear = async (page: Page, theme: string | undefined): Promise<void> => {
  await page.evaluate((name) => {
    if (name === undefined) delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = name;
  }, theme);
  await expectAtRest(page);
};

const expectNoViolations = async (axe: AxeBuilder, where: string): Promise<void> => {
  const { violations } = await axe.analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary?.split('\n').at(-1) ?? ''}`).join(' | ')}`);
  expect.soft(told, where).toEqual([]);
};

/** In the colours of the system, which are light here, then in the others. `where` names the screen when it fails. */
export const expectAccessible = async (page: Page, where: string): Promise<void> => {
  await expectAtRest(page);
  await expectNoViolations(new AxeBuilder({ page }).withTags(TAGS), `${where}, light`);
  for (const theme of THEMES) {
    await wear(page, theme);
    await expectNoViolations(new AxeBuilder({ page }).withRules(COLOUR_RULES), `${where}, ${theme}`);
  }
  await wear(page, undefined);
};

/** The page itself never scrolls sideways; wide tables scroll inside themselves. */
export const expectNoSidewaysScroll = async (page: Page, where: string): Promise<void> => {
  const excess = await page.evaluate(() => {
    const root = document.documentElement;
    const main = document.getElementById('main');
    return Math.max(root.scrollWidth - root.clientWidth, document.body.scrollWidth - root.clientWidth, main === null ? 0 : main.scrollWidth - main.clientWidth);
  });
  expect.soft(excess, `${where}: pixels wider than the window`).toBeLessThanOrEqual(0);
};
