#!/usr/bin/env node
// The command as npm installs it: runs the bundle of the sources, which is built when it is stale.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const speaksEnglish = /^en/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

/** Says in one sentence what is missing before there is anything to run. */
function stop(es, en) {
  console.error(speaksEnglish ? en : es);
  process.exit(2);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(
    `Timonel necesita Node.js 20.19 o posterior, y aquí está el ${process.versions.node}. Lo tienes en https://nodejs.org/`,
    `Timonel needs Node.js 20.19 or later, and this is ${process.versions.node}. Get it from https://nodejs.org/`,
  );
}
if (!existsSync(join(home, 'node_modules', 'esbuild'))) {
  stop(
    'Faltan las dependencias de Timonel. Instálalas una vez con `npm install` y repite el comando.',
    'The dependencies of Timonel are missing. Install them once with `npm install` and repeat the command.',
  );
}
const { freshBundle, loadBundle } = await import('./bundle.mjs');

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
