import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { executable, flags } from './chromium.ts';
import { serve } from './serve.ts';

/**
 * `npm run lighthouse`: what Lighthouse says of a page of each type of `site/dist`, served like any other site, on the phone it
 * simulates. It comes as a package when it is asked for and is no part of the project.
 */
const lighthouse = 'lighthouse@12.8.2';

const pages = [
  'index.html',
  'lecciones/istio-trafico.html',
  'ejercicios/13-despliegue-canario.html',
  'ejercicios/03-arquitectura-cluster.html',
  'reglas/index.html',
  'buscar.html',
];

/** What is asked of every page, of 100. */
const goals = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 95 } as const;
type Category = keyof typeof goals;

interface Result {
  readonly categories: Readonly<Record<Category, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number } | undefined>>;
}

async function measure(url: string, out: string): Promise<Result> {
  const args = [
    ...[
      '--yes',
      `--package=${lighthouse}`,
      '--',
      'lighthouse',
      url,
      '--quiet',
      '--output=json',
      `--output-path=${out}`,
    ],
    // It would fetch `robots.txt` from within the page, which may fetch nothing.
    '--skip-audits=robots-txt',
    `--only-categories=${Object.keys(goals).join(',')}`,
    `--chrome-flags=--headless ${flags.join(' ')}`,
  ];
  const child = spawn('npx', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, CHROME_PATH: executable },
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`Lighthouse ended with ${code}`);
  return JSON.parse(readFileSync(out, 'utf8')) as Result;
}

if (!executable) throw new Error('there is no Chromium');
const folder = mkdtempSync(join(tmpdir(), 'timonel-lighthouse-'));
const server = await serve(join(process.cwd(), 'site/dist'), false);
const names = Object.keys(goals) as Category[];
console.log(`${'page'.padEnd(44)}${names.map((name) => name.padStart(16)).join('')}${'layout shift'.padStart(16)}`);
try {
  for (const page of pages) {
    const { categories, audits } = await measure(`${server.url}${page}`, join(folder, 'page.json'));
    const scores = names.map((name) => Math.round((categories[name].score ?? 0) * 100));
    const shift = audits['cumulative-layout-shift']?.numericValue ?? 0;
    const cells = names.map(
      (name, index) => `${scores[index]}${(scores[index] ?? 0) < goals[name] ? ` < ${goals[name]}` : ''}`,
    );
    console.log(`${page.padEnd(44)}${[...cells, shift.toFixed(3)].map((cell) => cell.padStart(16)).join('')}`);
    if (names.some((name, index) => (scores[index] ?? 0) < goals[name]) || shift > 0) process.exitCode = 1;
  }
} finally {
  await server.close();
  rmSync(folder, { recursive: true });
}
