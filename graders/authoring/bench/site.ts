import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from './row.ts';
import { say } from './timing.ts';

/** Builds the site into a folder of its own: how long it takes and what its heaviest pages cost over the network. */
export function siteRows(root: string): Measurement {
  return {
    what: 'site: build / heaviest page at first load / after the first grade (gzip)',
    goal: '≤ 8 s / ≤ 135 KB / ≤ 245 KB',
    async measure() {
      if (!existsSync(join(root, 'site/build.ts'))) throw new Error('there is no site yet');
      const { buildSite } = await import('../../../site/build.ts');
      const { measurePage } = await import('../../../site/sizes.ts');
      const out = mkdtempSync(join(tmpdir(), 'timonel-site-'));
      try {
        const { pages, milliseconds } = await buildSite({ root, out });
        const sizes = pages.map((page) => measurePage(out, page));
        const most = (part: 'firstLoad' | 'afterGrading') => Math.max(...sizes.map((size) => size[part]));
        const [first, after] = [most('firstLoad'), most('afterGrading')].map(
          (bytes) => `${(bytes / 1024).toFixed(0)} KB`,
        );
        return `${say(milliseconds)} for ${pages.length} pages / ${first} / ${after}`;
      } finally {
        rmSync(out, { recursive: true });
      }
    },
  };
}
