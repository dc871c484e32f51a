import { ofKind, type Resource } from '../../../model/manifests/manifests.ts';
import { containerPort, type PodState, selects } from '../../cluster/index.ts';
import type { LinkerdMesh } from '../mesh.ts';
import { policyGroup } from '../validate/refuse.ts';

/** A port of some pods, to which policies can be attached. */
export type Server = Resource<{
  readonly spec?: {
    readonly podSelector?: unknown;
    readonly port?: number | string;
    readonly proxyProtocol?: string;
    readonly accessPolicy?: string;
  };
}>;

export { policyGroup };

/**
 * The Server that a port of a pod belongs to. The admission controller refuses a second one for a port and a
 * selector; where others overlap, the first written counts here, and any of them in Linkerd.
 * @see https://linkerd.io/2-edge/reference/authorization-policy/#server
 */
export function serverOf({ state }: Pick<LinkerdMesh, 'state'>, pod: PodState, port: number): Server | undefined {
  return ofKind<Server['data']>(state, 'Server', policyGroup).find(({ namespace, data }) => {
    const { podSelector, port: wanted } = data.spec ?? {};
    return namespace === pod.namespace && selects(podSelector, pod.labels) && meansPort(pod, wanted, port);
  });
}

/** A number is the port itself; a name, the container port that is called so. */
export function meansPort(pod: PodState, wanted: unknown, port: number): boolean {
  if (typeof wanted === 'number') return wanted === port;
  return typeof wanted === 'string' && containerPort(pod, wanted) === port;
}
