import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

/** What a page costs over the network, in bytes after gzip. */
export interface PageSize {
  readonly page: string;
  /** The page and everything it names: styles, scripts, images. */
  readonly firstLoad: number;
  /** With what comes when the reader starts to write: grader and spec, or the editor and lab of an example. */
  readonly afterGrading: number;
}

/** @param out the folder of a built site */
export function measurePage(out: string, page: string): PageSize {
  const text = readFileSync(join(out, page), 'utf8');
  const named = [...text.matchAll(/<(?:link|script|img)\b[^>]*?(?:href|src)="([^"]+\.(?:css|js|svg))"/g)];
  const files = new Set(named.map(([, file = '']) => join(out, page, '..', file)));
  const firstLoad = zipped(text) + sum([...files].map((file) => zipped(readFileSync(file))));
  const later = new Set(
    [...text.matchAll(/"(?:grader|spec|bench|lab)":"([^"]+\.js)"/g)].map(([, file = '']) =>
      join(out, page, '..', file),
    ),
  );
  return {
    page,
    firstLoad,
    afterGrading: firstLoad + sum([...later].map((file) => zipped(readFileSync(file)))),
  };
}

const zipped = (content: string | Uint8Array): number => gzipSync(content, { level: 9 }).byteLength;
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { buildSite } = await import('./build.ts');
  const { out, pages, milliseconds } = await buildSite({ root: process.cwd() });
  console.log(`${pages.length} pages in ${Math.round(milliseconds)} ms`);
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`.padStart(10);
  for (const page of pages.filter((path) => !path.startsWith('reglas/') || path === 'reglas/index.html')) {
    const { firstLoad, afterGrading } = measurePage(out, page);
    console.log(kilobytes(firstLoad), kilobytes(afterGrading), page);
  }
}
