import { type Hop, hop } from '../../../core/trace.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import type { HttpRoute } from '../../../model/mesh/http-route.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import type { Call } from '../call.ts';
import { hops } from '../hops.ts';
import { fullHostOf } from '../host.ts';
import type { Extras } from '../result.ts';
import type { Chosen } from './choose.ts';
import { authorityIn } from './headers.ts';
import { rewritten } from './rewrite.ts';

const defaultRetryOn = 'connect-failure,refused-stream,unavailable,cancelled';

/** What Envoy does when nobody says: two retries, never after the application has answered; no timeout. */
export const defaultExtras: Extras = { retries: { attempts: 2, retryOn: defaultRetryOn } };

/**
 * What a route does with a request besides choosing a destination. The page says that timeouts and retries are not active
 * beside a fault; the routes of `istiod` carry both, and the fault comes before them.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRoute
 */
export function extrasOf(chosen: Chosen, call: Call, say: (hop: Hop) => void): Extras {
  const { route } = chosen;
  const where = (node: object) => ({
    resource: refOf(chosen.owner.resource),
    at: spanOf(node) ?? chosen.owner.resource.at,
  });
  const rewrite = rewriteOf(chosen, call);
  if (rewrite) {
    const data = { path: rewrite.path ?? call.path, authority: rewrite.authority ?? call.authority };
    say(hop(hops, 'rewrite', 'rewritten', data, where(route.rewrite?.node ?? route.headers)));
  }
  const fault = faultOf(route);
  if (route.fault && fault) {
    const data = { delayed: percent(fault.delay?.share), aborted: percent(fault.abort?.share) };
    say(hop(hops, 'fault', 'injected', data, where(route.fault.node)));
  }
  const timing = timingOf(route);
  if (timing.timeout !== undefined) {
    const at = spanOf(route.node, 'timeout') ?? spanOf(route.node.timeouts) ?? spanOf(route.node);
    say(hop(hops, 'timeout', 'timeoutSet', { seconds: timing.timeout }, { ...where(route.node), ...(at && { at }) }));
  }
  if (route.retries) {
    const { attempts, node } = route.retries;
    const at = spanOf(node, 'attempts') ?? spanOf(node) ?? spanOf(route.node);
    say(hop(hops, 'retries', 'retriesSet', { attempts }, { ...where(node), ...(at && { at }) }));
  }
  const mirror = mirrorsOf(chosen, say);
  return { ...(rewrite && { rewrite }), ...timing, ...(fault && { fault }), ...(mirror && { mirror }) };
}

/**
 * What a route makes of the path and of who is asked. Its rewrite goes before its headers, and those before the headers of a
 * destination that stands alone.
 */
function rewriteOf({ route, conditions }: Chosen, call: Call): Extras['rewrite'] {
  const written = route.rewrite && rewritten(route.rewrite, conditions, call);
  const [only, ...others] = route.destinations;
  const ofDestination = only && others.length === 0 ? authorityIn(only.node.headers) : undefined;
  const authority = written?.authority ?? authorityIn(route.headers) ?? ofDestination;
  return authority === undefined ? written : { ...written, authority };
}

function timingOf({ timeout, retries }: HttpRoute): Extras {
  const limited = timeout !== undefined && timeout > 0 ? { timeout } : {};
  if (!retries) return { ...limited, ...defaultExtras };
  if (retries.attempts === 0) return limited;
  const perTryTimeout = retries.perTryTimeout ?? timeout;
  const given = { attempts: retries.attempts, retryOn: retries.retryOn ?? defaultRetryOn };
  return { ...limited, retries: perTryTimeout === undefined ? given : { ...given, perTryTimeout } };
}

/** The faults that some requests get. */
export function faultOf({ fault }: HttpRoute): Extras['fault'] {
  const { delay, abort } = fault ?? {};
  const some = {
    ...(delay && delay.percent > 0 && { delay: { seconds: delay.seconds, share: Math.min(delay.percent / 100, 1) } }),
    ...(abort && abort.percent > 0 && { abort: { status: abort.status, share: Math.min(abort.percent / 100, 1) } }),
  };
  return Object.keys(some).length > 0 ? some : undefined;
}

function mirrorsOf({ owner, route }: Chosen, say: (hop: Hop) => void): Extras['mirror'] {
  const copies = route.mirrors.filter((mirror) => mirror.percent > 0);
  for (const { node, destination, percent: share } of copies) {
    const where = { resource: refOf(owner.resource), at: spanOf(node) ?? owner.resource.at };
    say(hop(hops, 'mirror', 'mirrored', { host: destination.host, percent: share }, where));
  }
  if (copies.length === 0) return undefined;
  return copies.map(({ destination: { host, subset }, percent: share }) => ({
    host: fullHostOf(host, owner.namespace),
    ...(subset === undefined ? {} : { subset }),
    share: Math.min(share / 100, 1),
  }));
}

const percent = (share = 0): number => Math.round(share * 1000) / 10;
