import { covers } from '../../../lab/istio/index.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { rule } from '../../rule.ts';
import { readWorld } from '../world.ts';

export default rule({
  id: 'istio/host-not-on-gateway',
  severity: 'warning',
  title: { es: 'El Gateway no atiende ese host', en: 'The Gateway does not serve that host' },
  related: ['IST0132'],
  over: 'manifests',
  messages: {
    host: {
      es: 'El Gateway `{gateway}` no atiende `{host}`; atiende {served}.',
      en: 'Gateway `{gateway}` does not serve `{host}`; it serves {served}.',
    },
  },
  check(manifests, say) {
    const { virtualServices, gateways } = readWorld(manifests);
    for (const { resource, hosts, gateways: bound, namespace } of virtualServices) {
      const own = gateways.filter(({ id }) => bound.includes(id));
      if (own.length === 0 || bound.includes('mesh')) continue;
      const offered = own
        .flatMap(({ servers }) => servers.flatMap((server) => server.hosts))
        .filter((one) => one.namespace === '*' || one.namespace === namespace);
      for (const [index, written] of hosts.entries()) {
        const host = written.toLowerCase();
        if (offered.some((one) => covers(one.host, host) || covers(host, one.host))) continue;
        const at = spanOf(fields(fields(resource.data).spec).hosts, index) ?? resource.at;
        const served = offered.map((one) => `\`${one.host}\``);
        say('host', at, { gateway: own[0]?.id ?? '', host, served });
      }
    }
  },
});
