import type { IJobSpec } from 'kubernetes-models/batch/v1';
import type { Resource } from '../../../../model/manifests/manifests.ts';
import { isQualifiedName } from '../../../../model/workloads/names.ts';
import { placeOf } from '../../../../model/workloads/places.ts';
import { integer, isSet, items, object, text } from '../../../../model/workloads/values.ts';
import type { Say } from '../law.ts';
import type { messages } from './messages.ts';

type Sayer = Say<typeof messages>;
type FailureRule = NonNullable<IJobSpec['podFailurePolicy']>['rules'][number];
type ExitCodes = NonNullable<FailureRule['onExitCodes']>;

const mostRules = 20;

/** @see https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy */
export function checkFailurePolicy(owner: Resource, spec: IJobSpec, say: Sayer): void {
  const policy = object(spec.podFailurePolicy);
  if (!policy) return;
  const pod = object(object(spec.template)?.spec);
  if (pod?.restartPolicy !== 'Never') say('failurePolicy', placeOf(owner, spec, 'podFailurePolicy'), {});
  if (isSet(spec.podReplacementPolicy) && spec.podReplacementPolicy !== 'Failed')
    say('replacement', placeOf(owner, spec, 'podReplacementPolicy'), {});
  const rules = items(policy.rules);
  if (rules.length > mostRules)
    say('tooMany', placeOf(owner, policy, 'rules'), { field: 'rules', count: rules.length, limit: mostRules });
  const containers = [...items(pod?.containers), ...items(pod?.initContainers)].map(({ name }) => name);
  for (const rule of rules) checkRule(owner, spec, rule, containers, say);
}

function checkRule(
  owner: Resource,
  spec: IJobSpec,
  rule: FailureRule,
  containers: readonly string[],
  say: Sayer,
): void {
  const codes = object(rule.onExitCodes);
  const conditions = items(rule.onPodConditions);
  if ((codes !== undefined) === conditions.length > 0) say('oneCondition', placeOf(owner, rule, 'onPodConditions'), {});
  if (rule.action === 'FailIndex' && !isSet(spec.backoffLimitPerIndex))
    say('failIndex', placeOf(owner, rule, 'action'), {});
  if (codes) checkExitCodes(owner, codes, containers, say);
  if (conditions.length > mostRules) {
    const data = { field: 'onPodConditions', count: conditions.length, limit: mostRules };
    say('tooMany', placeOf(owner, rule, 'onPodConditions'), data);
  }
  for (const condition of conditions) {
    const type = text(condition.type) ?? '';
    if (!isQualifiedName(type)) say('condition', placeOf(owner, condition, 'type'), { type });
  }
}

const mostCodes = 255;

function checkExitCodes(owner: Resource, codes: ExitCodes, containers: readonly string[], say: Sayer): void {
  const name: unknown = codes.containerName;
  if (typeof name === 'string' && !containers.includes(name))
    say('exitContainer', placeOf(owner, codes, 'containerName'), { name });
  const written: readonly unknown[] = Array.isArray(codes.values) ? codes.values : [];
  const values = written.map((value) => integer(value) ?? 0);
  const at = placeOf(owner, codes, 'values');
  const ascend = values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0));
  if (values.length === 0 || !ascend) say('exitCodes', at, {});
  if (values.length > mostCodes) say('tooMany', at, { field: 'values', count: values.length, limit: mostCodes });
  if (codes.operator === 'In' && values.includes(0)) say('exitZero', at, {});
}
