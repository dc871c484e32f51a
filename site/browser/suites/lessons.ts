import { describe, expect, it } from 'vitest';
import { lessonHref } from '../../shared/href.ts';
import { lessons, type Setting } from '../setting.ts';
import { textIn } from '../visit.ts';
import { isForEverybody } from './access.ts';

/** Lessons are read without a script, and their examples run in the page wherever it was opened from. */
export function lessonSuite({ open, fromFile, server }: Setting): void {
  describe('a lesson', () => {
    const withLab = lessons.filter(({ labs }) => labs.length > 0);
    const withRequest = withLab.find(({ labs }) =>
      labs.some(({ block }) => block.acciones.some((one) => 'peticion' in one)),
    );

    it.each(lessons.map(({ front }) => front.id))('%s is whole without a script', async (id) => {
      const page = await open(lessonHref(id), fromFile(), { javaScriptEnabled: false });
      const lesson = lessons.find(({ front }) => front.id === id);
      expect(await page.locator('.lesson-text h2').count()).toBeGreaterThan(2);
      expect(await page.locator('.figure:visible').count()).toBe(lesson?.figures.length);
      expect(await page.locator('.lab-code:visible').count()).toBe(lesson?.labs.length);
      expect(await page.locator('button:visible').count()).toBe(0);
      for (const option of await page.locator('.question').first().locator('summary').all()) {
        await option.click();
      }
      expect(await page.locator('.question').first().locator('.option--right strong:visible').count()).toBeGreaterThan(
        0,
      );
    });

    it.each([
      ['a file', fromFile],
      ['a server, below a path', () => server().url],
    ])('runs every action of its examples, opened from %s', async (_, from) => {
      expect(withLab.length).toBeGreaterThan(10);
      for (const { front, labs } of withLab) {
        const page = await open(lessonHref(front.id), from());
        for (const { block } of labs) {
          const lab = page.locator(`#lab-${block.id}`);
          for (const [index, action] of block.acciones.entries()) {
            await lab.locator(`[data-step="${index}"]`).click();
            await lab.locator('[data-result] .lab-verdict').waitFor();
            expect(await lab.locator('[data-status]').textContent(), block.id).not.toBe('');
            expect(await lab.locator('[data-result]').textContent(), block.id).not.toMatch(/fallo suyo/);
            if ('imagen' in action && typeof action.espera?.exit === 'number') {
              const fails = action.espera.exit !== 0;
              expect(await lab.locator('.lab-verdict--bad', { hasText: 'error' }).count(), block.id).toBe(
                fails ? 1 : 0,
              );
            }
          }
        }
        await page.context().close();
      }
    });

    it('keeps what is changed in an example, runs it, and goes back', async () => {
      const [lab] = withRequest?.labs.filter(({ block }) => block.acciones.some((one) => 'peticion' in one)) ?? [];
      const path = lessonHref(withRequest?.front.id ?? '');
      const page = await open(path);
      const section = page.locator(`#lab-${lab?.block.id}`);
      await section.locator('textarea').first().focus();
      await section.locator('.cm-content').waitFor();
      await section.locator('.cm-content').click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText('a: [<b>&amp;\n');
      await section.locator('[data-step]').first().click();
      await section.locator('.lab-verdict--bad').waitFor();
      expect(await section.locator('[data-result] b').count()).toBe(0);
      await page.reload();
      expect(await section.locator('textarea').first().inputValue()).toContain('a: [<b>&amp;');
      await section.locator('[data-reset]').click();
      await section.locator('.cm-content').waitFor();
      expect(await textIn(page, `#lab-${lab?.block.id}`)).not.toContain('<b>');
      await page.reload();
      expect(await section.locator('textarea').first().inputValue()).not.toContain('<b>');
    });

    it('says which line decided, and leads to it', async () => {
      const page = await open('lecciones/istio-trafico.html');
      const section = page.locator('.lab').first();
      await section.locator('[data-step]').first().click();
      await section.locator('.to-line').first().click();
      expect(await section.locator('.cm-lintRange-info').count()).toBeGreaterThan(0);
      expect(await section.locator('.cm-activeLine').count()).toBe(1);
    });

    it('draws an update and an autoscaler moment by moment, as the files stand', async () => {
      const page = await open('lecciones/kubernetes-servicios.html', fromFile(), {
        colorScheme: 'light',
        bypassCSP: true,
      });
      const update = page.locator('#lab-poco-a-poco');
      await update.locator('[data-step="1"]').click();
      expect(await update.locator('.lab-verdict--bad').textContent()).toMatch(/se queda a medias.*13 pods.*8 listos/);
      await update.locator('.walk input').focus();
      await page.keyboard.press('End');
      expect(await update.locator('.walk-said').textContent()).toMatch(/^Momento 5 de 5/);
      await update.locator('.walk-said .to-line').last().click();
      expect(await update.locator('.cm-activeLine').textContent()).toContain('httpGet');
      await isForEverybody(page);

      const other = await open('lecciones/kubernetes-escalado.html');
      const burst = other.locator('#lab-una-rafaga');
      await burst.locator('[data-step]').click();
      expect(await burst.locator('.lab-verdict--good').textContent()).toMatch(/16 réplicas y acaba en 5/);
      await burst.locator('.figure-twin summary').click();
      expect(await burst.locator('.figure-twin tbody tr').count()).toBeGreaterThan(3);
      await burst.locator('.cm-content').click();
      await other.keyboard.press('ControlOrMeta+A');
      await other.keyboard.insertText('kind: ConfigMap\napiVersion: v1\nmetadata: { name: a }\n');
      await burst.locator('[data-step]').click();
      expect(await burst.locator('.lab-verdict--bad').textContent()).toMatch(/no hay ningún HorizontalPodAutoscaler/);
    });

    it('goes back in time and does something else from there on, beside what was', async () => {
      const page = await open('lecciones/kubernetes-servicios.html', fromFile(), {
        ...{ colorScheme: 'light', reducedMotion: 'reduce', bypassCSP: true },
      });
      const update = page.locator('#lab-poco-a-poco');
      await update.locator('[data-step="1"]').click();
      await update.locator('.walk input').focus();
      await page.keyboard.press('End');
      expect(await update.locator('.what-if-when').textContent()).toMatch(/Desde los 600 s…$/);
      await update.locator('.what-if select').selectOption({ index: 0 });
      await update.getByRole('button', { name: 'Ver la otra línea' }).press('Enter');
      await update.locator('.lane').nth(1).waitFor();
      expect(await update.locator('.lane-name').allTextContents()).toEqual([
        'Como estaba',
        'Desde los 600 s, vuelvo atrás (kubectl rollout undo)',
      ]);
      await update.locator('.walk input').focus();
      await page.keyboard.press('End');
      expect(await update.locator('.walk-said').textContent()).toMatch(
        /Como estaba\. A los 602 s: 8 pods listos de 10.*vuelvo atrás.*A los 602 s: 10 pods listos de 10/,
      );
      await update.locator('.figure-twin summary').click();
      expect(await update.locator('.figure-twin table').count()).toBe(2);
      await isForEverybody(page);

      await update.locator('.cm-content').click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText('a: [');
      await update
        .locator('.what-if select')
        .selectOption({ label: 'aplico el manifiesto como está ahora en el editor' });
      await update.getByRole('button', { name: 'Ver la otra línea' }).click();
      await update.locator('.what-if-said', { hasText: 'no se puede leer' }).waitFor();
      await update.getByRole('button', { name: 'Quitar la otra línea' }).press('Enter');
      expect(await update.locator('.lane').count()).toBe(0);
      expect(await update.locator('.what-if select:focus').count()).toBe(1);
    });

    it('carries out a migration while requests go on, and another one from a step on', async () => {
      const page = await open('lecciones/migrar-a-istio.html', fromFile(), { colorScheme: 'dark', bypassCSP: true });
      const plan = page.locator('#lab-bajo-trafico');
      await plan.locator('[data-step="0"]').click();
      expect(await plan.locator('.lab-verdict--bad').textContent()).toMatch(/los pasos 4, 5, 6/);
      expect(await plan.locator('.walk-said').textContent()).toMatch(/Paso 4: .*de fuera del clúster a.*STRICT/);
      await plan.locator('.walk input').focus();
      await page.keyboard.press('ArrowLeft');
      await plan.locator('.what-if select').selectOption({ label: 'toca etiquetar informes para la inyección' });
      await plan.getByRole('button', { name: 'Ver la otra línea' }).click();
      await plan.locator('.lane').nth(1).waitFor();
      expect(await plan.locator('.lane').nth(1).locator('.fire-past').count()).toBeGreaterThan(0);
      expect(await plan.locator('.walk-said').textContent()).toMatch(
        /Como estaba\. Paso 4: exigir.*Tras el paso 3, toca etiquetar.*Paso 4: etiquetar informes.*No se pierde nada/,
      );
      await isForEverybody(page);
    });

    it('prints its examples as code', async () => {
      const page = await open('lecciones/istio-trafico.html');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.lab-code').first().isVisible()).toBe(true);
      expect(await page.locator('.lab-bench').first().isVisible()).toBe(false);
    });
  });
}
