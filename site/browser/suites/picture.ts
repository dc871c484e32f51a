import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { attemptsOf } from '../course.ts';
import { exercises, pageOf, root, type Setting } from '../setting.ts';
import { gradeIn, write } from '../visit.ts';
import { isForEverybody } from './access.ts';

/** The answer is drawn when it is graded, and every trace can be walked through in the drawing. */
export function pictureSuite({ open, fromFile, server }: Setting): void {
  const canary = exercises.find(({ exercise }) => exercise.spec.id === 'despliegue-canario');
  if (!canary) throw new Error('the course has no canary release');

  async function graded(page: Page, change = (text: string) => text): Promise<Page> {
    const [reference] = attemptsOf(root, canary as NonNullable<typeof canary>);
    for (const { path, text } of reference?.answers ?? []) await write(page, path, change(text));
    await gradeIn(page);
    await page.locator('#dibujo svg').first().waitFor({ state: 'attached' });
    return page;
  }

  const shown = (page: Page, selector: string) => page.locator(`#dibujo .figure-scroll:visible ${selector}`);
  const here = async (page: Page) => shown(page, '.box--here').evaluateAll((all) => all.map((one) => one.textContent));

  describe('the picture of an answer', () => {
    it.each([
      ['a file', fromFile],
      ['a server, below a path', () => server().url],
    ])('shows what leads where, and the same in tables, opened from %s', async (_, base) => {
      const page = await graded(await open(pageOf(canary), base()));
      expect((await shown(page, '.box').allTextContents()).join(' ')).toMatch(/VirtualService.*opiniones/);
      expect((await shown(page, '.label').allTextContents()).join(' ')).toContain('v1 90 %');
      await page.locator('#dibujo .figure-twin summary').click();
      expect(await page.locator('#dibujo .figure-twin tbody').last().textContent()).toContain('v1 90 %, v2 10 %');
    });

    it('walks through a trace with the keyboard, and lights box and line', async () => {
      const page = await graded(await open(pageOf(canary)));
      await page.locator('.check .trace summary').first().click();
      await page.locator('.to-picture').first().click();
      const said = page.locator('.walk-said');
      expect(await said.textContent()).toMatch(/^Paso 1 de \d+/);
      expect(await here(page)).toEqual([expect.stringContaining('Service opiniones')]);
      await page.locator('.walk input').focus();
      const lit = page.locator('#editor .cm-lit');
      for (let step = 1; step < 4 && !((await here(page))[0] ?? '').includes('VirtualService'); step++) {
        await page.keyboard.press('ArrowRight');
      }
      expect(await here(page)).toEqual([expect.stringContaining('VirtualService')]);
      expect(await lit.count()).toBeGreaterThan(0);
      expect(await page.evaluate('document.activeElement.type')).toBe('range');
      await page.keyboard.press('End');
      expect(await page.locator('#recorrido .shares').textContent()).toMatch(/v1.*90 %.*v2.*10 %/);
    });

    it('says in words what is wrong, and takes what was written for text', async () => {
      const wrong = (text: string) => text.replace('host: opiniones\n', 'host: "<img src=x onerror=alert(1)>"\n');
      const page = await graded(await open(pageOf(canary)), wrong);
      expect(await page.locator('#dibujo img').count()).toBe(0);
      expect(await page.locator('#dibujo').textContent()).toContain('<img src=x onerror=alert(1)>');
      expect(await page.locator('.picture-problems li, .arrow--roto').count()).toBeGreaterThan(0);
    });

    it('is accessible in both themes, and fits a small screen', async () => {
      const page = await graded(await open(pageOf(canary), fromFile(), { colorScheme: 'light', bypassCSP: true }));
      await page.locator('.check .trace summary').first().click();
      await page.locator('.to-picture').first().click();
      await isForEverybody(page);
    });
  });
}
