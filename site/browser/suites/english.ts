import { describe, expect, it } from 'vitest';
import type { Setting } from '../setting.ts';

const spanish = /[áéíóúñ¿¡«»]|\b(?:el|la|los|las|de|del|que|un|una|y|con|en|por|se)\b/i;

/** Pages that are interface and nothing else are whole in English: statements and lessons are in Spanish. */
export function englishSuite({ open }: Setting): void {
  describe('in English', () => {
    it.each(['index.html', 'reglas/index.html', 'lecciones/index.html', 'buscar.html', 'progreso.html', '404.html'])(
      '%s keeps nothing in Spanish',
      async (path) => {
        const page = await open(path);
        const shown = async () => [await page.title(), ...(await page.locator('body').innerText()).split('\n')];
        const before = await shown();
        expect(before.some((line) => spanish.test(line))).toBe(true);
        await page.locator('#idioma').click();
        expect((await shown()).filter((line) => line !== 'Español' && spanish.test(line))).toEqual([]);
        const labels = await page.locator('[aria-label]').evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''));
        expect(labels.filter((label) => spanish.test(label))).toEqual([]);
        await page.locator('#idioma').click();
        expect(await shown()).toEqual(before);
      },
    );
  });
}
