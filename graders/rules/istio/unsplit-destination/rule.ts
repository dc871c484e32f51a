import { fullHostOf } from '../../../lab/istio/index.ts';
import { fields, optionalTexts } from '../../../model/mesh/fields.ts';
import type { VirtualService } from '../../../model/mesh/virtual-service.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { rule } from '../../rule.ts';
import { readWorld } from '../world.ts';

export default rule({
  id: 'istio/unsplit-destination',
  severity: 'info',
  title: {
    es: 'Un destino al que no le valen las reglas de otro VirtualService',
    en: 'A destination that the rules of another VirtualService do not apply to',
  },
  related: ['IST0140'],
  over: 'manifests',
  codes: { split: ['IST0140'] },
  messages: {
    split: {
      es: 'Por aquí se va a `{host}` sin subset: las reglas de `{other}` para ese host no valen para lo que ya encaminó este VirtualService.',
      en: 'From here it goes to `{host}` without a subset: the rules of `{other}` for that host do not apply to what this VirtualService has routed.',
    },
    unseen: {
      es: 'Por aquí se va a `{host}` sin subset: las reglas que `{other}` tiene para ese host no valen para lo que ya encaminó este VirtualService.',
      en: 'From here it goes to `{host}` without a subset: the rules that `{other}` has for that host do not apply to what this VirtualService has routed.',
    },
  },
  check(manifests, say) {
    const { virtualServices } = readWorld(manifests);
    const splitting = splitsOf(virtualServices);
    for (const virtual of virtualServices) {
      for (const { node, host, subset } of virtual.http.flatMap(({ destinations }) => destinations)) {
        const others = (splitting.get(fullHostOf(host, virtual.namespace)) ?? []).filter((one) => one !== virtual);
        const other = others.find((one) => names(one, host)) ?? others[0];
        if (subset !== undefined || !other) continue;
        // The analyzer compares the names as they are written, and leaves out what names no gateway.
        const isTold = optionalTexts(fields(fields(virtual.resource.data).spec).gateways) !== undefined;
        const message = isTold && names(other, host) ? 'split' : 'unseen';
        const at = placeOf(virtual.resource, fields(node.destination), 'host');
        say(message, at, { host, other: other.resource.name });
      }
    }
  },
});

/** Whether a VirtualService is for a host and sends it to subsets, both as written here. */
function names({ hosts, http }: VirtualService, host: string): boolean {
  const destinations = http.flatMap((route) => route.destinations);
  return hosts.includes(host) && destinations.some((one) => one.host === host && one.subset !== undefined);
}

/** The VirtualServices that send what is for a host to subsets of it. */
function splitsOf(virtualServices: readonly VirtualService[]): ReadonlyMap<string, readonly VirtualService[]> {
  const found = new Map<string, VirtualService[]>();
  for (const virtual of virtualServices) {
    const own = new Set(virtual.hosts.map((host) => fullHostOf(host, virtual.namespace)));
    const split = virtual.http
      .flatMap(({ destinations }) => destinations)
      .filter(({ subset }) => subset !== undefined)
      .map(({ host }) => fullHostOf(host, virtual.namespace))
      .filter((host) => own.has(host));
    for (const host of new Set(split)) found.set(host, [...(found.get(host) ?? []), virtual]);
  }
  return found;
}
