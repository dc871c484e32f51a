import type { IPolicyRule } from 'kubernetes-models/rbac.authorization.k8s.io/v1/PolicyRule';
import type { Text } from '../../../core/text.ts';
import { type Hop, hop, type Trace } from '../../../core/trace.ts';
import { type Resource, refOf } from '../../../model/manifests/manifests.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { hops } from './hops.ts';
import { groupOf, type Identity, identityOf, type Question } from './question.ts';
import { type FoundRole, roleNamed } from './roles.ts';

export type Access = {
  readonly allowed: boolean;
  /** Name of the binding that allows it. */
  readonly by?: string;
};

type Binding = Resource<{
  readonly subjects?: readonly { readonly kind: string; readonly name: string; readonly namespace?: string }[] | null;
  readonly roleRef: { readonly kind: string; readonly name: string };
}>;

/**
 * Whether RBAC lets a subject do something. Permissions only add up, there is no denial: it is allowed as soon as one
 * binding of the subject refers to a role with a rule that matches. A RoleBinding grants in its own namespace only, even
 * when it refers to a ClusterRole.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
export function canI(resources: readonly Resource[], question: Question): Trace<Access> {
  const identity = identityOf(question.subject);
  if (identity.groups.includes('system:masters')) {
    return { hops: [hop(hops, 'rbac', 'superuser', { subject: identity.user })], outcome: { allowed: true } };
  }
  const said: Hop[] = [];
  for (const binding of bindingsOf(resources, identity)) {
    const { allowed, hop: decision } = ask(resources, binding, identity, question);
    said.push(decision);
    if (allowed) return { hops: said, outcome: { allowed: true, by: binding.name } };
  }
  if (said.length === 0) said.push(hop(hops, 'rbac', 'noBinding', { subject: identity.user, where: where(question) }));
  return { hops: said, outcome: { allowed: false } };
}

function bindingsOf(resources: readonly Resource[], identity: Identity): readonly Binding[] {
  const bindings = resources.filter(
    ({ kind }) => kind === 'RoleBinding' || kind === 'ClusterRoleBinding',
  ) as readonly Binding[];
  return bindings.filter(({ data, namespace }) =>
    (data.subjects ?? []).some((subject) => isMeant(subject, namespace, identity)),
  );
}

function isMeant(
  subject: { readonly kind: string; readonly name: string; readonly namespace?: string },
  namespace: string | undefined,
  { user, groups }: Identity,
): boolean {
  if (subject.kind === 'User') return subject.name === user;
  if (subject.kind === 'Group') return groups.includes(subject.name);
  return user === `system:serviceaccount:${subject.namespace ?? namespace}:${subject.name}`;
}

function ask(
  resources: readonly Resource[],
  binding: Binding,
  { user: subject }: Identity,
  question: Question,
): { readonly allowed: boolean; readonly hop: Hop } {
  const { kind, name: role } = binding.data.roleRef;
  const at = spanOf(binding.data, 'roleRef');
  const place = { resource: refOf(binding), ...(at && { at }) };
  if (binding.namespace !== undefined && binding.namespace !== question.namespace) {
    const data = { binding: binding.name, namespace: binding.namespace };
    return { allowed: false, hop: hop(hops, 'rbac', 'elsewhere', data, place) };
  }
  const found = roleNamed(resources, kind, role, binding.namespace);
  if (!found) return { allowed: false, hop: hop(hops, 'rbac', 'roleMissing', { binding: binding.name, role }, place) };
  const facts = { binding: binding.name, subject, role, verb: question.verb, resource: question.resource };
  const rule = matching(found, question);
  if (!rule) return { allowed: false, hop: hop(hops, 'rbac', 'notGranted', facts, place) };
  const ruleAt = spanOf(rule);
  const granted = hop(
    hops,
    'rbac',
    'granted',
    { ...facts, where: where(question) },
    { ...place, ...(ruleAt && { at: ruleAt }) },
  );
  return { allowed: true, hop: granted };
}

function matching({ rules }: FoundRole, question: Question): IPolicyRule | undefined {
  const group = groupOf(question);
  const { verb, resource, name } = question;
  return rules.find(
    (rule) =>
      has(rule.verbs, verb) &&
      has(rule.apiGroups ?? [], group) &&
      (rule.resources ?? []).some((pattern) => coversResource(pattern, resource)) &&
      ((rule.resourceNames ?? []).length === 0 || (name !== undefined && (rule.resourceNames ?? []).includes(name))),
  );
}

const has = (list: readonly string[], value: string): boolean => list.includes('*') || list.includes(value);

/** `*` covers everything, and a star with a slash covers that subresource of every resource. */
function coversResource(pattern: string, resource: string): boolean {
  if (pattern === '*' || pattern === resource) return true;
  const subresource = resource.split('/')[1];
  return subresource !== undefined && pattern === `*/${subresource}`;
}

function where({ namespace }: Question): Text {
  return namespace === undefined
    ? { es: ' en todo el clúster', en: ' in the whole cluster' }
    : { es: ` en el espacio de nombres \`${namespace}\``, en: ` in the namespace \`${namespace}\`` };
}
