import type { IPolicyRule, ISubject } from 'kubernetes-models/rbac.authorization.k8s.io/v1';
import { code } from '../../../core/code.ts';
import { type Hop, hop, type Trace } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { hops } from '../hops.ts';
import { list, text, texts } from '../read.ts';
import type { ClusterState } from '../state.ts';
import { allBindings, type Binding, bindingsFor, rulesOf } from './roles.ts';
import { readTarget, type Target } from './verbs.ts';

/** What somebody wants to do, as `kubectl auth can-i` asks it. */
export interface AccessRequest {
  /** Name of a person, with the groups they belong to. */
  readonly user?: string;
  readonly groups?: readonly string[];
  /** `namespace/name`; a name alone is in `default`. */
  readonly serviceAccount?: string;
  readonly verb: string;
  /** `pods`, `deployments.apps`, `pods/log`; a kind such as `Deployment` is understood as well. */
  readonly resource: string;
  readonly group?: string;
  /** Name of one object. */
  readonly name?: string;
  /** Namespace of the object; without it the whole cluster is meant. */
  readonly namespace?: string;
}

export interface AccessOutcome {
  readonly decision: 'allowed' | 'denied';
  /** The binding and the role that allow it. */
  readonly binding?: string;
  readonly role?: string;
}

/**
 * Whether RBAC lets somebody do something. Rights only add up: there is no rule that denies. A RoleBinding grants in its
 * namespace, also when it refers to a ClusterRole; a ClusterRoleBinding grants everywhere.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
export function canI(state: ClusterState, request: AccessRequest): Trace<AccessOutcome> {
  const who = identityOf(request);
  const target = readTarget(request.resource, request.group);
  const said: Hop[] = [];
  const facts = { who: who.label, verb: request.verb, resource: request.resource };
  if (who.groups.has(masters)) {
    said.push(hop(hops, 'rbac', 'allowed', { ...facts, binding: 'cluster-admin', role: 'cluster-admin' }));
    return { hops: said, outcome: { decision: 'allowed', binding: 'cluster-admin', role: 'cluster-admin' } };
  }
  for (const binding of bindingsFor(state, request.namespace)) {
    if (!list(binding.data.subjects).some((subject) => isSubject(subject, who, binding))) continue;
    const rules = rulesOf(state, binding);
    const role = binding.data.roleRef?.name ?? '';
    if (!rules) {
      const where = { resource: refOf(binding), at: fieldSpan(binding, 'roleRef') };
      said.push(hop(hops, 'rbac', 'roleMissing', { binding: binding.name, role }, where));
      continue;
    }
    const granting = rules.find(({ rule }) => grants(rule, request, target));
    if (granting) {
      const where = { resource: refOf(binding), at: spanOf(granting.rule) ?? binding.at };
      said.push(hop(hops, 'rbac', 'allowed', { ...facts, binding: binding.name, role }, where));
      return { hops: said, outcome: { decision: 'allowed', binding: binding.name, role } };
    }
    said.push(notGranted(rules, request, target, { ...facts, binding: binding.name, role }, binding));
  }
  said.push(hop(hops, 'rbac', 'denied', facts));
  return { hops: said, outcome: { decision: 'denied' } };
}

interface Denied {
  readonly who: string;
  readonly verb: string;
  readonly resource: string;
  readonly binding: string;
  readonly role: string;
}

/** Why a role does not grant what is asked: the rule that comes nearest to it, where one misses by a single thing. */
function notGranted(
  rules: readonly { readonly rule: IPolicyRule }[],
  { verb, name }: AccessRequest,
  { group, resource, subresource }: Target,
  facts: Denied,
  binding: Binding,
): Hop {
  const about = rules.flatMap(({ rule }) => (hasResource(texts(rule.resources), resource, subresource) ? [rule] : []));
  const where = (rule: IPolicyRule, field: string) => ({
    resource: refOf(binding),
    at: spanOf(rule, field) ?? spanOf(rule) ?? binding.at,
  });
  const here = about.filter((rule) => includes(rule.apiGroups, group));
  const named = here.find((rule) => includes(rule.verbs, verb) && texts(rule.resourceNames).length > 0);
  if (named) {
    const data = { ...facts, names: texts(named.resourceNames).map(code) };
    return hop(hops, 'rbac', name === undefined ? 'onlyNamed' : 'otherNames', data, where(named, 'resourceNames'));
  }
  const verbs = [...new Set(here.flatMap((rule) => texts(rule.verbs)))].map(code);
  const [first] = here;
  if (first) return hop(hops, 'rbac', 'otherVerbs', { ...facts, verbs }, where(first, 'verbs'));
  const ofOther = about.find((rule) => includes(rule.verbs, verb) && !texts(rule.resources).includes('*'));
  if (ofOther) {
    const data = { ...facts, groups: texts(ofOther.apiGroups).map(asWritten), group: asWritten(group) };
    return hop(hops, 'rbac', 'otherGroup', data, where(ofOther, 'apiGroups'));
  }
  return hop(hops, 'rbac', 'notGranted', facts, { resource: refOf(binding), at: binding.at });
}

const asWritten = (group: string): string => code(group === '' ? "''" : group);

/** A rule that somebody has by a binding. */
export interface Grant {
  readonly rule: IPolicyRule;
  readonly binding: Binding;
  /** Name of the role. */
  readonly role: string;
  /** Where it holds; absent for the whole cluster. */
  readonly namespace?: string;
}

/** Every rule that somebody has, by whatever binding. */
export function grantsTo(state: ClusterState, asked: Who): readonly Grant[] {
  const who = identityOf(asked);
  return allBindings(state).flatMap((binding) => {
    if (!list(binding.data.subjects).some((subject) => isSubject(subject, who, binding))) return [];
    const { kind, namespace } = binding;
    const where = kind === 'RoleBinding' && namespace !== undefined ? { namespace } : {};
    const role = binding.data.roleRef?.name ?? '';
    return (rulesOf(state, binding) ?? []).map(({ rule }) => ({ rule, binding, role, ...where }));
  });
}

interface Identity {
  readonly label: string;
  readonly user: string;
  readonly groups: ReadonlySet<string>;
  readonly account?: { readonly namespace: string; readonly name: string };
}

/** Every cluster binds this group to `cluster-admin`. */
const masters = 'system:masters';

const anonymous = 'system:anonymous';

type Who = Pick<AccessRequest, 'user' | 'groups' | 'serviceAccount'>;

function identityOf({ user = anonymous, groups = [], serviceAccount }: Who): Identity {
  const account = serviceAccount === undefined ? accountNamed(user) : readAccount(serviceAccount);
  if (!account) {
    const everybody = user === anonymous ? 'system:unauthenticated' : 'system:authenticated';
    return { label: user, user, groups: new Set([...groups, everybody]) };
  }
  const own = ['system:serviceaccounts', `system:serviceaccounts:${account.namespace}`, 'system:authenticated'];
  return {
    label: `${account.namespace}/${account.name}`,
    user: `system:serviceaccount:${account.namespace}:${account.name}`,
    groups: new Set([...groups, ...own]),
    account,
  };
}

function readAccount(serviceAccount: string) {
  const [first = '', second] = serviceAccount.split('/', 2);
  return second === undefined ? { namespace: 'default', name: first } : { namespace: first, name: second };
}

/** The account behind a user name, as `kubectl auth can-i --as` writes it. */
function accountNamed(user: string) {
  const [, namespace, name] = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(user) ?? [];
  return namespace && name ? { namespace, name } : undefined;
}

/** A ServiceAccount may also be named by the user name it has inside the cluster. */
function isSubject({ kind, name, namespace }: ISubject, who: Identity, binding: Binding): boolean {
  switch (kind) {
    case 'User':
      return name === who.user;
    case 'Group':
      return who.groups.has(name);
    case 'ServiceAccount':
      return name === who.account?.name && (text(namespace) ?? binding.namespace) === who.account.namespace;
    default:
      return false;
  }
}

/** A rule that names objects grants nothing on requests that cannot name one, such as `create` and `list`. */
function grants(rule: IPolicyRule, { verb, name }: AccessRequest, { group, resource, subresource }: Target): boolean {
  const names = texts(rule.resourceNames);
  return (
    includes(rule.verbs, verb) &&
    includes(rule.apiGroups, group) &&
    hasResource(texts(rule.resources), resource, subresource) &&
    (names.length === 0 || (name !== undefined && names.includes(name)))
  );
}

function includes(allowed: unknown, wanted: string): boolean {
  const words = texts(allowed);
  return words.includes('*') || words.includes(wanted);
}

function hasResource(allowed: readonly string[], resource: string, subresource: string | undefined): boolean {
  if (allowed.includes('*')) return true;
  if (subresource === undefined) return allowed.includes(resource);
  return allowed.includes(`${resource}/${subresource}`) || allowed.includes(`*/${subresource}`);
}
