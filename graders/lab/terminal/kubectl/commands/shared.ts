import { lastMemo } from '../../../../core/memo.ts';
import type { Resource } from '../../../../model/manifests/manifests.ts';
import type { LiveCluster, ObjectKey } from '../../../cluster/index.ts';
import type { Item } from '../items.ts';
import { type KindInfo, kindOf, kindsOf } from '../kinds.ts';
import type { Session } from '../session.ts';
import { Stop, wrong } from '../stop.ts';

/** The kind of an object of a file, where the cluster serves it. */
export function kindInFile(
  live: LiveCluster,
  { apiVersion, group, kind, name, metadata }: Resource,
  source: string,
): KindInfo {
  const known = kindOf(live, group, kind);
  const version = apiVersion.slice(apiVersion.indexOf('/') + 1);
  if (known && (known.custom ? true : known.version === version || isOld(group, version))) return known;
  throw wrong(
    `resource mapping not found for name: ${JSON.stringify(name)} namespace: ${JSON.stringify(metadata.namespace ?? '')} from ${JSON.stringify(source)}: no matches for kind ${JSON.stringify(kind)} in version ${JSON.stringify(apiVersion)}\nensure CRDs are installed first`,
  );
}

/** Older versions that the server still serves. */
const isOld = (group: string, version: string): boolean => group === 'autoscaling' && version === 'v1';

/** The object of a file in the namespace of the call; another one that it names itself must be the same as `-n`. */
export function placed(session: Session, resource: Resource, kind: KindInfo): Resource {
  if (!kind.namespaced) return inNamespace(resource, undefined);
  const written = resource.metadata.namespace;
  if (written) {
    if (session.explicit && written !== session.namespace) {
      throw wrong(
        `the namespace from the provided object ${JSON.stringify(written)} does not match the namespace ${JSON.stringify(session.namespace)}. You must pass '--namespace=${written}' to perform this operation.`,
      );
    }
    return resource;
  }
  return inNamespace(resource, session.namespace);
}

const inNamespace = lastMemo(
  (one: string | undefined, other: string | undefined) => one === other,
  (resource: Resource, namespace): Resource =>
    resource.namespace === namespace ? resource : { ...resource, namespace },
);

export const keyOf = ({ group, kind, namespace, name }: Resource): ObjectKey => ({ group, kind, namespace, name });

/** Where an object is, for those who change it. */
export const keyOfItem = ({ kind, namespace, name }: Item): ObjectKey => ({
  group: kind.group,
  kind: kind.kind,
  namespace,
  name,
});

/** The kinds that scale, with their group. */
export function mustBe(item: Item, kinds: readonly string[], why: string): void {
  if (!kinds.includes(item.kind.kind)) throw new Stop(why);
}

export const isServed = (live: LiveCluster, group: string): boolean =>
  kindsOf(live).some((kind) => kind.group === group);
