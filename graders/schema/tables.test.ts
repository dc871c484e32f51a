import { expect, it } from 'vitest';
import { kinds } from '../generated/shapes.ts';
import type { Node } from './shape.ts';
import { shapeOf } from './tables.ts';

/** The places of what a node is directly made of. */
function placesIn(node: Node): readonly number[] {
  if (node.type === 'object') return Object.values(node.fields);
  if (node.type === 'map') return [node.values];
  return node.type === 'list' ? [node.items] : [];
}

it('every kind comes with all that it is made of', () => {
  const lacking: string[] = [];
  let seen = 0;
  for (const [apiVersion, places] of Object.entries(kinds))
    for (const [kind, { root }] of Object.entries(places)) {
      const nodes = shapeOf(apiVersion, kind)?.nodes ?? [];
      const reached = new Set([root]);
      for (const place of reached) {
        seen++;
        const node = nodes[place];
        if (node) for (const inner of placesIn(node)) reached.add(inner);
        else lacking.push(`${apiVersion} ${kind}: node ${place}`);
      }
    }
  expect(lacking).toEqual([]);
  expect(seen).toBeGreaterThan(2000);
});

it('a kind comes without most of what only others are made of', () => {
  const of = (apiVersion: string, kind: string) => Object.keys(shapeOf(apiVersion, kind)?.nodes ?? []).length;
  expect(of('v1', 'ConfigMap')).toBeLessThan(of('v1', 'Pod') / 3);
});
