#!/usr/bin/env node
// The command as npm installs it: runs the bundle of the sources, which is built when it is stale.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freshBundle, loadBundle } from './bundle.mjs';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

// A reader that closes early (`| head`) is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
}

/** The sources do not compile: esbuild has said where. Nothing of the student's is at fault. */
function cannotBuild() {
  console.error('Timonel no se puede preparar / Timonel cannot be built: npm install');
  process.exit(2);
}

const build = await freshBundle(home).catch(cannotBuild);
const { exports, keep } = loadBundle(build);
process.exitCode = await exports.main(process.argv.slice(2), {
  root: home,
  home,
  build,
  version: JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version,
  cwd: process.cwd(),
  env: process.env,
  out: process.stdout,
  err: process.stderr,
  input: process.stdin,
});
keep();
