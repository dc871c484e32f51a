import { describe, expect, it } from 'vitest';
import { grade, type Source } from '../../../graders/index.ts';
import type { SessionReport } from '../../shared/page-data.ts';
import { exercises, pageOf, type Setting } from '../setting.ts';
import { textIn, write } from '../visit.ts';

/** What `npm start` sends while someone edits the file outside the page. */
export function sessionSuite({ open, server, session, fromFile }: Setting): void {
  describe.each(exercises.slice(0, 1))('in a study session', (written) => {
    const { exercise } = written;
    const [answer] = exercise.spec.answers;
    const saved = (text: string): SessionReport => {
      const answers: Source[] = exercise.starter.map(({ path }) => ({ path, text }));
      return { report: grade(exercise, answers), answers };
    };

    it('shows each save, and never takes away what is being written', async () => {
      const page = await open(pageOf(written), session().url);
      await page.locator('.notice').waitFor();
      session().send(saved('uno: [\n'));
      await page.locator('.report--fail').waitFor();
      expect((await textIn(page)).trim()).toBe('uno: [');
      await write(page, answer.file, 'lo que escribo');
      session().send(saved('dos: [\n'));
      await page.locator('.notice button').first().waitFor();
      expect(await textIn(page)).toBe('lo que escribo');
      await page.locator('.notice button').first().click();
      expect((await textIn(page)).trim()).toBe('dos: [');
    });

    it('says what is only in the page, and writes it to the file when asked', async () => {
      const { kept } = session();
      const page = await open(pageOf(written), session().url);
      const button = page.locator('#al-fichero');
      const where = page.locator('#en-fichero');
      await page.locator('.notice').waitFor();
      session().send(saved('uno: 1\n'));
      await page.locator('#en-fichero', { hasText: 'lo mismo' }).waitFor();
      expect(await button.isDisabled()).toBe(true);
      await write(page, answer.file, 'dos: 2');
      expect(await where.textContent()).toContain('solo están en esta página');
      kept.answer = 'changed';
      await button.click();
      await page.locator('.notice', { hasText: 'no se ha tocado' }).waitFor();
      expect(await where.textContent()).toContain('solo están en esta página');
      kept.answer = 'saved';
      await button.click();
      await page.locator('.notice', { hasText: '.timonel/backups' }).waitFor();
      expect(await where.textContent()).toContain('lo mismo');
      const [, last] = kept.bodies.map((body) => JSON.parse(body));
      expect(last.id).toBe(exercise.spec.id);
      expect(last.texts[answer.file]).toBe('dos: 2');
      expect(last.known[answer.file]).toBe('uno: 1\n');
    });

    it('loads again when its page was written anew, and not while somebody is typing', async () => {
      const page = await open(pageOf(written), session().url);
      await page.locator('.notice').waitFor();
      const loads = () => page.evaluate<number>('performance.timeOrigin');
      const path = `curso/${pageOf(written)}`;
      const first = await loads();
      session().send([['curso/index.html', Date.now() + 60_000]], 'pages');
      session().send([[path, first - 60_000]], 'pages');
      await page.waitForTimeout(300);
      expect(await loads()).toBe(first);
      await write(page, answer.file, 'lo que escribo');
      const loaded = page.waitForEvent('load');
      session().send([[path, Date.now()]], 'pages');
      await page.waitForTimeout(300);
      expect(await loads()).toBe(first);
      await loaded;
      expect(await loads()).toBeGreaterThan(first);
      expect(await textIn(page)).toBe('lo que escribo');
    });

    it('loads a page again that is no exercise', async () => {
      const page = await open('glosario.html', session().url);
      await page.waitForTimeout(300);
      const loaded = page.waitForEvent('load');
      session().send([['curso/glosario.html', Date.now()]], 'pages');
      await loaded;
    });

    it('points at the right place of a file with Windows line endings', async () => {
      const page = await open(pageOf(written), session().url);
      await page.locator('.notice').waitFor();
      session().send(saved('uno: 1\r\ndos: 2\r\ntres: [\r\n'));
      await page.locator('.to-line').first().click();
      // The editor comes for it.
      await expect.poll(() => page.evaluate<string>('document.activeElement.id')).toBe('editor');
      expect(await page.locator('#informe').textContent()).toMatch(/línea \d/);
    });

    it.each([
      ['a file', fromFile],
      ['a server that is no session', () => server().url],
    ])('asks for nothing when the page was opened from %s', async (_, from) => {
      const page = await open(pageOf(written), from());
      await page.waitForTimeout(200);
      expect(await page.locator('.notice').count()).toBe(0);
      expect(await page.locator('#al-fichero').isVisible()).toBe(false);
    });
  });
}
