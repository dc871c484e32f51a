import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from './row.ts';
import { say } from './timing.ts';

/** Builds the site into a folder of its own: how long it takes and what its heaviest pages cost over the network. */
export function siteRows(root: string): Measurement {
  return {
    what: 'site: build / heaviest exercise at first load / after the first grade / heaviest lesson / its example (gzip, fonts apart)',
    goal: '≤ 8 s / ≤ 135 KB / ≤ 245 KB / ≤ 30 KB / —',
    async measure() {
      if (!existsSync(join(root, 'site/build.ts'))) throw new Error('there is no site yet');
      const { buildSite } = await import('../../../site/build.ts');
      const { measurePage } = await import('../../../site/sizes.ts');
      const out = mkdtempSync(join(tmpdir(), 'timonel-site-'));
      try {
        const { pages, milliseconds } = await buildSite({ root, out });
        const sizes = pages.map((page) => measurePage(out, page));
        const most = (folder: string, part: 'firstLoad' | 'afterGrading') => {
          const bytes = Math.max(...sizes.filter(({ page }) => page.startsWith(folder)).map((size) => size[part]));
          return `${(bytes / 1024).toFixed(0)} KB`;
        };
        const figures = ['ejercicios/', 'lecciones/'].flatMap((folder) => [
          most(folder, 'firstLoad'),
          most(folder, 'afterGrading'),
        ]);
        return `${say(milliseconds)} for ${pages.length} pages / ${figures.join(' / ')}`;
      } finally {
        rmSync(out, { recursive: true });
      }
    },
  };
}
