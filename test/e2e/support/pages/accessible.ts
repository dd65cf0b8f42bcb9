/** What must be true of every screen: no WCAG violation in any colours, and nothing wider than the window. */
import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules a change of colours can break; sizes, names and order are the same in every theme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const THEMES = ['dark', 'contrast'] as const;

/** Colours half-way between two states say nothing about either. Waits in the page, since asking again and again takes longer than the colours. */
const untilAtRest = (page: Page): Promise<void> => page.evaluate(async () => {
  const moving = (): Animation[] => document.getAnimations().filter((animation) => animation.playState === 'running' && animation.effect?.getComputedTiming().iterations !== Infinity);
  for (let animations = moving(); animations.length > 0; animations = moving()) await Promise.allSettled(animations.map(({ finished }) => finished));
});

const wear = async (page: Page, theme: string | undefined): Promise<void> => {
  await page.evaluate((name) => {
    if (name === undefined) delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = name;
  }, theme);
  await untilAtRest(page);
};

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/**
 * What axe finds in the page. It is brought into a page once and run there: its Playwright wrapper does so anew for every
 * run, opens a page of its own to add up, and hands out everything that is fine as well, which takes four times as long.
 */
const violationsIn = async (page: Page, only: { readonly type: 'tag' | 'rule'; readonly values: readonly string[] }): Promise<readonly Violation[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const { violations } = await (window as unknown as { readonly axe: typeof axe }).axe.run(document, { runOnly: { type: runOnly.type, values: [...runOnly.values] }, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary = '' }) => ({ html, failureSummary })) }));
  }, only);
};

const expectNoViolations = async (page: Page, only: Parameters<typeof violationsIn>[1], where: string): Promise<void> => {
  const told = (await violationsIn(page, only)).map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary?.split('\n').at(-1) ?? ''}`).join(' | ')}`);
  expect.soft(told, where).toEqual([]);
};

/** In the colours of the system, which are light here, then in the others. `where` names the screen when it fails. */
export const expectAccessible = async (page: Page, where: string): Promise<void> => {
  await untilAtRest(page);
  await expectNoViolations(page, { type: 'tag', values: TAGS }, `${where}, light`);
  for (const theme of THEMES) {
    await wear(page, theme);
    await expectNoViolations(page, { type: 'rule', values: COLOUR_RULES }, `${where}, ${theme}`);
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
