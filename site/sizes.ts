import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { PartTable, UseName } from './shared/part-data.ts';

/** What a page costs over the network, in bytes after gzip. */
export interface PageSize {
  readonly page: string;
  /** The page and everything it names: styles, scripts, images. */
  readonly firstLoad: number;
  /**
   * With what has come when the first grade is told or an example has run: the editor, parts of the graders or of the lab, what the
   * exercise asks for.
   */
  readonly afterGrading: number;
  /** How many of those bytes are parts, which other pages share. */
  readonly parts: number;
  /** With what comes by itself once the grade is told: what draws the answer. */
  readonly inTheEnd: number;
  /** All of it by path from the root of the site: a browser keeps what pages share. */
  readonly files: ReadonlyMap<string, number>;
}

/** @param out the folder of a built site */
export function measurePage(out: string, page: string): PageSize {
  const text = readFileSync(join(out, page), 'utf8');
  const carried = [...text.matchAll(/<(?:link|script|img)\b[^>]*?(?:href|src)="([^"]+\.(?:css|js|svg))"/g)];
  // Who has nothing but a form to fill in, first of all, grades without the editor.
  const isForm = text.includes(' data-literal');
  const scripts = [...text.matchAll(/"(editor|spec|picture|bench|time)":"([^"]+\.js)"/g)];
  const named = (...wanted: readonly string[]) =>
    scripts.flatMap(([, what = '', file = '']) => (wanted.includes(what) ? file : []));
  const weigh = (addresses: readonly string[]) =>
    new Map(
      addresses.map((address) => {
        const file = posix.join(dirname(page), address);
        return [file, zipped(readFileSync(join(out, file)))] as const;
      }),
    );
  const first = new Map([[page, zipped(text)], ...weigh(carried.map(([, file = '']) => file))]);
  const overTime = /"kind":"(?:update|load)"/.test(text) ? ['time'] : [];
  const parts = weigh(partsOf(text, 'grader', 'lab', 'engine'));
  const graded = new Map([
    ...first,
    ...weigh(named('spec', 'bench', ...overTime, ...(isForm ? [] : ['editor']))),
    ...parts,
  ]);
  const files = new Map([...graded, ...weigh([...named('picture'), ...partsOf(text, 'picture')])]);
  return {
    page,
    firstLoad: sum([...first.values()]),
    afterGrading: sum([...graded.values()]),
    parts: sum([...parts.values()]),
    inTheEnd: sum([...files.values()]),
    files,
  };
}

/** What each page adds for who has graded those before it, in bytes: pages without what all exercises share, and new parts. */
export function addedInTurn(pages: readonly PageSize[]): number[] {
  const seen = new Set<string>();
  return pages.slice(1).map((page, index) => {
    for (const file of pages[index]?.files.keys() ?? []) seen.add(file);
    return sum([...page.files].map(([file, weight]) => (seen.has(file) ? 0 : weight)));
  });
}

/** The parts that come with the first of some uses that the page has: the first grade, the first run of an example. */
function partsOf(text: string, ...uses: readonly UseName[]): readonly string[] {
  const [, table] = /<script type="application\/json" id="partes">(.*)<\/script>/.exec(text) ?? [];
  if (table === undefined) return [];
  const { files, first } = JSON.parse(table) as PartTable;
  const use = uses.find((name) => first[name]);
  return (use === undefined ? [] : (first[use] ?? [])).flatMap((part) => files[part] ?? []);
}

const zipped = (content: string | Uint8Array): number => gzipSync(content, { level: 9 }).byteLength;
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { buildSite } = await import('./build.ts');
  const { out, pages, milliseconds } = await buildSite({ root: process.cwd() });
  console.log(`${pages.length} pages in ${Math.round(milliseconds)} ms`);
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`.padStart(10);
  console.log(...['at first', 'graded', 'parts', 'in the end'].map((name) => name.padStart(10)));
  for (const page of pages.filter((path) => !path.startsWith('reglas/') || path === 'reglas/index.html')) {
    const { firstLoad, afterGrading, parts, inTheEnd } = measurePage(out, page);
    console.log(...[firstLoad, afterGrading, parts, inTheEnd].map(kilobytes), page);
  }
}
