import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { stampOf } from '../bundle.mjs';

/** Where the bundled tests stand, from the root of the repository. */
export const bundledTests = 'node_modules/.cache/timonel/tests';

/**
 * Compiles the quick tests and the reporter once, with what they share in files of their own: vitest and its workers then load
 * JavaScript as it is, instead of having some 1,500 modules transformed and linked one by one.
 * @param root absolute path of the repository
 */
export async function bundleTests(root: string): Promise<void> {
  const outdir = join(root, bundledTests);
  const entryPoints = [...quickTests(root), 'graders/vitest/reporter.ts', 'graders/vitest/seed.ts'];
  const record = join(outdir, 'inputs.json');
  if (isFresh(root, record, entryPoints)) return;
  rmSync(outdir, { recursive: true, force: true });
  // The service of esbuild collects its garbage as often as one that stays, and ends here after one build.
  process.env.GOGC ??= '800';
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    outbase: '.',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    metafile: true,
    logLevel: 'error',
    plugins: [atHome(root)],
  });
  const inputs = [...Object.keys(metafile.inputs), 'graders/cli/testing/bundle.ts'];
  writeFileSync(record, JSON.stringify({ entryPoints, stamps: inputs.map((path) => [path, stampOf(root, path)]) }));
}

/** Whether the same tests were compiled from the same files: then they stand there. */
function isFresh(root: string, record: string, entryPoints: readonly string[]): boolean {
  try {
    const kept = JSON.parse(readFileSync(record, 'utf8')) as {
      readonly entryPoints: readonly string[];
      readonly stamps: readonly (readonly [path: string, stamp: string])[];
    };
    const areSame = kept.entryPoints.join('\n') === entryPoints.join('\n');
    return areSame && kept.stamps.every(([path, stamp]) => stampOf(root, path) === stamp);
  } catch {
    return false;
  }
}

function quickTests(root: string): readonly string[] {
  return readdirSync(join(root, 'graders'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts') && !path.endsWith('.deep.test.ts'))
    .map((path) => join('graders', path));
}

/** A module that asks where it stands is told where its source stands. */
const atHome = (root: string): Plugin => ({
  name: 'at-home',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]graders[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!path.startsWith(root) || !text.includes('import.meta.')) return undefined;
      const contents = text
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
      return { contents, loader: 'ts' };
    }),
});
