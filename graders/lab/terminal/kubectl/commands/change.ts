import { lastMemo } from '../../../../core/memo.ts';
import type { Resource } from '../../../../model/manifests/manifests.ts';
import type { Fields, LiveCluster, Put } from '../../../cluster/index.ts';
import { objectOf, podResource } from '../../../cluster/index.ts';
import { resourceFrom } from '../edit/resource.ts';
import type { Item } from '../items.ts';
import { resourceName } from '../kinds.ts';
import { Stop, wrong } from '../stop.ts';
import { type DryRun, send } from '../write.ts';
import type { One } from './apply.ts';

/** An object as it is stored, to be changed: what a pod runs from, or what was applied. */
export function storedOf(live: LiveCluster, { kind, namespace, name }: Item): Resource<Fields> {
  if (kind.group === '' && kind.kind === 'Pod') {
    const pod = live.pods.get(`${namespace}/${name}`);
    if (pod) return podResource(pod);
  }
  const object = objectOf(live, { group: kind.group, kind: kind.kind, namespace, name });
  if (!object) throw wrong(`the lab does not let ${resourceName(kind)} be changed: they follow from other objects`);
  return object.resource;
}

/** What became of a changed object, as `oneByOne` tells it but for the words. */
export interface Change extends Omit<One, 'word' | 'did'> {
  readonly put: Put;
}

/** Stores a changed object. */
export function change(live: LiveCluster, item: Item, edit: (data: Fields) => Fields, dry: DryRun, doing = ''): Change {
  const before = storedOf(live, item);
  const data = edit(before.data);
  if (typeof data !== 'object' || data === null)
    throw new Stop('Error from server (BadRequest): the object that is left is none');
  const sent = send(live, changedTo(before, data), dry, doing);
  const { kind, name, namespace } = item;
  return { ...sent, kind, name, namespace, view: sent.put.resource.data as Fields };
}

const changedTo = lastMemo(
  (one: Fields, other: Fields) => one === other,
  (before: Resource<Fields>, data) => resourceFrom(data, before),
);
