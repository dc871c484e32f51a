import { describe, expect, it } from 'vitest';
import type { Resource } from '../../model/manifests/manifests.ts';
import { thorough } from '../../vitest/quick.ts';
import { world as objects } from '../cluster/testing/world.ts';
import { pull } from '../image/registry.ts';
import { type Flow, type MigrationStep, probe, step, type World, worldOf } from './index.ts';

const deployment = (name: string, namespace: string, extra = '') => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  replicas: 2
  ${extra}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
        - { name: app, image: 'ejemplo/app:1', resources: { requests: { cpu: 100m, memory: 64Mi } } }
---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { selector: { app: ${name} }, ports: [{ name: http, port: 80, targetPort: 8080 }, { port: 2525, targetPort: 2525 }] }
---
`;
const namespace = (name: string, labels = '{}') =>
  `apiVersion: v1\nkind: Namespace\nmetadata: { name: ${name}, labels: ${labels} }\n---\n`;
const peers = (mode: string) =>
  objects(
    `apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: { name: default, namespace: istio-system }\nspec: { mtls: { mode: ${mode} } }`,
  );
const quota = (cpu: string) =>
  objects(
    `apiVersion: v1\nkind: ResourceQuota\nmetadata: { name: q, namespace: a }\nspec: { hard: { requests.cpu: ${cpu} } }`,
  );

const plain = namespace('a') + namespace('b') + deployment('web', 'a') + deployment('api', 'b');
const flow: Flow = { from: 'a/web', to: 'http://api.b/' };
const images = (reference: string) => pull(reference, [{ name: 'ejemplo/app', listens: [8080, 2525] }]);

function begin(text = plain, more: readonly Resource[] = []): World {
  return worldOf([...objects(text), ...more], { images, world: 'closed' });
}

/** Takes steps; tells the first flow that gets lost as `step number: hop`, else the last world. */
function take(world: World, steps: readonly MigrationStep[], flows: readonly Flow[] = [flow]): World | string {
  let now = world;
  for (const [index, asked] of steps.entries()) {
    const { world: next, trace, phases } = step(now, asked);
    if (trace.outcome === 'refused') return `${index + 1}: ${trace.hops.at(-1)?.message}`;
    const [loss] = phases.flatMap((phase) => probe(phase, flows));
    if (loss) return `${index + 1}: ${loss.why?.message}`;
    now = next;
  }
  return now;
}

/** What pods a workload has, as `pods:proxy`. */
function pods(result: World | string, id: string): string[] {
  if (typeof result === 'string') return [result];
  const cohorts = result.fleets.find((fleet) => fleet.id === id)?.cohorts ?? [];
  return cohorts.map(({ pods: n, proxy }) => `${n}:${proxy}`);
}

const install: MigrationStep = { do: 'install' };
const label = (name: string, value: string | null = 'enabled'): MigrationStep => ({
  do: 'label',
  namespace: name,
  labels: { 'istio-injection': value },
});
const restart = (...workloads: string[]): MigrationStep => ({ do: 'restart', workloads });
const apply = (list: readonly Resource[]): MigrationStep => ({ do: 'apply', objects: list });

describe('injection during a migration', () => {
  it('touches only pods that are created after the label, and after the installation', () => {
    expect(pods(take(begin(), [install, label('a')]), 'a/web')).toEqual(['2:null']);
    expect(pods(take(begin(), [install, label('a'), restart('a')]), 'a/web')).toEqual(['2:default']);
    expect(pods(take(begin(), [label('a'), restart('a/web'), install]), 'a/web')).toEqual(['2:null']);
  });

  it('follows the revision its namespace names', () => {
    const rev: MigrationStep = { do: 'label', namespace: 'a', labels: { 'istio.io/rev': '1-32' } };
    const canary: MigrationStep = { do: 'install', revision: '1-32' };
    expect(pods(take(begin(), [install, canary, rev, restart('a')]), 'a/web')).toEqual(['2:1-32']);
    expect(pods(take(begin(), [install, rev, restart('a')]), 'a/web')).toEqual(['2:null']);
  });

  thorough('goes away like it came, with a label and a restart', () => {
    const back = [install, label('a'), restart('a'), label('a', null)];
    expect(pods(take(begin(), back), 'a/web')).toEqual(['2:default']);
    expect(pods(take(begin(), [...back, restart('a')]), 'a/web')).toEqual(['2:null']);
  });
});

describe('what admission says to pods with a proxy', () => {
  it('stops at the quota, keeps the old pods, and goes on when there is room', () => {
    const world = begin(plain, quota('350m'));
    const stuck = take(world, [install, label('a'), restart('a')]);
    expect(pods(stuck, 'a/web')).toEqual(['2:null']);
    expect(pods(take(stuck as World, [apply(quota('1'))]), 'a/web')).toEqual(['2:default']);
  });

  it('does not count against the quota of another namespace', () => {
    const world = begin(plain, quota('350m'));
    expect(pods(take(world, [install, label('b'), restart('b')]), 'b/api')).toEqual(['2:default']);
  });

  it('refuses the privileges of istio-init under baseline, but not with the CNI plugin', () => {
    const guarded =
      namespace('a', "{ 'pod-security.kubernetes.io/enforce': baseline }") +
      namespace('b') +
      deployment('web', 'a') +
      deployment('api', 'b');
    expect(pods(take(begin(guarded), [install, label('a'), restart('a')]), 'a/web')).toEqual(['2:null']);
    const cni: MigrationStep = { do: 'install', cni: true };
    expect(pods(take(begin(guarded), [cni, label('a'), restart('a')]), 'a/web')).toEqual(['2:default']);
    expect(pods(take(begin(guarded), [install, label('a'), restart('a'), cni]), 'a/web')).toEqual(['2:default']);
  });
});

describe('what breaks a flow', () => {
  const meshed = [install, label('a'), label('b'), restart('a'), restart('b')];

  it('nothing, when capacity comes before the obligation', () => {
    expect(typeof take(begin(), [...meshed, apply(peers('STRICT'))])).toBe('object');
  });

  it('STRICT before the client has a proxy', () => {
    const early = [install, label('b'), restart('b'), apply(peers('STRICT'))];
    expect(take(begin(), early)).toBe('4: mesh/plaintextRefused');
    expect(take(begin(), [install, apply(peers('STRICT')), label('b'), restart('b')])).toBe('4: mesh/plaintextRefused');
  });

  thorough('a restart back under STRICT, seen from the pods that are new already', () => {
    const back = [...meshed, apply(peers('STRICT')), label('a', null), restart('a')];
    expect(take(begin(), back)).toBe('8: mesh/plaintextRefused');
  });

  it('all pods deleted at once, and a strategy that does the same', () => {
    expect(take(begin(), [{ do: 'delete-pods', namespaces: ['b'] }])).toBe('1: mesh/noEndpoints');
    const recreated =
      namespace('a') + namespace('b') + deployment('web', 'a') + deployment('api', 'b', 'strategy: { type: Recreate }');
    expect(take(begin(recreated), [restart('b')])).toBe('1: mesh/noEndpoints');
  });

  it('a server that speaks first on a port without a protocol, once an end has a proxy', () => {
    const smtp: Flow = { from: 'a/web', to: 'tcp://api.b:2525', serverFirst: true };
    expect(take(begin(), [install, label('a'), restart('a')], [smtp])).toBe('3: migration/protocolUnknown');
    expect(take(begin(), [install, label('b'), restart('b')], [smtp])).toBe('3: migration/protocolUnknown');
    expect(typeof take(begin(), [install, restart('a', 'b')], [smtp])).toBe('object');
    const named = objects(
      'apiVersion: v1\nkind: Service\nmetadata: { name: api, namespace: b }\nspec: { selector: { app: api }, ports: [{ appProtocol: tcp, port: 2525, targetPort: 2525 }] }',
    );
    expect(typeof take(begin(), [apply(named), install, label('a'), restart('a')], [smtp])).toBe('object');
  });

  thorough('a proxy without a control plane, when the pods it calls are replaced', () => {
    const orphan: MigrationStep[] = [...meshed, { do: 'uninstall' }];
    expect(typeof take(begin(), orphan)).toBe('object');
    expect(take(begin(), [...orphan, restart('b')])).toBe('7: migration/staleAddresses');
    expect(typeof take(begin(), [...orphan, restart('a'), restart('b')])).toBe('object');
  });

  thorough('a client from outside at a port that demands mTLS', () => {
    const street: Flow = { from: 'outside', to: 'http://api.b/' };
    expect(typeof take(begin(), meshed, [street])).toBe('object');
    expect(take(begin(), [...meshed, apply(peers('STRICT'))], [street])).toBe('6: mesh/plaintextRefused');
  });
});

describe('steps that cannot be taken', () => {
  it('a policy before the installation, a removal of what is not there', () => {
    expect(take(begin(), [apply(peers('STRICT'))])).toBe('1: migration/kindUnknown');
    expect(take(begin(), [install, { do: 'delete', objects: peers('STRICT') }])).toBe('2: migration/nothingThere');
    expect(take(begin(), [{ do: 'uninstall' }])).toBe('1: migration/notInstalled');
  });

  it('a policy that nobody reads any more changes nothing', () => {
    const steps: MigrationStep[] = [install, label('b'), restart('b'), { do: 'uninstall' }, apply(peers('STRICT'))];
    expect(typeof take(begin(), steps)).toBe('object');
  });
});
