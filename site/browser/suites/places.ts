import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { counts } from '../../../graders/core/report.ts';
import { exercises, type Setting } from '../setting.ts';

/** The pages around the course: search, glossary, progress. */
export function placesSuite({ open, fromFile, server }: Setting): void {
  const places: readonly [string, () => string][] = [
    ['a file', fromFile],
    ['a server, below a path', () => server().url],
  ];

  describe('the search', () => {
    it.each(places)('finds by root, without accents and by the English word, opened from %s', async (_, from) => {
      const page = await open('buscar.html', from());
      const titles = async (query: string) => {
        await page.locator('#consulta').fill(query);
        return (await page.locator('.found a').allTextContents()).join(' | ');
      };
      expect(await titles('despliegues canarios')).toMatch(/canari/i);
      expect(await titles('cluster')).toMatch(/clúster/i);
      expect(await titles('retry')).toMatch(/reintento/i);
      expect(await titles('istio/empty-subset')).toMatch(/subset/i);
      expect(await titles('zzzzzz')).toBe('');
      expect(await page.locator('#cuantos').textContent()).toMatch(/zzzzzz/);
    });

    it('shows what was written as text, and finds it again when one comes back', async () => {
      const page = await open('buscar.html');
      await page.locator('#consulta').fill('<b>canario</b>');
      expect(await page.locator('.search b').count()).toBe(0);
      await page.locator('#consulta').fill('canario');
      await page.locator('.found a').first().click();
      await page.goBack();
      expect(await page.locator('#consulta').inputValue()).toBe('canario');
      expect(await page.locator('.found li').count()).toBeGreaterThan(0);
    });
  });

  describe('progress', () => {
    const first = exercises.find(({ exercise }) => counts(exercise.spec));
    const { id } = first?.exercise.spec ?? { id: '' };
    const practice = exercises.find(({ exercise }) => !counts(exercise.spec))?.exercise.spec.id ?? '';
    const kept = (text: string) => ({
      [`timonel.v1.respuesta.${id}`]: JSON.stringify({ 'respuesta.ts': text }),
      [`timonel.v1.historia.${id}`]: JSON.stringify([
        { at: '2026-11-01T10:00:00.000Z', status: 'fail', texts: { 'respuesta.ts': text } },
      ]),
      [`timonel.v1.progreso.${id}`]: JSON.stringify({ status: 'pass', passed: true, tries: 3 }),
    });
    const storage = (items: object) => `Object.assign(localStorage, ${JSON.stringify(items)})`;

    it('goes from one browser to another, and nothing is overwritten without asking', async () => {
      const from = await open('progreso.html', server().url);
      await from.evaluate(storage(kept('lo de allí')));
      await from.reload();
      expect(await from.locator('#superados').textContent()).toBe('1');
      const [download] = await Promise.all([from.waitForEvent('download'), from.locator('#guardar').click()]);
      const copy = readFileSync(await download.path());

      const to = await open('progreso.html', server().url);
      await to.evaluate(storage(kept('lo de aquí')));
      await to.reload();
      const answer = () => to.evaluate<string>(`localStorage.getItem('timonel.v1.respuesta.${id}')`);
      const give = (buffer: Buffer) =>
        to.locator('#fichero').setInputFiles({ name: 'c.json', mimeType: 'application/json', buffer });
      await give(copy);
      await to.locator('#propuesta table').waitFor();
      expect(await answer()).toContain('lo de aquí');
      await to.locator('#propuesta .primary').click();
      // Nobody said otherwise: what is here stays, and what came is among the versions.
      expect(await answer()).toContain('lo de aquí');
      expect(await to.evaluate<string>(`localStorage.getItem('timonel.v1.historia.${id}')`)).toContain('lo de allí');
      await give(copy);
      await to.locator('#propuesta input[type="radio"]').last().check();
      await to.locator('#propuesta .primary').click();
      expect(await answer()).toContain('lo de allí');
      await give(Buffer.from(copy.toString().replace('lo de allí', 'otra cosa')));
      await to.locator('#aviso-progreso', { hasText: 'dañada' }).waitFor();
      expect(await answer()).toContain('lo de allí');
    });

    it('shows on the home page where to go on', async () => {
      const page = await open('index.html', server().url);
      await page.evaluate(storage({ ...kept('x'), 'timonel.v1.ultimo': JSON.stringify(id) }));
      await page.reload();
      expect(await page.locator('#superados').textContent()).toBe('1');
      expect(await page.locator('#continuar').textContent()).toMatch(/Continuar.*2/);
      expect(await page.locator('#curso [data-exercise]').count()).toBe(exercises.length);
    });

    it('begins with what is for practice, does not count it, and does not offer it to who is beyond it', async () => {
      const page = await open('index.html', server().url);
      const offered = () => page.locator('#continuar').textContent();
      expect(await offered()).toMatch(/Empezar.*0/);
      await page.evaluate(
        storage({ [`timonel.v1.progreso.${id}`]: JSON.stringify({ status: 'fail', passed: false, tries: 1 }) }),
      );
      await page.reload();
      expect(await offered()).toMatch(/1$/);
      const done = JSON.stringify({ status: 'pass', passed: true, tries: 1 });
      await page.evaluate(storage({ [`timonel.v1.progreso.${practice}`]: done }));
      await page.reload();
      expect(await page.locator('#superados').textContent()).toBe('0');
    });
  });
}
