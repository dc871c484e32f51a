import { type Hop, hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import { hops } from '../hops.ts';
import { text } from '../read.ts';
import type { ClusterState } from '../state.ts';
import { findService, type Service } from './find.ts';

/** The name that a Service of type ExternalName stands for, as DNS answers with it. */
export function aliasOf({ data: { spec } }: Service): string | undefined {
  return spec?.type === 'ExternalName' ? text(spec.externalName) : undefined;
}

/** Says that a host is a Service which is only another name, where it is one and leads out of the cluster. */
export function aliasFound(state: ClusterState, host: string, namespace: string): Hop | undefined {
  return told(state, host, namespace, () => 'aliasFound');
}

/** Says why such a Service leads nowhere: by its own name again, or by one that nobody has. */
export function aliasLost(state: ClusterState, host: string, namespace: string): Hop | undefined {
  return told(state, host, namespace, (service) => (comesBack(state, service) ? 'aliasOfItself' : 'aliasLost'));
}

function told(
  state: ClusterState,
  host: string,
  namespace: string,
  message: (service: Service) => 'aliasFound' | 'aliasLost' | 'aliasOfItself',
): Hop | undefined {
  const service = findService(state, host, namespace);
  const target = service && aliasOf(service);
  if (!service || target === undefined) return undefined;
  const where = { resource: refOf(service), at: fieldSpan(service, 'spec', 'externalName') };
  return hop(hops, 'dns', message(service), { host, service: service.name, target }, where);
}

function comesBack(state: ClusterState, from: Service): boolean {
  const seen = new Set<Service>();
  let next: Service | undefined = from;
  while (next && !seen.has(next)) {
    seen.add(next);
    next = findService(state, aliasOf(next) ?? '', next.namespace ?? 'default');
  }
  return next !== undefined;
}
