import { proxyRoutes, unreachableConnections, unreachableRoutes } from '../../../lab/istio/index.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { rule } from '../../rule.ts';
import { readWorld } from '../world.ts';

export default rule({
  id: 'istio/unreachable-route',
  severity: 'warning',
  title: { es: 'Una regla que no se usa nunca', en: 'A rule that is never used' },
  related: ['IST0130', 'IST0131'],
  over: 'manifests',
  messages: {
    route: {
      es: 'La regla {rule} no se usa nunca: todo lo que aceptaría lo acepta antes la regla {earlier}.',
      en: 'Rule {rule} is never used: all it would take is taken before by rule {earlier}.',
    },
    alternative: {
      es: 'Esta condición de la regla {rule} no se usa nunca: lo que aceptaría lo acepta antes la regla {earlier}.',
      en: 'This condition of rule {rule} is never used: what it would take is taken before by rule {earlier}.',
    },
  },
  check(manifests, say) {
    const { virtualServices } = readWorld(manifests);
    for (const virtual of virtualServices) {
      for (const routes of [virtual.tls, virtual.tcp]) {
        for (const { route, number, match, taken } of unreachableConnections(routes)) {
          const facts = { rule: number, earlier: taken };
          if (match === undefined) say('route', placeOf(virtual.resource, route.node), facts);
          else say('alternative', placeOf(virtual.resource, route.matches[match]?.node), facts);
        }
      }
      for (const { route, alternative, taken } of unreachableRoutes(proxyRoutes(virtual, virtualServices))) {
        const facts = { rule: route.number, earlier: taken.number };
        const { resource } = route.owner;
        if (alternative === undefined) say('route', placeOf(resource, route.route.node), facts);
        else say('alternative', placeOf(resource, route.alternatives[alternative]?.at(-1)?.node), facts);
      }
    }
  },
});
