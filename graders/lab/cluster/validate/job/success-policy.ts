import type { IJobSpec } from 'kubernetes-models/batch/v1';
import type { Resource } from '../../../../model/manifests/manifests.ts';
import { placeOf } from '../../../../model/workloads/places.ts';
import { integer, isSet, items, object } from '../../../../model/workloads/values.ts';
import type { Say } from '../law.ts';
import type { messages } from './messages.ts';

type Sayer = Say<typeof messages>;
type SuccessRule = NonNullable<IJobSpec['successPolicy']>['rules'][number];

const mostRules = 20;
/** In characters. */
const longest = 64 * 1024;

/** @see https://kubernetes.io/docs/concepts/workloads/controllers/job/#success-policy */
export function checkSuccessPolicy(owner: Resource, spec: IJobSpec, completions: number, say: Sayer): void {
  const policy = object(spec.successPolicy);
  if (!policy || spec.completionMode !== 'Indexed') return;
  const rules = items(policy.rules);
  const at = placeOf(owner, policy, 'rules');
  if (rules.length === 0) say('successRules', at, {});
  if (rules.length > mostRules) say('tooMany', at, { field: 'rules', count: rules.length, limit: mostRules });
  for (const rule of rules) checkRule(owner, rule, completions, say);
}

function checkRule(owner: Resource, rule: SuccessRule, completions: number, say: Sayer): void {
  const value: unknown = rule.succeededIndexes;
  const count = integer(rule.succeededCount);
  if (!isSet(value) && !isSet(rule.succeededCount)) say('noSuccess', placeOf(owner, rule), {});
  const total = typeof value === 'string' ? countIndexes(value, completions) : completions;
  if (total === undefined) say('indexes', placeOf(owner, rule, 'succeededIndexes'), { value: String(value) });
  else if (count !== undefined && count > total)
    say('successCount', placeOf(owner, rule, 'succeededCount'), { count, limit: total });
}

/** How many indexes a text such as `0,2-4` names; undefined when they are out of order, or too high. */
function countIndexes(value: string, completions: number): number | undefined {
  if (value === '') return 0;
  if (value.length > longest) return undefined;
  let last = -1;
  let total = 0;
  for (const interval of value.split(',')) {
    const [, first = '', end = first] = /^\+?(\d+)(?:-\+?(\d+))?$/.exec(interval) ?? [];
    if (first === '') return undefined;
    const [from, to] = [Number(first), Number(end)];
    const isRange = interval.includes('-');
    if (from <= last || to >= completions || (isRange && from >= to)) return undefined;
    total += to - from + 1;
    last = to;
  }
  return total;
}
