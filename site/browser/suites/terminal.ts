import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { exercises, pageOf, type Setting } from '../setting.ts';
import { write } from '../visit.ts';
import { violations } from './access.ts';

const path = 'terminal.html';

/** The simulated terminal: in a worker where there is one, in the page where it was opened from a file. */
export function terminalSuite({ open, fromFile, server }: Setting): void {
  const places = [
    ['a file', fromFile],
    ['a server, below a path', () => server().url],
  ] as const;

  describe('the terminal', () => {
    it.each(places)('carries out what is typed, and undoes it, opened from %s', async (_, from) => {
      const page = await ready(await open(path, from()));
      await type(page, 'kind create cluster -q && kubectl create deployment web --image=nginx:1.29');
      await type(page, 'kubectl get deployments -o name');
      expect(await last(page)).toBe('deployment.apps/web');
      await type(page, 'kubectl get nada');
      expect(await page.locator('.term-entry--failed').last().textContent()).toContain('código de salida 1');
      await page.getByRole('button', { name: 'Deshacer' }).click();
      await settled(page);
      await page.getByRole('button', { name: 'Deshacer' }).click();
      await settled(page);
      await type(page, 'kubectl get deployments -o name');
      expect(await last(page)).toBe('deployment.apps/web');
      expect(await page.evaluate('document.activeElement.className')).toBe('term-input');
    });

    it('shows what programs print as text, whatever it is', async () => {
      const page = await ready(await open(path));
      await type(page, `echo '<img src=x onerror="document.title=1"><b>&amp;</b>' && echo '</pre><script>1</script>'`);
      expect(await last(page)).toBe('<img src=x onerror="document.title=1"><b>&amp;</b>\n</pre><script>1</script>');
      expect(await page.locator('.term img, .term b, .term script').count()).toBe(0);
    });

    it('ends a loop that never does, and says so', async () => {
      const page = await ready(await open(path));
      await type(page, 'while true; do :; done');
      expect(await page.locator('.term-note').last().textContent()).toContain('Parado: demasiadas órdenes');
    });

    it('lets what takes too long be stopped, and goes on with the session as it was before', async () => {
      const page = await ready(await open(path, server().url));
      await type(page, 'kind create cluster -q && kubectl create namespace tienda');
      await page
        .locator('.term-input')
        .fill('for i in $(seq 1 400); do kubectl create deployment a$i --image=nginx:1.29 --replicas=3; done');
      await page.keyboard.press('Enter');
      await page.locator('.term-stop:visible').click();
      await page.locator('.term-note', { hasText: 'Parado. La sesión está como antes' }).waitFor();
      await type(page, 'kubectl get deployments; kubectl get namespace tienda -o name');
      expect(await last(page)).toBe('No resources found in default namespace.\nnamespace/tienda');
    });

    it('speaks English to who reads it so', async () => {
      const page = await ready(await open(path));
      await page.locator('#idioma').click();
      await type(page, 'undo');
      expect(await page.locator('.term-note').last().textContent()).toBe('There is nothing to undo.');
      expect(await page.locator('.term-actions').innerText()).toMatch(/Undo\s+Start over\s+Copy link\s+Save session/);
      expect(await page.locator('#mundo option').first().textContent()).toBe('Empty');
      expect(await page.locator('.term-input').getAttribute('aria-label')).toBe('Command');
    });

    it('completes with Tab, goes through what was typed, and lets go of the keyboard', async () => {
      const page = await ready(await open(path));
      await type(page, 'kind create cluster -q');
      const input = page.locator('.term-input');
      await input.fill('kubectl get depl');
      await page.keyboard.press('Tab');
      await expect.poll(() => input.inputValue()).toBe('kubectl get deployments ');
      await page.keyboard.press('ArrowUp');
      expect(await input.inputValue()).toBe('kind create cluster -q');
      await page.keyboard.press('ArrowDown');
      expect(await input.inputValue()).toBe('kubectl get deployments ');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).not.toBe('term-input');
      await input.fill('');
      await page.keyboard.press('Shift+Tab');
      expect(await page.evaluate('document.activeElement.className')).not.toBe('term-input');
      await input.focus();
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).not.toBe('term-input');
    });

    it('is the same again after a reload, and from a link in another browser', async () => {
      const from = server().url;
      const page = await ready(await open(path, from, { permissions: ['clipboard-read', 'clipboard-write'] }));
      await page.locator('#ficheros summary').click();
      await page.locator('#fichero-nuevo').fill('nota.txt');
      await page.keyboard.press('Enter');
      await page.locator('textarea[aria-label="nota.txt"]').fill('uno\n');
      await type(page, 'cat nota.txt');
      await page.locator('textarea[aria-label="nota.txt"]').fill('dos\n');
      await type(page, 'cat nota.txt; echo tres > x');
      await page.getByRole('button', { name: 'Copiar enlace' }).click();
      await page.locator('.term-notice', { hasText: 'Enlace copiado' }).waitFor();
      const link = await page.evaluate<string>('navigator.clipboard.readText()');
      const before = await page.locator('.term-log').innerText();
      await page.reload();
      await ready(page);
      expect(await page.locator('.term-log').innerText()).toBe(before);
      await type(page, 'cat x');
      expect(await last(page)).toBe('tres');
      const other = await ready(await open(link.slice(from.length), from));
      expect(await other.locator('.term-log').innerText()).toBe(before);
      expect(await other.locator('.term-notice').textContent()).toBe('Sesión abierta desde un enlace.');
      expect(other.url()).toBe(from + path);
    });

    it.each(['#s=nada', '#s=%', '#s=q1ZQyszNTM1LUbJSKkhNzlayMtRRykksKlayilZQMlTSUVAyMlDSUVAyNlOqBQA'])(
      'says that %s is no session',
      async (fragment) => {
        const page = await ready(await open(path + fragment));
        await page.locator('.term-notice', { hasText: 'no es una sesión guardada' }).waitFor();
        await type(page, 'echo sigo');
        expect(await last(page)).toBe('sigo');
      },
    );

    it('has nothing against it for who uses no mouse or no eyes, with something on the screen', async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await ready(await open(path, fromFile(), { colorScheme, viewport: { width: 360, height: 740 } }));
        await type(page, 'kubectl get pods');
        await type(page, 'help');
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      }
    });
  });

  describe('the terminal of an exercise', () => {
    const asked = exercises.filter(({ exercise }) => exercise.spec.checks.some(({ kind }) => kind === 'commands'));
    const linkerd = asked.find(({ exercise }) => exercise.spec.id === 'laboratorio-linkerd');

    it('is there wherever commands are asked for, and nowhere else', async () => {
      expect(asked.length).toBeGreaterThan(1);
      const other = exercises.find((written) => !asked.includes(written));
      for (const written of [...asked, ...(other ? [other] : [])]) {
        const page = await open(pageOf(written));
        expect(await page.locator('#abrir-terminal').count()).toBe(asked.includes(written) ? 1 : 0);
      }
    });

    it.each(places)('runs the script command by command, opened from %s', async (_, from) => {
      const page = await open(pageOf(linkerd as NonNullable<typeof linkerd>), from());
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await write(
        page,
        'comandos.sh',
        'set -e\nlinkerd check --pre\nkubectl get pods -n votos -o name | wc -l\nfalse\necho nunca\n',
      );
      expect(requests.filter((url) => /motor|orden\.js/.test(url))).toEqual([]);
      await page.locator('#abrir-terminal').click();
      await ready(page);
      const next = page.getByRole('button', { name: 'Siguiente orden' });
      await next.hover();
      await page.locator('.term-next', { hasText: 'comandos.sh:1 set -e' }).waitFor();
      await next.click();
      await page.locator('.term-next', { hasText: 'comandos.sh:2' }).waitFor();
      await next.click();
      await page.locator('.term-next', { hasText: 'comandos.sh:3' }).waitFor();
      expect(await last(page)).toContain('Status check results are √');
      await page.getByRole('button', { name: 'Deshacer' }).click();
      await page.locator('.term-next', { hasText: 'comandos.sh:2' }).waitFor();
      await page.getByRole('button', { name: 'Ejecutar el resto' }).click();
      await page.locator('.term-notice', { hasText: 'línea 4 ha fallado' }).waitFor();
      expect(await page.locator('.term-log').innerText()).not.toContain('nunca');
      expect(await page.locator('.term-entry', { hasText: 'wc -l' }).locator('pre').innerText()).toBe('4');
      expect(await violations(page)).toEqual([]);
    });
  });
}

async function ready(page: Page): Promise<Page> {
  await page.locator('.term').waitFor();
  await settled(page);
  return page;
}

const settled = (page: Page): Promise<void> => page.locator('.term:not([data-busy])').waitFor();

async function type(page: Page, line: string): Promise<void> {
  const count = await page.locator('.term-entry').count();
  await page.locator('.term-input').fill(line);
  await page.keyboard.press('Enter');
  await page.locator('.term-entry').nth(count).waitFor();
  await settled(page);
}

/** What the last command printed. */
const last = async (page: Page): Promise<string> => page.locator('.term-entry').last().locator('pre').innerText();
