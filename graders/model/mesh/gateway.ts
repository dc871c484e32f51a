import type { Resource } from '../manifests/manifests.ts';
import { integer, text, texts } from '../workloads/values.ts';
import { type Fields, fields, fieldsList } from './fields.ts';

/** An Istio Gateway as the control plane reads it. */
export interface Gateway {
  readonly resource: Resource;
  readonly namespace: string;
  /** `namespace/name`, as VirtualServices bind to it. */
  readonly id: string;
  /** Labels of the gateway pods that take it on. */
  readonly selector: Fields;
  readonly servers: readonly GatewayServer[];
}

/** A port that the gateway pods open. */
export interface GatewayServer {
  readonly node: Fields;
  readonly port: number;
  readonly protocol: 'HTTP' | 'HTTPS' | 'TLS' | 'TCP';
  readonly hosts: readonly GatewayHost[];
  /** Address it listens on; empty for every one of the pod. */
  readonly bind: string;
  readonly tlsMode: string | undefined;
  readonly httpsRedirect: boolean;
}

/** `namespace/host`: whose VirtualServices may use it; `.` is the Gateway's own namespace and `*` any. */
export interface GatewayHost {
  readonly namespace: string;
  readonly host: string;
}

/** @see https://istio.io/latest/docs/reference/config/networking/gateway/ */
export function readGateway(resource: Resource): Gateway {
  const spec = fields(fields(resource.data).spec);
  const namespace = resource.namespace ?? 'default';
  return {
    resource,
    namespace,
    id: `${namespace}/${resource.name}`,
    selector: fields(spec.selector),
    servers: fieldsList(spec.servers).map((node) => ({
      node,
      port: integer(fields(node.port).number) ?? 0,
      protocol: protocolOf(text(fields(node.port).protocol)),
      hosts: texts(node.hosts as never).map((host) => readHost(host, namespace)),
      bind: text(node.bind) ?? '',
      tlsMode: text(fields(node.tls).mode),
      httpsRedirect: fields(node.tls).httpsRedirect === true,
    })),
  };
}

function protocolOf(written = ''): GatewayServer['protocol'] {
  const upper = written.toUpperCase();
  if (upper === 'HTTPS' || upper === 'TLS') return upper;
  return upper === 'TCP' || upper === 'MONGO' || upper === 'MYSQL' || upper === 'REDIS' ? 'TCP' : 'HTTP';
}

function readHost(written: string, own: string): GatewayHost {
  const slash = written.indexOf('/');
  if (slash === -1) return { namespace: '*', host: written.toLowerCase() };
  const namespace = written.slice(0, slash);
  return { namespace: namespace === '.' ? own : namespace, host: written.slice(slash + 1).toLowerCase() };
}
