import type {
  IHTTPIngressPath,
  IIngressBackend,
  IIngressClassSpec,
  IIngressSpec,
} from 'kubernetes-models/networking.k8s.io/v1';
import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { isAddress } from '../../../model/workloads/cidr.ts';
import { isDnsLabel, isDnsSubdomain, isPathSegment, isPortName } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { isSet, items, object, pairs, text, texts } from '../../../model/workloads/values.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { law, type Say } from './law.ts';

const messages = {
  parameters: {
    es: '`{value}` no sirve como `{field}` de los parámetros.',
    en: '`{value}` is not a valid `{field}` of the parameters.',
  },
  parametersScope: {
    es: 'Unos parámetros de ámbito `Namespace` dicen su `namespace`, y los de ámbito `Cluster`, no.',
    en: 'Parameters of scope `Namespace` say their `namespace`, and those of scope `Cluster` do not.',
  },
  annotation: {
    es: 'La anotación `kubernetes.io/ingress.class` dice `{annotated}` e `ingressClassName` dice `{named}`. Deja `ingressClassName`.',
    en: 'The annotation `kubernetes.io/ingress.class` says `{annotated}` and `ingressClassName` says `{named}`. Keep `ingressClassName`.',
  },
  backendResource: {
    es: '`{value}` no sirve como `{field}` de un recurso de destino.',
    en: '`{value}` is not a valid `{field}` of a backend resource.',
  },
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
  portName: {
    es: '`{name}` no es el nombre de un puerto: hasta 15 minúsculas, cifras o `-`, con alguna letra.',
    en: '`{name}` is not the name of a port: at most 15 lowercase letters, digits or `-`, with some letter.',
  },
  port: {
    es: 'El puerto del Service se dice por `number` o por `name`, y solo de una manera.',
    en: 'The port of the Service is said by `number` or by `name`, and only one way.',
  },
} as const;

type Sayer = Say<typeof messages>;

export const ingressLaw = law({
  messages,
  check({ resources }, say) {
    for (const ingress of resources) {
      if (ingress.kind === 'IngressClass' && ingress.group === 'networking.k8s.io') checkClass(ingress, say);
      if (ingress.kind !== 'Ingress' || ingress.apiVersion !== 'networking.k8s.io/v1') continue;
      const spec = object((ingress.data as { spec?: IIngressSpec }).spec);
      const rules = items(spec?.rules);
      checkAnnotation(ingress, spec, say);
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

/** How an object of any kind is named. */
const referenceForms = { apiGroup: isDnsSubdomain, kind: isPathSegment, name: isPathSegment };

/** @see https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class */
function checkClass(owner: Resource, say: Sayer): void {
  const spec = object((owner.data as { spec?: IIngressClassSpec }).spec);
  const parameters = object(spec?.parameters);
  if (!parameters) return;
  for (const [field, isValid] of Object.entries({ ...referenceForms, namespace: isDnsLabel })) {
    const value = own(parameters as unknown as Record<string, unknown>, field);
    if (typeof value === 'string' && !isValid(value))
      say('parameters', placeOf(owner, parameters, field), { field, value });
  }
  const namespaced = (text(parameters.scope) ?? 'Cluster') === 'Namespace';
  if (namespaced !== isSet(parameters.namespace)) say('parametersScope', placeOf(owner, parameters, 'namespace'), {});
}

const classAnnotation = 'kubernetes.io/ingress.class';

/** @see https://kubernetes.io/docs/concepts/services-networking/ingress/#deprecated-annotation */
function checkAnnotation(ingress: Resource, spec: IIngressSpec | undefined, say: Sayer): void {
  const { annotations } = ingress.metadata;
  const annotated = pairs(annotations).find(([key]) => key === classAnnotation)?.[1];
  const named: unknown = spec?.ingressClassName;
  if (annotated !== undefined && typeof named === 'string' && annotated !== named)
    say('annotation', placeOf(ingress, annotations, classAnnotation), { annotated, named });
}

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
  const resource = object(backend.resource);
  for (const [field, isValid] of Object.entries(referenceForms)) {
    const value = own((resource ?? {}) as Record<string, unknown>, field);
    const isMissing = field !== 'apiGroup' && text(value) === undefined;
    if (resource && (typeof value === 'string' ? value === '' || !isValid(value) : isMissing))
      say('backendResource', placeOf(ingress, resource, field), { field, value: String(value ?? '') });
  }
  if (!service) return;
  const { name, number } = object(service.port) ?? {};
  const named = text(name);
  if (named !== undefined && !isPortName(named))
    say('portName', placeOf(ingress, service.port, 'name'), { name: named });
  if ((text(name) !== undefined) === Boolean(number)) say('port', placeOf(ingress, service, 'port'), {});
}
