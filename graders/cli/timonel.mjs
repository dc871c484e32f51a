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
// As a package Timonel comes built; in its repository the bundle follows the sources.
const packed = existsSync(join(home, 'dist', 'main.cjs')) && !existsSync(join(home, 'graders', 'cli', 'main.ts'));
if (!packed && !existsSync(join(home, 'node_modules', 'esbuild'))) {
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

/** Nothing of the student's is at fault: a package that a newer Timonel needs is not installed, or the sources do not compile. */
function cannotBuild(problem) {
  const errors = problem.errors ?? [];
  const packages = errors.flatMap(({ text }) => /^Could not resolve "([^./][^"]*)"/.exec(text)?.[1] ?? []);
  if (packages.length > 0) {
    const names = [...new Set(packages)].join(', ');
    stop(
      `Esta versión de Timonel necesita paquetes que aún no están (${names}). Instálalos con \`npm install\` y repite el comando.`,
      `This version of Timonel needs packages that are not there yet (${names}). Install them with \`npm install\` and repeat the command.`,
    );
  }
  for (const { text, location } of errors) console.error(`${location?.file ?? ''}:${location?.line ?? ''}  ${text}`);
  const reason = errors.length > 0 ? '' : `: ${problem.message}`;
  stop(
    `Timonel no se puede preparar${reason}. Si acabas de actualizarlo, \`npm install\` suele bastar.`,
    `Timonel cannot be built${reason}. Where it was just updated, \`npm install\` is usually enough.`,
  );
}

/**
 * The first run after a change of the sources compiles them: said at once, with a bar. Nobody knows how long it takes, so the bar fills
 * half of what is left each time as much time has gone by. Where nothing can be drawn over, `start` says it in a line.
 */
function tellPreparing() {
  const words = speaksEnglish ? 'Timonel: getting ready…' : 'Timonel: me preparo…';
  const draws = process.stderr.isTTY === true && process.env.TERM !== 'dumb' && !process.argv.includes('--plain');
  const half = 1500;
  const cells = 24;
  let ticks;
  return {
    begin() {
      if (!draws) {
        if (process.argv[2] === 'start') console.error(words);
        return;
      }
      const began = performance.now();
      const draw = () => {
        const full = Math.round(cells * (1 - 2 ** ((began - performance.now()) / half)));
        process.stderr.write(`\r${words}  ${'█'.repeat(full)}${'░'.repeat(cells - full)}`);
      };
      draw();
      ticks = setInterval(draw, 100);
    },
    end() {
      if (ticks === undefined) return;
      clearInterval(ticks);
      process.stderr.write('\r\u001b[K');
    },
  };
}

/** The course around the folder that the person stands in; where there is none, that folder, and the command says so. */
function courseAround(folder) {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, 'exercises'))) return at;
    if (at === dirname(at)) return folder;
  }
}

const preparing = packed ? undefined : tellPreparing();
const build = packed
  ? join(home, 'dist')
  : await freshBundle(home, preparing.begin).catch((problem) => {
      preparing.end();
      cannotBuild(problem);
    });
/** A session and a language server end when somebody ends them. */
const stays = ['start', 'lsp'].includes(process.argv[2] ?? '');
const { exports, keep } = loadBundle(build, undefined, stays);
preparing?.end();
process.exitCode = await exports.main(process.argv.slice(2), {
  root: packed ? courseAround(process.cwd()) : home,
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
