import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { attemptsOf } from '../course.ts';
import { exercises, pageOf, root, type Setting } from '../setting.ts';
import { gradeIn, write } from '../visit.ts';
import { isForEverybody } from './access.ts';

/** The answer is drawn when it is graded, with what it lets through, and every trace can be walked through in the drawing. */
export function pictureSuite({ open, fromFile, server }: Setting): void {
  const called = (id: string) => {
    const found = exercises.find(({ exercise }) => exercise.spec.id === id);
    if (!found) throw new Error(`the course has no ${id}`);
    return found;
  };
  const canary = called('despliegue-canario');

  async function graded(page: Page, change = (text: string) => text, written = canary): Promise<Page> {
    const [reference] = attemptsOf(root, written);
    for (const { path, text } of reference?.answers ?? []) await write(page, path, change(text));
    await gradeIn(page);
    await page.locator('#dibujo:not([hidden]) :is(svg, table)').first().waitFor({ state: 'attached' });
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

    it('shows which connections the NetworkPolicies let through, in words and with what decides each', async () => {
      const shared = called('namespaces');
      const options = { colorScheme: 'light', bypassCSP: true } as const;
      const page = await graded(await open(pageOf(shared), fromFile(), options), undefined, shared);
      expect(await shown(page, '.arrow--admitido').count()).toBe(6);
      const cell = page.getByRole('button', { name: 'pagos/impostor → ventas/catalogo: no pasa' });
      await cell.click();
      expect(await page.locator('.flow-side .flow-said').textContent()).toMatch(
        /La red no deja pasar la conexión: :8080\. La NetworkPolicy entrada aísla .* respuesta\.yaml, línea \d+$/,
      );
      expect(await page.locator('#editor .cm-lit').count()).toBeGreaterThan(0);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await page.locator('.flow-side .flow-said strong').textContent()).toBe(
        'pasarela/entrada → ventas/catalogo',
      );
      expect(await shown(page, '.cross').count()).toBe(await shown(page, '.arrow--roto').count());
      await page.locator('#dibujo .figure-twin summary').first().click();
      const rows = await page.locator('#dibujo .figure-twin tbody').last().locator('tr').allTextContents();
      expect(rows.find((row) => row.startsWith('pagos/impostorventas/catalogo'))).toMatch(
        /la red no deja pasar la conexión: :8080La NetworkPolicy entrada aísla .* respuesta\.yaml, línea \d+$/,
      );
      await isForEverybody(page);
    });

    it('shows who may call whom in tables that the arrows go through, and what decides each cell', async () => {
      const policies = called('politica-de-autorizacion');
      const options = { colorScheme: 'light', bypassCSP: true } as const;
      const page = await graded(await open(pageOf(policies), fromFile(), options), undefined, policies);
      const tables = page.locator('.flow-table');
      expect(await tables.first().locator('tbody tr').last().locator('td').allTextContents()).toEqual([
        'sin cifrar',
        'sin cifrar',
      ]);
      await tables.last().locator('button').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await tables.last().locator('[aria-pressed="true"]').getAttribute('aria-label')).toMatch(
        /^tienda\/caja → pagos\.tienda:80: 1 de \d+$/,
      );
      expect(await page.locator('.flow-requests').textContent()).toMatch(/POST \/cobros entra/);
      expect(await page.locator('.flow-why').textContent()).toMatch(/respuesta\.yaml, línea \d+/);
      expect(await page.locator('#editor .cm-lit').count()).toBeGreaterThan(0);
      await page.locator('.flow-why .to-picture').click();
      expect(await page.locator('.walk-said').textContent()).toMatch(/^Paso 1 de/);
      await isForEverybody(page);
    });

    it('shows a migration under traffic, instant by instant, and an autoscaler look by look', async () => {
      const plan = called('plan-de-migracion');
      const options = { colorScheme: 'light', bypassCSP: true } as const;
      const early = (text: string) =>
        text.replace("    'etiquetar-tienda',", "    'autorizar-a-los-observados',\n    'etiquetar-tienda',");
      const page = await graded(await open(pageOf(plan), fromFile(), options), early, plan);
      const fire = page.locator('.time').first();
      expect(await fire.locator('.fire-lost').count()).toBe(11);
      expect(await fire.locator('.walk-said').textContent()).toMatch(
        /Paso 7: .*Se pierden peticiones de tienda\/pedidos/,
      );
      await fire.locator('.walk input').focus();
      await page.keyboard.press('End');
      expect(await fire.locator('.walk-said').textContent()).toMatch(/Paso 16: .*No se pierde nada\./);
      expect(await page.locator('#editor .cm-lit').count()).toBeGreaterThan(0);
      await fire.locator('.what-if select').selectOption({ label: 'toca desinstalar el plano de control' });
      await fire.getByRole('button', { name: 'Ver la otra línea' }).click();
      await fire.locator('.lane').nth(1).waitFor();
      expect(await fire.locator('.walk-said').textContent()).toMatch(/Tras el paso 16.*Paso 17: desinstalar/);
      await isForEverybody(page);

      const calm = { reducedMotion: 'reduce' } as const;
      const scaled = called('escalado-automatico');
      const other = await graded(await open(pageOf(scaled), fromFile(), calm), undefined, scaled);
      const time = other.locator('.time');
      await time.locator('rect.moment').nth(20).click();
      expect(await time.locator('.walk-said').textContent()).toMatch(/^Momento 21 de 161\. A los 300 s/);
      expect(await time.locator('.walk-keys button').count()).toBe(2);
      await time.locator('.what-if input').fill('0');
      await time.locator('.what-if input').press('Enter');
      await time.locator('.lane').nth(1).waitFor();
      expect(await time.locator('.walk-said').textContent()).toMatch(
        /^Momento 22 de 161\..*Desde los 300 s, la carga pasa a ser de 0m\. A los 315 s/,
      );
      await time.getByRole('button', { name: 'Quitar la otra línea' }).click();
      await time.locator('.figure-twin summary').click();
      expect(await time.locator('tbody tr').first().textContent()).toMatch(/^022/);
    });

    it('shows the update of an answer, and what becomes of it when somebody goes back half-way', async () => {
      const deployed = called('desplegar-el-servicio');
      const options = { colorScheme: 'dark', bypassCSP: true } as const;
      const page = await graded(await open(pageOf(deployed), fromFile(), options), undefined, deployed);
      const stuck = page.locator('.time').last();
      await stuck.locator('.walk input').focus();
      await page.keyboard.press('End');
      expect(await stuck.locator('.what-if option').count()).toBe(4);
      await stuck.getByRole('button', { name: 'Ver la otra línea' }).click();
      await stuck.locator('.lane').nth(1).waitFor();
      await stuck.locator('.walk input').focus();
      await page.keyboard.press('End');
      expect(await stuck.locator('.walk-said').textContent()).toMatch(/vuelvo atrás.*Nuevos: 0 listos de 0\./);
      await isForEverybody(page);
    });

    it('shows the layers of an image, and those that a change builds again', async () => {
      const hello = called('dockerfile-hola-mundo');
      const options = { colorScheme: 'light', bypassCSP: true } as const;
      const page = await graded(await open(pageOf(hello), fromFile(), options), undefined, hello);
      const layers = page.locator('.layer-table tbody tr');
      expect(await layers.evaluateAll((all) => all.map((one) => one.classList.contains('layer--again')))).toEqual([
        ...[true, false, false],
      ]);
      await page.locator('#capas-cambio').selectOption('');
      expect(await page.locator('.layer-said').textContent()).toMatch(/^Se repiten 0 de 2 capas/);
      await isForEverybody(page);
    });

    it('is accessible in both themes, and fits a small screen', async () => {
      const page = await graded(await open(pageOf(canary), fromFile(), { colorScheme: 'light', bypassCSP: true }));
      await page.locator('.check .trace summary').first().click();
      await page.locator('.to-picture').first().click();
      await isForEverybody(page);
    });
  });
}
