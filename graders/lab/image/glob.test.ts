import { expect, test } from 'vitest';
import { glob } from './glob.ts';

test.each([
  ['*.py', 'hola.py', true],
  ['*.py', 'src/hola.py', false],
  ['**/*.py', 'hola.py', true],
  ['**/*.py', 'a/b/hola.py', true],
  ['src/**', 'src/a/b', true],
  ['src/**/x', 'src/x', true],
  ['src/**/x', 'src/a/b/x', true],
  ['src/**/x', 'srcx', false],
  ['h?la.py', 'hola.py', true],
  ['h?la.py', 'hla.py', false],
  ['a?b', 'a/b', false],
  ['[a-c]x', 'bx', true],
  ['[^a-c]x', 'bx', false],
  ['[^a-c]x', 'dx', true],
  ['[\\]]', ']', true],
  ['\\*.py', '*.py', true],
  ['\\*.py', 'a.py', false],
  ['[', '[', false],
  ['a+(b).c', 'a+(b).c', true],
  ['', '', true],
  ['😀?', '😀😀', true],
])('%s on %s: %s', (pattern, path, expected) => expect(glob(pattern).test(path)).toBe(expected));

test('no pattern takes longer than its length and that of the path allow', () => {
  expect(glob(`${'*a'.repeat(300)}b`).test('a'.repeat(600))).toBe(false);
  expect(glob('**/'.repeat(200)).test('a/'.repeat(200))).toBe(true);
});
