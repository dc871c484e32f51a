import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { isDnsLabel, isQualifiedName } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { integer, isObject, isSet, items, object, pairs, text, texts } from '../../../model/workloads/values.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { metadataOf } from './label.ts';
import { law, type Say } from './law.ts';
import { isBuiltInGroup } from './name.ts';

const messages = {
  namespace: {
    es: '`{namespace}` no sirve como espacio de nombres: hasta 63 minúsculas, cifras y `-`, sin `-` en los extremos.',
    en: '`{namespace}` is not a valid namespace: at most 63 lowercase letters, digits and `-`, no `-` at the ends.',
  },
  finalizer: {
    es: '`{finalizer}` no sirve como finalizador: lleva delante el dominio de quien lo atiende, como `empresa.com/limpieza`.',
    en: '`{finalizer}` is not a valid finalizer: it carries the domain of who attends to it, as in `company.com/cleanup`.',
  },
  owner: {
    es: 'Cada dueño de `ownerReferences` se nombra con `apiVersion`, `kind`, `name` y `uid`: falta `{field}`.',
    en: 'Each owner in `ownerReferences` is named by `apiVersion`, `kind`, `name` and `uid`: `{field}` is missing.',
  },
  controllers: {
    es: 'Un objeto tiene un solo dueño con `controller: true`, y este lleva {count}.',
    en: 'An object has a single owner with `controller: true`, and this one has {count}.',
  },
  generation: {
    es: '`generation` cuenta los cambios y no puede ser negativo.',
    en: '`generation` counts the changes and cannot be negative.',
  },
  annotations: {
    es: 'Las anotaciones ocupan {size} bytes y entre todas no pueden pasar de 262144.',
    en: 'The annotations take {size} bytes, and together they cannot exceed 262144.',
  },
  managed: {
    es: '`managedFields` lo escribe el clúster, con `operation: Apply` o `Update` y `fieldsType: FieldsV1`. Quítalo.',
    en: '`managedFields` is written by the cluster, with `operation: Apply` or `Update` and `fieldsType: FieldsV1`. Remove it.',
  },
} as const;

type Sayer = Say<typeof messages>;

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/ */
const largestAnnotations = 256 * 1024;

/** Finalizers without a domain, which Kubernetes itself attends to. */
const standard = ['kubernetes', 'orphan', 'foregroundDeletion'];

/** Groups that take no other finalizer without a domain. */
const domainGroups = [
  '',
  'apps',
  'autoscaling',
  'batch',
  'discovery.k8s.io',
  'networking.k8s.io',
  'rbac.authorization.k8s.io',
  'scheduling.k8s.io',
  'storage.k8s.io',
];

export const metadataLaw = law({
  messages,
  check({ resources }, say) {
    for (const resource of resources) if (isBuiltInGroup(resource.group)) checkMetadata(resource, say);
  },
});

interface Metadata {
  readonly finalizers?: readonly string[];
  readonly ownerReferences?: readonly Readonly<Record<string, unknown>>[];
  readonly generation?: unknown;
  readonly managedFields?: unknown;
  readonly annotations?: Readonly<Record<string, string>>;
}

function checkMetadata(resource: Resource, say: Sayer): void {
  const metadata = resource.metadata as Metadata;
  const { namespace } = resource;
  if (namespace !== undefined && !isDnsLabel(namespace))
    say('namespace', placeOf(resource, metadata, 'namespace'), { namespace });
  checkFinalizers(resource, metadata, say);
  if (resource.group === '' && resource.kind === 'Namespace')
    checkFinalizers(resource, object((resource.data as { spec?: Metadata }).spec), say);
  checkOwners(resource, metadata, say);
  if ((integer(metadata.generation) ?? 0) < 0 && !counts(resource))
    say('generation', placeOf(resource, metadata, 'generation'), {});
  for (const one of metadataOf(resource)) checkSize(resource, one as Metadata | undefined, say);
  if (!areManaged(metadata.managedFields)) say('managed', placeOf(resource, metadata, 'managedFields'), {});
}

/** All annotations of an object, of the pods it makes or of their disks, together. */
function checkSize(resource: Resource, metadata: Metadata | undefined, say: Sayer): void {
  const { annotations } = metadata ?? {};
  const letters = pairs(annotations).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  const isShort = letters * mostBytes <= largestAnnotations;
  const size = isShort ? 0 : pairs(annotations).reduce((sum, [key, value]) => sum + bytes(key) + bytes(value), 0);
  if (size > largestAnnotations) say('annotations', placeOf(resource, metadata, 'annotations'), { size });
}

/** Of one character of a text in UTF-8: what takes four bytes counts as two characters. */
const mostBytes = 3;

/** In UTF-8. */
const bytes = (value: string): number => [...value].reduce((sum, letter) => sum + width(letter.codePointAt(0) ?? 0), 0);

const width = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);

function checkFinalizers(resource: Resource, holder: Metadata | undefined, say: Sayer): void {
  for (const [index, finalizer] of texts(holder?.finalizers).entries()) {
    const isPlain = isQualifiedName(finalizer) && !finalizer.includes('/');
    const needsDomain = domainGroups.includes(resource.group);
    if (isQualifiedName(finalizer) && (!isPlain || !needsDomain || standard.includes(finalizer))) continue;
    say('finalizer', spanOf(holder?.finalizers, index) ?? placeOf(resource, holder, 'finalizers'), { finalizer });
  }
}

function checkOwners(resource: Resource, metadata: Metadata, say: Sayer): void {
  const owners = items(metadata.ownerReferences);
  for (const owner of owners) {
    const field = ['apiVersion', 'kind', 'name', 'uid'].find((one) => text(own(owner, one)) === undefined);
    if (field !== undefined) say('owner', placeOf(resource, owner), { field });
  }
  const count = owners.filter(({ controller }) => controller === true).length;
  if (count > 1) say('controllers', placeOf(resource, metadata, 'ownerReferences'), { count });
}

/** Kinds whose generation the API server sets itself when they are created. */
const counts = ({ group, kind }: Resource): boolean =>
  group === 'apps' ||
  group === 'batch' ||
  group === 'policy' ||
  group === 'networking.k8s.io' ||
  group === 'discovery.k8s.io' ||
  group === 'admissionregistration.k8s.io' ||
  ['Pod', 'PodTemplate', 'ReplicationController', 'PriorityClass'].includes(kind);

function areManaged(fields: unknown): boolean {
  if (!isSet(fields)) return true;
  if (!Array.isArray(fields)) return false;
  if (fields.some((one) => isSet(one) && !isObject(one))) return false;
  return items(fields as readonly Readonly<Record<string, unknown>>[]).every(
    ({ operation, fieldsType }) =>
      (operation === 'Apply' || operation === 'Update') &&
      (!isSet(fieldsType) || fieldsType === '' || fieldsType === 'FieldsV1'),
  );
}
