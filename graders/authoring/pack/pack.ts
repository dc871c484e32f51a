import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { archive } from '../../../site/archive.ts';
import { makeOf } from '../../../site/build.ts';
import { loadCourse } from '../../../site/load.ts';
import { packedParts, packedSite, partsToPack } from '../../../site/packed.ts';
import { inAscii } from '../../cli/bundle.mjs';
import { packedFolder } from '../../cli/packed.ts';
import { readSources } from '../../course/entries.ts';
import { licenceText } from './licences.ts';

/**
 * What `npm pack` runs first: everything that is built in the repository, so that the package needs no tool to run. The command
 * line as one file, the driver of services, the scripts of the site, and the licences of what went into them.
 */
const root = process.cwd();
const out = join(root, packedFolder);
rmSync(out, { recursive: true, force: true });

const settings = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  metafile: true,
  // The one warning is about `import.meta`, which the bundle does without.
  logLevel: 'error',
} as const;
const { metafile } = await build({
  ...settings,
  entryPoints: ['graders/cli/main.ts'],
  outfile: join(out, 'main.cjs'),
  format: 'cjs',
  external: ['esbuild'],
});
put('main.cjs', inAscii(readFileSync(join(out, 'main.cjs'), 'utf8')));
await build({
  ...settings,
  entryPoints: ['graders/cli/service/driver/main.ts'],
  outfile: join(out, 'driver.mjs'),
  format: 'esm',
});
const course = loadCourse(root);
const { parts, files } = await makeOf(course, root);
put(packedSite, archive([[packedParts, JSON.stringify(partsToPack(course, parts))], ...files]));
// Editors ask for them; nobody reads them.
for (const { path, text } of readSources(join(root, 'schemas'), root)) {
  if (path.endsWith('.json')) put(path, JSON.stringify(JSON.parse(text)));
}
writeFileSync(join(out, 'LICENCES.md'), licenceText(root, Object.keys(metafile.inputs)));

function put(path: string, content: string | Uint8Array): void {
  const file = join(out, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
