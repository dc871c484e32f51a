import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './sources.ts';
import { steps } from './steps.ts';

/** Fails when the generated files are not what `npm run generate` writes, all of it once more. */
const root = process.cwd();
const byCatalogue = ['graders/generated', 'graders/lab/terminal/tools.ts'];
const written = [...new Set([...byCatalogue, ...steps.flatMap(({ writes }) => writes)])];
const texts = (): ReadonlyMap<string, string> =>
  new Map(
    written.flatMap((path) => filesOf(root, path)).map((path) => [path, readFileSync(join(root, path), 'latin1')]),
  );

const before = texts();
const { status } = spawnSync('npm', ['run', '--silent', 'generate', '--', '--all'], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
const after = texts();
const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
  (path) => before.get(path) !== after.get(path),
);
if (changed.length > 0) {
  console.error('These files were not what `npm run generate` writes; now they are:');
  for (const path of changed) console.error(`  ${path}`);
  process.exitCode = 1;
}
