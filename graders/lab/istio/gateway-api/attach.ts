import type { ApiRoute, ParentRef } from '../../../model/mesh/gateway-api.ts';
import type { Problem } from './condition.ts';
import { type ApiListener, listenersOf } from './listeners.ts';
import { isWithin, overlap } from './names.ts';
import type { ApiWorld } from './world.ts';

/** A parent that a route names, and one listener of it, where it is a Gateway. Without `denied`, the route is bound to it. */
export interface Attachment {
  readonly parent: ParentRef;
  readonly listener?: ApiListener;
  readonly denied?: Problem;
}

/**
 * Where a route is bound, and where it is not. A Gateway that is not there, of another class or with nothing to listen on,
 * gives no answer at all.
 * @see https://github.com/istio/istio/blob/release-1.31/pilot/pkg/config/kube/gateway/conversion.go (`referenceAllowed`)
 */
export function attachmentsOf(route: ApiRoute, world: ApiWorld): readonly Attachment[] {
  return route.parents.flatMap((parent): readonly Attachment[] => {
    if (parent.kind === 'Service') {
      const denied = world.hasService(parent.namespace, parent.name) ? undefined : missing(parent.name);
      return [{ parent, ...(denied && { denied }) }];
    }
    return listenersFor(parent, world).map((listener) => {
      const denied = denial(route, parent, listener);
      return { parent, listener, ...(denied && { denied }) };
    });
  });
}

const missing = (name: string): Problem => ({
  reason: 'NoMatchingParent',
  message: `parent service: ${JSON.stringify(name)} not found`,
});

function listenersFor({ namespace, name }: ParentRef, world: ApiWorld): readonly ApiListener[] {
  return world.gateways
    .filter((gateway) => gateway.name === name && (gateway.namespace ?? 'default') === namespace)
    .flatMap((gateway) => listenersOf(gateway, world))
    .filter(({ isParent }) => isParent);
}

function denial(route: ApiRoute, parent: ParentRef, listener: ApiListener): Problem | undefined {
  if (parent.port !== undefined && parent.port !== listener.port) {
    return { reason: 'NoMatchingParent', message: `port ${parent.port} not found` };
  }
  if (parent.section !== undefined && parent.section !== listener.name) {
    return { reason: 'NoMatchingParent', message: `sectionName ${JSON.stringify(parent.section)} not found` };
  }
  const shown = JSON.stringify(listener.hostname);
  const common = listener.hosts.filter(({ host }) => hostnamesOf(route).some((name) => overlap(host, name)));
  if (!common.some(({ namespace }) => namespace === '*' || namespace === route.namespace)) {
    const own = JSON.stringify(route.namespace);
    return common.length > 0
      ? {
          reason: 'NotAllowedByListeners',
          message: `hostnames matched parent hostname ${shown}, but namespace ${own} is not allowed by the parent`,
        }
      : { reason: 'NoMatchingListenerHostname', message: `no hostnames matched parent hostname ${shown}` };
  }
  const { kind, group } = route.resource;
  if (listener.kinds.includes(kind)) return undefined;
  return { reason: 'NotAllowedByListeners', message: `kind ${group}/v1/${kind} is not allowed` };
}

/** Names of a route; any where it names none. */
export function hostnamesOf({ hostnames }: Pick<ApiRoute, 'hostnames'>): readonly string[] {
  return hostnames.length > 0 ? hostnames : ['*'];
}

/**
 * Whether a listener serves a name of a route that is bound to it: another listener of the same port that names it better
 * keeps it for its own routes.
 * @see https://gateway-api.sigs.k8s.io/geps/gep-3567/
 */
export function servesName(name: string, { hostname: own, ...listener }: ApiListener, world: ApiWorld): boolean {
  if (own !== '' && !own.startsWith('*')) return true;
  if (own !== '' && !overlap(name, own)) return false;
  const { gateway, port, protocol } = listener;
  const others = listenersOf(gateway, world).filter(
    (one) => one.isParent && one.port === port && one.protocol === protocol,
  );
  return !others.some(({ hostname }) => hostname !== own && own.length <= hostname.length && isWithin(name, hostname));
}
