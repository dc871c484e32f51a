import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assembleSite, type BuiltSite, type SiteOptions } from './assemble.ts';
import { bundleScripts, scriptsOf } from './bundle.ts';
import { fontFiles } from './fonts.ts';
import type { Kit } from './kit.ts';

/** All but the scripts: what the repository holds as it is published. */
export const staticFiles = (): [string, string | Uint8Array][] => [
  ...filesOf('styles'),
  ...filesOf('assets'),
  ...fontFiles(),
];

/** What a site is made with in the repository, where scripts are bundled for what the exercises at hand need. */
const kit: Kit = {
  scriptsOf,
  files: async (exercises) => [
    ...(await bundleScripts(exercises)).map(({ name, text }): [string, string] => [name, text]),
    ...staticFiles(),
  ],
};

const repository = join(import.meta.dirname, '..');

/**
 * Builds the static site of a course with the sources of Timonel.
 * @throws when a script does not compile
 */
export function buildSite({
  root,
  home = repository,
  out = join(root, 'site/dist'),
}: Pick<SiteOptions, 'root'> & Partial<SiteOptions>): Promise<BuiltSite> {
  return assembleSite({ root, home, out }, kit);
}

function filesOf(folder: string): [string, string][] {
  const base = join(import.meta.dirname, folder);
  const files = readdirSync(base, { withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ name }) => [name, readFileSync(join(base, name), 'utf8')]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { out, pages, milliseconds, problems } = await buildSite({ root: process.cwd() });
  console.log(`${pages.length} páginas en ${out} (${Math.round(milliseconds)} ms)`);
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
