import { code } from '../../../core/code.ts';
import { memo } from '../../../core/memo.ts';
import { covers, exportedTo, fullHostOf, isVisible } from '../../../lab/istio/index.ts';
import type { DestinationRule } from '../../../model/mesh/destination-rule.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { rule } from '../../rule.ts';
import { destinationsOf, type IstioWorld, isMissing, isRendered, readWorld } from '../world.ts';

export default rule({
  id: 'istio/unknown-destination',
  severity: 'warning',
  title: { es: 'Una ruta va a un destino que no se ve', en: 'A route goes to a destination that is not seen' },
  related: ['IST0101'],
  over: 'manifests',
  messages: {
    host: {
      es: 'El destino `{host}` no es ningún Service ni ServiceEntry de estos ficheros: las peticiones recibirían 503.',
      en: 'The destination `{host}` is no Service or ServiceEntry of these files: requests would get 503.',
    },
    hidden: {
      es: 'El Service `{host}` solo se ve en {scopes} (`networking.istio.io/exportTo`): para lo que es de `{namespace}` no existe, y las peticiones recibirían 503.',
      en: 'Service `{host}` is only seen in {scopes} (`networking.istio.io/exportTo`): for what is of `{namespace}` it does not exist, and requests would get 503.',
    },
    half: {
      es: '`{host}` tiene un punto, así que se toma tal cual y no es ningún Service: escribe `{full}`.',
      en: '`{host}` has a dot, so it is taken as it is and is no Service: write `{full}`.',
    },
    subset: {
      es: 'Ningún DestinationRule de `{host}` define el subset `{subset}`: las peticiones recibirían 503.',
      en: 'No DestinationRule of `{host}` defines the subset `{subset}`: requests would get 503.',
    },
  },
  check(manifests, say) {
    if (!isRendered(manifests)) return;
    const world = readWorld(manifests);
    for (const virtual of world.virtualServices) {
      for (const destination of destinationsOf(virtual)) {
        const host = fullHostOf(destination.host, virtual.namespace);
        const written = fields(destination.node.destination);
        const full = halfName(world, destination.host);
        if (full) say('half', placeOf(virtual.resource, written, 'host'), { host: destination.host, full });
        else if (isHidden(world, host, virtual.namespace)) {
          const scopes = exportedTo(world.serviceOf(host)?.resource ?? virtual.resource) ?? [];
          const data = { host, namespace: virtual.namespace, scopes: scopes.map(code) };
          say('hidden', placeOf(virtual.resource, written, 'host'), data);
        } else if (isMissing(world, host)) say('host', placeOf(virtual.resource, written, 'host'), { host });
        else if (destination.subset && lacksSubset(world, host, destination.subset)) {
          say('subset', placeOf(virtual.resource, written, 'subset'), { host, subset: destination.subset });
        }
      }
    }
  },
});

/** Whether a Service is there and not for the objects of a namespace. */
function isHidden({ serviceOf }: IstioWorld, host: string, namespace: string): boolean {
  const service = serviceOf(host);
  return service !== undefined && !isVisible(exportedTo(service.resource), service.namespace, namespace);
}

/** `opiniones.tienda`, which looks like a name of the cluster and is none. */
function halfName({ serviceOf }: IstioWorld, host: string): string | undefined {
  if (!/^[a-z0-9-]+\.[a-z0-9-]+(?:\.svc)?$/.test(host)) return undefined;
  const full = `${host.replace(/\.svc$/, '')}.svc.cluster.local`;
  return serviceOf(full) ? full : undefined;
}

/** Only where the Service is in sight, or some DestinationRule for it: the others then usually are too. */
function lacksSubset({ serviceOf, destinationRules }: IstioWorld, host: string, subset: string): boolean {
  const { exact, wildcards } = byHost(destinationRules);
  // The most specific host wins: rules with a wildcard only count where there is no other.
  const rules = exact.get(host) ?? wildcards.filter(({ of }) => covers(of, host)).map(({ rule }) => rule);
  if (rules.length === 0 && !serviceOf(host)) return false;
  return !rules.some(({ subsets }) => subsets.some(({ name }) => name === subset));
}

const byHost = memo((rules: IstioWorld['destinationRules']) => {
  const exact = new Map<string, DestinationRule[]>();
  const wildcards: { readonly rule: DestinationRule; readonly of: string }[] = [];
  for (const rule of rules) {
    const of = fullHostOf(rule.host, rule.namespace);
    const known = exact.get(of);
    if (known) known.push(rule);
    else exact.set(of, [rule]);
    if (of.startsWith('*')) wildcards.push({ rule, of });
  }
  return { exact, wildcards };
});
