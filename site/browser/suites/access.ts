import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { everyPage, isExercise, type Setting } from '../setting.ts';
import { gradeNonsense } from '../visit.ts';

/** Anyone can use it: with a screen reader, a keyboard, a small screen, in light and in the dark. */
export function accessSuite({ open, fromFile }: Setting): void {
  describe.each(everyPage)('%s', (path) => {
    it('is accessible in both themes, does not move while it loads and fits a small screen', async () => {
      // The policy stays out of the way of axe, which is injected; the other tests watch over it.
      const page = await open(path, fromFile(), { colorScheme: 'light', bypassCSP: true });
      expect(await page.evaluate(layoutShift), 'layout shift').toBeLessThan(readByHalf);
      if (isExercise(path)) await gradeNonsense(page);
      await isForEverybody(page);
    });
  });
}

/** Expects a page, opened in the light, to be accessible in both themes and to fit a small screen. */
export async function isForEverybody(page: Page): Promise<void> {
  expect(await violations(page), 'light').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page), 'dark').toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate('document.documentElement.scrollWidth'), 'width at 320 px').toBe(320);
  expect(await page.evaluate(smallTargets), 'targets below 24 px').toEqual([]);
}

/**
 * What axe finds. Without `preload: false` it would fetch the styles, which a page of a file may not. No page has frames, whose
 * results would have to be put together in another page; and what passes is not written out, as nobody reads it.
 */
export async function violations(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ preload: false, resultTypes: ['violations'] }).setLegacyMode();
  const found = await axe.analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`);
}

/**
 * What the browser may draw while it has read half of a page: a busy one shows a button before its word has come, which then makes
 * room for it (0.004 at most was seen). Whatever moves once the page is there moves more: a line of text, by itself, some 0.02.
 */
const readByHalf = 0.01;

/** The cumulative layout shift of the load. */
const layoutShift = `new Promise((resolve) => {
  let total = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) total += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(total), 300);
})`;

/** Buttons, tabs, summaries and links of their own (not those within a sentence) below 24 px. */
export const smallTargets = `[...document.querySelectorAll('button, summary, select, .choice, .form input[type="number"], .bar a, .links a, .exercises a, .neighbours a, .contents a, .breadcrumb a, .lesson-links a')]
  .filter((node) => node.checkVisibility())
  .map((node) => ({ text: node.textContent, box: node.getBoundingClientRect() }))
  .filter(({ box }) => box.width < 24 || box.height < 24)
  .map(({ text, box }) => text + ' ' + box.width + '×' + box.height)`;
