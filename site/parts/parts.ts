import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import type { Advance } from '../kit.ts';
import type { Course } from '../load.ts';
import type { Bundle } from '../scripts.ts';
import type { EntryName, MadeParts } from '../shared/part-data.ts';
import { entries } from './entries.ts';
import { group } from './group.ts';
import { keptUses } from './kept-uses.ts';
import { type Module, readProgram } from './modules.ts';
import { piecesOf } from './pieces.ts';
import { numbered, Trial } from './trial.ts';
import { usesOf } from './uses.ts';

/** The graders and the lab as the pages load them. */
export interface Parts extends MadeParts {
  readonly scripts: readonly Bundle[];
}

/** How much of a module is sent, of what it weighs when it is packed alone and not minified. */
const shareSent = 0.45;

/** The share of the work that reading the modules is, where uses are tried. */
const shareRead = 0.4;

/** How the text of a part is made short. */
export const minified = { minify: true, target: 'es2022', charset: 'utf8' } as const;

/**
 * Cuts graders and lab into parts, by what the exercises and lessons of a course use.
 * @param home absolute path of Timonel
 * @param root absolute path of the course
 * @param advance told when the modules are read and how many uses were tried, which is what takes long
 */
export async function makeParts(
  home: string,
  root: string,
  course: Course,
  advance: Advance = () => {},
): Promise<Parts> {
  const { modules, uses: used, happened } = await cutUp(home, root, course, advance);
  const names = [...used.keys()];
  const weights = new Map(modules.map(({ path, body }) => [path, gzipSync(body).byteLength * shareSent]));
  const groups = group(
    modules.map(({ path }) => ({
      path,
      weight: weights.get(path) ?? 0,
      uses: new Set(names.flatMap((name, index) => (used.get(name)?.has(path) ? [index] : []))),
    })),
  );
  const numbers = new Map(groups.flat().map((path, index) => [path, index]));
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const starts = groups.map((_, index) => groups.slice(0, index).flat().length);
  const scripts = await Promise.all(
    groups.map((paths, index) =>
      partScript(
        paths.flatMap((path) => byPath.get(path) ?? []),
        starts[index] ?? 0,
        numbers,
      ),
    ),
  );
  const numberOf = (entry: EntryName) => numbers.get(entries[entry]) ?? -1;
  return {
    scripts,
    happened,
    table: {
      files: scripts.map(({ name }) => name),
      starts,
      entries: { grader: numberOf('grader'), lab: numberOf('lab'), engine: numberOf('engine') },
    },
    uses: Object.fromEntries(
      [...used].map(([name, paths]) => [
        name,
        groups.flatMap((group, index) => (group.some((path) => paths.has(path)) ? [index] : [])),
      ]),
    ),
  };
}

/** Modules in the pieces that a page may load apart, with what each use of the site runs of them. */
export interface CutUp extends Pick<MadeParts, 'happened'> {
  readonly modules: readonly Module[];
  /** Paths of the modules that each runs. */
  readonly uses: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads the modules, tries what uses them, and cuts them into pieces by that. The parameters are those of `makeParts`. */
export async function cutUp(home: string, root: string, course: Course, advance: Advance = () => {}): Promise<CutUp> {
  const { whole, cut } = await readProgram(home, Object.values(entries));
  advance(shareRead);
  const found = keptUses(home, course, whole, () =>
    usesOf(root, course, new Trial(whole), (share) => advance(shareRead + (1 - shareRead) * share)),
  );
  const pieces = piecesOf(found);
  const modules = await cut(pieces.of);
  const uses = new Map([...found.modules.keys()].map((name) => [name, new Set<string>()]));
  const inPieces = new Set(modules.filter(({ path }) => /\?part\d+$/.test(path)).map(({ path }) => wholeOf(path)));
  for (const { path } of modules)
    for (const use of pieces.usesOf(path, inPieces.has(wholeOf(path)))) uses.get(use)?.add(path);
  return { modules, uses, happened: found.happened };
}

/** The module that something is a part of. */
const wholeOf = (path: string): string => path.split('?')[0] ?? '';

async function partScript(
  modules: readonly Module[],
  start: number,
  numbers: ReadonlyMap<string, number>,
): Promise<Bundle> {
  const bodies = modules.map(({ body }) => numbered(body, numbers)).join(',\n');
  const { code } = await transform(`timonelParts(${start}, [${bodies}]);`, minified);
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
  return { name: `parte-${hash}.js`, text: code };
}
