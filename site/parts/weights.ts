/**
 * `npx tsx site/parts/weights.ts grader/04-pod-nginx [depth]`: of what the weight of a use consists, folder by folder, in bytes after
 * gzip. A folder weighs what all the rest would be lighter without it. Without a use, each with the folders that weigh most.
 */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { loadCourse } from '../load.ts';
import { cutUp, minified } from './parts.ts';

const root = join(import.meta.dirname, '../..');
const [wanted, depth = '3'] = process.argv.slice(2);
const { modules, uses } = await cutUp(root, root, loadCourse(root));
const sent = new Map(
  await Promise.all(
    modules.map(
      async ({ path, body }) => [path, (await transform(`timonelParts(0, [${body}]);`, minified)).code] as const,
    ),
  ),
);

const weigh = (paths: Iterable<string>): number =>
  gzipSync([...paths].map((path) => sent.get(path) ?? '').join('\n'), { level: 9 }).byteLength;

/** Words are a folder of their own, wherever they are said. */
const folderOf = (path: string): string =>
  /\?(?:sentences|text)/.exec(path)?.[0] ?? (path.split('?')[0] ?? '').split('/').slice(0, Number(depth)).join('/');

function foldersOf(
  paths: ReadonlySet<string>,
): readonly (readonly [folder: string, weight: number, modules: number])[] {
  const all = weigh(paths);
  const folders = new Map<string, string[]>();
  for (const path of paths) folders.set(folderOf(path), [...(folders.get(folderOf(path)) ?? []), path]);
  return [...folders]
    .map(([folder, inside]) => {
      const without = new Set(inside);
      return [folder, all - weigh([...paths].filter((path) => !without.has(path))), inside.length] as const;
    })
    .sort(([, a], [, b]) => b - a);
}

for (const [use, paths] of uses) {
  if (wanted !== undefined && use !== wanted) continue;
  const folders = foldersOf(paths);
  console.log(`${use}: ${paths.size} modules, ${weigh(paths)} bytes`);
  for (const [folder, weight, count] of wanted === undefined ? folders.slice(0, 5) : folders)
    console.log(`${String(weight).padStart(8)} ${String(count).padStart(4)} ${folder}`);
}
