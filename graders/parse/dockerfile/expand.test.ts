// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the variables are Docker's
import { expect, test } from 'vitest';
import { expand } from './expand.ts';

const values: Readonly<Record<string, string>> = { x: 'abcabc', empty: '', path: '/a/b.tar.gz' };
const run = (text: string) => expand(text, (name) => values[name]);

test.each([
  ['$x', 'abcabc'],
  ['${x}y', 'abcabcy'],
  ['$xy', ''],
  ['\\$x', '$x'],
  ["'$x'", '$x'],
  ['"$x y"', 'abcabc y'],
  ['a\\ b', 'a b'],
  ['"a\\b"', 'a\\b'],
  ['$', '$'],
  ['a$ b', 'a$ b'],
  ['${no:-y}', 'y'],
  ['${empty:-y}', 'y'],
  ['${empty-y}', ''],
  ['${no-y}', 'y'],
  ['${x:+y}', 'y'],
  ['${empty:+y}', ''],
  ['${empty+y}', 'y'],
  ['${no:-${x}}', 'abcabc'],
  ['${no:-"a b"}', 'a b'],
  ['${x#a}', 'bcabc'],
  ['${x#*b}', 'cabc'],
  ['${x##*b}', 'c'],
  ['${x%c}', 'abcab'],
  ['${x%b*}', 'abca'],
  ['${x%%b*}', 'a'],
  ['${path##*/}', 'b.tar.gz'],
  ['${path%%.*}', '/a/b'],
  ['${x/b/-}', 'a-cabc'],
  ['${x//b/-}', 'a-ca-c'],
  ['${x//b/}', 'acac'],
  ['${x/a\\*/-}', 'abcabc'],
  ['${x/b/\\-}', 'a\\-cabc'],
  ['${path//\\//:}', ':a:b.tar.gz'],
  ['${x#"a"b}', 'cabc'],
  ['${%x}', ''],
  ['a$-b', 'ab'],
  ['$${x}', '{x}'],
  ['${año:-y}', 'y'],
])('%s gives %j', (text, value) => {
  expect(run(text)).toMatchObject({ value });
  expect(run(text).problem).toBeUndefined();
});

test.each([
  ['${x', 'brace'],
  ['${', 'brace'],
  ['${}', 'name'],
  ['${x:}', 'modifier'],
  ['${x^^}', 'modifier'],
  ['${x/b}', 'modifier'],
  ['${x//b}', 'modifier'],
  ['${x#\\a}', 'modifier'],
  ['${{x}', 'name'],
  ['${no:?}', 'required'],
  ["'a", 'quote'],
  ['"a', 'quote'],
])('%s is refused: %s', (text, kind) => {
  expect(run(text).problem?.kind).toBe(kind);
});

test('references know their place and whether they are guarded', () => {
  expect(run('a$x${no:-1}$no').references).toEqual([
    { name: 'x', from: 1, to: 3, guarded: false, found: true },
    { name: 'no', from: 3, to: 11, guarded: true, found: false },
    { name: 'no', from: 11, to: 14, guarded: false, found: false },
  ]);
});

test('quotes mean nothing in the body of a heredoc', () => {
  expect(expand('it\'s "$x"', (name) => values[name], '\\', 'literal').value).toBe('it\'s "abcabc"');
  expect(expand('a\\n \\$x \\\\', (name) => values[name], '\\', 'literal').value).toBe('an $x \\');
});
