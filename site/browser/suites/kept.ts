import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { source } from '../../../graders/course/solutions.ts';
import { exercises, pageOf, root, type Setting } from '../setting.ts';
import { gradeIn, textIn, write } from '../visit.ts';

/** The page keeps nothing by itself from here on: what is typed stays unsaved, as in the moment before a crash. */
const withoutTimers = 'window.setTimeout = () => 0';
const withoutRoom = `Storage.prototype.setItem = () => { throw new Error('no room'); }`;

/** Work is never lost: two tabs, a reload, a browser that keeps nothing. */
export function keptSuite({ open, server }: Setting): void {
  const manifests = exercises.filter(({ exercise }) => exercise.spec.answers[0].format === 'manifests');
  describe.each(manifests.slice(0, 1))('what is written', (written) => {
    const { spec, folder } = written.exercise;
    const { file } = spec.answers[0];
    const key = JSON.stringify(`timonel.v1.respuesta.${spec.id}`);
    const stored = async (page: Page) => {
      const texts = JSON.parse((await page.evaluate<string | null>(`localStorage.getItem(${key})`)) ?? '{}');
      return texts[file];
    };
    const twoTabs = async () => {
      const first = await open(pageOf(written), server().url);
      const second = await first.context().newPage();
      await second.goto(first.url());
      return { first, second };
    };
    /** Typed in one tab after the other, before either has kept it. */
    const bothTyped = async () => {
      const { first, second } = await twoTabs();
      await first.evaluate(withoutTimers);
      await write(first, file, 'a: primera');
      await write(second, file, 'b: segunda');
      await first.locator('.notice button').first().waitFor();
      return { first, second };
    };

    it('in one tab is shown by another that has nothing of its own, which writes nothing when it goes', async () => {
      const { first, second } = await twoTabs();
      await write(second, file, 'b: segunda');
      await expect.poll(() => textIn(first)).toBe('b: segunda');
      await first.goto('about:blank');
      expect(await stored(second)).toBe('b: segunda');
    });

    it('in two tabs waits for a choice, and what was not chosen is in the history', async () => {
      const { first, second } = await bothTyped();
      expect(await stored(second)).toBe('b: segunda');
      await gradeIn(first);
      expect(await stored(second)).toBe('b: segunda');
      await first.locator('.notice button').last().click();
      // What one tab keeps reaches the process of another a moment later.
      await expect.poll(() => stored(second)).toBe('a: primera');
      const history = await first.evaluate<string>(
        `localStorage.getItem(${JSON.stringify(`timonel.v1.historia.${spec.id}`)})`,
      );
      expect(history).toContain('b: segunda');
    });

    it('in a tab that goes while it waits is in the history, and the other tab keeps its own', async () => {
      const { first, second } = await bothTyped();
      await first.goto('about:blank');
      expect(await stored(second)).toBe('b: segunda');
      await second.reload();
      expect(await second.locator('#versiones li').count()).toBe(1);
      await second.locator('#historia summary').click();
      await second.locator('#versiones button').click();
      expect(await textIn(second)).toBe('a: primera');
    });

    it('and graded keeps its result when the page comes back, beside the button that asked for it', async () => {
      const page = await open(pageOf(written), server().url);
      for (const answer of spec.answers)
        await write(page, answer.file, source(root, `solutions/${folder}/${answer.file}`).text);
      await gradeIn(page);
      const verdict = await page.locator('#veredicto').textContent();
      await page.waitForTimeout(400);
      await page.reload();
      await page.locator('#veredicto').waitFor();
      expect(await page.locator('#veredicto').textContent()).toBe(verdict);
      expect(await page.locator('#versiones li').count()).toBe(1);
      expect(await page.locator('#explicacion .go-on a').isVisible()).toBe(true);
    });

    it('where nothing can be kept says so, also after it was graded', async () => {
      const page = await open(pageOf(written), server().url);
      await page.evaluate(withoutRoom);
      await write(page, file, 'a: 1');
      const warning = page.locator('.notice', { hasText: 'no deja guardar' });
      await warning.waitFor();
      await gradeIn(page);
      expect(await warning.isVisible()).toBe(true);
    });
  });
}
