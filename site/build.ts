import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuiltSite, SiteBuilder, type SiteOptions } from './assemble.ts';
import { bundlePages } from './bundle.ts';
import { fontFiles } from './fonts.ts';
import { keptScripts } from './kept-scripts.ts';
import type { Advance, Kit, Made } from './kit.ts';
import type { Course } from './load.ts';
import { makeParts } from './parts/parts.ts';

/** All but the scripts: what the repository holds as it is published. */
const staticFiles = (): [string, string | Uint8Array][] => [...filesOf('styles'), ...filesOf('assets'), ...fontFiles()];

/**
 * What a site is made with in the repository: parts for what the exercises at hand use. The same process makes it once: for an exercise
 * that has changed since, it is as good a guess.
 */
function kit(): Kit {
  let made: Promise<Made> | undefined;
  return (course, root, advance) => {
    made ??= makeOf(course, root, advance).catch((problem: unknown) => {
      made = undefined;
      throw problem;
    });
    return made;
  };
}

/** Makes it once more. @param root absolute path of the course */
export async function makeOf(course: Course, root: string, advance: Advance = () => {}): Promise<Made> {
  const { parts, scripts } = await keptScripts(repository, course, async () => {
    const [{ scripts: ofParts, ...table }, ofPages] = await Promise.all([
      makeParts(repository, root, course, advance),
      bundlePages(),
    ]);
    return { parts: table, scripts: [...ofParts, ...ofPages] };
  });
  return { parts, files: [...scripts.map(({ name, text }) => [name, text] as const), ...staticFiles()] };
}

const repository = join(import.meta.dirname, '..');

type Where = Pick<SiteOptions, 'root'> & Partial<SiteOptions>;

/** What builds the static site of a course with the sources of Timonel, as often as it is asked. */
export const siteBuilder = ({ root, home = repository, out = join(root, 'site/dist') }: Where): SiteBuilder =>
  new SiteBuilder({ root, home, out }, kit());

/**
 * Builds it once.
 * @throws when a script does not compile
 */
export const buildSite = (where: Where): Promise<BuiltSite> => siteBuilder(where).build();

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
