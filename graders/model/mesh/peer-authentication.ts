import type { Resource } from '../manifests/manifests.ts';
import { type Fields, fields } from './fields.ts';

export type MtlsMode = 'STRICT' | 'PERMISSIVE' | 'DISABLE';

/** A PeerAuthentication as the control plane reads it. A mode that is absent or `UNSET` is undefined: it inherits. */
export interface PeerAuthentication {
  readonly resource: Resource;
  readonly namespace: string;
  /** Labels of the pods it is for; undefined for all of the namespace. An empty selector selects nothing in particular. */
  readonly selector: Fields | undefined;
  readonly mode: MtlsMode | undefined;
  /** By workload port. */
  readonly ports: ReadonlyMap<number, MtlsMode | undefined>;
}

/** @see https://istio.io/latest/docs/reference/config/security/peer_authentication/ */
export function readPeerAuthentication(resource: Resource): PeerAuthentication {
  const spec = fields(fields(resource.data).spec);
  const labels = fields(fields(spec.selector).matchLabels);
  return {
    resource,
    namespace: resource.namespace ?? 'default',
    selector: Object.keys(labels).length > 0 ? labels : undefined,
    mode: readMode(spec.mtls),
    ports: new Map(Object.entries(fields(spec.portLevelMtls)).map(([port, mtls]) => [Number(port), readMode(mtls)])),
  };
}

function readMode(mtls: unknown): MtlsMode | undefined {
  const { mode } = fields(mtls);
  return mode === 'STRICT' || mode === 'PERMISSIVE' || mode === 'DISABLE' ? mode : undefined;
}
