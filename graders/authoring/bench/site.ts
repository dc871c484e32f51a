import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from './row.ts';
import { say } from './timing.ts';

/** Builds the site into a folder of its own: how long it takes and what its heaviest pages cost over the network. */
export function siteRows(root: string): Measurement {
  return {
    what: 'site: build / heaviest exercise at first load / after the first grade (how many keep to the goal) / what the next one adds (median) / heaviest lesson / its example (gzip, fonts apart)',
    goal: `≤ 8 s / ≤ 135 KB / ≤ ${afterGrade} KB / — / ≤ 30 KB / —`,
    async measure() {
      if (!existsSync(join(root, 'site/build.ts'))) throw new Error('there is no site yet');
      const { buildSite } = await import('../../../site/build.ts');
      const { addedInTurn, measurePage } = await import('../../../site/sizes.ts');
      const out = mkdtempSync(join(tmpdir(), 'timonel-site-'));
      try {
        const { pages, milliseconds } = await buildSite({ root, out });
        const of = (folder: string) =>
          pages.filter((page) => page.startsWith(folder)).map((page) => measurePage(out, page));
        const [exercises, lessons] = [of('ejercicios/'), of('lecciones/')];
        const after = exercises.map(({ afterGrading }) => afterGrading);
        const within = after.filter((bytes) => bytes <= afterGrade * 1024).length;
        const added = addedInTurn(exercises).sort((a, b) => a - b);
        const figures = [
          say(milliseconds),
          most(exercises.map(({ firstLoad }) => firstLoad)),
          `${most(after)} (${within} of ${after.length})`,
          kilobytes(added[added.length >> 1] ?? 0),
          most(lessons.map(({ firstLoad }) => firstLoad)),
          most(lessons.map(({ afterGrading }) => afterGrading)),
        ];
        return `${figures.join(' / ')} for ${pages.length} pages`;
      } finally {
        rmSync(out, { recursive: true });
      }
    },
  };
}

/** What an exercise may weigh once it is graded, in KB. */
const afterGrade = 245;

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;
const most = (bytes: readonly number[]): string => kilobytes(Math.max(...bytes));
