import type { Resource } from '../../model/manifests/manifests.ts';

/** What pods of some namespaces may have to do with when they are created: objects of those, and of none. */
export function isInReachOf(namespaces: ReadonlySet<string | undefined>): (object: Resource) => boolean {
  return ({ namespace }) => namespace === undefined || namespaces.has(namespace);
}
