import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readManifests } from '../../../model/manifests/read.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import { settle } from '../../cluster/index.ts';
import { type MeshRequest, request } from '../index.ts';

const tea = readFileSync('graders/lab/istio/cases/worlds/tea.yaml', 'utf8');
const used = tea.replace(
  'labels: { istio.io/dataplane-mode: ambient }',
  'labels: { istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint }',
);

/** The decisions of a request as `message: the first line of what decided`, without where the client and the host stand. */
const usual = new Set(['source', 'dns', 'endpoint', 'tls', 'assumed']);

function story(text: string, asked: Partial<MeshRequest> = {}): readonly string[] {
  const { resources } = readManifests(parseYaml({ path: 'w.yaml', text }), 'given');
  const { state } = settle(resources);
  return request(state, { from: 'calm/cup', url: 'http://milk/', ...asked })
    .hops.filter(({ stage }) => !usual.has(stage))
    .map(({ message, at }) => `${message}: ${at ? text.slice(at.from, at.to).split('\n')[0] : ''}`);
}

const policy = (name: string, spec: string) =>
  `\n---\napiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: { name: ${name}, namespace: calm }\nspec: { ${spec} }\n`;

describe('the lines that decide about a waypoint', () => {
  it('are the label that asks for it, and the rule of its policy', () => {
    const gets = policy(
      'gets',
      'targetRefs: [{ kind: Service, group: "", name: milk }], rules: [{ to: [{ operation: { methods: [GET] } }] }]',
    );
    expect(story(used + gets)).toEqual([
      'waypoint/taken: waypoint',
      'mesh/allowedBy: { to: [{ operation: { methods: [GET] } }] }',
      'waypoint/noRoutes: ',
    ]);
  });

  it('are what the proxy of the node cannot see', () => {
    const rules = 'rules: [{ from: [{ source: { namespaces: [calm] } }] , to: [{ operation: { methods: [GET] } }] }]';
    const hops = (spec: string) => story(tea + policy('p', `selector: { matchLabels: { app: milk } }, ${spec}`));
    expect(hops(rules)[0]).toBe('waypoint/allowUnread: methods');
    expect(hops(`action: DENY, ${rules}`)[0]).toBe('waypoint/denyUnread: methods');
    expect(hops('action: DENY, rules: [{ when: [{ key: "request.headers[x]", values: [a] }] }]')[0]).toBe(
      'waypoint/denyUnread: "request.headers[x]"',
    );
    expect(hops('action: AUDIT, rules: [{}]')[0]).toBe('waypoint/actionUnread: AUDIT');
  });

  it('number a rule as it is written, whatever is left out before it', () => {
    const [, allowed] = story(
      tea +
        policy(
          'p',
          'selector: { matchLabels: { app: milk } }, rules: [{ to: [{ operation: { paths: [/] } }] }, { from: [{ source: { namespaces: [calm] } }] }]',
        ),
    );
    expect(allowed).toBe('mesh/allowedBy: { from: [{ source: { namespaces: [calm] } }] }');
  });

  it.each<[string, string, Partial<MeshRequest>, string]>([
    [
      'a sidecar passes it by',
      used,
      { from: 'shop/web', url: 'http://milk.calm/' },
      'waypoint/bypassedBySidecar: waypoint',
    ],
    [
      'so does who is outside',
      used,
      { from: 'legacy/old', url: 'http://milk.calm/' },
      'waypoint/bypassedOutsideMesh: waypoint',
    ],
    [
      'a name nobody has',
      used.replace('use-waypoint: waypoint', 'use-waypoint: waipoint'),
      {},
      'waypoint/missing: waipoint',
    ],
    [
      'another namespace',
      used
        .replace('name: waypoint, namespace: calm', 'name: waypoint, namespace: brisk')
        .replace('use-waypoint: waypoint', 'use-waypoint: waypoint, istio.io/use-waypoint-namespace: brisk'),
      {},
      'waypoint/notAllowed: waypoint',
    ],
    [
      'another traffic',
      used.replace('waypoint-for: service', 'waypoint-for: workload'),
      {},
      'waypoint/otherTraffic: waypoint',
    ],
  ])('%s', (_name, text, asked, expected) => {
    expect(story(text, asked)).toContain(expected);
  });

  it('are the routes that nobody applies without it', () => {
    const route =
      '\n---\napiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: r, namespace: calm }\nspec: { parentRefs: [{ group: "", kind: Service, name: milk }], rules: [{ backendRefs: [{ name: milk, port: 80 }] }] }\n';
    expect(story(tea + route)).toEqual(['waypoint/idleRoutes: { group: "", kind: Service, name: milk }']);
    expect(story(tea + route, { url: 'tcp://milk:80' })).toEqual([]);
  });

  it('are the routes that do not reach it, and those that compete', () => {
    const route = (kind: string, namespace: string, spec: string) =>
      `\n---\napiVersion: ${kind === 'HTTPRoute' ? 'gateway.networking.k8s.io/v1' : 'networking.istio.io/v1'}\nkind: ${kind}\nmetadata: { name: r, namespace: ${namespace} }\nspec: ${spec}\n`;
    const virtual =
      '{ hosts: [milk.calm.svc.cluster.local], http: [{ route: [{ destination: { host: milk.calm.svc.cluster.local } }] }] }';
    expect(story(used + route('VirtualService', 'brisk', virtual))[1]).toBe('waypoint/routesOfOthers: brisk');
    const own =
      '{ parentRefs: [{ group: "", kind: Service, name: milk }], rules: [{ backendRefs: [{ name: milk, port: 80 }] }] }';
    const both = route('VirtualService', 'calm', virtual) + route('HTTPRoute', 'calm', own);
    expect(story(used + both)[1]).toBe('waypoint/mixed: milk.calm.svc.cluster.local');
  });
});
