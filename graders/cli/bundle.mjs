// The bundle of the command line, kept under node_modules/.cache/timonel/ and built again when a source changed.
import { createHash } from 'node:crypto';
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
import module from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** Raise it when the way of building changes. */
const recipe = 2;

/**
 * The entry file of a bundle that is up to date.
 * @param {string} root absolute path of the repository
 * @returns {Promise<string>} absolute path of an ES module that exports `main`
 */
export async function freshBundle(root) {
  const cache = join(root, 'node_modules', '.cache', 'timonel');
  module.enableCompileCache?.(join(cache, 'v8'));
  const record = readRecord(cache);
  if (record && isFresh(root, record)) return join(cache, record.name, 'main.mjs');
  if (record && sameContents(root, record)) {
    writeRecord(cache, { ...record, inputs: stamped(root, Object.keys(record.inputs)) });
    return join(cache, record.name, 'main.mjs');
  }
  return build(root, cache);
}

function readRecord(cache) {
  try {
    const record = JSON.parse(readFileSync(join(cache, 'bundle.json'), 'utf8'));
    return record.recipe === recipe && record.node === process.version ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Cheap: one `stat` for each file that went into the bundle. A new file only matters once one of these imports it. */
function isFresh(root, { inputs, name }) {
  const cached = statSync(join(root, 'node_modules/.cache/timonel', name, 'main.mjs'), { throwIfNoEntry: false });
  return cached !== undefined && Object.entries(inputs).every(([path, { stamp }]) => stampOf(root, path) === stamp);
}

/** A checkout touches files without changing them. */
function sameContents(root, { inputs }) {
  return Object.entries(inputs).every(([path, { hash }]) => hashOf(root, path) === hash);
}

function stampOf(root, path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs} ${stats.size}` : '';
}

function hashOf(root, path) {
  try {
    return createHash('sha1')
      .update(readFileSync(join(root, path)))
      .digest('base64');
  } catch {
    return '';
  }
}

function stamped(root, paths) {
  return Object.fromEntries(paths.map((path) => [path, { stamp: stampOf(root, path), hash: hashOf(root, path) }]));
}

async function build(root, cache) {
  const { build: bundle } = await import('esbuild');
  const parent = writableFolder(cache);
  const folder = mkdtempSync(join(parent, 'build-'));
  const { metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: ['graders/cli/main.ts'],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // `import.meta.url` of a bundle is not that of its sources: what needs a path gets it from `root`.
    external: ['esbuild', 'tsx', 'vitest'],
    banner: {
      js: "import { createRequire as requireFrom__ } from 'node:module';\nconst require = requireFrom__(import.meta.url);",
    },
    legalComments: 'none',
    metafile: true,
    logLevel: 'error',
  });
  if (parent !== cache) return join(folder, 'main.mjs');
  const inputs = stamped(root, Object.keys(metafile.inputs));
  const name = relative(cache, folder);
  writeRecord(cache, { recipe, node: process.version, name, inputs });
  dropOthers(cache, name);
  return join(folder, 'main.mjs');
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

/** Renamed into place: another process sees the old record or the new one, never half of it. */
function writeRecord(cache, record) {
  const draft = join(cache, `bundle-${process.pid}.json`);
  try {
    writeFileSync(draft, JSON.stringify(record));
    renameSync(draft, join(cache, 'bundle.json'));
  } catch {
    rmSync(draft, { force: true });
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
