import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { isDnsLabel, isDnsSubdomain, isPathSegment } from '../../../model/workloads/names.ts';
import { placeOf, titleOf } from '../../../model/workloads/places.ts';
import { law } from './law.ts';

type Format = 'label' | 'subdomain' | 'segment';

/** Kinds whose name is stricter or looser than the usual DNS subdomain. */
const formats: Readonly<Record<string, Format>> = {
  '/Namespace': 'label',
  '/Service': 'label',
  'apps/StatefulSet': 'label',
  'rbac.authorization.k8s.io/Role': 'segment',
  'rbac.authorization.k8s.io/ClusterRole': 'segment',
  'rbac.authorization.k8s.io/RoleBinding': 'segment',
  'rbac.authorization.k8s.io/ClusterRoleBinding': 'segment',
  'policy/PodDisruptionBudget': 'segment',
  'certificates.k8s.io/CertificateSigningRequest': 'segment',
  'certificates.k8s.io/ClusterTrustBundle': 'segment',
};

/** Groups of the API server itself, whose names are known to be checked as said here. */
const checkedGroups = ['', 'apps', 'autoscaling', 'batch', 'policy'];
export const isBuiltInGroup = (group: string): boolean =>
  checkedGroups.includes(group) ||
  (group.endsWith('.k8s.io') && !group.endsWith('config.k8s.io') && !group.includes('.x-'));

const isValid: Readonly<Record<Format, (name: string) => boolean>> = {
  label: isDnsLabel,
  subdomain: isDnsSubdomain,
  segment: isPathSegment,
};

/** A CronJob adds eleven characters to its name for each Job, which must still fit in a label. */
const longestCronJob = 52;
const longestLabel = 63;

export const nameLaw = law({
  messages: {
    subdomain: {
      es: '`{name}` no sirve como nombre de {kind:un|una} {kind}: solo admite minúsculas, cifras, `-` y `.`, empieza y acaba en letra o cifra, y no pasa de 253 caracteres.',
      en: '`{name}` is not a valid name for a {kind}: use only lowercase letters, digits, `-` and `.`, start and end with a letter or digit, at most 253 characters.',
    },
    label: {
      es: '`{name}` no sirve como nombre de {kind:un|una} {kind}: solo admite minúsculas, cifras y `-`, empieza y acaba en letra o cifra, y no pasa de 63 caracteres.',
      en: '`{name}` is not a valid name for a {kind}: use only lowercase letters, digits and `-`, start and end with a letter or digit, at most 63 characters.',
    },
    segment: {
      es: '`{name}` no sirve como nombre de {kind:un|una} {kind}: no puede ser `.` ni `..`, ni contener `/` o `%`.',
      en: '`{name}` is not a valid name for a {kind}: it cannot be `.` or `..`, nor contain `/` or `%`.',
    },
    generate: {
      es: '`{prefix}` no sirve como principio del nombre de {kind:un|una} {kind}, que tiene que ser válido con lo que se le añade.',
      en: '`{prefix}` is not valid as the beginning of the name of a {kind}, which must be valid with what is added to it.',
    },
    job: {
      es: 'El nombre de este Job tiene {length} caracteres y no puede pasar de 63: es también el valor de una etiqueta de sus pods.',
      en: 'The name of this Job has {length} characters and 63 is the most: it is also the value of a label of its pods.',
    },
    cronJob: {
      es: 'El nombre de este CronJob tiene {length} caracteres y no puede pasar de 52: cada Job que crea le añade un sufijo.',
      en: 'The name of this CronJob has {length} characters and 52 is the most: every Job it creates adds a suffix to it.',
    },
  },
  check({ resources }, say) {
    for (const resource of resources) {
      const { group, kind, name } = resource;
      if (!isBuiltInGroup(group)) continue;
      const format = formatOf(resource);
      const prefix = resource.metadata.generateName;
      // Of this kind, all but a slash is only looked at in the name that is made of it: not beside a name that is given.
      const idle = kind === 'ReplicationController' && name !== '';
      if (
        typeof prefix === 'string' &&
        prefix !== '' &&
        (!idle || prefix.includes('/')) &&
        !isValid[format](beginning(prefix))
      )
        say('generate', placeOf(resource, resource.metadata, 'generateName'), { prefix, kind });
      if (name === '') continue;
      if (!isValid[format](name)) say(format, titleOf(resource), { name, kind });
      else if (kind === 'Job' && name.length > longestLabel) say('job', titleOf(resource), { length: name.length });
      else if (kind === 'CronJob' && name.length > longestCronJob)
        say('cronJob', titleOf(resource), { length: name.length });
    }
  },
});

/** A dash at the end is fine where more follows. */
const beginning = (prefix: string): string => (prefix.length > 1 ? prefix.replace(/-$/, 'a') : prefix);

function formatOf({ group, kind }: Resource): Format {
  return own(formats, `${group}/${kind}`) ?? 'subdomain';
}
