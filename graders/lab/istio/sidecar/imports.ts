import type { EgressListener, ImportedHost, Sidecar } from '../../../model/mesh/sidecar.ts';
import { hasLabels } from '../../cluster/index.ts';
import { covers } from '../host.ts';
import type { Mesh } from '../mesh.ts';
import { rootNamespace, type Workload } from '../scope.ts';

/**
 * The Sidecar of a workload: one of its namespace that selects it, else the one of its namespace without selector, else
 * the one of the root namespace without selector. Of several that would do, the oldest.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export function sidecarFor({ sidecarResources }: Pick<Mesh, 'sidecarResources'>, workload: Workload) {
  const own = sidecarResources.filter(({ namespace }) => namespace === workload.namespace);
  return (
    own.find(({ selector }) => selector && hasLabels(selector as Record<string, string>, workload.labels)) ??
    own.find(({ selector }) => !selector) ??
    sidecarResources.find(({ namespace, selector }) => namespace === rootNamespace && !selector)
  );
}

/**
 * The listener that takes what a workload sends to a port: the one of that port, else the one without port.
 * @returns undefined when the Sidecar has none for it: nothing is known there
 */
export function listenerFor({ egress }: Sidecar, port: number): EgressListener | undefined {
  return egress.find((listener) => listener.port === undefined || listener.port === port);
}

/** Whether a proxy knows a Service, by its namespace and full host. */
export function importsService(
  sidecar: Sidecar | undefined,
  client: Workload,
  service: { readonly namespace: string; readonly host: string },
  port: number,
): boolean {
  return isImported(sidecar, client, service.namespace, port, ({ host }) => covers(host, service.host));
}

/** Whether a proxy knows a VirtualService: a host of it, or a wildcard over one, has to be imported from its namespace. */
export function importsRoutes(
  sidecar: Sidecar | undefined,
  client: Workload,
  virtual: { readonly namespace: string; readonly hosts: readonly string[] },
  port: number,
): boolean {
  return isImported(sidecar, client, virtual.namespace, port, ({ host }) =>
    virtual.hosts.some((own) => covers(host, own) || covers(own, host)),
  );
}

function isImported(
  sidecar: Sidecar | undefined,
  client: Workload,
  namespace: string,
  port: number,
  names: (host: ImportedHost) => boolean,
): boolean {
  if (!sidecar || sidecar.egress.length === 0) return true;
  const hosts = listenerFor(sidecar, port)?.hosts ?? [];
  return hosts.some((host) => {
    const from = host.namespace === '.' ? client.namespace : host.namespace;
    return (from === '*' || from === namespace) && names(host);
  });
}
