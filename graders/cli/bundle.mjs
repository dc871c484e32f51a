// The bundle of the command line, kept under node_modules/.cache/timonel/ and built again when a source changed.
// Plain JavaScript, as it runs before there is anything to run TypeScript with; and quick, as every command pays for it.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/** Raise it when the way of building changes. */
const recipe = 4;

/** A command slower than this, in milliseconds, is worth learning from; so many times for each build. */
const slow = 60;
const mostLessons = 6;

/**
 * How much of a function has run, in bytes of bytecode, before V8 compiles it for good. Node 20 does so by itself after as much as
 * `staying` says, and a command that passes spends a quarter of its time on code which it hardly runs again. One that stays does
 * the same again and again, and waits for it less.
 */
const budgets = process.versions.node.startsWith('20.') ? { passing: 600_000, staying: 67_584 } : undefined;

/**
 * The flags that make V8 wait as long; none where it does not know them.
 * @param {'passing' | 'staying'} how
 */
export function compilingFlags(how) {
  return budgets ? [`--interrupt-budget=${budgets[how]}`] : [];
}

/** @param {'passing' | 'staying'} how */
function compileFor(how) {
  for (const flag of compilingFlags(how)) setFlagsFromString(flag);
}

/**
 * The folder of a bundle that is up to date.
 * @param {string} root absolute path of the repository
 * @param {() => void} building called where it has to be built, which takes seconds
 * @returns {Promise<string>} absolute path
 */
export async function freshBundle(root, building = () => {}) {
  const cache = join(root, 'node_modules', '.cache', 'timonel');
  const record = readRecord(cache);
  if (record) {
    const folder = join(cache, record.name);
    if (isFresh(root, record)) return folder;
    if (await sameContents(root, folder)) {
      writeRecord(
        cache,
        stamped(
          root,
          record.name,
          record.inputs.map(({ path }) => path),
        ),
      );
      return folder;
    }
  }
  building();
  return build(root, cache);
}

/**
 * Loads a bundle. V8's code cache saves most of the compiling, which is most of what a short command does.
 * @param {string} folder what `freshBundle` gave
 * @param {number} patience a command that takes longer, in milliseconds, is worth learning from
 * @param {boolean} stays the command does the same work again and again, until somebody ends it
 * @returns {{ exports: any, keep: () => void }} `keep` writes the code cache, once the command has run what it needs
 */
export function loadBundle(folder, patience = slow, stays = false) {
  const filename = join(folder, 'main.cjs');
  const cacheFile = join(folder, `main.${process.version}.cache`);
  const cachedData = readIfThere(cacheFile);
  // V8 takes a cache only where it was written under the same flags: all commands share one.
  compileFor('passing');
  // A bundle is ASCII, which latin1 reads fastest.
  const source = readFileSync(filename, 'latin1');
  const script = new Script(`(function (exports, require, module) {${source}\n})`, {
    filename,
    ...(cachedData && { cachedData }),
  });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, createRequire(filename), loaded);
  if (stays) compileFor('staying');
  const began = performance.now();
  const keep = () => {
    compileFor('passing');
    const isNew = !cachedData || script.cachedDataRejected;
    if (isNew || (performance.now() - began >= patience && learnsMore(folder)))
      writeQuietly(cacheFile, script.createCachedData());
  };
  return { exports: loaded.exports, keep };
}

/** A command that took long compiled what the cache lacks: it is written again, but not for ever. */
function learnsMore(folder) {
  const lessons = join(folder, 'lessons');
  const count = readIfThere(lessons)?.length ?? 0;
  if (count >= mostLessons) return false;
  writeQuietly(lessons, '.'.repeat(count + 1));
  return true;
}

/** One line for the build and one for each file that went into it: date, size, path. */
function readRecord(cache) {
  const [head = '', ...lines] = (readIfThere(join(cache, 'bundle.txt'))?.toString() ?? '').split('\n');
  const [madeBy, name] = head.split(' ');
  if (madeBy !== String(recipe) || !name) return undefined;
  const inputs = lines.filter(Boolean).map((line) => {
    const [time, size, ...path] = line.split(' ');
    return { stamp: `${time} ${size}`, path: path.join(' ') };
  });
  return { name, inputs };
}

/** Cheap: one `stat` for each input. A new file only matters once one of these imports it. */
function isFresh(root, { inputs, name }) {
  const built = statSync(join(root, 'node_modules/.cache/timonel', name, 'main.cjs'), { throwIfNoEntry: false });
  return built !== undefined && inputs.every(({ path, stamp }) => stampOf(root, path) === stamp);
}

/** A checkout touches files without changing them. */
async function sameContents(root, folder) {
  try {
    const hashes = Object.entries(JSON.parse(readFileSync(join(folder, 'hashes.json'), 'utf8')));
    const { createHash } = await import('node:crypto');
    return hashes.length > 0 && hashes.every(([path, hash]) => hashOf(createHash, root, path) === hash);
  } catch {
    return false;
  }
}

/**
 * What tells at a glance whether a file is the one it was: its date and size.
 * @param {string} root absolute path of the repository
 * @param {string} path from there
 * @returns {string} empty where there is no such file
 */
export function stampOf(root, path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs} ${stats.size}` : '';
}

function hashOf(createHash, root, path) {
  return createHash('sha1')
    .update(readIfThere(join(root, path)) ?? '')
    .digest('base64');
}

function stamped(root, name, paths) {
  return [`${recipe} ${name}`, ...paths.map((path) => `${stampOf(root, path)} ${path}`), ''].join('\n');
}

async function build(root, cache) {
  const [{ build: bundle }, { createHash }] = await Promise.all([import('esbuild'), import('node:crypto')]);
  const parent = writableFolder(cache);
  const folder = mkdtempSync(join(parent, 'build-'));
  const { metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: ['graders/cli/main.ts'],
    outfile: join(folder, 'main.cjs'),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    legalComments: 'none',
    metafile: true,
    // The launcher words what goes wrong.
    logLevel: 'silent',
  });
  const main = join(folder, 'main.cjs');
  writeFileSync(main, inAscii(readFileSync(main, 'utf8')));
  if (parent !== cache) return folder;
  const inputs = inputsOf(root, metafile);
  const hashes = inputs.map((path) => [path, hashOf(createHash, root, path)]);
  writeFileSync(join(folder, 'hashes.json'), JSON.stringify(Object.fromEntries(hashes)));
  writeRecord(cache, stamped(root, basename(folder), inputs));
  dropOthers(cache, basename(folder));
  return folder;
}

/**
 * esbuild escapes what is not ASCII in texts, and leaves it in regular expressions and tagged templates. `loadBundle` wants none.
 * @param {string} code
 * @returns {string}
 */
export function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Our own files. npm changes the others, and then also its list of what is installed. */
function inputsOf(root, { inputs }) {
  const installed = 'node_modules/.package-lock.json';
  const own = Object.keys(inputs).filter((path) => !path.startsWith('node_modules/'));
  return statSync(join(root, installed), { throwIfNoEntry: false }) ? [...own, installed] : Object.keys(inputs);
}

/** Where node_modules is read-only, each run builds for itself. */
function writableFolder(cache) {
  try {
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, '.write'), '');
    return cache;
  } catch {
    return mkdtempSync(join(tmpdir(), 'timonel-'));
  }
}

function writeRecord(cache, text) {
  writeQuietly(join(cache, 'bundle.txt'), text);
}

/** Renamed into place: another process sees the old file or the new one, never half of it. */
function writeQuietly(file, content) {
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, file);
  } catch {
    rmSync(draft, { force: true });
  }
}

function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Bundles of earlier sources, unless another process may still be reading them. */
function dropOthers(cache, name) {
  const minute = 60_000;
  for (const entry of readdirSync(cache)) {
    if (!entry.startsWith('build-') || entry === name) continue;
    const age = Date.now() - (statSync(join(cache, entry), { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > minute) rmSync(join(cache, entry), { recursive: true, force: true });
  }
}
