import { describe, expect, it } from 'vitest';
import { group } from './group.ts';

const module = (path: string, weight: number, ...uses: number[]) => ({ path, weight, uses: new Set(uses) });

describe('modules in parts', () => {
  it('hold each module once', () => {
    const modules = Array.from({ length: 60 }, (_, index) =>
      module(
        `graders/${index % 7}/${index}.ts`,
        200 + ((index * 977) % 9000),
        ...[0, 1, 2, 3].filter((use) => (index >> use) % 2),
      ),
    );
    const parts = group(modules);
    expect(parts.flat().sort()).toEqual(modules.map(({ path }) => path).sort());
    expect(parts.every((part) => part.length > 0)).toBe(true);
  });

  it('keep apart what is heavy and used by some', () => {
    const parts = group([module('core', 30_000, 0, 1, 2), module('mesh', 30_000, 1), module('image', 30_000, 2)]);
    expect(parts).toEqual([['core'], ['mesh'], ['image']]);
  });

  it('put together what is light', () => {
    expect(group([module('core', 30_000, 0, 1), module('more', 100, 1)])).toEqual([['core', 'more']]);
  });

  it('leave what nobody uses to itself, in parts that are not too heavy', () => {
    const parts = group([
      module('core', 10, 0),
      ...Array.from({ length: 10 }, (_, index) => module(`a/b/c/${index}`, 50_000)),
    ]);
    expect(parts[0]).toEqual(['core']);
    expect(parts.slice(1).map(({ length }) => length)).toEqual([2, 2, 2, 2, 2]);
  });
});
