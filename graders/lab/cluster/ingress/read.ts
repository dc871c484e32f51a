import type { IIngress, IIngressBackend, IIngressClass } from 'kubernetes-models/networking.k8s.io/v1';
import { lookup } from '../../../model/manifests/lookup.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { list, text, texts } from '../read.ts';
import type { ClusterState } from '../state.ts';

export type Ingress = Resource<Partial<IIngress>>;

/** One path of one host, with the Ingress that has it. */
export interface IngressPath {
  readonly ingress: Ingress;
  /** Lower case; empty for the rules of any host. */
  readonly host: string;
  readonly path: string;
  readonly type: string;
  readonly backend: IIngressBackend;
  /** Where it is written. */
  readonly node: object;
}

const group = 'networking.k8s.io';

/** The Ingresses of a world, oldest first: what a world gives is older than what is applied to it. */
export function ingressesIn({ resources }: ClusterState): readonly Ingress[] {
  const all = lookup(resources).ofKind(group, 'Ingress') as readonly Ingress[];
  return [...all].sort((a, b) => Number(a.origin === 'answer') - Number(b.origin === 'answer'));
}

/** The paths of an Ingress, in file order. */
export function pathsOf(ingress: Ingress): readonly IngressPath[] {
  return list(ingress.data.spec?.rules).flatMap(({ host, http }) =>
    list(http?.paths).flatMap((node) => {
      const { path, pathType, backend } = node;
      if (typeof backend !== 'object' || backend === null) return [];
      const place = { host: (text(host) ?? '').toLowerCase(), path: text(path) || '/', type: text(pathType) ?? '' };
      return [{ ingress, ...place, backend, node }];
    }),
  );
}

/** The hosts that an Ingress names in its rules, `''` for a rule of any host. */
export function hostsOf({ data }: Ingress): readonly string[] {
  return list(data.spec?.rules).map(({ host }) => (text(host) ?? '').toLowerCase());
}

/** The hosts for which an Ingress has a certificate; a `tls` entry without hosts is for those of its rules. */
export function tlsHostsOf(ingress: Ingress): readonly string[] {
  return list(ingress.data.spec?.tls).flatMap(({ hosts }) => {
    const named = texts(hosts).map((host) => host.toLowerCase());
    return named.length > 0 ? named : hostsOf(ingress);
  });
}

/** Which controller an Ingress is for, as far as the files tell. */
export type Taken =
  | { readonly by: string }
  /** It names a class that none of the IngressClasses of the world is. */
  | { readonly unknown: string; readonly known: readonly string[] }
  /** It names none, and no IngressClass of the world is the default. */
  | { readonly unnamed: true };

const oldAnnotation = 'kubernetes.io/ingress.class';
const defaultAnnotation = 'ingressclass.kubernetes.io/is-default-class';

/**
 * The controller that takes an Ingress: by its class, by the annotation that was there before classes, or by the default
 * class. Where the world shows no IngressClass at all, one is taken to be installed.
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class
 */
export function takenBy({ resources }: ClusterState, { data, metadata }: Ingress): Taken {
  const classes = lookup(resources).ofKind(group, 'IngressClass') as readonly Resource<Partial<IIngressClass>>[];
  const controllerOf = (name: string) => {
    const found = classes.find((one) => one.name === name);
    return found && (text(found.data.spec?.controller) ?? name);
  };
  const named = text(data.spec?.ingressClassName);
  if (named !== undefined) {
    const by = controllerOf(named) ?? (classes.length === 0 ? named : undefined);
    return by === undefined ? { unknown: named, known: classes.map(({ name }) => name) } : { by };
  }
  const older = text(metadata.annotations?.[oldAnnotation]);
  if (older !== undefined) return { by: controllerOf(older) ?? older };
  const usual = classes.find((one) => one.metadata.annotations?.[defaultAnnotation] === 'true');
  if (usual) return { by: text(usual.data.spec?.controller) ?? usual.name };
  return classes.length === 0 ? { by: '' } : { unnamed: true };
}

/** Whether a controller is ingress-nginx, by its name or by the class that it is usually given. */
export const isNginx = (controller: string): boolean => controller === 'nginx' || controller === 'k8s.io/ingress-nginx';
