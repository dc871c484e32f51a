import type { IResourceQuotaSpec } from 'kubernetes-models/v1';
import { code } from '../../../core/code.ts';
import { own } from '../../../core/own.ts';
import { ofKind, type Resource } from '../../../model/manifests/manifests.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { milliValue } from '../../../model/workloads/quantities.ts';
import { items, keysOf, object, text, texts } from '../../../model/workloads/values.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { law, type Say } from './law.ts';
import { isQuotaResource, isWholeResource } from './resource-names.ts';

const messages = {
  resource: {
    es: 'Una cuota no puede limitar `{resource}`: los hay como `requests.cpu`, `limits.memory`, `pods` o `count/deployments.apps`.',
    en: 'A quota cannot limit `{resource}`: there are ones such as `requests.cpu`, `limits.memory`, `pods` or `count/deployments.apps`.',
  },
  whole: {
    es: 'De `{resource}` solo hay enteros, y la cuota es {amount}.',
    en: 'There are only whole `{resource}`, and the quota is {amount}.',
  },
  scope: {
    es: '`{scope}` no es un ámbito de las cuotas: los hay {known}.',
    en: '`{scope}` is not a scope of quotas: there are {known}.',
  },
  notInScope: {
    es: 'El ámbito `{scope}` trata de pods o de discos, y `{resource}` no entra en él.',
    en: 'The scope `{scope}` is about pods or disks, and `{resource}` is not part of it.',
  },
  contradiction: {
    es: 'Nada está a la vez en los ámbitos `{first}` y `{second}`.',
    en: 'Nothing is in the scopes `{first}` and `{second}` at once.',
  },
  exists: {
    es: 'Con el ámbito `{scope}` el único operador es `Exists`.',
    en: 'With the scope `{scope}` the only operator is `Exists`.',
  },
  values: {
    es: '`{operator}` compara con una lista: le falta `values`.',
    en: '`{operator}` compares with a list: it lacks `values`.',
  },
  noValues: {
    es: '`{operator}` no compara con nada: quita `values`.',
    en: '`{operator}` compares with nothing: remove `values`.',
  },
} as const;

type Sayer = Say<typeof messages>;

/** @see https://kubernetes.io/docs/concepts/policy/resource-quotas/#quota-scopes */
const ofPods = ['pods', ...['cpu', 'memory'].flatMap((name) => [name, `limits.${name}`, `requests.${name}`])];
const scopes: Readonly<Record<string, readonly string[]>> = {
  Terminating: ofPods,
  NotTerminating: ofPods,
  BestEffort: ['pods'],
  NotBestEffort: ofPods,
  PriorityClass: ofPods,
  CrossNamespacePodAffinity: ofPods,
  VolumeAttributesClass: ['persistentvolumeclaims', 'requests.storage'],
};
const opposites = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
] as const;
const withValues = ['PriorityClass', 'VolumeAttributesClass'];

export const quotaLaw = law({
  messages,
  check(manifests, say) {
    for (const quota of ofKind<{ spec?: IResourceQuotaSpec }>(manifests, 'ResourceQuota', '')) {
      const spec = object(quota.data.spec);
      const hard = keysOf(spec?.hard);
      for (const resource of hard) checkAmount(quota, spec?.hard, resource, say);
      const listed = texts(spec?.scopes);
      checkScopes(quota, { holder: spec, field: 'scopes', scopes: listed, hard }, say);
      const selector = object(spec?.scopeSelector);
      const selected = items(selector?.matchExpressions);
      const names = selected.flatMap(({ scopeName }) => text(scopeName) ?? []);
      checkScopes(quota, { holder: selector, field: 'matchExpressions', scopes: names, hard }, say);
      for (const requirement of selected) checkRequirement(quota, requirement, say);
    }
  },
});

function checkAmount(quota: Resource, hard: unknown, resource: string, say: Sayer): void {
  const at = keySpanOf(hard, resource) ?? placeOf(quota, hard);
  const amount = own(hard as Record<string, unknown>, resource);
  if (!isQuotaResource(resource)) say('resource', at, { resource });
  else if (isWholeResource(resource) && (milliValue(amount) ?? 0) % 1000 !== 0)
    say('whole', placeOf(quota, hard, resource), { resource, amount: String(amount) });
}

interface Scoped {
  readonly holder: unknown;
  readonly field: string;
  readonly scopes: readonly string[];
  readonly hard: readonly string[];
}

function checkScopes(quota: Resource, { holder, field, scopes: names, hard }: Scoped, say: Sayer): void {
  const at = placeOf(quota, holder, field);
  for (const scope of names) {
    const allowed = own(scopes, scope);
    const foreign = hard.find(
      (resource) => !resource.includes('/') && isQuotaResource(resource) && !allowed?.includes(resource),
    );
    if (!allowed) say('scope', at, { scope, known: Object.keys(scopes).map(code) });
    else if (foreign !== undefined) say('notInScope', at, { scope, resource: foreign });
  }
  for (const [first, second] of opposites)
    if (names.includes(first) && names.includes(second)) say('contradiction', at, { first, second });
}

interface Requirement {
  readonly scopeName?: string;
  readonly operator?: string;
  readonly values?: readonly string[];
}

function checkRequirement(quota: Resource, requirement: Requirement, say: Sayer): void {
  const scope = text(requirement.scopeName);
  const operator = text(requirement.operator);
  const n = Array.isArray(requirement.values) ? requirement.values.length : 0;
  if (operator === undefined) return;
  const at = placeOf(quota, requirement, 'operator');
  if (scope !== undefined && Object.hasOwn(scopes, scope) && !withValues.includes(scope) && operator !== 'Exists')
    say('exists', at, { scope });
  else if (/^(?:Not)?In$/.test(operator) && n === 0) say('values', at, { operator });
  else if (/Exist/.test(operator) && n > 0) say('noValues', placeOf(quota, requirement, 'values'), { operator });
}
