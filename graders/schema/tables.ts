import { lazy } from '../core/lazy.ts';
import * as gatewayApi from '../generated/shapes/gateway-api.ts';
import * as istio from '../generated/shapes/istio.ts';
import * as istioOperator from '../generated/shapes/istio-operator.ts';
import { known } from '../generated/shapes/known.ts';
import * as kubernetes from '../generated/shapes/kubernetes.ts';
import * as linkerd from '../generated/shapes/linkerd.ts';
import * as prometheus from '../generated/shapes/prometheus.ts';
import type { KindShape, Nodes, ObjectNode } from './shape.ts';

const tables = [kubernetes, istio, gatewayApi, linkerd, prometheus, istioOperator].map(({ kinds, nodes }) => ({
  kinds,
  nodes: lazy(() => JSON.parse(nodes) as Nodes),
}));

/** The strict shape of a kind; undefined when there is none in that version. */
export function shapeOf(apiVersion: string, kind: string): KindShape | undefined {
  for (const { kinds, nodes } of tables) {
    const place = kinds[apiVersion]?.[kind];
    if (place !== undefined) return { nodes: nodes(), root: nodes()[place] as ObjectNode };
  }
  return undefined;
}

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
  ...tables.flatMap(({ kinds }) =>
    Object.entries(kinds).flatMap(([apiVersion, places]) => Object.keys(places).map(named(apiVersion, true))),
  ),
  ...Object.entries(known).flatMap(([apiVersion, names]) => names.map(named(apiVersion, false))),
]);

function named(apiVersion: string, hasShape: boolean): (kind: string) => KnownKind {
  return (kind) => ({ apiVersion, group: groupOf(apiVersion), kind, hasShape });
}

/** `networking.k8s.io/v1` belongs to `networking.k8s.io`; `v1`, to the core group, which has no name. */
export function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}
