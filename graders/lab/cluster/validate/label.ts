import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { isLabelValue, isQualifiedName } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { podTemplateOf } from '../../../model/workloads/templates.ts';
import { isObject, keysOf, pairs } from '../../../model/workloads/values.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { ephemeralsOf } from './claim.ts';
import { law } from './law.ts';

export const labelLaw = law({
  messages: {
    key: {
      es: 'La clave `{key}` no es válida: es un nombre de hasta 63 letras, cifras, `-`, `_` o `.`, con un prefijo DNS opcional (`empresa.com/nombre`).',
      en: 'The key `{key}` is not valid: it is a name of at most 63 letters, digits, `-`, `_` or `.`, with an optional DNS prefix (`company.com/name`).',
    },
    value: {
      es: 'El valor `{value}` de la etiqueta `{key}` no es válido: hasta 63 letras, cifras, `-`, `_` o `.`, y empieza y acaba en letra o cifra.',
      en: 'The value `{value}` of the label `{key}` is not valid: at most 63 letters, digits, `-`, `_` or `.`, starting and ending with a letter or digit.',
    },
    level: {
      es: '`{value}` no es un nivel de Pod Security: los hay `privileged`, `baseline` y `restricted`. La API no crea el espacio de nombres.',
      en: '`{value}` is not a Pod Security level: the levels are `privileged`, `baseline` and `restricted`. The API does not create the namespace.',
    },
    version: {
      es: '`{value}` no es una versión de Pod Security: es `latest` o una como `v1.31`. La API no crea el espacio de nombres.',
      en: '`{value}` is not a Pod Security version: it is `latest` or one such as `v1.31`. The API does not create the namespace.',
    },
  },
  check({ resources }, say) {
    const checkKeys = (resource: Resource, map: unknown, normal: (key: string) => string = (key) => key) => {
      for (const key of keysOf(map)) {
        if (!isQualifiedName(normal(key))) say('key', keySpanOf(map, key) ?? placeOf(resource, map), { key });
      }
    };
    const checkLabels = (resource: Resource, map: unknown) => {
      checkKeys(resource, map);
      for (const [key, value] of pairs(map as Record<string, string>)) {
        if (!isLabelValue(value)) say('value', placeOf(resource, map, key), { key, value });
      }
    };
    for (const resource of resources) {
      for (const map of labelMaps(resource)) checkLabels(resource, map);
      for (const [key, value] of securityLabels(resource)) {
        const at = placeOf(resource, resource.metadata.labels, key);
        if (key.endsWith('-version') && !/^(?:latest|v1\.(?:0|[1-9]\d{0,3}))$/.test(value))
          say('version', at, { value });
        if (!key.endsWith('-version') && !levels.includes(value)) say('level', at, { value });
      }
      for (const map of annotationMaps(resource)) checkKeys(resource, map, (key) => key.toLowerCase());
    }
  },
});

const levels = ['privileged', 'baseline', 'restricted'];

/**
 * Labels that ask Pod Security for a level, or for the level as it was in a version: a namespace is refused when it asks
 * for one there is not.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces
 */
function securityLabels({ group, kind, metadata }: Resource): readonly (readonly [string, string])[] {
  if (group !== '' || kind !== 'Namespace') return [];
  return pairs(metadata.labels as Record<string, string>).filter(([key]) =>
    /^pod-security\.kubernetes\.io\/(?:enforce|audit|warn)(?:-version)?$/.test(key),
  );
}

/** The metadata of an object, and of what is made of it. */
export function metadataOf(resource: Resource): readonly unknown[] {
  const claims = ephemeralsOf(resource).map(({ template }) => at(template, 'metadata'));
  return [resource.metadata, podTemplateOf(resource)?.metadata, ...claims];
}

/** Every map of labels of an object that the API server checks. */
function labelMaps(resource: Resource): Set<unknown> {
  const template = podTemplateOf(resource);
  return new Set([
    ...metadataOf(resource).map((metadata) => at(metadata, 'labels')),
    template?.selector?.matchLabels,
    template?.spec.nodeSelector,
    ...(resource.group === '' && resource.kind === 'Service' ? [at(resource.data, 'spec', 'selector')] : []),
  ]);
}

const annotationMaps = (resource: Resource): Set<unknown> =>
  new Set(metadataOf(resource).map((metadata) => at(metadata, 'annotations')));

function at(data: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (isObject(value) ? own(value, key) : undefined), data);
}
