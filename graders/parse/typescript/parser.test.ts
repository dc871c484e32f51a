import { describe, expect, it } from 'vitest';
import { parseJavaScript, parseTypeScript, TooMuch } from './parser.ts';

/** What nests or chains, by how it begins and ends; each is repeated far beyond what is read. */
const nesting: readonly (readonly [name: string, begin: string, middle: string, end: string])[] = [
  ['casts with as', 'x = 1', ' as a', ''],
  ['casts in angle brackets', 'x = ', '<a>', '1'],
  ['arrow functions', 'x = ', 'a=>', '1'],
  ['conditions', 'x = ', 'a?b:', '1'],
  ['signs', 'x = ', ' -', '1'],
  ['sums', 'x = 1', '+1', ''],
  ['powers', 'x = 1', '**1', ''],
  ['parentheses', 'x = ', '(', ''],
  ['arrays', 'x = ', '[', ''],
  ['objects', 'x = ', '{a:', ''],
  ['functions', 'x = ', 'function(){return ', ''],
  ['blocks', '', '{', ''],
  ['ifs', '', 'if(1)', ';'],
  ['elses', '', 'if(1);else ', ';'],
  ['types of lists', 'type a = ', '[', ''],
  ['conditions of types', 'type a = ', 'a extends b?c:', 'a'],
  ['types of functions', 'type a = ', '()=>', 'a'],
  ['arguments of types', 'type a = ', 'a<', ''],
  ['patterns', 'let ', '[', ''],
  ['news', '', 'new ', 'a'],
  ['classes', 'x = ', 'class extends ', 'a'],
  ['fields', 'x = ', 'class{a=', '1'],
  ['templates', 'x = ', '`${', ''],
  ['assignments', '', 'a=', '1'],
  ['calls', '', 'a(', ''],
  ['namespaces', 'namespace a', '.a', '{}'],
  ['awaits', 'x = ', 'await ', '1'],
];

function failure(read: () => unknown): unknown {
  try {
    read();
    return undefined;
  } catch (thrown) {
    return thrown;
  }
}

describe('reading TypeScript', () => {
  it.each(nesting)('counts %s', (_, begin, middle, end) => {
    expect(failure(() => parseTypeScript(begin + middle.repeat(20_000) + end))).toBeInstanceOf(TooMuch);
  });

  it('counts in JavaScript too', () => {
    expect(failure(() => parseJavaScript('['.repeat(20_000)))).toBeInstanceOf(TooMuch);
  });
});
