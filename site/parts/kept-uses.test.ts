import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Course } from '../load.ts';
import { keptUses } from './kept-uses.ts';
import type { Uses } from './uses.ts';

const course = { exercises: [], lessons: [] } as unknown as Course;
const uses: Uses = {
  modules: new Map([['grader/01', new Set(['a.ts', 'b.ts'])]]),
  functions: new Map([
    [
      'a.ts',
      new Map([
        ['one', ['grader/01']],
        ['other', []],
      ]),
    ],
  ]),
  happened: { abc: [{ value: 1, trace: { hops: [], outcome: 1 } }] },
};

describe('what each use runs', () => {
  let home: string;
  let found: number;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'timonel-usos-'));
    found = 0;
  });
  afterEach(() => rmSync(home, { recursive: true }));
  const ask = (body: string, where = home) =>
    keptUses(where, course, [{ path: 'a.ts', body }], () => {
      found++;
      return uses;
    });

  it('is found out again only when a module is another', () => {
    expect(ask('1')).toEqual(uses);
    expect(ask('1')).toEqual(uses);
    expect(found).toBe(1);
    expect(ask('2')).toEqual(uses);
    expect(found).toBe(2);
  });

  it('is found out where what was kept is broken or nothing can be kept', () => {
    ask('1');
    writeFileSync(join(home, 'node_modules/.cache/timonel/uses.json'), '{');
    expect(ask('1')).toEqual(uses);
    const file = join(home, 'file');
    writeFileSync(file, '');
    expect(ask('1', file)).toEqual(uses);
    expect(found).toBe(3);
  });
});
