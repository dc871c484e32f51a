import { at, itemsOf } from '../../../core/fields.ts';
import { proxyRoutes, unreachableConnections, unreachableRoutes } from '../../../lab/istio/index.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { rule } from '../../rule.ts';
import { readWorld } from '../world.ts';
import { toldRules } from './told.ts';

export default rule({
  id: 'istio/unreachable-route',
  severity: 'warning',
  title: { es: 'Una regla que no se usa nunca', en: 'A rule that is never used' },
  related: ['IST0130', 'IST0131'],
  over: 'manifests',
  codes: { route: ['IST0130', 'IST0131'], alternative: ['IST0130', 'IST0131'], repeated: ['IST0131'] },
  messages: {
    route: {
      es: 'La regla {rule} no se usa nunca: todo lo que aceptaría lo acepta antes la regla {earlier}.',
      en: 'Rule {rule} is never used: all it would take is taken before by rule {earlier}.',
    },
    alternative: {
      es: 'Esta condición de la regla {rule} no se usa nunca: lo que aceptaría lo acepta antes la regla {earlier}.',
      en: 'This condition of rule {rule} is never used: what it would take is taken before by rule {earlier}.',
    },
    repeated: {
      es: 'Esta condición de la regla {rule} no añade nada: otra de la misma regla ya acepta todo lo suyo.',
      en: 'This condition of rule {rule} adds nothing: another one of the same rule takes all of it already.',
    },
    covered: {
      es: 'La regla {rule} no se usa nunca: aunque está escrita de otra forma, todo lo que aceptaría lo acepta antes la regla {earlier}.',
      en: 'Rule {rule} is never used: though it is written otherwise, all it would take is taken before by rule {earlier}.',
    },
    coveredAlternative: {
      es: 'Esta condición de la regla {rule} no se usa nunca: aunque está escrita de otra forma, lo que aceptaría lo acepta antes la regla {earlier}.',
      en: 'This condition of rule {rule} is never used: though it is written otherwise, what it would take is taken before by rule {earlier}.',
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
      const lost = new Set<number>();
      const told = toldRules(itemsOf(at(virtual.resource.data, 'spec', 'http')));
      for (const { route, alternative, taken } of unreachableRoutes(proxyRoutes(virtual, virtualServices))) {
        const facts = { rule: route.number, earlier: taken.number };
        const { resource } = route.owner;
        if (route.owner === virtual) lost.add(route.number - 1);
        // What a delegate brings, no analyzer reads where it is brought to.
        const isTold = route.owner === virtual && told.rules.has(route.number - 1);
        if (alternative === undefined) say(isTold ? 'route' : 'covered', placeOf(resource, route.route.node), facts);
        else {
          const place = placeOf(resource, route.alternatives[alternative]?.at(-1)?.node);
          say(isTold ? 'alternative' : 'coveredAlternative', place, facts);
        }
      }
      for (const { rule, match } of told.repeated)
        if (!lost.has(rule)) say('repeated', placeOf(virtual.resource, match), { rule: rule + 1 });
    }
  },
});
