/** What must be true of every screen: no WCAG violation, and nothing wider than the window. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules a change of colours can break; the rest is the same in every theme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block', 'target-size'];

/** Colours half-way between two states say nothing about either. */
const expectAtRest = (page: Page): Promise<void> => expect.poll(() => page.evaluate(() =>
  document.getAnimations().filter((animation) => animation.playState === 'running' && animation.effect?.getComputedTiming().iterations !== Infinity).length)).toBe(0);

/** `where` names the screen in the failure's message. */
export const expectAccessible = async (page: Page, where: string, rules: 'all' | 'colours'): Promise<void> => {
  await expectAtRest(page);
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules === 'all' ? axe.withTags(TAGS) : axe.withRules(COLOUR_RULES)).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary?.split('\n').at(-1) ?? ''}`).join(' | ')}`);
  expect.soft(told, where).toEqual([]);
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
