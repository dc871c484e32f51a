import type { Resource } from '../../model/manifests/manifests.ts';
import type { Cohort, Fleet } from './fleet.ts';
import { withProxy } from './proxy.ts';

/** The pods of one cohort as a Deployment of their own; its name keeps cohorts apart and is taken back afterwards. */
export function deploymentOf({ deployment }: Fleet, { pods, proxy, cni }: Cohort, index: number): Resource {
  const name = index === 0 ? deployment.name : `${deployment.name}-${index + 1}`;
  const { data } = proxy === null ? deployment : (withProxy(deployment, cni) as Fleet['deployment']);
  return { ...deployment, name, data: { ...data, spec: { ...data.spec, replicas: pods } } };
}
