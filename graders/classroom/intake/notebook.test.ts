import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openCourse } from '../grade/course.ts';
import { zipOf } from '../testing/archives.ts';
import { listClass } from './entries.ts';
import { readSubmissionEntry } from './submission.ts';

const course = openCourse(process.cwd());
const pod = 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: web, image: nginx }] }';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'timonel-clase-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const markdown = (source: string) => ({ cell_type: 'markdown', metadata: {}, source });
const notebook = (...sources: readonly string[]): string =>
  JSON.stringify({ nbformat: 4, nbformat_minor: 4, metadata: {}, cells: sources.map(markdown) });
const answered = notebook(`\`\`\`yaml 04-pod-nginx/respuesta.yaml\n${pod}\n\`\`\``);

async function read() {
  const [entry] = listClass(folder).entries;
  if (!entry) throw new Error('no submission');
  const { answers, remarks, id } = await readSubmissionEntry(entry, course);
  const files = answers.get('04-pod-nginx')?.map((file) => file?.text?.trim());
  return {
    id,
    files,
    others: [...answers.keys()].length,
    said: remarks.map(({ path, message }) => `${path}: ${message.en}`),
  };
}

it.each([
  ['a notebook', (at: string) => writeFileSync(`${at}.ipynb`, answered)],
  [
    'a notebook in a folder',
    (at: string) => {
      mkdirSync(at);
      writeFileSync(join(at, 'tarea.ipynb'), answered);
    },
  ],
  [
    'a notebook in an archive',
    (at: string) => writeFileSync(`${at}.zip`, zipOf([{ name: 'a/tarea.ipynb', content: answered }])),
  ],
])('reads the answers of %s', async (_, put) => {
  put(join(folder, 'ana'));
  const { id, files, others, said } = await read();
  expect(id).toBe('ana');
  expect(files?.[0]).toBe(pod);
  expect(others).toBe(1);
  expect(said).toEqual([]);
});

it('takes a file before a cell, and says so', async () => {
  mkdirSync(join(folder, 'ana/04'), { recursive: true });
  writeFileSync(join(folder, 'ana/04/respuesta.yaml'), 'kind: Pod');
  writeFileSync(join(folder, 'ana/tarea.ipynb'), answered);
  const { files, said } = await read();
  expect(files?.[0]).toBe('kind: Pod');
  expect(said).toContain(
    'tarea.ipynb: What it has for `respuesta.yaml` of exercise 4 was not used: a file or another notebook had it already.',
  );
});

it('says what is no notebook', async () => {
  writeFileSync(join(folder, 'ana.ipynb'), '{');
  const { files, said } = await read();
  expect(files).toBeUndefined();
  expect(said.map((line) => line.slice(0, line.indexOf(':')))).toEqual(['ana.ipynb', '.']);
});
