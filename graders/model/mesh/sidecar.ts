import type { Resource } from '../manifests/manifests.ts';
import { integer, isSet, text, texts } from '../workloads/values.ts';
import { type Fields, fields, fieldsList } from './fields.ts';

/** A Sidecar: what the proxies of some workloads know of the mesh, and how they let traffic in. */
export interface Sidecar {
  readonly resource: Resource;
  readonly namespace: string;
  /** Labels of the workloads it is for; all of the namespace when undefined. */
  readonly selector: Fields | undefined;
  /** None at all knows the whole mesh. */
  readonly egress: readonly EgressListener[];
  readonly ingress: readonly IngressListener[];
  /** What happens to unknown hosts; what the mesh says when undefined. */
  readonly outbound: 'ALLOW_ANY' | 'REGISTRY_ONLY' | undefined;
}

export interface EgressListener {
  readonly node: Fields;
  /** The one that clients connect to; any other when undefined. */
  readonly port: number | undefined;
  readonly hosts: readonly ImportedHost[];
}

/** `namespace/host`: `.` is the namespace of the workload, `*` any and `~` none. */
export interface ImportedHost {
  readonly namespace: string;
  readonly host: string;
}

export interface IngressListener {
  readonly node: Fields;
  readonly port: number;
  /** Where the application listens: a port, or a socket of the file system. */
  readonly endpoint: number | 'socket' | undefined;
}

/** @see https://istio.io/latest/docs/reference/config/networking/sidecar/ */
export function readSidecar(resource: Resource): Sidecar {
  const spec = fields(fields(resource.data).spec);
  const policy = fields(spec.outboundTrafficPolicy);
  return {
    resource,
    namespace: resource.namespace ?? 'default',
    selector: isSet(spec.workloadSelector) ? fields(fields(spec.workloadSelector).labels) : undefined,
    egress: fieldsList(spec.egress).map((node) => ({
      node,
      port: integer(fields(node.port).number) || undefined,
      hosts: texts(node.hosts as never).flatMap(readHost),
    })),
    ingress: fieldsList(spec.ingress).map((node) => ({
      node,
      port: integer(fields(node.port).number) ?? 0,
      endpoint: readEndpoint(text(node.defaultEndpoint) ?? ''),
    })),
    outbound: isSet(spec.outboundTrafficPolicy)
      ? policy.mode === 'ALLOW_ANY'
        ? 'ALLOW_ANY'
        : 'REGISTRY_ONLY'
      : undefined,
  };
}

/** Anything that is not of the form `namespace/host` is passed over. */
function readHost(written: string): readonly ImportedHost[] {
  const [namespace, host, ...rest] = written.split('/');
  return namespace && host && rest.length === 0 ? [{ namespace, host: host.toLowerCase() }] : [];
}

function readEndpoint(written: string): IngressListener['endpoint'] {
  if (written.startsWith('unix://')) return 'socket';
  const port = /:(\d+)$/.exec(written)?.[1];
  return port === undefined ? undefined : Number(port);
}
