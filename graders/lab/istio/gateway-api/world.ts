import { lastMemo } from '../../../core/memo.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { type Fields, fields, fieldsList, textPairs } from '../../../model/mesh/fields.ts';
import { gatewayGroup } from '../../../model/mesh/gateway-api.ts';
import { text } from '../../../model/workloads/values.ts';
import type { ClusterState } from '../../cluster/index.ts';
import { refusalsOf } from '../validate/validate.ts';

/** What `istiod` looks at when it reads Gateways and their routes. */
export interface ApiWorld {
  /** Those of classes that it serves routes for. */
  readonly gateways: readonly Resource[];
  /** Of every kind that is read, by age, as they compete. */
  readonly routes: readonly Resource[];
  readonly namespaces: readonly { readonly name: string; readonly labels: Readonly<Record<string, string>> }[];
  hasService(namespace: string, name: string): boolean;
  /** Undefined where Secrets are made elsewhere, and one that is not seen may be there. */
  hasSecret(namespace: string, name: string): boolean | undefined;
  /** Whether a ReferenceGrant lets objects of one kind and namespace name another one. */
  isGranted(from: { readonly kind: string; readonly namespace: string }, to: Target): boolean;
}

export interface Target {
  readonly kind: 'Service' | 'Secret';
  readonly namespace: string;
  readonly name: string;
}

/** Kinds of routes that are read here. */
export const apiRouteKinds: readonly string[] = ['HTTPRoute', 'GRPCRoute', 'TLSRoute'];

/** Classes whose Gateways `istiod` configures. */
const gatewayClasses: readonly string[] = ['istio', 'istio-waypoint'];

/** The objects of a cluster as they are for the Gateway API; each cluster is read once. */
export function apiWorldOf({ resources, asCreated }: Pick<ClusterState, 'resources' | 'asCreated'>): ApiWorld {
  return worldOf(resources, asCreated === true);
}

const worldOf = lastMemo((kept: boolean, asked: boolean) => kept === asked, read);

function read(resources: readonly Resource[], asCreated: boolean): ApiWorld {
  const ofApi = resources.filter(({ group }) => group === gatewayGroup);
  const named = (kind: string) =>
    new Set(
      resources
        .filter((one) => one.kind === kind && one.group === '')
        .map(({ namespace, name }) => `${namespace ?? 'default'}/${name}`),
    );
  const [services, secrets] = [named('Service'), named('Secret')];
  const admitted = ofApi.filter((one) => refusalsOf(one).length === 0);
  const grants = ofApi.filter(({ kind }) => kind === 'ReferenceGrant');
  return {
    gateways: admitted.filter(({ kind, data }) => kind === 'Gateway' && isServed(fields(fields(data).spec))),
    routes: admitted.filter(({ kind }) => apiRouteKinds.includes(kind)).sort(byNamespace),
    namespaces: resources
      .filter(({ kind, group }) => kind === 'Namespace' && group === '')
      .map(({ name, metadata }) => ({
        name,
        labels: Object.fromEntries([...textPairs(metadata.labels), ['kubernetes.io/metadata.name', name]]),
      })),
    hasService: (namespace, name) => services.has(`${namespace}/${name}`),
    hasSecret: (namespace, name) => secrets.has(`${namespace}/${name}`) || (asCreated ? false : undefined),
    isGranted: (from, to) => grants.some((grant) => grantsIt(grant, from, to)),
  };
}

const isServed = ({ gatewayClassName }: Fields): boolean =>
  typeof gatewayClassName === 'string' && gatewayClasses.includes(gatewayClassName);

function grantsIt(
  { namespace = 'default', data }: Resource,
  from: { kind: string; namespace: string },
  to: Target,
): boolean {
  const spec = fields(fields(data).spec);
  return (
    namespace === to.namespace &&
    fieldsList(spec.from).some(
      (one) => one.group === gatewayGroup && one.kind === from.kind && one.namespace === from.namespace,
    ) &&
    fieldsList(spec.to).some(
      (one) => one.group === '' && one.kind === to.kind && (one.name === undefined || text(one.name) === to.name),
    )
  );
}

/**
 * The order in which routes of one age compete: by namespace, then by name. What a world gives is older than what is applied
 * to it.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule
 */
function byNamespace(a: Resource, b: Resource): number {
  if (a.origin !== b.origin) return a.origin === 'given' ? -1 : 1;
  const [left, right] = [a, b].map(({ namespace = 'default', name }) => [namespace, name] as const);
  const index = left?.[0] === right?.[0] ? 1 : 0;
  const [one = '', other = ''] = [left?.[index], right?.[index]];
  return one < other ? -1 : one > other ? 1 : 0;
}
