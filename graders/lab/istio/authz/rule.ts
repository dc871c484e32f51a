import { own } from '../../../core/own.ts';
import type { AuthorizationPolicy, Condition, PolicyRule } from '../../../model/mesh/authorization-policy.ts';
import type { Fields } from '../../../model/mesh/fields.ts';
import { texts } from '../../../model/workloads/values.ts';
import { conditionField } from './conditions.ts';
import type { Facts } from './facts.ts';
import { fieldNamed, operationFields, type PolicyField, sourceFields } from './fields.ts';

/** The part of a rule that a request does not meet. */
export interface Unmet {
  readonly field: string;
  readonly wanted: readonly string[];
  /** Absent when the request carries nothing of the kind. */
  readonly found?: string;
  readonly node: object;
}

/** Decides about fields that only HTTP has, on a plain connection. */
export type WithoutHttp = 'fails' | 'ignored';

/** A rule asked of a request. */
export interface Question {
  readonly policy: AuthorizationPolicy;
  readonly facts: Facts;
  /** An ALLOW rule with HTTP fields allows no plain connection; a DENY rule just loses those fields, and denies more. */
  readonly withoutHttp: WithoutHttp;
}

/**
 * The first part of a rule that a request does not meet; undefined when the rule matches. Some `from`, some `to` and
 * every `when` have to hold; what is not written always does.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#Rule
 */
export function unmet(rule: PolicyRule, question: Question): Unmet | undefined {
  return (
    unknowable(rule, question) ??
    noneHolds(rule.from, sourceFields, question, rule.node) ??
    noneHolds(rule.to, operationFields, question, rule.node) ??
    firstOf(rule.when, (condition) => unmetCondition(condition, question))
  );
}

/**
 * What a rule that allows asks of HTTP, on a plain connection: `istiod` then leaves out the rule, its other alternatives
 * with it.
 * @see https://github.com/istio/istio/blob/release-1.31/pilot/pkg/security/authz/builder/builder.go
 */
function unknowable({ from = [], to = [], when }: PolicyRule, { facts, withoutHttp }: Question): Unmet | undefined {
  if (facts.http || withoutHttp === 'ignored') return undefined;
  return (
    firstOf(from, (alternative) => httpField(alternative, sourceFields)) ??
    firstOf(to, (alternative) => httpField(alternative, operationFields)) ??
    firstOf(when, ({ key, values, notValues, node }) =>
      conditionField(key)?.http && values.length + notValues.length > 0
        ? { field: key, wanted: values, node }
        : undefined,
    )
  );
}

function httpField(alternative: Fields, known: Known): Unmet | undefined {
  return firstOf(Object.keys(alternative), (name) => {
    const wanted = texts(own(alternative, name) as never);
    return fieldNamed(known, name)?.field.http && wanted.length > 0
      ? { field: name, wanted, node: alternative }
      : undefined;
  });
}

/**
 * How much of a rule a request meets: the fields that hold in the best alternative of `from` and of `to`, and the
 * conditions. Of two rules that do not match, the one with more comes nearer.
 */
export function metParts(rule: PolicyRule, question: Question): number {
  const best = (alternatives: readonly Fields[] = [], known: Known) =>
    Math.max(0, ...alternatives.map((alternative) => metFields(alternative, known, question)));
  const conditions = rule.when.filter((condition) => unmetCondition(condition, question) === undefined).length;
  return best(rule.from, sourceFields) + best(rule.to, operationFields) + conditions;
}

type Known = Readonly<Record<string, PolicyField>>;

/** The problem of the alternative that comes nearest; undefined when one holds, or when nothing is asked. */
function noneHolds(
  alternatives: readonly Fields[] | undefined,
  known: Known,
  question: Question,
  node: object,
): Unmet | undefined {
  if (alternatives === undefined) return undefined;
  const first = (alternative: Fields) =>
    firstOf(Object.keys(alternative), (name) => unmetField(alternative, name, known, question));
  if (alternatives.some((alternative) => first(alternative) === undefined)) return undefined;
  const met = alternatives.map((alternative) => metFields(alternative, known, question));
  const nearest = alternatives[met.indexOf(Math.max(...met))];
  return (nearest && first(nearest)) ?? { field: 'from', wanted: [], node };
}

function metFields(alternative: Fields, known: Known, question: Question): number {
  return Object.keys(alternative).filter((name) => unmetField(alternative, name, known, question) === undefined).length;
}

function unmetField(alternative: Fields, name: string, known: Known, question: Question): Unmet | undefined {
  const named = fieldNamed(known, name);
  const wanted = texts(own(alternative, name) as never);
  if (!named || wanted.length === 0) return undefined;
  return compared(name, named.field, wanted, named.negated, question, alternative);
}

function unmetCondition({ key, values, notValues, node }: Condition, question: Question): Unmet | undefined {
  const field = conditionField(key);
  if (!field) return { field: key, wanted: values, node };
  return (
    (values.length > 0 ? compared(key, field, values, false, question, node) : undefined) ??
    (notValues.length > 0 ? compared(key, field, notValues, true, question, node) : undefined)
  );
}

function compared(
  name: string,
  field: PolicyField,
  wanted: readonly string[],
  negated: boolean,
  { facts, policy, withoutHttp }: Question,
  node: object,
): Unmet | undefined {
  if (field.http && !facts.http) return withoutHttp === 'ignored' ? undefined : { field: name, wanted, node };
  if (wanted.some((value) => field.matches(value, facts, policy)) !== negated) return undefined;
  const found = field.found(facts);
  return found === undefined ? { field: name, wanted, node } : { field: name, wanted, found, node };
}

function firstOf<T, R>(items: readonly T[], look: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = look(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first rule of a policy that is for a request, or a connection. */
export function matchingRule(
  policy: AuthorizationPolicy,
  facts: Facts,
  withoutHttp: 'fails' | 'ignored',
): PolicyRule | undefined {
  return policy.rules.find((rule) => unmet(rule, { policy, facts, withoutHttp }) === undefined);
}
