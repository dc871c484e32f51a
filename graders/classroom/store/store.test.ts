import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Store } from './store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'timonel-notas-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = (digit: string): string => digit.repeat(32);
const journal = () => join(folder, 'journal.txt');

it('keeps every report at once, for who comes after', () => {
  const store = new Store(folder);
  store.keep(key('b'), '{"b":"ñ → 1"}');
  // Nobody closed the first one: its process was killed.
  expect(new Store(folder).get(key('b'))).toBe('{"b":"ñ → 1"}');
  expect(new Store(folder).get(key('c'))).toBeUndefined();
  store.close();
});

it.each([1, 10, 30, 40, 50])('loses only the line that was being written, cut %i bytes before its end', (bytes) => {
  const store = new Store(folder);
  store.keep(key('a'), '{"a":1}');
  store.keep(key('b'), '{"b":{"c":{}}}');
  store.close();
  const whole = readFileSync(journal());
  writeFileSync(journal(), whole.subarray(0, whole.length - bytes));
  const next = new Store(folder);
  expect(next.get(key('a'))).toBe('{"a":1}');
  expect(next.get(key('b'))).toBeUndefined();
  next.keep(key('c'), '{"c":1}');
  next.close();
  expect(new Store(folder).get(key('c'))).toBe('{"c":1}');
});

it('leaves what was used, in order, and no journal', () => {
  const first = new Store(folder);
  for (const digit of ['c', 'a', 'b']) first.keep(key(digit), `{"${digit}":1}`);
  first.get(key('c'));
  first.get(key('a'));
  first.settle();
  expect(readdirSync(folder)).toEqual(['graded.txt']);
  const text = readFileSync(join(folder, 'graded.txt'), 'utf8');
  expect(text).toBe(`${key('a')} 7 {"a":1}\n${key('c')} 7 {"c":1}\n`);
  const second = new Store(folder);
  second.get(key('a'));
  second.get(key('c'));
  second.settle();
  expect(readFileSync(join(folder, 'graded.txt'), 'utf8')).toBe(text);
});

it('believes no line that is no report', () => {
  appendFileSync(journal(), `${key('a')} 9 {"a":1}\n__proto__ 2 {}\n\n${key('z')} 2 {}\n${key('b')} 7 {"b":1}\n`);
  const store = new Store(folder);
  expect(['a', 'z', 'b'].map((digit) => store.has(key(digit)))).toEqual([false, false, true]);
});
