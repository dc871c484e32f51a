import { expect, it } from 'vitest';
import { withoutTail } from './tail.ts';

it.each([
  ['a: 1\n# x\n', 'a: 1\n'],
  ['a: 1\n\n# x\n\n# y', 'a: 1\n\n'],
  ['a: 1', 'a: 1'],
  ['a: 1\n', 'a: 1\n'],
  ['', ''],
])('leaves out the comments at the end: %j', (text, body) => {
  expect(withoutTail(text, '#')).toBe(body);
});

it.each([
  ['after something on their line', 'a: 1 # x\n'],
  ['farther in', 'a:\n  - |\n    text\n  # x\n'],
  ['before something', '# x\na: 1\n'],
  ['that are all there is', '# x\n'],
  ['that tell a program something', 'a: 1\n# timonel ignore-file=kubernetes/x\n'],
  ['that tell hadolint something', 'FROM a\n# hadolint global ignore=DL3006\n'],
  ['with signs that not everybody reads', 'a: 1\n# \u0007\n'],
  ['in lines that end otherwise', 'a: 1\r\n# x\r\n'],
])('keeps comments %s', (_, text) => {
  expect(withoutTail(text, '#')).toBe(text);
});

it('knows the mark of a program', () => {
  expect(withoutTail('export default 1;\n// x\n# y\n', '//')).toBe('export default 1;\n// x\n# y\n');
  expect(withoutTail('export default 1;\n// x\n', '//')).toBe('export default 1;\n');
});
