import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { everyPage, isExercise, type Setting } from '../setting.ts';
import { gradeNonsense } from '../visit.ts';

/** Anyone can use it: with a screen reader, a keyboard, a small screen, in light and in the dark. */
export function accessSuite({ open, fromFile }: Setting): void {
  describe.each(['light', 'dark'] as const)('with the %s theme', (colorScheme) => {
    it.each(everyPage)('axe finds nothing in %s', async (path) => {
      const page = await open(path, fromFile(), { colorScheme, bypassCSP: true });
      if (isExercise(path)) await gradeNonsense(page);
      // Without «preload», axe would fetch the styles, which a page of a file may not.
      const { violations } = await new AxeBuilder({ page }).options({ preload: false }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([]);
    });
  });

  describe.each(everyPage)('%s', (path) => {
    it('needs no horizontal scroll at 320 px', async () => {
      const page = await open(path, fromFile(), { viewport: { width: 320, height: 640 } });
      if (isExercise(path)) await gradeNonsense(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    });

    it('does not move while it loads', async () => {
      const page = await open(path);
      expect(await page.evaluate(layoutShift)).toBe(0);
    });

    it('has nothing smaller than 24 px to press', async () => {
      const page = await open(path, fromFile(), { viewport: { width: 360, height: 640 } });
      if (isExercise(path)) await gradeNonsense(page);
      expect(await page.evaluate(smallTargets)).toEqual([]);
    });
  });
}

/** The cumulative layout shift of the load. */
const layoutShift = `new Promise((resolve) => {
  let total = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) total += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(total), 400);
})`;

/** Buttons, tabs, summaries and links of their own (not those within a sentence) below 24 px. */
const smallTargets = `[...document.querySelectorAll('button, summary, .bar a, .links a, .exercises a, .neighbours a')]
  .filter((node) => node.checkVisibility())
  .map((node) => ({ text: node.textContent, box: node.getBoundingClientRect() }))
  .filter(({ box }) => box.width < 24 || box.height < 24)
  .map(({ text, box }) => text + ' ' + box.width + '×' + box.height)`;
