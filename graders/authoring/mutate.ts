import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/**
 * `npm run mutate -- graders/lab/machine`: breaks the code of a folder or a file in many small ways and names every change
 * that none of the folder's tests notices. Further paths name tests elsewhere that count too. It takes minutes, and is run
 * when somebody works on that folder.
 */
const version = '9.6.1';
const packages = ['@stryker-mutator/core', '@stryker-mutator/vitest-runner'];

const [target, ...elsewhere] = process.argv.slice(2);
if (target === undefined || !existsSync(target)) {
  console.error('Usage: npm run mutate -- PATH, a folder or a file of graders/, and paths of further tests');
  process.exit(2);
}

// Nobody else needs it, and it is large: it is fetched when it is first asked for. Newer ones need Node 22.
if (!packages.every((name) => existsSync(join('node_modules', name)))) {
  const wanted = packages.map((name) => `${name}@${version}`);
  const { status } = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', ...wanted], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
}

const path = relative(process.cwd(), target).replaceAll('\\', '/');
const files = path.endsWith('.ts')
  ? [path]
  : [`${path}/**/*.ts`, `!${path}/**/*.test.ts`, `!${path}/**/{cases,testing}/**`];
const folder = mkdtempSync(join(tmpdir(), 'timonel-mutantes-'));
const settings = join(folder, 'stryker.json');
const vitest = join(folder, 'vitest.config.mjs');
const own = path.endsWith('.ts') ? path.slice(0, path.lastIndexOf('/')) : path;
const include = [own, ...elsewhere].map((from) => (from.endsWith('.ts') ? from : `${from}/**/*.test.ts`));
const test = { include, exclude: ['**/*.deep.test.ts'], setupFiles: ['graders/vitest/seed.ts'], testTimeout: 60_000 };
writeFileSync(
  vitest,
  `export default { test: ${JSON.stringify(test)} };
`,
);
writeFileSync(
  settings,
  JSON.stringify({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: vitest, related: false },
    mutate: files,
    // Sentences are checked by the catalogue, and what a text says is no behaviour.
    mutator: { excludedMutations: ['StringLiteral'] },
    reporters: ['clear-text', 'progress'],
    clearTextReporter: { logTests: false, allowColor: process.stdout.isTTY === true },
    tempDirName: '.stryker-tmp',
    cleanTempDir: 'always',
    disableTypeChecks: false,
    // Stryker would rewrite a tsconfig by an interface that TypeScript 7 has no more; nothing in ours leads out of its copy.
    tsconfigFile: 'none.json',
  }),
);
const { status } = spawnSync('npx', ['stryker', 'run', settings], { stdio: 'inherit' });
rmSync(folder, { recursive: true, force: true });
process.exitCode = status ?? 1;
