import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canI, connect, partyOf, settle } from './index.ts';
import { quantity } from './quantity.ts';
import { podRequests } from './resources.ts';
import { world } from './testing/world.ts';

const json = (objects: readonly object[]) => world(objects.map((object) => JSON.stringify(object)).join('\n---\n'));
const apps = ['web', 'front', 'db'];
const namespaces = ['a', 'b'];

const pods = namespaces.flatMap((namespace) =>
  apps.map((app) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: app, namespace, labels: { app } },
    spec: { containers: [{ name: 'c', image: 'nginx', ports: [{ name: 'http', containerPort: 80 }] }] },
  })),
);

const byApp = fc.constantFrom(...apps).map((app) => ({ matchLabels: { app } }));
const selector = fc.oneof(byApp, fc.constant({}));
const inNamespace = fc
  .constantFrom(...namespaces)
  .map((name) => ({ matchLabels: { 'kubernetes.io/metadata.name': name } }));
const peer = fc.oneof(
  selector.map((podSelector) => ({ podSelector })),
  inNamespace.map((namespaceSelector) => ({ namespaceSelector })),
  fc.tuple(selector, inNamespace).map(([podSelector, namespaceSelector]) => ({ podSelector, namespaceSelector })),
  fc.constant({ ipBlock: { cidr: '10.244.1.0/30' } }),
);
const port = fc.constantFrom({ port: 80 }, { port: 'http' }, { port: 70, endPort: 90 }, { port: 443 });
const rule = fc.record({ peers: fc.array(peer, { maxLength: 2 }), ports: fc.array(port, { maxLength: 2 }) });

/** A policy that isolates every pod of namespace `a` both ways and admits what its rules say. */
const policy = fc
  .record({ ingress: fc.array(rule, { maxLength: 2 }), egress: fc.array(rule, { maxLength: 2 }) })
  .map(({ ingress, egress }) => (name: string) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace: 'a' },
    spec: {
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      ingress: ingress.map(({ peers, ports }) => ({ from: peers, ports })),
      egress: egress.map(({ peers, ports }) => ({ to: peers, ports })),
    },
  }));

const inhabitants = json(pods);

/** Every pair of pods, and which side refuses it, if any. */
function refusals(policies: readonly object[]) {
  const { state } = settle([...inhabitants, ...json(policies)]);
  const parties = state.pods.map(partyOf);
  return parties.flatMap((from) => parties.map((to) => connect(state, { from, to, port: 80 }).outcome.by));
}

describe('invariants', () => {
  it('network policies add up, in any order', () => {
    fc.assert(
      fc.property(policy, policy, (one, other) => {
        const alone = [refusals([one('x')]), refusals([other('y')])];
        const both = refusals([one('x'), other('y')]);
        expect(refusals([other('y'), one('x')])).toEqual(both);
        for (const [pair, refusal] of both.entries()) {
          if (alone.some((result) => result[pair] === undefined)) expect(refusal).toBeUndefined();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('more bindings never take a right away', () => {
    const rule = fc.record({
      apiGroups: fc.constantFrom([''], ['apps'], ['*']),
      resources: fc.constantFrom(['pods'], ['deployments'], ['*']),
      verbs: fc.constantFrom(['get'], ['get', 'delete'], ['*']),
    });
    const grant = fc.tuple(fc.array(rule, { maxLength: 3 }), fc.constantFrom('RoleBinding', 'ClusterRoleBinding'));
    const objects = (name: string, [rules, kind]: readonly [readonly object[], string]) => [
      { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name }, rules },
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind,
        metadata: { name, ...(kind === 'RoleBinding' && { namespace: 'a' }) },
        subjects: [{ kind: 'User', name: 'ana' }],
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
      },
    ];
    const allowed = (resources: ReturnType<typeof json>) => {
      const { state } = settle(resources);
      return ['get', 'delete'].flatMap((verb) =>
        ['pods', 'deployments'].flatMap((resource) =>
          [undefined, 'a', 'b'].map(
            (namespace) =>
              canI(state, { user: 'ana', verb, resource, ...(namespace && { namespace }) }).outcome.decision ===
              'allowed',
          ),
        ),
      );
    };
    fc.assert(
      fc.property(grant, grant, (one, other) => {
        const before = allowed(json(objects('uno', one)));
        const after = allowed(json([...objects('uno', one), ...objects('otro', other)]));
        before.forEach((was, index) => {
          if (was) expect(after[index]).toBe(true);
        });
      }),
    );
  });

  it('no node gets more than it can give, and no pod waits for a node that would take it', () => {
    const cpus = fc.constantFrom('100m', '250m', '1', '1500m', '3');
    fc.assert(
      fc.property(fc.array(cpus, { minLength: 1, maxLength: 15 }), fc.integer({ min: 1, max: 4 }), (wanted, nodes) => {
        const machines = Array.from({ length: nodes }, (_, index) => ({
          apiVersion: 'v1',
          kind: 'Node',
          metadata: { name: `n${index}` },
          status: { allocatable: { cpu: '2' } },
        }));
        const asking = wanted.map((cpu, index) => ({
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name: `p${index}` },
          spec: { containers: [{ name: 'c', image: 'nginx', resources: { requests: { cpu } } }] },
        }));
        const { state } = settle(json([...machines, ...asking]), { world: 'closed' });
        const free = state.nodes.map(({ name }) => {
          const there = state.pods.filter((pod) => pod.node === name);
          return 2 - there.reduce((sum, { spec = {} }) => sum + (podRequests(spec).cpu ?? 0), 0);
        });
        expect(Math.min(...free)).toBeGreaterThanOrEqual(-1e-9);
        for (const [index, pod] of state.pods.entries()) {
          if (pod.node === undefined) expect(Math.max(...free)).toBeLessThan(quantity(wanted[index]) ?? 0);
        }
      }),
    );
  });
});
