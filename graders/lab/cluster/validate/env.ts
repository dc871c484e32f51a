import type { IEnvVar } from 'kubernetes-models/v1';
import { code } from '../../../core/code.ts';
import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { containersIn } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { isSet, items, keysOf, object, text } from '../../../model/workloads/values.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { isDivisor, isOneOfMap, isResourceField } from './downward.ts';
import { law, type Say } from './law.ts';

const messages = {
  name: {
    es: '`{name}` no sirve como nombre de variable: no puede estar vacío ni contener `=` o caracteres que no sean ASCII.',
    en: '`{name}` is not a valid variable name: it cannot be empty nor contain `=` or characters outside ASCII.',
  },
  both: {
    es: 'La variable `{name}` tiene `value` y `valueFrom`. Deja uno de los dos.',
    en: 'The variable `{name}` has `value` and `valueFrom`. Keep one of the two.',
  },
  noSource: {
    es: '`valueFrom` no dice de dónde sale el valor de `{name}`: falta `configMapKeyRef`, `secretKeyRef`, `fieldRef` o `resourceFieldRef`.',
    en: '`valueFrom` does not say where the value of `{name}` comes from: `configMapKeyRef`, `secretKeyRef`, `fieldRef` or `resourceFieldRef` is missing.',
  },
  sources: {
    es: 'El valor de `{name}` sale de varios sitios a la vez: {sources}. Deja uno.',
    en: 'The value of `{name}` comes from several places at once: {sources}. Keep one.',
  },
  field: {
    es: '`{field}` no es un campo del pod que se pueda leer desde una variable.',
    en: '`{field}` is not a field of the pod that a variable can read.',
  },
  version: {
    es: 'La versión de los campos de un pod es `v1`, no `{version}`.',
    en: 'The version of the fields of a pod is `v1`, not `{version}`.',
  },
  resource: {
    es: '`{resource}` no es un recurso que se pueda leer: los hay `limits.cpu`, `requests.memory` y parecidos.',
    en: '`{resource}` is not a resource that can be read: there are `limits.cpu`, `requests.memory` and the like.',
  },
  divisor: {
    es: 'El divisor es una unidad: `1` o `1m` para la CPU, y `1`, `1k`, `1Mi`… para lo que se mide en bytes.',
    en: 'The divisor is a unit: `1` or `1m` for CPU, and `1`, `1k`, `1Mi`… for what is measured in bytes.',
  },
  fromSource: {
    es: 'Cada entrada de `envFrom` nombra un `configMapRef` o un `secretRef`, y solo uno.',
    en: 'Each entry of `envFrom` names one `configMapRef` or one `secretRef`, and only one.',
  },
} as const;

export const envLaw = law({
  of: 'pods',
  messages,
  check(manifests, say) {
    for (const { container, template } of containersIn(manifests)) {
      for (const variable of items(container.env)) checkVariable(template.owner, variable, say);
      for (const source of items(container.envFrom)) {
        const named = [source.configMapRef, source.secretRef].filter(isSet);
        if (named.length !== 1) say('fromSource', placeOf(template.owner, source), {});
        const prefix = text(source.prefix);
        if (prefix !== undefined && !isVariable(prefix))
          say('name', placeOf(template.owner, source, 'prefix'), { name: prefix });
      }
    }
  },
});

const isVariable = (name: string): boolean => /^[ -<>-~]+$/.test(name);

function checkVariable(owner: Resource, variable: IEnvVar, say: Say<typeof messages>): void {
  const name = typeof variable.name === 'string' ? variable.name : undefined;
  if (name === undefined) return;
  if (!isVariable(name)) say('name', placeOf(owner, variable, 'name'), { name });
  const from = object(variable.valueFrom);
  if (!from) return;
  const at = keySpanOf(variable, 'valueFrom') ?? placeOf(owner, variable);
  const sources = keysOf(from).filter((key) => isSet(own(from as Record<string, unknown>, key)));
  if (text(variable.value) !== undefined) say('both', at, { name });
  else if (sources.length === 0) say('noSource', at, { name });
  else if (sources.length > 1) say('sources', at, { name, sources: sources.map(code) });
  const field = text(from.fieldRef?.fieldPath);
  if (field !== undefined && !isReadable(field)) say('field', placeOf(owner, from.fieldRef, 'fieldPath'), { field });
  const version = text(object(from.fieldRef)?.apiVersion);
  if (version !== undefined && version !== 'v1')
    say('version', placeOf(owner, from.fieldRef, 'apiVersion'), { version });
  const resource = object(from.resourceFieldRef);
  if (resource && !isResourceField(text(resource.resource) ?? ''))
    say('resource', placeOf(owner, resource, 'resource'), { resource: text(resource.resource) ?? '' });
  else if (resource && !isDivisor(resource)) say('divisor', placeOf(owner, resource, 'divisor'), {});
}

const readable = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'spec.host',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];

/** @see https://kubernetes.io/docs/concepts/workloads/pods/downward-api/#available-fields */
const isReadable = (field: string): boolean => readable.includes(field) || isOneOfMap(field);
