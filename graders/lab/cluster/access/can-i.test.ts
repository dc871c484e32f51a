import { describe, expect, it } from 'vitest';
import { settle } from '../settle.ts';
import { world } from '../testing/world.ts';
import { type AccessRequest, canI } from './can-i.ts';
import { readTarget } from './verbs.ts';

const rbac = `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: lector, namespace: a }
rules:
  - { apiGroups: [''], resources: [pods, pods/log], verbs: [get, list] }
  - { apiGroups: [''], resources: [configmaps], resourceNames: [ajustes], verbs: [get, list] }
  - { apiGroups: [apps], resources: ['*'], verbs: ['*'] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: nodos }
rules: [{ apiGroups: [''], resources: [nodes, secrets], verbs: [get] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: ana, namespace: a }
subjects:
  - { kind: User, name: ana, apiGroup: rbac.authorization.k8s.io }
  - { kind: ServiceAccount, name: robot, namespace: b }
  - { kind: Group, name: equipo, apiGroup: rbac.authorization.k8s.io }
roleRef: { kind: Role, name: lector, apiGroup: rbac.authorization.k8s.io }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: nodos-en-a, namespace: a }
subjects: [{ kind: User, name: ana, apiGroup: rbac.authorization.k8s.io }]
roleRef: { kind: ClusterRole, name: nodos, apiGroup: rbac.authorization.k8s.io }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eva }
subjects: [{ kind: User, name: eva, apiGroup: rbac.authorization.k8s.io }]
roleRef: { kind: ClusterRole, name: view, apiGroup: rbac.authorization.k8s.io }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: rota }
subjects: [{ kind: User, name: leo, apiGroup: rbac.authorization.k8s.io }]
roleRef: { kind: ClusterRole, name: no-existe, apiGroup: rbac.authorization.k8s.io }
`;
const { state } = settle(world(rbac));

const clusterRole = (name: string, rest: string, labels = '{}') =>
  `{ apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: { name: ${name}, labels: ${labels} }, ${rest} }`;
const boundTo = (role: string) =>
  `{ apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: { name: b, namespace: a }, subjects: [{ kind: User, name: ana }, { kind: ServiceAccount, name: robot, namespace: a }], roleRef: { kind: ClusterRole, name: ${role}, apiGroup: rbac.authorization.k8s.io } }`;

function decision(documents: readonly string[], request: Partial<AccessRequest>) {
  const { state: cluster } = settle(world(documents.join('\n---\n')));
  return canI(cluster, { user: 'ana', namespace: 'a', verb: 'get', resource: 'pods', ...request }).outcome.decision;
}

describe('can-i', () => {
  const ana = { user: 'ana', namespace: 'a' };
  it.each<[AccessRequest, 'allowed' | 'denied']>([
    [{ ...ana, verb: 'get', resource: 'pods' }, 'allowed'],
    [{ ...ana, verb: 'get', resource: 'Pod' }, 'allowed'],
    [{ ...ana, verb: 'delete', resource: 'pods' }, 'denied'],
    [{ ...ana, verb: 'get', resource: 'pods/log' }, 'allowed'],
    [{ ...ana, verb: 'create', resource: 'pods/exec' }, 'denied'],
    [{ user: 'ana', namespace: 'b', verb: 'get', resource: 'pods' }, 'denied'],
    [{ user: 'ana', verb: 'get', resource: 'pods' }, 'denied'],
    [{ ...ana, verb: 'patch', resource: 'deployments' }, 'allowed'],
    [{ ...ana, verb: 'update', resource: 'deployments/scale' }, 'allowed'],
    [{ ...ana, verb: 'get', resource: 'configmaps', name: 'ajustes' }, 'allowed'],
    [{ ...ana, verb: 'get', resource: 'configmaps', name: 'otro' }, 'denied'],
    [{ ...ana, verb: 'list', resource: 'configmaps' }, 'denied'],
    [{ ...ana, verb: 'get', resource: 'secrets' }, 'allowed'],
    [{ user: 'ana', verb: 'get', resource: 'nodes' }, 'denied'],
    [{ serviceAccount: 'b/robot', namespace: 'a', verb: 'get', resource: 'pods' }, 'allowed'],
    [{ serviceAccount: 'a/robot', namespace: 'a', verb: 'get', resource: 'pods' }, 'denied'],
    [{ user: 'bea', groups: ['equipo'], namespace: 'a', verb: 'list', resource: 'po' }, 'allowed'],
    [{ user: 'eva', namespace: 'z', verb: 'get', resource: 'deployments.apps' }, 'allowed'],
    [{ user: 'eva', namespace: 'z', verb: 'get', resource: 'secrets' }, 'denied'],
    [{ user: 'leo', namespace: 'a', verb: 'get', resource: 'pods' }, 'denied'],
    [{ namespace: 'a', verb: 'get', resource: 'pods' }, 'denied'],
  ])('%j: %s', (request, decision) => expect(canI(state, request).outcome.decision).toBe(decision));

  it('says which binding and role allow, with the rule', () => {
    const { outcome, hops } = canI(state, { ...ana, verb: 'list', resource: 'pods' });
    expect(outcome).toEqual({ decision: 'allowed', binding: 'ana', role: 'lector' });
    expect(rbac.slice(hops.at(-1)?.at?.from, hops.at(-1)?.at?.to)).toContain('pods/log');
  });

  it.each<[AccessRequest, string, string]>([
    [{ ...ana, verb: 'get', resource: 'pods', group: 'batch' }, 'otherGroup', "['']"],
    [{ ...ana, verb: 'delete', resource: 'pods' }, 'otherVerbs', '[get, list]'],
    [{ ...ana, verb: 'list', resource: 'configmaps' }, 'onlyNamed', '[ajustes]'],
    [{ ...ana, verb: 'get', resource: 'configmaps', name: 'otro' }, 'otherNames', '[ajustes]'],
    [{ ...ana, verb: 'get', resource: 'services' }, 'notGranted', 'apiVersion'],
  ])('says by what a rule misses %j: %s', (request, message, place) => {
    const { hops } = canI(state, request);
    const told = hops.find((one) => one.message !== 'cluster/notGranted') ?? hops[0];
    const said = told?.message === 'cluster/denied' ? hops[0] : told;
    expect(said?.message).toBe(`cluster/${message}`);
    expect(rbac.slice(said?.at?.from, said?.at?.to)).toContain(place);
  });

  it('says that a role does not exist', () => {
    const { hops } = canI(state, { user: 'leo', namespace: 'a', verb: 'get', resource: 'pods' });
    expect(hops.map(({ message }) => message)).toEqual(['cluster/roleMissing', 'cluster/denied']);
  });
});

/** https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles */
describe('an aggregated role', () => {
  const rule = (resource: string) => `rules: [{ apiGroups: [''], resources: [${resource}], verbs: [get] }]`;
  const takes = (label: string) => `aggregationRule: { clusterRoleSelectors: [{ matchLabels: { ${label}: 'true' } }] }`;
  const chain = [
    boundTo('whole'),
    clusterRole('whole', `${takes('a')}, ${rule('nodes')}`),
    clusterRole('middle', takes('b'), "{ a: 'true' }"),
    clusterRole('part', rule('pods'), "{ b: 'true' }"),
  ];

  it.each([
    ['pods', 'allowed', 'takes over what the roles it selects have taken over'],
    ['nodes', 'denied', 'loses the rules written in it'],
  ])('%s: %s: it %s', (resource, expected) => expect(decision(chain, { resource })).toBe(expected));

  it('may be aggregated in a circle', () => {
    const circle = [clusterRole('whole', takes('a'), "{ a: 'true' }"), boundTo('whole')];
    expect(decision(circle, {})).toBe('denied');
  });

  it.each([
    ['view', 'view', 'allowed'],
    ['edit', 'view', 'allowed'],
    ['admin', 'view', 'allowed'],
    ['view', 'edit', 'denied'],
    ['edit', 'admin', 'denied'],
  ])('%s with a role added to %s: %s', (role, to, expected) => {
    const extra = clusterRole(
      'cosas',
      'rules: [{ apiGroups: [x.io], resources: [things], verbs: [get] }]',
      `{ rbac.authorization.k8s.io/aggregate-to-${to}: 'true' }`,
    );
    expect(decision([extra, boundTo(role)], { resource: 'things.x.io' })).toBe(expected);
  });
});

/** https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles */
describe('a role every cluster has', () => {
  it.each([
    ['view', 'get', 'deployments/status', 'allowed'],
    ['view', 'get', 'secrets', 'denied'],
    ['edit', 'create', 'pods/eviction', 'allowed'],
    ['edit', 'delete', 'pods/eviction', 'denied'],
    ['edit', 'get', 'endpoints', 'allowed'],
    ['edit', 'update', 'endpoints', 'denied'],
    ['edit', 'create', 'serviceaccounts/token', 'allowed'],
    ['edit', 'create', 'roles', 'denied'],
    ['admin', 'create', 'rolebindings', 'allowed'],
    ['admin', 'update', 'resourcequotas', 'denied'],
  ])('%s: %s %s: %s', (role, verb, resource, expected) =>
    expect(decision([boundTo(role)], { verb, resource })).toBe(expected),
  );
});

/** https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects */
describe('somebody', () => {
  it.each<[string, Partial<AccessRequest>, string]>([
    ['named as the user an account is', { user: 'system:serviceaccount:a:robot' }, 'allowed'],
    ['named as the user of another account', { user: 'system:serviceaccount:b:robot' }, 'denied'],
    ['of the group that may do anything', { user: 'eva', groups: ['system:masters'], verb: 'delete' }, 'allowed'],
    ['nobody knows', { user: 'system:anonymous' }, 'denied'],
  ])('%s', (_, request, expected) => expect(decision([boundTo('view')], request)).toBe(expected));
});

describe('a resource name', () => {
  it.each([
    ['pods', '', 'pods', undefined],
    ['Ingress', 'networking.k8s.io', 'ingresses', undefined],
    ['NetworkPolicy', 'networking.k8s.io', 'networkpolicies', undefined],
    ['deploy/scale', 'apps', 'deployments', 'scale'],
    ['virtualservices.networking.istio.io', 'networking.istio.io', 'virtualservices', undefined],
    ['endpoints', '', 'endpoints', undefined],
  ])('%s', (name, group, resource, subresource) => expect(readTarget(name)).toEqual({ group, resource, subresource }));
});
