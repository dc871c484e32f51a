import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCases } from '../../authoring/cases.ts';
import { compareStrictly } from '../../authoring/expectations.ts';
import { readLiteral } from '../../model/literal/read.ts';
import { sayFinding } from '../../render/words.ts';
import { runs } from '../../vitest/quick.ts';
import { parseLiteral } from './parse.ts';
import { limits } from './scan.ts';

const read = (text: string) => parseLiteral({ path: 'respuesta.ts', text });

/** A fact that a message asks for and the finding does not have. */
const hole = /\{(?:code|found|key|quoted|number|open|line|firstLine|limit|size)[}:]/;

describe('cases', () => {
  it('hold enough hostile files', () => {
    const refused = readCases('graders/parse/literal/cases').filter(({ sources }) =>
      sources.some((source) => parseLiteral(source).findings.length > 0),
    );
    expect(refused.length).toBeGreaterThanOrEqual(60);
  });

  it.each(readCases('graders/parse/literal/cases').map(({ name, sources }) => [name, sources] as const))(
    '%s',
    (_, sources) => {
      const findings = sources.flatMap((source) => parseLiteral(source).findings);
      expect(compareStrictly(sources, findings)).toEqual([]);
      for (const finding of findings) {
        for (const lang of ['es', 'en'] as const) expect(sayFinding(finding, lang)).not.toMatch(hole);
      }
    },
  );
});

describe('data', () => {
  it('is what the file says, without prototypes', () => {
    const { value } = read("export default { a: [-0, `b`, 'c\\n'], 'd e': { 1: null } } satisfies R");
    expect(JSON.stringify(value)).toBe('{"a":[0,"b","c\\n"],"d e":{"1":null}}');
    expect(Object.getPrototypeOf(value)).toBe(null);
  });

  it('knows the place of every part, and of the nearest one that was written', () => {
    const text = "export default { juicios: { a: 'verdadero' }, orden: ['x', 'y'] };";
    const { literal } = readLiteral({ path: 'respuesta.ts', text });
    const at = (...path: (string | number)[]) => {
      const { from, to } = literal.at(...path);
      return text.slice(from, to);
    };
    expect(at('juicios', 'a')).toBe("'verdadero'");
    expect(at('juicios', 'b', 'razon')).toBe("{ a: 'verdadero' }");
    expect(at('orden', 1)).toBe("'y'");
    expect(at()).toBe(text.slice(15, -1));
  });

  it('is null when the file holds more than data', () => {
    const { literal, findings } = readLiteral({ path: 'respuesta.ts', text: 'export default { a: b }' });
    expect(literal.value).toBe(null);
    expect(findings).toHaveLength(1);
    expect(literal.at('a').from).toBe(0);
  });

  it('round-trips any JSON', () => {
    const json = fc.jsonValue({ maxDepth: 6 }).filter((value) => !JSON.stringify(value).includes('__proto__'));
    fc.assert(
      fc.property(json, (value) => {
        const { value: back, findings } = read(`export default ${JSON.stringify(value)} satisfies Respuesta;\n`);
        expect(findings).toEqual([]);
        expect(JSON.stringify(back)).toBe(JSON.stringify(value));
      }),
    );
  });
});

describe('hostile input', { timeout: 60_000 }, () => {
  const repeated = (piece: string, times: number) => `export default ${piece.repeat(times)}`;

  it.each([
    ['brackets', repeated('[', 10_000), 'literal/too-deep'],
    ['parentheses', repeated('(', 10_000), 'literal/too-deep'],
    ['nested arrow functions', repeated('(a = (', 10_000), 'literal/too-deep'],
    ['type arguments', repeated('a<', 10_000), 'literal/too-deep'],
    ['types', `export default 1 as ${'[{a:'.repeat(5_000)}`, 'literal/too-deep'],
    ['signs', repeated(' -', 50_000), 'literal/too-deep'],
    ['casts', `export default 1${' as a'.repeat(30_000)}`, 'literal/too-deep'],
    ['conditions', repeated('a?b:', 40_000), 'literal/too-deep'],
    ['arrows', repeated('a=>', 60_000), 'literal/too-deep'],
    ['casts inside of each other', repeated('<any>(', 40), 'literal/too-deep'],
    ['brackets behind a regular expression', `export default [/'/,${'('.repeat(5_000)}`, 'literal/not-data'],
    ['brackets in a template', `export default \`\${${'('.repeat(5_000)}`, 'literal/not-data'],
    ['a large file', `export default '${'a'.repeat(limits.characters)}'`, 'literal/too-large'],
    ['no text at all', '', 'literal/not-data'],
    ['binary', '\0\u0001\u0002\uFFFD', 'literal/not-data'],
  ])('%s: one located finding', (_, text, id) => {
    const { findings } = read(text);
    expect(findings.map((finding) => finding.id)).toEqual([id]);
    expect(findings[0]?.at.to).toBeLessThanOrEqual(text.length);
  });

  it('reads exactly as deep as it says', () => {
    const nested = (depth: number) => `export default ${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(read(nested(limits.depth)).findings).toEqual([]);
    expect(read(nested(limits.depth + 1)).findings.map(({ id }) => id)).toEqual(['literal/too-deep']);
  });

  it('never throws, and finds a place inside the text', () => {
    const pieces = fc.constantFrom(
      ...["'a'", 'a', ':', ',', '{', '}', '[', ']', '(', ')', '`', '${', '...', '=>', '<', '>', '/', '*', '//', '/*'],
      ...['\n', ' ', '1', '-', '.', '"', '\\', 'as', 'satisfies', 'const', 'export default', 'import type', 'get', '@'],
      ...['__proto__', 'async', 'function', 'class', 'new', '?', '!', '#', '😀', '\u2028', '\0'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), fc.boolean(), (parts, exported) => {
        const text = (exported ? 'export default ' : '') + parts.join('');
        for (const { at } of read(text).findings) {
          expect(at.from).toBeGreaterThanOrEqual(0);
          expect(at.to).toBeGreaterThanOrEqual(at.from);
          expect(at.to).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: runs(500) },
    );
  });
});
