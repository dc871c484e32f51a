import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PageSize } from '../../../site/sizes.ts';
import { lazy } from '../../core/lazy.ts';
import type { Measurement } from './row.ts';
import { say } from './timing.ts';

/** What is measured of a site that was built into a folder of its own. */
interface Built {
  readonly pages: number;
  readonly milliseconds: number;
  /** Built once more by another process would be as fast: nothing but files is kept. */
  readonly again: number;
  readonly exercises: readonly PageSize[];
  readonly lessons: readonly PageSize[];
  readonly added: readonly number[];
}

/** The site: how long it takes to be built and what its pages cost over the network, after gzip and without fonts. */
export function siteRows(root: string): readonly Measurement[] {
  const built = lazy(() => buildAndMeasure(root));
  const row = (what: string, goal: string, figures: (built: Built) => string): Measurement => ({
    what: `site: ${what}`,
    goal,
    measure: async () => figures(await built()),
  });
  return [
    row(
      'build, of nothing / with the scripts of the last one',
      '≤ 8 s / ≤ 8 s',
      ({ milliseconds, again, pages }) => `${say(milliseconds)} / ${say(again)} for ${pages} pages`,
    ),
    row('first load of an exercise', '≤ 135 KB', ({ exercises }) => againstGoal(exercises, 'firstLoad', 135)),
    row('an exercise when its first grade is told', '≤ 245 KB', ({ exercises }) =>
      againstGoal(exercises, 'afterGrading', 245),
    ),
    row('an exercise with its picture, once its grade is told', '—', ({ exercises }) =>
      range(exercises.map((one) => one.inTheEnd)),
    ),
    row('what the next exercise adds (median)', '—', ({ added }) => kilobytes(added[added.length >> 1] ?? 0)),
    row('first load of a lesson', '≤ 30 KB', ({ lessons }) => againstGoal(lessons, 'firstLoad', 30)),
    row('a lesson once its examples have run', '—', ({ lessons }) => range(lessons.map((one) => one.afterGrading))),
  ];
}

async function buildAndMeasure(root: string): Promise<Built> {
  if (!existsSync(join(root, 'site/build.ts'))) throw new Error('there is no site yet');
  const { buildSite } = await import('../../../site/build.ts');
  const { keptFolder } = await import('../../../site/kept-file.ts');
  const { addedInTurn, measurePage } = await import('../../../site/sizes.ts');
  const out = mkdtempSync(join(tmpdir(), 'timonel-site-'));
  try {
    rmSync(keptFolder(root), { recursive: true, force: true });
    const { pages, milliseconds } = await buildSite({ root, out });
    const { milliseconds: again } = await buildSite({ root, out });
    const of = (folder: string) =>
      pages.filter((page) => page.startsWith(folder)).map((page) => measurePage(out, page));
    const [exercises, lessons] = [of('ejercicios/'), of('lecciones/')];
    const added = addedInTurn(exercises).sort((a, b) => a - b);
    return { pages: pages.length, milliseconds, again, exercises, lessons, added };
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** @param most in KB */
function againstGoal(pages: readonly PageSize[], part: 'firstLoad' | 'afterGrading', most: number): string {
  const weights = pages.map((page) => page[part]);
  const within = weights.filter((bytes) => bytes <= most * 1024).length;
  return `${range(weights)}; ${within} of ${weights.length} keep to it`;
}

const range = (bytes: readonly number[]): string =>
  `${kilobytes(Math.min(...bytes))} to ${kilobytes(Math.max(...bytes))}`;
const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;
