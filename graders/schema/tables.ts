import { lazy } from '../core/lazy.ts';
import { memo } from '../core/memo.ts';
import { own } from '../core/own.ts';
import { kinds, known, stretches } from '../generated/shapes.ts';
import type { KindShape, Node, Nodes, ObjectNode, Place, Stretch } from './shape.ts';

/** The strict shape of a kind; undefined when there is none in that version. */
export function shapeOf(apiVersion: string, kind: string): KindShape | undefined {
  const places = own(kinds, apiVersion);
  const place = places && own(places, kind);
  return place && shapeAt(place);
}

const shapeAt = memo(({ root, needs }: Place): KindShape => {
  const nodes: Node[] = [];
  for (const number of needs) {
    const stretch = stretches[number];
    if (stretch) for (const [index, node] of nodesOf(stretch).entries()) nodes[stretch.start + index] = node;
  }
  return { nodes, root: nodes[root] as ObjectNode };
});

const nodesOf = memo(({ text }: Stretch) => JSON.parse(text) as Nodes);

/** A kind that exists, or existed, in a version of its API. */
export interface KnownKind {
  readonly apiVersion: string;
  readonly group: string;
  readonly kind: string;
  /** False for kinds that are only known by name. */
  readonly hasShape: boolean;
}

/** Every kind that Timonel has heard of. */
export const knownKinds: () => readonly KnownKind[] = lazy(() => [
  ...Object.entries(kinds).flatMap(([apiVersion, places]) => named(apiVersion, Object.keys(places), true)),
  ...Object.entries(known).flatMap(([apiVersion, names]) => named(apiVersion, names, false)),
]);

function named(apiVersion: string, kinds: readonly string[], hasShape: boolean): KnownKind[] {
  return kinds.map((kind) => ({ apiVersion, group: groupOf(apiVersion), kind, hasShape }));
}

/** `networking.k8s.io/v1` belongs to `networking.k8s.io`; `v1`, to the core group, which has no name. */
export function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}
