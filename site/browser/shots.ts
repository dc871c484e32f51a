import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { launch } from './chromium.ts';

/**
 * `npm run shots`: pictures of every type of page of `site/dist`, at the width of a phone, a tablet and a laptop, in both
 * themes, whole; to look at. `-- --out DIR` says where they go; other words keep the pages whose name has one of them.
 */
interface Shot {
  readonly name: string;
  readonly path: string;
  /** What is done before the picture. */
  readonly before?: (page: Page) => Promise<void>;
}

const shots: readonly Shot[] = [
  { name: 'portada', path: 'index.html' },
  { name: 'lecciones', path: 'lecciones/index.html' },
  { name: 'leccion', path: 'lecciones/istio-trafico.html' },
  { name: 'leccion-ejemplo', path: 'lecciones/istio-trafico.html', before: runExample },
  { name: 'leccion-actualizacion', path: 'lecciones/kubernetes-servicios.html', before: runUpdate },
  { name: 'leccion-otra-linea', path: 'lecciones/kubernetes-servicios.html', before: branchUpdate },
  { name: 'leccion-migracion', path: 'lecciones/migrar-a-istio.html', before: branchMigration },
  { name: 'glosario', path: 'glosario.html' },
  { name: 'buscar', path: 'buscar.html', before: (page) => page.locator('#consulta').fill('canario') },
  { name: 'terminal', path: 'terminal.html', before: runCommands },
  { name: 'ejercicio-terminal', path: 'ejercicios/30-laboratorio-linkerd.html', before: stepThrough },
  { name: 'progreso', path: 'progreso.html' },
  { name: 'enunciados', path: 'enunciados.html' },
  { name: 'no-encontrada', path: '404.html' },
  { name: 'reglas', path: 'reglas/index.html' },
  { name: 'regla', path: 'reglas/istio-empty-subset.html' },
  { name: 'ejercicio', path: 'ejercicios/13-despliegue-canario.html' },
  { name: 'ejercicio-corregido', path: 'ejercicios/13-despliegue-canario.html', before: grade },
  { name: 'dibujo', path: 'ejercicios/13-despliegue-canario.html', before: draw },
  { name: 'dibujo-de-red', path: 'ejercicios/07-namespaces.html', before: drawNetwork },
  { name: 'formulario', path: 'ejercicios/03-arquitectura-cluster.html' },
];

async function runExample(page: Page): Promise<void> {
  await page.locator('[data-step]').first().click();
  await page.locator('[data-result]:not([hidden])').first().waitFor();
}

async function runUpdate(page: Page): Promise<void> {
  await page.locator('#lab-poco-a-poco [data-step]').first().click();
  await page.locator('#lab-poco-a-poco .walk').waitFor();
}

/** An update in which another image is applied half-way. */
async function branchUpdate(page: Page): Promise<void> {
  await runUpdate(page);
  const update = page.locator('#lab-poco-a-poco');
  for (const _ of [1, 2, 3, 4, 5, 6]) await update.locator('.walk-keys button').nth(1).click();
  await update.locator('.what-if select').selectOption({ index: 1 });
  await update.locator('.what-if input').fill('nginx:1.28');
  await openLine(update);
}

/** A hasty plan, and the same with a step out of its turn. */
async function branchMigration(page: Page): Promise<void> {
  const plan = page.locator('#lab-bajo-trafico');
  await plan.locator('[data-step]').first().click();
  await plan.locator('.walk-keys button').first().click();
  await plan.locator('.what-if select').selectOption({ label: 'toca etiquetar informes para la inyección' });
  await openLine(plan);
}

async function openLine(lab: Locator): Promise<void> {
  await lab.getByRole('button', { name: 'Ver la otra línea' }).click();
  await lab.locator('.lane').nth(1).waitFor();
}

/** The reference, graded and drawn, in the middle of a walk. */
async function draw(page: Page): Promise<void> {
  await page.locator('#editor').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(readFileSync('solutions/13-despliegue-canario/respuesta.yaml', 'utf8'));
  await page.locator('#corregir').click();
  await page.locator('.check .trace summary').first().click();
  await page.locator('.to-picture').first().click();
  await page.locator('.walk-keys button').nth(1).click();
}

/** Who reaches whom past the NetworkPolicies of a reference, with its twin in tables. */
async function drawNetwork(page: Page): Promise<void> {
  await page.locator('#editor').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(readFileSync('solutions/07-namespaces/respuesta.yaml', 'utf8'));
  await page.locator('#corregir').click();
  await page.locator('#dibujo .figure-twin summary').click();
}

async function grade(page: Page): Promise<void> {
  await page.locator('#editor').click();
  await page.keyboard.insertText('# prueba\n');
  await page.locator('#corregir').click();
  await page.locator('#informe .report').waitFor();
}

async function runCommands(page: Page): Promise<void> {
  for (const line of ['kind create cluster -q', 'kubectl get nodes', 'kubectl get nada']) {
    await page.locator('.term:not([data-busy]) .term-input').fill(line);
    await page.keyboard.press('Enter');
    await page.locator('.term-entry', { hasText: line }).waitFor();
  }
}

async function stepThrough(page: Page): Promise<void> {
  await page.locator('#abrir-terminal').click();
  await page.locator('.term:not([data-busy])').waitFor();
  await page.locator('.term-input').fill('linkerd check --pre');
  await page.keyboard.press('Enter');
  await page.locator('.term-entry').waitFor();
}

const args = process.argv.slice(2);
const flag = args.indexOf('--out');
const out = flag === -1 ? join(process.cwd(), 'reports/shots') : (args[flag + 1] ?? '');
const wanted = args.filter((_, index) => flag === -1 || (index !== flag && index !== flag + 1));
const site = join(process.cwd(), 'site/dist');
mkdirSync(out, { recursive: true });
const browser = await launch();
for (const { name, path, before } of shots) {
  if (!existsSync(join(site, path)) || (wanted.length > 0 && !wanted.some((word) => name.includes(word)))) continue;
  for (const width of [360, 768, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
      await page.goto(`${pathToFileURL(site).href}/${path}`);
      await before?.(page);
      await page.waitForTimeout(150);
      await page.screenshot({
        path: join(out, `${name}-${width}-${colorScheme}.png`),
        fullPage: name !== 'enunciados',
      });
      await page.close();
    }
  }
  console.log(name);
}
await browser.close();
