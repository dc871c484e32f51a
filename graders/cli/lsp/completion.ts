import type { Text } from '../../core/text.ts';
import type { Named, Names, Port, ServiceNames } from './names.ts';
import type { Place } from './place.ts';

/** A name that can stand where somebody is typing. */
export interface Offer {
  readonly text: string;
  /** What it is: «Service de `tienda`». */
  readonly detail: Text;
}

/** The names of the world that fit a place. */
export function offersAt(place: Place, names: Names): readonly Offer[] {
  const offers = place.isValue ? valueOffers(place, names) : labelOffers(place, names);
  return [...new Map(offers.map((offer) => [offer.text, offer])).values()];
}

const domain = 'svc.cluster.local';

function valueOffers(place: Place, names: Names): readonly Offer[] {
  const field = place.path.at(-1) ?? '';
  const parent = place.path.at(-2) ?? '';
  if (isLabelBlock(parent)) return valuesOf(field, names);
  switch (field) {
    case 'host':
    case 'hosts':
      return [
        ...names.services.map((service) => hostOffer(service, place)),
        ...names.hosts.map((text) => ({ text, detail: hostWord })),
      ];
    case 'subset':
      return subsetOffers(place, names);
    case 'number':
    case 'port':
    case 'ports':
      return servicePorts(place, names);
    case 'targetPort':
      return names.containerPorts.flatMap((port) => portOffers(port, containerWord));
    case 'namespace':
    case 'namespaces':
    case 'sourceNamespaces':
    case 'exportTo':
      return names.namespaces.map((text) => ({ text, detail: { es: 'espacio de nombres', en: 'namespace' } }));
    case 'serviceAccountName':
      return sameNamespace(names.serviceAccounts, place).map(({ name }) => ({
        text: name,
        detail: { es: 'ServiceAccount', en: 'ServiceAccount' },
      }));
    case 'serviceAccounts':
      return names.serviceAccounts.map(({ name, namespace }) => ({
        text: `${namespace}/${name}`,
        detail: accountWord,
      }));
    case 'principals':
    case 'identities':
      return names.serviceAccounts.map(({ name, namespace }) => principal(field, name, namespace));
    case 'gateways':
      return [
        ...names.gateways.map(({ name, namespace }) => ({
          text: namespace === placeNamespace(place) ? name : `${namespace}/${name}`,
          detail: { es: `Gateway de ${namespace}`, en: `Gateway of ${namespace}` },
        })),
        { text: 'mesh', detail: { es: 'todos los sidecars', en: 'all sidecars' } },
      ];
    case 'secretName':
      return plainNames(sameNamespace(names.secrets, place), 'Secret');
    case 'claimName':
      return plainNames(sameNamespace(names.claims, place), 'PersistentVolumeClaim');
    case 'serviceName':
      return plainNames(sameNamespace(names.services, place), 'Service');
    case 'name':
      return referenceOffers(place, parent, names);
    default:
      return [];
  }
}

/** `name` below a field that refers to another object. */
function referenceOffers(place: Place, parent: string, names: Names): readonly Offer[] {
  const of = (all: readonly Named[], kind: string) => plainNames(sameNamespace(all, place), kind);
  switch (parent) {
    case 'scaleTargetRef': {
      const kind = place.near.get('kind');
      return names.workloads
        .filter((one) => one.namespace === placeNamespace(place) && (kind === undefined || one.kind === kind))
        .map(({ name, kind: what }) => ({ text: name, detail: { es: what, en: what } }));
    }
    case 'backendRefs':
    case 'service':
      return of(names.services, 'Service');
    case 'parentRefs':
    case 'targetRefs':
      return [...of(names.gateways, 'Gateway'), ...of(names.services, 'Service')];
    case 'secretKeyRef':
    case 'secretRef':
    case 'imagePullSecrets':
      return of(names.secrets, 'Secret');
    case 'configMapKeyRef':
    case 'configMapRef':
    case 'configMap':
      return of(names.configMaps, 'ConfigMap');
    case 'subjects':
      return of(names.serviceAccounts, 'ServiceAccount');
    default:
      return [];
  }
}

const plainNames = (all: readonly Named[], kind: string): readonly Offer[] =>
  all.map(({ name }) => ({ text: name, detail: { es: kind, en: kind } }));

const placeNamespace = ({ namespace }: Place): string => namespace ?? 'default';

const sameNamespace = <T extends Named>(all: readonly T[], place: Place): readonly T[] =>
  all.filter(({ namespace }) => namespace === placeNamespace(place));

/** The short name where it means this Service; the whole one from another namespace. */
function hostOffer({ name, namespace }: ServiceNames, place: Place): Offer {
  const text = namespace === placeNamespace(place) ? name : `${name}.${namespace}.${domain}`;
  return { text, detail: { es: `Service de ${namespace}`, en: `Service of ${namespace}` } };
}

/** A host as written from a namespace, whole. */
function wholeHost(host: string, namespace: string): string {
  if (host.endsWith(`.${domain}`)) return host;
  const parts = host.split('.').length;
  if (parts === 1) return `${host}.${namespace}.${domain}`;
  return parts === 2 ? `${host}.${domain}` : host;
}

function subsetOffers(place: Place, names: Names): readonly Offer[] {
  const host = place.near.get('host');
  const wanted = host === undefined ? undefined : wholeHost(host, placeNamespace(place));
  const fit = names.subsets.filter((one) => wanted === undefined || wholeHost(one.host, one.namespace) === wanted);
  return fit.map(({ name, host: of }) => ({ text: name, detail: { es: `subset de ${of}`, en: `subset of ${of}` } }));
}

/** The ports of the Service that stands beside, or of all where none does. */
function servicePorts(place: Place, names: Names): readonly Offer[] {
  const beside = place.near.get('host') ?? place.near.get('name');
  const wanted = beside === undefined ? undefined : wholeHost(beside, placeNamespace(place));
  const isWanted = ({ name, namespace }: Named) => `${name}.${namespace}.${domain}` === wanted;
  const fit = names.services.some(isWanted) ? names.services.filter(isWanted) : names.services;
  return fit.flatMap(({ name, ports }) =>
    ports.map(({ number, name: called }) => {
      const words = called === undefined ? name : `${name}, ${called}`;
      return { text: String(number), detail: { es: `puerto de ${words}`, en: `port of ${words}` } };
    }),
  );
}

const portOffers = ({ number, name }: Port, detail: Text): readonly Offer[] => [
  { text: String(number), detail },
  ...(name === undefined ? [] : [{ text: name, detail }]),
];

function principal(field: string, name: string, namespace: string): Offer {
  const text =
    field === 'principals'
      ? `cluster.local/ns/${namespace}/sa/${name}`
      : `${name}.${namespace}.serviceaccount.identity.linkerd.cluster.local`;
  return { text, detail: accountWord };
}

const isLabelBlock = (field: string): boolean => ['matchLabels', 'selector', 'labels'].includes(field);

const valuesOf = (label: string, names: Names): readonly Offer[] =>
  (names.labels.get(label) ?? []).map((text) => ({
    text,
    detail: { es: `valor de ${label}`, en: `value of ${label}` },
  }));

/** `app: web`, whole, where labels are written. */
function labelOffers({ path }: Place, names: Names): readonly Offer[] {
  if (!isLabelBlock(path.at(-1) ?? '')) return [];
  return [...names.labels].flatMap(([label, values]) =>
    values.map((value) => ({ text: `${label}: ${value}`, detail: { es: 'etiqueta', en: 'label' } })),
  );
}

const hostWord: Text = { es: 'host', en: 'host' };
const containerWord: Text = { es: 'puerto de un contenedor', en: 'port of a container' };
const accountWord: Text = { es: 'identidad de una ServiceAccount', en: 'identity of a ServiceAccount' };
