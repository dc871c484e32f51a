import type { IService } from 'kubernetes-models/v1';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { amounts } from '../nodes.ts';
import { list } from '../read.ts';
import type { Amounts } from '../resources.ts';

/** What an object that is no pod counts for in quotas: `count/<plural>.<group>`, and the older names of the core kinds. */
export function countsOf(resource: Resource): Amounts {
  const plural = pluralOf(resource.kind);
  const own = { [`count/${plural}${resource.group ? `.${resource.group}` : ''}`]: 1 };
  if (resource.group !== '') return own;
  const core = { ...own, [plural]: 1 };
  if (resource.kind === 'Service') return { ...core, ...servicePorts(resource as Resource<Partial<IService>>) };
  if (resource.kind !== 'PersistentVolumeClaim') return core;
  const { spec } = resource.data as { spec?: { resources?: { requests?: unknown } } };
  return { ...core, 'requests.storage': amounts(spec?.resources?.requests).storage ?? 0 };
}

function servicePorts({ data }: Resource<Partial<IService>>): Amounts {
  const { type, ports, allocateLoadBalancerNodePorts } = data.spec ?? {};
  const published = type === 'NodePort' || (type === 'LoadBalancer' && allocateLoadBalancerNodePorts !== false);
  return {
    ...(published && { 'services.nodeports': list(ports).length }),
    ...(type === 'LoadBalancer' && { 'services.loadbalancers': 1 }),
  };
}

function pluralOf(kind: string): string {
  const name = kind.toLowerCase();
  if (/(?:s|x|ch)$/.test(name)) return name.endsWith('endpoints') ? name : `${name}es`;
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`;
}
