import { fields } from '../../../model/mesh/fields.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { rule } from '../../rule.ts';
import { readWorld } from '../world.ts';

export default rule({
  id: 'istio/unknown-gateway',
  severity: 'warning',
  title: {
    es: 'Un VirtualService para un Gateway que no se ve',
    en: 'A VirtualService for a Gateway that is not seen',
  },
  related: ['IST0101'],
  over: 'manifests',
  messages: {
    missing: {
      es: 'En estos ficheros hay Gateways, pero ninguno es `{gateway}`; están {known}.',
      en: 'These files have Gateways, but none is `{gateway}`; there are {known}.',
    },
  },
  check(manifests, say) {
    const { virtualServices, gateways } = readWorld(manifests);
    const known = gateways.map(({ id }) => `\`${id}\``);
    const ids = new Set(gateways.map(({ id }) => id));
    const namespaces = new Set(gateways.map(({ namespace }) => namespace));
    for (const { resource, gateways: bound } of virtualServices) {
      for (const [index, gateway] of bound.entries()) {
        const namespace = gateway.slice(0, gateway.indexOf('/'));
        if (gateway === 'mesh' || ids.has(gateway) || !namespaces.has(namespace)) continue;
        const at = spanOf(fields(fields(resource.data).spec).gateways, index) ?? resource.at;
        say('missing', at, { gateway, known });
      }
    }
  },
});
