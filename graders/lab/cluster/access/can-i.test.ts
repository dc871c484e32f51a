import { describe, expect, it } from 'vitest';
import { readManifests } from '../../../model/manifests/read.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import { canI } from './can-i.ts';
import type { Question } from './question.ts';

const world = readManifests(
  parseYaml({
    path: 'rbac.yaml',
    text: `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: lector, namespace: equipo }
rules:
  - { apiGroups: [""], resources: [pods, pods/log], verbs: [get, list] }
  - { apiGroups: [""], resources: [configmaps], resourceNames: [ajustes], verbs: [get, update] }
  - { apiGroups: [apps], resources: ['*'], verbs: ['*'] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: lectores, namespace: equipo }
subjects:
  - { kind: User, name: ana, apiGroup: rbac.authorization.k8s.io }
  - { kind: ServiceAccount, name: robot }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: lector }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: editores, namespace: equipo }
subjects: [{ kind: Group, name: devs, apiGroup: rbac.authorization.k8s.io }]
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: vigilantes }
subjects: [{ kind: ServiceAccount, name: vigia, namespace: monitor }]
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: rota, namespace: equipo }
subjects: [{ kind: User, name: luis, apiGroup: rbac.authorization.k8s.io }]
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: ausente }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: suma }
aggregationRule: { clusterRoleSelectors: [{ matchLabels: { suma: "si" } }] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: nodos, labels: { suma: "si" } }
rules: [{ apiGroups: [""], resources: [nodes], verbs: [list] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: sumadores }
subjects: [{ kind: User, name: eva, apiGroup: rbac.authorization.k8s.io }]
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: suma }
`,
  }),
  'answer',
).resources;

const ana = { user: 'ana' };
const dev = { user: 'x', groups: ['devs'] };
const robot = { serviceAccount: 'robot', namespace: 'equipo' };
const vigia = { serviceAccount: 'vigia', namespace: 'monitor' };

// https://kubernetes.io/docs/reference/access-authn-authz/rbac/
describe('canI', () => {
  it.each<[string, Question, boolean, string]>([
    [
      'a rule that matches allows',
      { subject: ana, verb: 'list', resource: 'pods', namespace: 'equipo' },
      true,
      'granted',
    ],
    [
      'another verb is not allowed',
      { subject: ana, verb: 'delete', resource: 'pods', namespace: 'equipo' },
      false,
      'notGranted',
    ],
    [
      'a RoleBinding stays in its namespace',
      { subject: ana, verb: 'list', resource: 'pods', namespace: 'otro' },
      false,
      'elsewhere',
    ],
    ['and does not reach the whole cluster', { subject: ana, verb: 'list', resource: 'pods' }, false, 'elsewhere'],
    [
      'a subresource is its own resource',
      { subject: ana, verb: 'get', resource: 'pods/log', namespace: 'equipo' },
      true,
      'granted',
    ],
    [
      'a resource does not bring its subresources',
      { subject: ana, verb: 'create', resource: 'pods/exec', namespace: 'equipo' },
      false,
      'notGranted',
    ],
    [
      'a named object matches by name',
      { subject: ana, verb: 'get', resource: 'configmaps', namespace: 'equipo', name: 'ajustes' },
      true,
      'granted',
    ],
    [
      'another name does not',
      { subject: ana, verb: 'get', resource: 'configmaps', namespace: 'equipo', name: 'otros' },
      false,
      'notGranted',
    ],
    [
      'a list has no name',
      { subject: ana, verb: 'list', resource: 'configmaps', namespace: 'equipo' },
      false,
      'notGranted',
    ],
    [
      'stars cover a whole group',
      { subject: ana, verb: 'patch', resource: 'deployments/scale', namespace: 'equipo' },
      true,
      'granted',
    ],
    [
      'and not another group',
      { subject: ana, verb: 'create', resource: 'jobs', namespace: 'equipo' },
      false,
      'notGranted',
    ],
    [
      'a ServiceAccount without namespace is of the binding',
      { subject: robot, verb: 'list', resource: 'pods', namespace: 'equipo' },
      true,
      'granted',
    ],
    [
      'a group member may edit',
      { subject: dev, verb: 'create', resource: 'deployments', namespace: 'equipo' },
      true,
      'granted',
    ],
    [
      'edit does not manage roles',
      { subject: dev, verb: 'create', resource: 'rolebindings', namespace: 'equipo' },
      false,
      'notGranted',
    ],
    ['edit reads secrets', { subject: dev, verb: 'get', resource: 'secrets', namespace: 'equipo' }, true, 'granted'],
    ['view does not', { subject: vigia, verb: 'get', resource: 'secrets', namespace: 'equipo' }, false, 'notGranted'],
    [
      'a ClusterRoleBinding reaches every namespace',
      { subject: vigia, verb: 'list', resource: 'pods' },
      true,
      'granted',
    ],
    [
      'a missing role grants nothing',
      { subject: { user: 'luis' }, verb: 'get', resource: 'pods', namespace: 'equipo' },
      false,
      'roleMissing',
    ],
    ['aggregation adds rules', { subject: { user: 'eva' }, verb: 'list', resource: 'nodes' }, true, 'granted'],
    [
      'nobody is allowed by default',
      { subject: { user: 'nadie' }, verb: 'get', resource: 'pods', namespace: 'equipo' },
      false,
      'noBinding',
    ],
    [
      'system:masters is never asked',
      { subject: { user: 'root', groups: ['system:masters'] }, verb: 'delete', resource: 'nodes' },
      true,
      'superuser',
    ],
  ])('%s', (_, question, allowed, last) => {
    const { hops, outcome } = canI(world, question);
    expect(outcome.allowed).toBe(allowed);
    expect(hops.at(-1)?.message).toBe(`access/${last}`);
  });
});
