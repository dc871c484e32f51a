import { fullHostOf } from '../../../lab/istio/index.ts';
import { fields } from '../../../model/mesh/fields.ts';
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
    const seen = new Map<string, readonly Shown[]>();
    for (const { resource, hosts, gateways, namespace, exportTo } of readWorld(manifests).virtualServices) {
      if (!gateways.includes('mesh')) continue;
      const reach = exportTo && !exportTo.includes('*') ? exportTo.map((to) => (to === '.' ? namespace : to)) : ['*'];
      for (const [index, written] of hosts.entries()) {
        const host = fullHostOf(written, namespace);
        const other = meeting(seen.get(host) ?? [], reach);
        const at = spanOf(fields(fields(resource.data).spec).hosts, index) ?? resource.at;
        if (other !== undefined) say('both', at, { other, host });
        seen.set(host, [...(seen.get(host) ?? []), { name: resource.name, reach }]);
      }
    }
  },
});

/** A VirtualService and the namespaces that see it; `*` is all of them. */
interface Shown {
  readonly name: string;
  readonly reach: readonly string[];
}

/** The first that some namespace sees together with one of a given reach. */
function meeting(shown: readonly Shown[], reach: readonly string[]): string | undefined {
  const all = reach.includes('*');
  return shown.find((one) => all || one.reach.includes('*') || one.reach.some((scope) => reach.includes(scope)))?.name;
}
