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
      name: 'a `null` in a list counts as absent and not as an empty text: a reader is told of the empty line by the schema',
      page: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
      covers: (manifest: JsonObject) => holdsNull(manifest),
    },
  ],
};

function holdsNull(value: Json): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.some((item: Json) => item === null || holdsNull(item));
  return Object.values(value).some(holdsNull);
}
