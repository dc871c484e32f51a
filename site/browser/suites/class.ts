import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../graders/core/sha256.ts';
import { attemptsOf } from '../course.ts';
import { exercises, root, type Setting } from '../setting.ts';
import { isForEverybody } from './access.ts';

/** The copies of a class are graded again in the page, and only there. */
export function classSuite({ open, fromFile, server }: Setting): void {
  const canary = exercises.find(({ exercise }) => exercise.spec.id === 'despliegue-canario');
  if (!canary) throw new Error('the course has no canary release');
  const [reference] = attemptsOf(root, canary);

  const copy = (name: string, change = (text: string) => text) => {
    const texts = Object.fromEntries((reference?.answers ?? []).map(({ path, text }) => [path, change(text)]));
    const kept = { texts, history: [], progress: { status: 'pass', passed: true, tries: 1 } };
    const made = { 'despliegue-canario': kept };
    const pack = { format: 'timonel', version: 1, made: 'hoy', exercises: made, sum: sha256(JSON.stringify(made)) };
    return { name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(pack)) };
  };

  describe('the page of a class', () => {
    it.each([
      ['a file', fromFile],
      ['a server, below a path', () => server().url],
    ])('grades copies again and shows who, what fails and what to download, opened from %s', async (_, base) => {
      const page = await open('clase.html', base(), { colorScheme: 'light', bypassCSP: base === fromFile });
      await page
        .locator('#copias')
        .setInputFiles([
          copy('<img src=x onerror=alert(1)>.json'),
          copy('=presume.json', (text) => text.replace('weight: 10', 'weight: 900')),
          { name: 'roto.json', mimeType: 'application/json', buffer: Buffer.from('{') },
        ]);
      await page.locator('.class-table').waitFor();
      expect(await page.locator('.class-table tbody th').allTextContents()).toEqual([
        ...['<img src=x onerror=alert(1)>', '=presume'],
      ]);
      expect(await page.locator('#clase img').count()).toBe(0);
      expect(await page.locator('.notice').textContent()).toContain('roto.json');
      await page.locator('.mark--fail').click();
      expect(await page.locator('.class-said').textContent()).toContain('=presume · 13.');
      const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('#clase .primary').click()]);
      expect(saved.suggestedFilename()).toBe('clase.csv');
      if (base === fromFile) await isForEverybody(page);
    });
  });
}
