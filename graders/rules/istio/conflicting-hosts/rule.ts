import { fullHostOf } from '../../../lab/istio/index.ts';
import { fields } from '../../../model/mesh/fields.ts';
import type { VirtualService } from '../../../model/mesh/virtual-service.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { rule } from '../../rule.ts';
import { readWorld } from '../world.ts';

export default rule({
  id: 'istio/conflicting-hosts',
  severity: 'warning',
  title: { es: 'Dos VirtualService para el mismo host', en: 'Two VirtualServices for the same host' },
  related: ['IST0109'],
  over: 'manifests',
  messages: {
    both: {
      es: '`{other}` también es para `{host}` en los sidecars, donde no se combinan: solo cuenta uno de los dos.',
      en: '`{other}` is also for `{host}` in the sidecars, where they are not merged: only one of the two counts.',
    },
  },
  check(manifests, say) {
    const bound = readWorld(manifests).virtualServices.filter(({ gateways }) => gateways.includes('mesh'));
    const shown = byHost(bound);
    for (const virtual of bound) {
      const { resource, hosts, namespace } = virtual;
      for (const [index, written] of hosts.entries()) {
        const host = fullHostOf(written, namespace);
        const other = meeting(shown.get(host) ?? [], virtual);
        const at = spanOf(fields(fields(resource.data).spec).hosts, index) ?? resource.at;
        if (other !== undefined) say('both', at, { other, host });
      }
    }
  },
});

/** The VirtualServices that name a host. */
function byHost(virtualServices: readonly VirtualService[]): ReadonlyMap<string, readonly VirtualService[]> {
  const found = new Map<string, VirtualService[]>();
  for (const virtual of virtualServices) {
    for (const host of new Set(virtual.hosts.map((one) => fullHostOf(one, virtual.namespace)))) {
      const known = found.get(host);
      if (known) known.push(virtual);
      else found.set(host, [virtual]);
    }
  }
  return found;
}

/** The namespaces that see a VirtualService; `*` is all of them. */
function reachOf({ exportTo, namespace }: VirtualService): readonly string[] {
  return exportTo && exportTo.length > 0 && !exportTo.includes('*')
    ? exportTo.map((to) => (to === '.' ? namespace : to))
    : ['*'];
}

/** The first other one that some namespace sees together with a given one. */
function meeting(shown: readonly VirtualService[], virtual: VirtualService): string | undefined {
  const reach = reachOf(virtual);
  const meets = (other: VirtualService): boolean => {
    const theirs = reachOf(other);
    return reach.includes('*') || theirs.includes('*') || theirs.some((scope) => reach.includes(scope));
  };
  return shown.find((other) => other !== virtual && meets(other))?.resource.name;
}
