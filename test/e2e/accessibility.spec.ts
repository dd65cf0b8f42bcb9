/** Every screen and dialog for everybody: WCAG 2.2 AA in each colour theme, at 200 % zoom, and without motion. */
import { expectAccessible, expectNoSidewaysScroll } from './support/pages/accessible';
import { expect, test } from './support/pages/caiet-test';
import { goTo, heading, openDemo } from './support/pages/shell';
import { TOURS } from './support/pages/tour';

test.use({ ownBrowser: false });

for (const { name, edition = 'browser', visit } of TOURS) {
  test.describe(() => {
    test.use({ edition });

    test(`no screen or dialog breaks WCAG 2.2 AA in light, dark and high contrast: ${name}`, async ({ caiet, page }) => {
      test.setTimeout(300_000);
      await visit(caiet, (where) => expectAccessible(page, where));
    });

    test(`at 200 % zoom nothing scrolls sideways: ${name}`, async ({ caiet, page }) => {
      test.setTimeout(120_000);
      await page.setViewportSize({ width: 640, height: 400 });
      await visit(caiet, (where) => expectNoSidewaysScroll(page, where));
    });
  });
}

test('the colours chosen in the settings are the ones that were checked', async ({ page }) => {
  await goTo(page, 'Setări');
  for (const [name, theme] of [['Luminos', 'light'], ['Întunecat', 'dark'], ['Contrast înalt', 'contrast']] as const) {
    await page.getByRole('radio', { name }).check({ force: true });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  }
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
});

test('who asked for less motion sees none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openDemo(page);
  await page.getByRole('button', { name: 'Șterge lotul 1' }).click();
  await expect(page.getByRole('alertdialog').or(page.getByRole('dialog'))).toBeVisible();
  const longest = await page.evaluate(() => Math.max(0, ...[...document.querySelectorAll('*')].flatMap((element) => {
    const style = getComputedStyle(element);
    return `${style.transitionDuration}, ${style.animationDuration}`.split(', ').map((duration) => Number.parseFloat(duration) * (duration.endsWith('ms') ? 1 : 1000));
  })));
  expect(longest, 'the longest transition or animation in milliseconds').toBeLessThanOrEqual(1);
  await page.keyboard.press('Escape');
  await expect(heading(page, 'Apel')).toBeVisible();
});
