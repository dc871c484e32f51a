import type { Json, JsonObject } from '../../../core/json.ts';
import { refusalsOf } from '../../../lab/cluster/index.ts';
import { readManifests } from '../../../model/manifests/read.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import { mutant } from '../mutate/mutate.ts';
import type { Part } from '../part.ts';

/** What the API server says of a manifest. */
interface Verdict {
  readonly refused: boolean;
  readonly reasons: readonly string[];
}

function isRefused(manifest: JsonObject): boolean {
  const file = parseYaml({ path: 'manifest.json', text: JSON.stringify(manifest) });
  const { resources, findings } = readManifests(file, 'answer');
  return findings.some(({ severity }) => severity === 'error') || resources.some((one) => refusalsOf(one).length > 0);
}

export const validation: Part = {
  name: 'validation',
  what: 'manifests that the API server refuses by themselves',
  upstream: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
  make: mutant,
  answer: isRefused,
  heard: ({ refused }: Verdict) => refused,
  kindOf: ({ kind }: JsonObject, ours: boolean) =>
    `${String(kind)}: ${ours ? 'refused here alone' : 'refused upstream alone'}`,
  deviations: [
    {
      name: 'a `null` in a list, or as the value of a label or of another text by name, counts as absent and not as an empty text: a reader is told of the empty line by the schema',
      page: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
      input: { apiVersion: 'v1', kind: 'Endpoints', metadata: { name: 'a' }, subsets: [null] },
      covers: (manifest: JsonObject) => holdsNull(manifest),
    },
    {
      name: 'bytes are text in base64: a list of numbers is not taken for them',
      page: 'https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/config-map-v1/',
      input: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, binaryData: { b: [] } },
      covers: ({ data, binaryData }: JsonObject, { refused }: Verdict) =>
        !refused && [data, binaryData].some((bytes) => Object.values(bytes ?? {}).some(Array.isArray)),
    },
    {
      name: 'an empty `protocol` in Endpoints, where EndpointSlices refuse it, is an error in both',
      page: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/endpoints-v1/',
      input: {
        apiVersion: 'v1',
        kind: 'Endpoints',
        metadata: { name: 'a' },
        subsets: [{ addresses: [{ ip: '10.1.2.3' }], ports: [{ port: 80, protocol: '' }] }],
      },
      covers: ({ kind, subsets }: JsonObject, { refused }: Verdict) =>
        kind === 'Endpoints' && !refused && JSON.stringify(subsets).includes('"protocol":""'),
    },
    {
      name: 'a pod without `serviceAccountName` may have tokens: a plugin of admission, not asked here, names the account before',
      page: 'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#serviceaccount-admission-controller',
      input: {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'a' },
        spec: {
          containers: [{ name: 'a', image: 'a' }],
          volumes: [{ name: 'b', projected: { sources: [{ serviceAccountToken: { path: 'c' } }] } }],
        },
      },
      covers: (_: JsonObject, { reasons }: Verdict) =>
        reasons.every((one) => /when serviceAccountName is not set/.test(one)) && reasons.length > 0,
    },
  ],
};

/** Fields whose values are texts by name. */
const texts: ReadonlySet<string> = new Set([
  'labels',
  'annotations',
  'matchLabels',
  'selector',
  'nodeSelector',
  'stringData',
]);

function holdsNull(value: Json): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.some((item: Json) => item === null || holdsNull(item));
  return Object.entries(value).some(
    ([key, inner]) => holdsNull(inner) || (texts.has(key) && Object.values(inner ?? {}).includes(null)),
  );
}
