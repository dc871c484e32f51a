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
  ['src/**/x', 'src/ax', false],
  ['**/ab', 'bab', false],
  ['**/ab', 'c/ab', true],
  ['**.py', 'a/hola.py', true],
  ['a/**b', 'a/c/b', true],
  ['a/**b', 'a/cb', false],
  ['a/**', 'a/b/c', true],
  ['[-a]', '-', false],
  ['[a\\-c]', '-', true],
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

test.each([
  ['**/*.py', 'hola.py', false],
  ['**/*.py', 'a/hola.py', true],
  ['**/*.py', 'a/b/hola.py', false],
  ['a**', 'ab', true],
  ['**', 'a/b', false],
])('without `**`, %s on %s: %s', (pattern, path, expected) => expect(glob(pattern, false).test(path)).toBe(expected));

test('no pattern takes longer than its length and that of the path allow', () => {
  expect(glob(`${'*a'.repeat(300)}b`).test('a'.repeat(600))).toBe(false);
  expect(glob('**/'.repeat(200)).test('a/'.repeat(200))).toBe(true);
});
