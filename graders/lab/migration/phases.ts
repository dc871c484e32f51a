import type { Resource } from '../../model/manifests/manifests.ts';
import type { World } from './world.ts';

/**
 * The instants at which a request may meet something it did not meet before. How many pods of a cohort there are makes no
 * difference to whether requests get lost, only that there are some: one of each stands for all.
 */
export function tellingPhases(before: World, phases: readonly World[]): readonly World[] {
  const seen = new Set<string>();
  return phases.map(onePodEach).filter((phase) => {
    const key = keyOf(phase);
    if (seen.has(key) || (key === keyOf(onePodEach(before)) && sameRules(before, phase))) return false;
    return seen.add(key);
  });
}

function onePodEach(world: World): World {
  const fleets = world.fleets.map((fleet) => {
    const cohorts = fleet.cohorts.map((cohort) => ({ ...cohort, pods: Math.min(1, cohort.pods) }));
    return { ...fleet, cohorts };
  });
  return { ...world, fleets };
}

const keyOf = ({ fleets }: World): string =>
  JSON.stringify(fleets.map(({ cohorts }) => cohorts.map(({ pods, proxy, born }) => [pods, proxy, born])));

/** What proxies follow, and what Services select. */
function sameRules(a: World, b: World): boolean {
  return sameObjects(a.followed, b.followed) && sameObjects(a.resources.filter(isRead), b.resources.filter(isRead));
}

const unread: readonly string[] = ['Namespace', 'ResourceQuota'];
const isRead = ({ kind }: Resource): boolean => !unread.includes(kind);

const sameObjects = (a: readonly Resource[], b: readonly Resource[]): boolean =>
  a.length === b.length && a.every((resource, index) => resource === b[index]);
