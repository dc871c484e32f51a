import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { few, thorough } from '../../vitest/quick.ts';
import { readTypeScript } from './parse.ts';
import { readPlain } from './plain.ts';
import { refuseBeforeParsing } from './scan.ts';

const root = process.cwd();
const under = (folder: string, name: RegExp): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

const answers = [...under('exercises', /^respuesta\.ts$/), ...under('solutions', /^respuesta\.ts$/)];
const cases = under('graders/parse/literal/cases', /\.ts$/);

/** What stands where: text that nobody reads as it should would show. */
const asText = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) => (one instanceof Map ? [...one] : Object.is(one, -0) ? '-0' : one));

/** @returns whether it was read */
function agrees(text: string): boolean {
  const source = { path: 'respuesta.ts', text };
  const root = readPlain(source);
  if (!root || refuseBeforeParsing(source)) return false;
  const { findings, root: whole } = readTypeScript(source);
  expect({ text, findings, root: asText(root) }).toEqual({ text, findings: [], root: asText(whole) });
  return true;
}

describe('what is read without the reader of TypeScript', () => {
  it('is what that reader finds, in every answer there is and every hostile file', () => {
    const tried = few(answers, 20);
    const read = tried.filter(agrees);
    expect(read.length).toBeGreaterThan(tried.length * 0.9);
    cases.forEach(agrees);
  });

  it.each([
    'export default {\n} satisfies R;',
    "import type { R } from './r'\nexport default { a: 1 } as R\n",
    "export default [1, -0, 0.5, -2.25, `a\nb`, \"it's\", '\\'\\n\\t\\\\', true, null,];",
    "// x\n/* y */ export default /* z */ { 'a b': [], c: {} /* d */, } // e",
  ])('is read: %j', (text) => {
    expect(agrees(text)).toBe(true);
  });

  it.each([
    'export default { a: 1, a: 2 }',
    'export default { __proto__: {} }',
    "export default { '__proto__': {} }",
    'export default { a }',
    'export default { a: 01 }',
    'export default { a: 1_0 }',
    'export default { a: 1e3 }',
    'export default { a: 9007199254740993 }',
    "export default { a: '\\u0061' }",
    'export default { a: `\u0024{1}` }',
    'export default { a: - 1 }',
    'export default [,]',
    'export default {}\n/x/',
    'export default {}.a',
    'export default {} satisfies\nR',
    'export default {}\nsatisfies R',
    'export default {} as const',
    'export default {} satisfies R<1>',
    "import { R } from './r';\nexport default {}",
    'export default 1',
    'export default true',
    'export default { a: tru\u00e9 }',
    'export default {}; export default {}',
    '',
  ])('is left to that reader: %j', (text) => {
    expect(readPlain({ path: 'respuesta.ts', text })).toBe(undefined);
  });

  thorough('is what that reader finds in answers with a character too many, too few or another', () => {
    const signs = [...'{}[]:,;\'"`\\/*-.0a_$ \n\r\u00e9\u2028'];
    let read = 0;
    for (const text of [...answers.slice(0, 6), ...cases]) {
      const step = Math.max(1, Math.floor(text.length / 60));
      for (let at = 0; at < text.length; at += step) {
        const sign = signs[(at * 7 + text.length) % signs.length] ?? '';
        const ways = [text.slice(0, at) + text.slice(at + 1), text.slice(0, at) + sign + text.slice(at)];
        for (const way of ways) if (agrees(way)) read++;
      }
    }
    expect(read).toBeGreaterThan(100);
  });
});
