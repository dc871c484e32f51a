import { revisionOf } from './control/deployment.ts';
import { annotationOf, at } from './fields.ts';
import { causeKey } from './keys.ts';
import type { LiveCluster, Revision } from './live.ts';
import { find, type Identity, ownedBy } from './store.ts';

/** The templates that a workload has had, the oldest first: `kubectl rollout history`. */
export function revisionsOf(live: LiveCluster, key: Identity): readonly Revision[] {
  const workload = find(live, key);
  if (!workload) return [];
  if (key.kind !== 'Deployment') return workload.history ?? [];
  return ownedBy(live, workload.uid)
    .map((set): Revision => {
      const cause = annotationOf(set.resource.data, causeKey);
      return {
        number: revisionOf(set),
        hash: set.resource.name.slice(set.resource.name.lastIndexOf('-') + 1),
        template: at(set.resource.data, 'spec', 'template'),
        created: set.created,
        ...(cause !== undefined && { cause }),
      };
    })
    .sort((a, b) => a.number - b.number);
}
