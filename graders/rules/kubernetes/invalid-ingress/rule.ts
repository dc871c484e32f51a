import type { IHTTPIngressPath, IIngressBackend, IIngressSpec } from 'kubernetes-models/networking.k8s.io/v1';
import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { isAddress } from '../../../model/workloads/cidr.ts';
import { isDnsSubdomain } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { isSet, items, object, text, texts } from '../../../model/workloads/values.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { rule, type Say } from '../../rule.ts';

const messages = {
  nothing: {
    es: 'El Ingress no lleva a ningún sitio: necesita `rules` o `defaultBackend`.',
    en: 'The Ingress leads nowhere: it needs `rules` or `defaultBackend`.',
  },
  host: {
    es: '`{host}` no es un nombre DNS. Sin puerto ni ruta; el comodín solo ocupa la primera etiqueta: `*.ejemplo.com`.',
    en: '`{host}` is not a DNS name. No port nor path; the wildcard only takes the first label: `*.example.com`.',
  },
  address: {
    es: '`{host}` es una dirección IP, y un Ingress elige por nombre DNS.',
    en: '`{host}` is an IP address, and an Ingress chooses by DNS name.',
  },
  noPath: {
    es: 'Con `pathType: {type}` hace falta `path`: `/` vale para todas las rutas.',
    en: 'With `pathType: {type}` a `path` is needed: `/` stands for every path.',
  },
  relative: {
    es: 'La ruta `{path}` tiene que empezar por `/`.',
    en: 'The path `{path}` must start with `/`.',
  },
  strange: {
    es: 'La ruta `{path}` no puede contener `//`, `/./`, `/../` ni `%2f`.',
    en: 'The path `{path}` cannot contain `//`, `/./`, `/../` nor `%2f`.',
  },
  noPaths: {
    es: '`http` no tiene rutas: `paths` necesita al menos una.',
    en: '`http` has no paths: `paths` needs at least one.',
  },
  noBackend: {
    es: 'El destino no dice a qué Service ni a qué recurso va.',
    en: 'The backend says neither which Service nor which resource it goes to.',
  },
  bothBackends: {
    es: 'El destino es un Service o un recurso, no las dos cosas.',
    en: 'The backend is a Service or a resource, not both.',
  },
  port: {
    es: 'El puerto del Service se dice por `number` o por `name`, y solo de una manera.',
    en: 'The port of the Service is said by `number` or by `name`, and only one way.',
  },
} as const;

type Sayer = Say<typeof messages>;

export default rule({
  id: 'kubernetes/invalid-ingress',
  severity: 'error',
  title: { es: 'El Ingress está mal escrito', en: 'The Ingress is badly written' },
  over: 'manifests',
  messages,
  check({ resources }, say) {
    for (const ingress of resources) {
      if (ingress.kind !== 'Ingress' || ingress.apiVersion !== 'networking.k8s.io/v1') continue;
      const spec = object((ingress.data as { spec?: IIngressSpec }).spec);
      const rules = items(spec?.rules);
      const backend = object(spec?.defaultBackend);
      if (rules.length === 0 && !backend) say('nothing', placeOf(ingress, ingress.data, 'spec'), {});
      if (backend) checkBackend(ingress, spec, 'defaultBackend', say);
      for (const tls of items(spec?.tls)) {
        for (const [index, host] of texts(tls.hosts).entries()) {
          if (!isHost(host)) say('host', spanOf(tls.hosts, index) ?? placeOf(ingress, tls, 'hosts'), { host });
        }
      }
      for (const entry of rules) {
        checkHost(ingress, entry, say);
        const http = object(entry.http);
        if (http && items(http.paths).length === 0) say('noPaths', placeOf(ingress, entry, 'http'), {});
        for (const path of items(http?.paths)) checkPath(ingress, path, say);
      }
    }
  },
});

function checkHost(ingress: Resource, entry: { readonly host?: string }, say: Sayer): void {
  const host = text(entry.host);
  if (host === undefined) return;
  const at = placeOf(ingress, entry, 'host');
  if (isAddress(host)) say('address', at, { host });
  else if (!isHost(host)) say('host', at, { host });
}

const isHost = (host: string): boolean => isDnsSubdomain(host.startsWith('*.') ? host.slice(2) : host);

function checkPath(ingress: Resource, entry: IHTTPIngressPath, say: Sayer): void {
  const path = text(entry.path);
  const free = entry.pathType === 'ImplementationSpecific';
  const at = placeOf(ingress, entry, 'path');
  if (path === undefined && !free && typeof entry.pathType === 'string') say('noPath', at, { type: entry.pathType });
  else if (path !== undefined && !path.startsWith('/')) say('relative', at, { path });
  else if (path !== undefined && !free && isStrange(path)) say('strange', at, { path });
  checkBackend(ingress, entry, 'backend', say);
}

const isStrange = (path: string): boolean => /\/\/|\/\.{1,2}(?:\/|$)|%2f/i.test(path);

function checkBackend(ingress: Resource, holder: unknown, field: string, say: Sayer): void {
  const backend = object(own(holder as Record<string, IIngressBackend | undefined>, field));
  if (!backend) return;
  const at = placeOf(ingress, holder, field);
  const service = object(backend.service);
  if (!service && !isSet(backend.resource)) say('noBackend', at, {});
  else if (service && isSet(backend.resource)) say('bothBackends', at, {});
  if (!service) return;
  const { name, number } = object(service.port) ?? {};
  if ((text(name) !== undefined) === Boolean(number)) say('port', placeOf(ingress, service, 'port'), {});
}
