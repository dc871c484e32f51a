import type { Resource } from '../../../model/manifests/manifests.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { type ParentRef, readApiRoute } from '../../../model/mesh/gateway-api.ts';
import { type Attachment, attachmentsOf } from './attach.ts';
import { rulesProblem } from './backends.ts';
import { type Condition, condition, type Problem, unless } from './condition.ts';
import { type ApiListener, listenersOf } from './listeners.ts';
import type { ApiWorld } from './world.ts';

/** What `istiod` says of a route about one of its parents. */
export interface ParentStatus {
  readonly parent: ParentRef;
  readonly conditions: readonly Condition[];
}

/** The worse of two reasons comes first: what is less wrong is told. */
const ranks: readonly string[] = [
  'NotAllowedByListeners',
  'NoMatchingListenerHostname',
  'ParentRefConflict',
  'NoMatchingParent',
];

/**
 * What `istiod` says about the parents of a route, in the order in which it writes them. A parent that is nobody's to serve
 * is not in it.
 * @see https://github.com/istio/istio/blob/release-1.31/pilot/pkg/config/kube/gateway/conditions.go (`createRouteStatus`)
 */
export function routeStatus(resource: Resource, world: ApiWorld): readonly ParentStatus[] {
  const route = readApiRoute(resource, () => '');
  const byParent = new Map<ParentRef, Attachment[]>();
  for (const attachment of attachmentsOf(route, world)) {
    const same = byParent.get(attachment.parent);
    if (same) same.push(attachment);
    else byParent.set(attachment.parent, [attachment]);
  }
  return [...byParent]
    .map(([parent, attachments]) => {
      const bound = attachments.filter(({ denied }) => !denied).length;
      const valid = bound > 1 ? `Route was valid, bound to ${bound} parents` : 'Route was valid';
      const refs = rulesProblem(route, parent.kind === 'Service', world)?.problem;
      return {
        parent,
        conditions: [
          unless(denialOf(attachments), 'Accepted', 'Accepted', valid),
          unless(refs, 'ResolvedRefs', 'ResolvedRefs', 'All references resolved'),
        ],
      };
    })
    .sort((a, b) => (sortKey(a.parent) < sortKey(b.parent) ? 1 : -1));
}

/** One listener that takes the route is enough; else the gravest reason is told, as often as it was found. */
function denialOf(attachments: readonly Attachment[]): Problem | undefined {
  if (attachments.some(({ denied }) => !denied)) return undefined;
  const problems = attachments.flatMap(({ denied }) => denied ?? []);
  const [reason] = ranks.filter((one) => problems.some((problem) => problem.reason === one));
  const told = problems.filter((problem) => problem.reason === reason);
  return reason === undefined ? undefined : { reason, message: told.map(({ message }) => message).join('; ') };
}

const sortKey = ({ group, kind, name, section = '', port = 0, namespace }: ParentRef): string =>
  `${group}/${kind}/${name}/${section}/${port}.${namespace}`;

/** What `istiod` says of a Gateway of its class, but for its addresses. */
export interface GatewayStatus {
  readonly accepted: Condition;
  readonly resolvedRefs: Condition;
  readonly listeners: readonly (ApiListener & { readonly attachedRoutes: number })[];
}

/** @see https://github.com/istio/istio/blob/release-1.31/pilot/pkg/config/kube/gateway/conversion.go (`reportGatewayStatus`) */
export function gatewayStatus(gateway: Resource, world: ApiWorld): GatewayStatus {
  const listeners = listenersOf(gateway, world);
  const valid = listeners.filter(({ isValid }) => isValid).length;
  const some = valid < listeners.length;
  const accepted =
    some && valid === 0
      ? condition('Accepted', false, 'ListenersNotValid', "None of the Gateway's listeners are valid")
      : some
        ? condition('Accepted', true, 'ListenersNotValid', "One or more of the Gateway's listeners are invalid")
        : condition('Accepted', true, 'Accepted', 'Resource accepted');
  const bound = world.routes.map((route) =>
    attachmentsOf(
      readApiRoute(route, () => ''),
      world,
    ),
  );
  return {
    accepted,
    resolvedRefs: condition('ResolvedRefs', true, 'ResolvedRefs', 'All references resolved'),
    listeners: listeners.map((listener) => ({
      ...listener,
      attachedRoutes: bound.filter((attachments) =>
        attachments.some(
          (one) => !one.denied && one.listener?.name === listener.name && isSame(one.listener.gateway, gateway),
        ),
      ).length,
    })),
  };
}

const isSame = (one: Resource, other: Resource): boolean =>
  one.name === other.name && fields(one.metadata).namespace === fields(other.metadata).namespace;

/** Where the pods of a Gateway are to be found, as far as `istiod` knows. */
export interface Found {
  /** `host:port` of the listeners that lead somewhere. */
  readonly internal: readonly string[];
  readonly warnings: readonly Problem[];
}

/** Whether the proxy of a Gateway has its configuration, and clients an address. */
export function programmedOf({ internal, warnings }: Found): Condition {
  const services = joined([...internal].sort());
  const [first] = warnings;
  if (!first) {
    const message =
      internal.length > 0 ? `Resource programmed, assigned to service(s) ${services}` : 'Resource programmed';
    return condition('Programmed', true, 'Programmed', message);
  }
  const told = warnings
    .map(({ message }) => message)
    .sort()
    .join('; ');
  const reason = warnings.some((warning) => warning.reason === 'AddressNotUsable') ? 'AddressNotUsable' : first.reason;
  const message =
    internal.length > 0
      ? `Assigned to service(s) ${services}, but failed to assign to all requested addresses: ${told}`
      : `Failed to assign to any requested addresses: ${told}`;
  return condition('Programmed', false, reason, message);
}

function joined(names: readonly string[]): string {
  if (names.length <= 2) return names.join(' and ');
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`;
}
