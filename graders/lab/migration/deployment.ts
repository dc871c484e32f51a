import { memo } from '../../core/memo.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import type { Cohort, Fleet } from './fleet.ts';
import { withProxy } from './proxy.ts';

/**
 * The pods of one cohort as a Deployment of their own; its name keeps cohorts apart and is taken back afterwards. Cohorts that are
 * alike have the same one, however many instants they live through: what is valid was valid before.
 */
export function deploymentOf({ deployment }: Fleet, { pods, proxy, cni }: Cohort, index: number): Resource {
  const known = madeFrom(deployment);
  const key = `${index} ${pods} ${proxy !== null} ${cni}`;
  const made = known.get(key) ?? written(deployment, { pods, proxy, cni }, index);
  known.set(key, made);
  return made;
}

const madeFrom = memo((_: Resource) => new Map<string, Resource>());

type Alike = Pick<Cohort, 'pods' | 'proxy' | 'cni'>;

function written(deployment: Fleet['deployment'], { pods, proxy, cni }: Alike, index: number): Resource {
  const name = index === 0 ? deployment.name : `${deployment.name}-${index + 1}`;
  const { data } = proxy === null ? deployment : (withProxy(deployment, cni) as Fleet['deployment']);
  return { ...deployment, name, data: { ...data, spec: { ...data.spec, replicas: pods } } };
}
