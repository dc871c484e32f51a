import { memo } from '../../../core/memo.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { type Fields, fields, fieldsList, optionalTexts } from '../../../model/mesh/fields.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { text } from '../../../model/workloads/values.ts';
import { policyGroup, type Refuse } from './refuse.ts';

/**
 * Refuses a Server for a port that another one of its namespace has, where both select the same: their selectors are equal,
 * or one of them selects everything. What else they may have in common the controller does not look for.
 * @param world objects in the order in which they are created
 * @see https://github.com/linkerd/linkerd2/blob/main/policy-controller/runtime/src/admission.rs
 */
export function checkServer(server: Resource, world: readonly Resource[], refuse: Refuse): void {
  const other = repeatedIn(world).get(server);
  if (!other) return;
  const spec = fields(fields(server.data).spec);
  refuse('repeatedServer', placeOf(server, spec, 'port'), { other: other.name, port: String(spec.port) });
}

/** The Servers for one port of one kind of workload. */
interface Admitted {
  first: Resource | undefined;
  forAll: Resource | undefined;
  readonly bySelector: Map<string, Resource>;
}

/** Each Server that is refused, with the one that was there before. */
const repeatedIn = memo((world: readonly Resource[]): ReadonlyMap<Resource, Resource> => {
  const places = new Map<string, Admitted>();
  const repeated = new Map<Resource, Resource>();
  for (const server of world) {
    if (server.kind !== 'Server' || server.group !== policyGroup) continue;
    const { port, podSelector, externalWorkloadSelector } = fields(fields(server.data).spec);
    const selector = fields(podSelector ?? externalWorkloadSelector);
    const key = JSON.stringify([server.namespace ?? 'default', port ?? null, podSelector === undefined]);
    const place = places.get(key) ?? { first: undefined, forAll: undefined, bySelector: new Map() };
    places.set(key, place);
    const [written, all] = [canonical(selector), selectsAll(selector)];
    const other = place.forAll ?? (all ? place.first : place.bySelector.get(written));
    if (other && other.name !== server.name) repeated.set(server, other);
    else if (!other) {
      place.first ??= server;
      if (all) place.forAll ??= server;
      place.bySelector.set(written, server);
    }
  }
  return repeated;
});

function selectsAll({ matchLabels, matchExpressions }: Fields): boolean {
  return Object.keys(fields(matchLabels)).length + fieldsList(matchExpressions).length === 0;
}

/** The order of labels and of values makes no difference; that of the expressions does. */
function canonical({ matchLabels, matchExpressions }: Fields): string {
  const labels = Object.entries(fields(matchLabels)).sort(([a], [b]) => (a < b ? -1 : 1));
  const expressions = fieldsList(matchExpressions).map(({ key, operator, values }) => [
    text(key) ?? '',
    text(operator) ?? '',
    (optionalTexts(values) ?? []).toSorted(),
  ]);
  return JSON.stringify([labels, expressions]);
}
