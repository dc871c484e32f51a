import { remembered } from '../../../core/memo.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { type Fields, madeObject } from '../../cluster/index.ts';

/** A kind that a mesh defines: its plural, its group, the version that is stored and whether it lives in a namespace. */
export interface Definition {
  readonly kind: string;
  readonly plural: string;
  readonly group: string;
  readonly version: string;
  readonly short?: readonly string[];
  readonly cluster?: true;
  /** Columns that `kubectl get` shows, by their names: where each value is. */
  readonly columns?: readonly (readonly [string, string])[];
}

/** `Kind plural group version short | Column=.path …`, a line each. */
export function definitions(text: string): readonly Definition[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [what = '', shown = ''] = line.split('|').map((part) => part.trim());
      const [kind = '', plural = '', group = '', version = '', short] = what.split(/\s+/);
      const columns = shown
        .split(/\s+/)
        .filter(Boolean)
        .map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)] as const);
      return {
        ...{ kind, plural, group, version },
        ...(short !== undefined && { short: short.split(',') }),
        ...(columns.length > 0 && { columns }),
      };
    });
}

/** The CustomResourceDefinition of a kind. Its schema is left open here: what a field may hold is decided by the lab of the mesh. */
export function definitionObject(one: Definition, labels: Readonly<Record<string, string>>): Fields {
  const { kind, plural, group, version, short, cluster, columns } = one;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}`, labels },
    spec: {
      group,
      scope: cluster ? 'Cluster' : 'Namespaced',
      names: {
        kind,
        listKind: `${kind}List`,
        plural,
        singular: kind.toLowerCase(),
        ...(short && { shortNames: short }),
      },
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          ...(columns && {
            additionalPrinterColumns: columns.map(([name, jsonPath]) => ({
              ...{ name, jsonPath },
              type: name === 'Age' ? 'date' : 'string',
            })),
          }),
          schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
        },
      ],
    },
  };
}

/** What is common to the pieces of a control plane. */
export interface Piece {
  readonly namespace: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly containers: readonly Fields[];
  readonly initContainers?: readonly Fields[];
  readonly annotations?: Readonly<Record<string, string>>;
  readonly replicas?: number;
}

export function serviceAccount(namespace: string, name: string, labels: Readonly<Record<string, string>>): Fields {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace, labels } };
}

export function deployment({
  namespace,
  name,
  labels,
  containers,
  initContainers,
  annotations,
  replicas = 1,
}: Piece): Fields {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, ...(annotations && { annotations }) },
        spec: { serviceAccountName: name, ...(initContainers && { initContainers }), containers },
      },
    },
  };
}

export function service(
  namespace: string,
  name: string,
  selector: Readonly<Record<string, string>>,
  ports: readonly Fields[],
  type = 'ClusterIP',
): Fields {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, labels: selector },
    spec: { type, selector, ports },
  };
}

/** A webhook registration; `namespaces` and `objects` are told by its mesh and not modelled. */
export function webhooks(
  kind: 'MutatingWebhookConfiguration' | 'ValidatingWebhookConfiguration',
  name: string,
  labels: Readonly<Record<string, string>>,
  hook: { readonly name: string; readonly service: string; readonly namespace: string; readonly path: string },
): Fields {
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind,
    metadata: { name, labels },
    webhooks: [
      {
        name: hook.name,
        admissionReviewVersions: ['v1'],
        sideEffects: 'None',
        clientConfig: { service: { name: hook.service, namespace: hook.namespace, path: hook.path } },
      },
    ],
  };
}

/** Objects of a program as the API server gets them: those that say the same are the same, and what follows from them is worked out once. */
export const asResources = (objects: readonly Fields[]): readonly Resource[] =>
  objects.map((one) => made(JSON.stringify(one)));

/** A control plane has about fifty objects, of some hundred characters each. */
const made = remembered(200, (text): Resource => madeObject(JSON.parse(text) as Fields), 10_000);
