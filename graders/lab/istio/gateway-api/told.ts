import { code } from '../../../core/code.ts';
import { hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import { type ApiRoute, readApiRoute } from '../../../model/mesh/gateway-api.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { hops } from '../hops.ts';
import type { Sending } from '../sending.ts';
import { type Attachment, attachmentsOf, hostnamesOf } from './attach.ts';
import { rulesProblem } from './backends.ts';
import { listenerId } from './gateways.ts';
import { listenersOf } from './listeners.ts';
import { apiWorldOf } from './world.ts';

type Teller = Pick<Sending, 'mesh' | 'say'>;

/** Tells which listeners of a port are not opened, and what `istiod` says against them. */
export function sayClosedListeners({ mesh, say }: Teller, port: number): void {
  const world = apiWorldOf(mesh.state);
  for (const listener of world.gateways.flatMap((gateway) => listenersOf(gateway, world))) {
    if (listener.port !== port || listener.isValid) continue;
    const why = listener.conditions.find(
      ({ type, status }) => !status && type !== 'Conflicted' && type !== 'Programmed',
    );
    const data = {
      listener: listener.name,
      gateway: listener.gateway.name,
      reason: why?.reason ?? '',
      message: why?.message ?? '',
    };
    const at = spanOf(listener.node, 'name') ?? listener.gateway.at;
    say(hop(hops, 'gateway', 'listenerClosed', data, { resource: refOf(listener.gateway), at }));
  }
}

/** Tells which routes name one of the Gateways that serve here, and why none of their rules counts. */
export function sayUnboundRoutes({ mesh, say }: Teller, serving: readonly string[]): void {
  const world = apiWorldOf(mesh.state);
  for (const resource of world.routes) {
    const route = readApiRoute(resource, () => '');
    const here = attachmentsOf(route, world).filter(
      ({ listener }) => listener && serving.includes(listenerId(listener)),
    );
    const [first] = here;
    if (!first) continue;
    if (here.every(({ denied }) => denied)) sayDenied(route, first, say);
    else sayUnreadable(route, rulesProblem(route, false, world), say);
  }
}

function sayDenied(route: ApiRoute, { parent, listener, denied }: Attachment, say: Sending['say']): void {
  const { resource, namespace } = route;
  const whole = spanOf(parent.node) ?? resource.at;
  const where = { resource: refOf(resource), at: whole };
  const { kind, name } = resource;
  switch (denied?.reason) {
    case 'NoMatchingParent': {
      const field = parent.port !== undefined && parent.port !== listener?.port ? 'port' : 'sectionName';
      const at = spanOf(parent.node, field) ?? whole;
      const wanted = `${field}: ${field === 'port' ? parent.port : parent.section}`;
      say(hop(hops, 'route', 'routeOtherListener', { kind, route: name, wanted }, { ...where, at }));
      return;
    }
    case 'NoMatchingListenerHostname': {
      const data = { kind, route: name, names: hostnamesOf(route).map(code), hostname: listener?.hostname ?? '' };
      const at = fieldSpan(resource, 'spec', 'hostnames');
      say(hop(hops, 'route', 'routeOtherNames', data, { ...where, at }));
      return;
    }
    default: {
      const isOfKind = listener?.kinds.includes(resource.kind) ?? true;
      const at = isOfKind ? fieldSpan(resource, 'metadata', 'namespace') : resource.at;
      const message = isOfKind ? 'routeOtherNamespace' : 'routeOtherKind';
      say(
        hop(hops, 'route', message, { kind, route: name, namespace, listener: listener?.name ?? '' }, { ...where, at }),
      );
    }
  }
}

function sayUnreadable({ resource }: ApiRoute, found: ReturnType<typeof rulesProblem>, say: Sending['say']): void {
  if (!found?.isFatal) return;
  const { reason, message } = found.problem;
  const where = { resource: refOf(resource), at: fieldSpan(resource, 'spec', 'rules') };
  say(hop(hops, 'route', 'routeUnreadable', { route: resource.name, reason, message }, where));
}
