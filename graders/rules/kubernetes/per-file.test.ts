import { expect, it } from 'vitest';
import { fill } from '../../core/messages.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import { perFile } from './per-file.ts';

const owned = (name: string, path = 'web.yaml') => ({ owner: { name, at: { path, from: 0, to: 1 } } as Resource });
const told = (names: readonly string[]) =>
  perFile(names.map((name) => owned(name))).map(({ names: few }) => fill({ es: '{few}', en: '{few}' }, { few }, 'es'));

it('names some workloads of a file, each once, and counts the others', () => {
  expect(told([])).toEqual([]);
  expect(told(['a', 'a', 'b'])).toEqual(['`a` y `b`']);
  expect(told(['a', 'b', 'c', 'd', 'e', 'f'])).toEqual(['`a`, `b`, `c`, `d`, `e` y `f`']);
  expect(told(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toEqual(['`a`, `b`, `c`, `d`, `e` y 2 más']);
});

it('says it once for each file', () => {
  const found = perFile([owned('a', '1.yaml'), owned('b', '2.yaml'), owned('c', '1.yaml')]);
  expect(found.map(({ first, all }) => [first.owner.name, all.length])).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
});
