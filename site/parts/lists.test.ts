import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { catalogue, hopCatalogue } from '../../graders/render/catalogue.ts';
import { writtenLists } from './lists.ts';

const root = join(import.meta.dirname, '../..');

/** Runs the body that a page has of a list; what it asks of other modules is asked of the sources. */
async function faceOf(path: string): Promise<Record<string, unknown>> {
  const { body = '' } = (await writtenLists()).get(path) ?? {};
  const paths: string[] = [];
  const text = body.replace(/\$number\("([^"]+)"\)/g, (_, asked: string) => String(paths.push(asked) - 1));
  const modules = await Promise.all(paths.map((asked) => import(join(root, asked))));
  const face: Record<string, unknown> = {};
  const hand = (exports: Record<string, () => unknown>) => {
    for (const [name, look] of Object.entries(exports)) Object.defineProperty(face, name, { get: look });
  };
  runInThisContext(`(${text})`)(hand, (id: number) => modules[id]);
  return face;
}
type Found<T> = { get(name: string): T };

describe('a list as the pages have it', () => {
  it('finds the programs of a machine that its module finds, and no other', async () => {
    const path = 'graders/lab/machine/programs/programs.ts';
    const { programs } = (await faceOf(path)) as { programs: Found<unknown> };
    const all: ReadonlyMap<string, unknown> = (await import(join(root, path))).programs;
    expect(all.size).toBeGreaterThan(150);
    expect([...all].filter(([name, program]) => programs.get(name) !== program).map(([name]) => name)).toEqual([]);
    expect([programs.get('constructor'), programs.get('kubectl')]).toEqual([undefined, undefined]);
  });

  it('has of every rule what decides whether it looks', async () => {
    const path = 'graders/generated/rules.ts';
    type Listed = { readonly rule: { over: string; production?: true; id?: string } };
    const has = ({ rules }: { rules: readonly Listed[] }) =>
      rules.map(({ rule: { over, production, id } }) => [over, production, production && id]);
    const listed = has((await faceOf(path)) as { rules: readonly Listed[] });
    expect(listed).toEqual(has(await import(join(root, path))));
    expect(listed.filter(([, production]) => production).length).toBeGreaterThan(5);
  });

  it('finds every sentence', async () => {
    const face = (await faceOf('graders/render/catalogue.ts')) as {
      catalogue: Found<{ about: unknown } | undefined>;
      hopCatalogue: Found<unknown>;
    };
    expect([...catalogue].filter(([id, { about }]) => face.catalogue.get(id)?.about !== about)).toEqual([]);
    expect(face.catalogue.get('toString')).toBe(undefined);
    expect([...hopCatalogue].filter(([name, said]) => face.hopCatalogue.get(name) !== said)).toEqual([]);
    expect([face.hopCatalogue.get('toString/a'), face.hopCatalogue.get('')]).toEqual([undefined, undefined]);
  });
});
