import type { Span } from '../../../core/span.ts';
import { fieldSpan, type Resource } from '../../../model/manifests/manifests.ts';
import type { MtlsMode, PeerAuthentication } from '../../../model/mesh/peer-authentication.ts';
import { hasLabels } from '../../cluster/index.ts';
import { rootNamespace, type Workload } from '../scope.ts';

/** What a server's proxy accepts on a port, and the lines that say so; nobody's when it is the default. */
export interface ServerMode {
  readonly mode: MtlsMode;
  /** There are policies, but none says a mode. */
  readonly unset?: true;
  readonly from?: Resource;
  readonly at?: Span;
}

/**
 * The mTLS mode of a workload port: of the port, else of the workload, else of its namespace, else of the mesh, else
 * PERMISSIVE. The oldest policy of a scope counts; a policy with a selector in the root namespace is ignored.
 * @param policies every PeerAuthentication, oldest first
 * @param port of the container, not of the Service
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
 */
export function serverMode(policies: readonly PeerAuthentication[], workload: Workload, port: number): ServerMode {
  const unselective = policies.filter(({ selector }) => selector === undefined);
  const mesh = unselective.find(({ namespace }) => namespace === rootNamespace);
  const own = unselective.find(({ namespace }) => namespace === workload.namespace && namespace !== rootNamespace);
  const selected = policies.find(
    ({ namespace, selector }) =>
      selector !== undefined &&
      namespace === workload.namespace &&
      namespace !== rootNamespace &&
      hasLabels(selector as Record<string, string>, workload.labels),
  );
  const portMode = selected?.ports.get(port);
  if (selected && portMode) {
    const at = fieldSpan(selected.resource, 'spec', 'portLevelMtls', String(port), 'mode');
    return { mode: portMode, from: selected.resource, at };
  }
  for (const policy of [selected, own, mesh]) {
    if (policy?.mode) {
      return { mode: policy.mode, from: policy.resource, at: fieldSpan(policy.resource, 'spec', 'mtls', 'mode') };
    }
  }
  const silent = selected ?? own ?? mesh;
  if (!silent) return { mode: 'PERMISSIVE' };
  return { mode: 'PERMISSIVE', unset: true, from: silent.resource, at: fieldSpan(silent.resource, 'spec') };
}

/**
 * The mode of a namespace, or else of the mesh, and the lines that say so. Proxies of clients look no further when they
 * choose by themselves: where it is DISABLE they do not encrypt, not even for workloads with a mode of their own.
 * @param policies every PeerAuthentication, oldest first
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/tls-configuration/#auto-mtls
 */
export function namespaceMode(policies: readonly PeerAuthentication[], namespace: string): ServerMode {
  return serverMode(policies, { namespace, labels: {} }, 0);
}
