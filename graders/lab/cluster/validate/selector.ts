import { code } from '../../../core/code.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { isDnsSubdomain, isLabelValue, isQualifiedName } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import type { LabelRequirement } from '../../../model/workloads/selectors.ts';
import { podTemplateOf } from '../../../model/workloads/templates.ts';
import { isObject, items, pairs, text, texts } from '../../../model/workloads/values.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { law, type Say } from './law.ts';

const messages = {
  operator: {
    es: '`{operator}` no es un operador: los hay {known}.',
    en: '`{operator}` is not an operator: there are {known}.',
  },
  needsValues: {
    es: '`{operator}` compara con una lista: le falta `values`.',
    en: '`{operator}` compares with a list: it lacks `values`.',
  },
  takesNone: {
    es: '`{operator}` solo mira si la clave está: quita `values`.',
    en: '`{operator}` only looks whether the key is there: remove `values`.',
  },
  needsNumber: {
    es: '`{operator}` compara con un solo número entero, entre comillas: `values: ["8"]`.',
    en: '`{operator}` compares with a single whole number, in quotes: `values: ["8"]`.',
  },
  field: {
    es: 'De los campos de un nodo solo elige `metadata.name`, con `In` o `NotIn` y un nombre: `values: [nodo-1]`.',
    en: 'Of the fields of a node only `metadata.name` chooses, with `In` or `NotIn` and one name: `values: [node-1]`.',
  },
  key: {
    es: '`{key}` no puede ser la clave de una etiqueta.',
    en: '`{key}` cannot be the key of a label.',
  },
  value: {
    es: '`{value}` no puede ser el valor de una etiqueta.',
    en: '`{value}` cannot be the value of a label.',
  },
} as const;

export const selectorLaw = law({
  messages,
  check({ resources }, say) {
    for (const resource of resources) {
      if (!isBuiltIn(resource)) continue;
      const { spec, aggregationRule } = resource.data as { spec?: unknown; aggregationRule?: unknown };
      visit(resource, spec ?? aggregationRule, labelled, say);
    }
  },
});

/** The kinds whose `matchExpressions` the API server itself reads. What an autoscaler selects are metrics, with labels of their own. */
const isBuiltIn = ({ group, kind }: Resource): boolean =>
  ['', 'apps', 'batch', 'policy', 'networking.k8s.io', 'rbac.authorization.k8s.io'].includes(group) &&
  kind !== 'ConfigMap';

/** What expressions choose among, and what is asked of the values they compare with. */
interface Chosen {
  readonly operators: readonly string[];
  /** Those of a preference may be no values of labels. */
  readonly anyValue?: true;
}

/**
 * Finds every `matchExpressions` and `matchLabels`, however deep. Those that choose nodes also compare numbers; the
 * scopes of a quota look like selectors, and are not.
 */
function visit(resource: Resource, value: unknown, chosen: Chosen, say: Say<typeof messages>): void {
  if (Array.isArray(value)) for (const item of value) visit(resource, item, chosen, say);
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== 'object' || inner === null || key === 'scopeSelector') continue;
    if (key === 'matchFields') for (const one of items(inner as LabelRequirement[])) checkField(resource, one, say);
    if (key === 'matchLabels') checkLabels(resource, inner, say);
    else if (key !== 'matchExpressions') visit(resource, inner, chosenIn(key, chosen), say);
    else for (const one of items(inner as LabelRequirement[])) checkRequirement(resource, one, chosen, say);
  }
}

/** @see https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/core/validation/validation.go `validateNodeAffinity` */
function chosenIn(key: string, around: Chosen): Chosen {
  if (key === 'nodeAffinity') return nodes;
  return around === nodes && key.startsWith('preferred') ? { ...nodes, anyValue: true } : around;
}

/** The selector of a workload has its labels looked at where labels are. */
function checkLabels(owner: Resource, labels: object, say: Say<typeof messages>): void {
  if (labels === podTemplateOf(owner)?.selector?.matchLabels) return;
  for (const [key, value] of pairs(labels as Record<string, string>)) {
    const at = placeOf(owner, labels, key);
    if (!isQualifiedName(key)) say('key', keySpanOf(labels, key) ?? at, { key });
    else if (!isLabelValue(value)) say('value', at, { value });
  }
}

/** Of the fields of a node only its name chooses. */
function checkField(owner: Resource, one: LabelRequirement, say: Say<typeof messages>): void {
  const isName = one.key === 'metadata.name' && sets.includes(text(one.operator) ?? '');
  const [name, ...more] = Array.isArray(one.values) ? (one.values as readonly unknown[]) : [];
  if (!isName || more.length > 0 || typeof name !== 'string' || !isDnsSubdomain(name))
    say('field', placeOf(owner, one), {});
}

const sets = ['In', 'NotIn'];
const presence = ['Exists', 'DoesNotExist'];
const numbers = ['Gt', 'Lt'];
const labelled: Chosen = { operators: [...sets, ...presence] };
const nodes: Chosen = { operators: [...labelled.operators, ...numbers] };

/** Values that are `null` are empty texts to the API server. */
const countOf = (values: unknown): number => (Array.isArray(values) ? values.length : 0);

/** Nobody asks here whether `Gt` and `Lt` compare with a number: `kubernetes/compares-no-number` tells people. */
function checkRequirement(owner: Resource, one: LabelRequirement, chosen: Chosen, say: Say<typeof messages>): void {
  const operator = text(one.operator);
  const key = text(one.key);
  const values = texts(one.values);
  if (key !== undefined && !isQualifiedName(key)) say('key', placeOf(owner, one, 'key'), { key });
  if (operator === undefined) return;
  const known = chosen.operators;
  const at = placeOf(owner, one, 'operator');
  if (!known.includes(operator)) say('operator', at, { operator, known: known.map(code) });
  else if (sets.includes(operator) && countOf(one.values) === 0) say('needsValues', at, { operator });
  else if (presence.includes(operator) && values.length > 0)
    say('takesNone', placeOf(owner, one, 'values'), { operator });
  else if (numbers.includes(operator) && countOf(one.values) !== 1) say('needsNumber', at, { operator });
  if (chosen.anyValue || presence.includes(operator)) return;
  const wrong = values.find((value) => !isLabelValue(value));
  if (wrong !== undefined) say('value', placeOf(owner, one, 'values'), { value: wrong });
}
