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
    const seen = new Map<string, string>();
    for (const { resource, hosts, gateways, namespace, exportTo } of readWorld(manifests).virtualServices) {
      if (!gateways.includes('mesh')) continue;
      const reach = exportTo && !exportTo.includes('*') ? exportTo.map((to) => (to === '.' ? namespace : to)) : ['*'];
      for (const [index, written] of hosts.entries()) {
        const host = fullHostOf(written, namespace);
        const other = reach.map((scope) => seen.get(`${scope} ${host}`)).find((name) => name !== undefined);
        const at = spanOf(fields(fields(resource.data).spec).hosts, index) ?? resource.at;
        if (other !== undefined) say('both', at, { other, host });
        for (const scope of reach) if (!seen.has(`${scope} ${host}`)) seen.set(`${scope} ${host}`, resource.name);
      }
    }
  },
});
