import type { IPersistentVolumeClaim, IService } from 'kubernetes-models/v1';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { amounts } from '../nodes.ts';
import { list, text } from '../read.ts';
import type { Amounts } from '../resources.ts';

/** What an object that is no pod counts for in quotas: `count/<plural>.<group>`, and the older names of the core kinds. */
export function countsOf(resource: Resource): Amounts {
  const plural = pluralOf(resource.kind);
  const own = { [`count/${plural}${resource.group ? `.${resource.group}` : ''}`]: 1 };
  if (resource.group !== '') return own;
  const core = { ...own, [plural]: 1 };
  if (resource.kind === 'Service') return { ...core, ...servicePorts(resource as Resource<Partial<IService>>) };
  if (resource.kind !== 'PersistentVolumeClaim') return core;
  return { ...core, ...claimed(resource as Resource<Partial<IPersistentVolumeClaim>>) };
}

/** A claim counts for its storage class as well. */
function claimed({ data }: Resource<Partial<IPersistentVolumeClaim>>): Amounts {
  const storage = Math.ceil(amounts(data.spec?.resources?.requests).storage ?? 0);
  const ofClass = text(data.spec?.storageClassName);
  const prefix = `${ofClass}.storageclass.storage.k8s.io/`;
  return {
    'requests.storage': storage,
    ...(ofClass && { [`${prefix}requests.storage`]: storage, [`${prefix}persistentvolumeclaims`]: 1 }),
  };
}

function servicePorts({ data }: Resource<Partial<IService>>): Amounts {
  const { type, allocateLoadBalancerNodePorts } = data.spec ?? {};
  const ports = list(data.spec?.ports);
  const unpublished = type === 'LoadBalancer' && allocateLoadBalancerNodePorts === false;
  const published = unpublished ? ports.filter(({ nodePort }) => nodePort) : ports;
  return {
    ...((type === 'NodePort' || type === 'LoadBalancer') && { 'services.nodeports': published.length }),
    ...(type === 'LoadBalancer' && { 'services.loadbalancers': 1 }),
  };
}

function pluralOf(kind: string): string {
  const name = kind.toLowerCase();
  if (/(?:s|x|ch)$/.test(name)) return name.endsWith('endpoints') ? name : `${name}es`;
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}
