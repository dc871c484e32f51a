import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { settle } from '../../cluster/index.ts';
import { world } from '../../cluster/testing/world.ts';
import { openLinkerd } from '../open.ts';
import { decideInjection, type InjectionDecision } from './decide.ts';

interface Case {
  readonly namespace?: string;
  readonly ns?: string;
  readonly pod?: string;
  readonly labels?: Record<string, string>;
  readonly hostNetwork?: boolean;
  readonly containers?: readonly string[];
  readonly result: string;
}

const { cases } = parse(readFileSync('graders/lab/linkerd/cases/injection.yaml', 'utf8')) as { cases: readonly Case[] };
const inject = (value: string | undefined) => (value === undefined ? {} : { 'linkerd.io/inject': value });

function say({ injected, reason, against, mode }: InjectionDecision): string {
  if (!injected) return against.join(' ');
  return `+ ${reason}${mode === 'ingress' ? ' ingress' : ''}`;
}

describe('injection conformance', () => {
  it.each(cases.map((one) => [JSON.stringify({ ...one, result: undefined }), one] as const))('%s', (_name, one) => {
    const decided = decideInjection({
      namespace: one.namespace ?? 'tienda',
      namespaceLabels: one.labels ?? {},
      namespaceAnnotations: inject(one.ns),
      podAnnotations: inject(one.pod),
      hostNetwork: one.hostNetwork ?? false,
      containers: ['app', ...(one.containers ?? [])],
    });
    expect(say(decided)).toBe(one.result);
  });

  it('decides at least 40 cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
  });
});

describe('which pods of a cluster have a proxy', () => {
  const namespace = (annotations: string, labels = '') =>
    `{apiVersion: v1, kind: Namespace, metadata: {name: tienda, annotations: {${annotations}}, labels: {${labels}}}}\n---\n`;
  const enabled = 'linkerd.io/inject: enabled';
  const deployment = ({ own = '', template = '', spec = '' } = {}) =>
    `{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: tienda, annotations: {${own}}}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}, annotations: {${template}}}, spec: {${spec}containers: [{name: app, image: 'x:1'}]}}}}\n---\n`;

  function ask(text: string, setup: { before?: string; restarted?: string[] } = {}): string {
    const { state } = settle(world(text));
    const { before, ...rest } = setup;
    const mesh = openLinkerd(state, { ...rest, ...(before !== undefined && { before: world(before) }) });
    const [pod] = state.pods;
    if (!pod) throw new Error('no pod');
    const { reason, restartWouldChange } = mesh.injection(pod);
    return [mesh.isMeshed(pod) ? 'meshed' : 'plain', reason, ...(restartWouldChange ? ['stale'] : [])].join(' ');
  }

  it('looks at the annotation of the template, not at that of the Deployment', () => {
    expect(ask(deployment({ own: enabled }))).toBe('plain nothing-asks');
    expect(ask(deployment({ template: enabled }))).toBe('meshed pod-enabled');
    expect(ask(namespace(enabled) + deployment())).toBe('meshed namespace-enabled');
    expect(ask(namespace('', enabled) + deployment())).toBe('plain nothing-asks');
  });

  it('leaves pods alone that were there before the annotation', () => {
    const before = namespace('') + deployment();
    expect(ask(namespace(enabled) + deployment(), { before })).toBe('plain nothing-asks stale');
    expect(ask(namespace(enabled) + deployment(), { before, restarted: ['tienda/web'] })).toBe(
      'meshed namespace-enabled',
    );
    expect(ask(namespace(enabled) + deployment({ template: 'restartedAt: now' }), { before })).toBe(
      'meshed namespace-enabled',
    );
    expect(ask(namespace(enabled) + deployment({ own: 'x: z' }), { before })).toBe('plain nothing-asks stale');
    expect(
      ask(namespace(enabled) + deployment({ spec: 'restartPolicy: Always, nodeSelector: {}, hostNetwork: false, ' }), {
        before,
      }),
    ).toBe('plain nothing-asks stale');
    expect(ask(namespace(enabled) + deployment({ template: 'protocol: TCP' }), { before })).toBe(
      'meshed namespace-enabled',
    );
    expect(ask(namespace('') + deployment(), { before: namespace(enabled) + deployment() })).toBe(
      'meshed namespace-enabled stale',
    );
    expect(ask(namespace(enabled) + deployment(), { before: namespace('') })).toBe('meshed namespace-enabled');
  });

  it('knows proxies that are written in the manifest, native or not', () => {
    const init = "{name: linkerd-init, image: 'cr.l5d.io/linkerd/proxy-init:v2.4'}, ";
    const identity = ', env: [{name: LINKERD2_PROXY_IDENTITY_LOCAL_NAME, value: a}]';
    const named = (image: string, before = init, env = identity) =>
      `initContainers: [${before}{name: linkerd-proxy, image: '${image}', restartPolicy: Always${env}}], `;
    const proxy = 'cr.l5d.io/linkerd/proxy:edge-26.6.3';
    expect(ask(deployment({ spec: named(proxy) }))).toBe('meshed already-has-proxy');
    expect(ask(deployment({ spec: named('nginx:1.29') }))).toBe('plain already-has-proxy');
    // Nothing leads the traffic through it, or it has nothing to prove who it is with.
    expect(ask(deployment({ spec: named(proxy, '') }))).toBe('plain already-has-proxy');
    expect(ask(deployment({ spec: named(proxy, init, '') }))).toBe('plain already-has-proxy');
    const istio = "initContainers: [{name: istio-proxy, image: 'p:1', restartPolicy: Always}], ";
    expect(ask(namespace(enabled) + deployment({ spec: istio }))).toBe('plain already-has-proxy');
  });

  it('is not kept from it by a token that is not mounted', () => {
    expect(ask(namespace(enabled) + deployment({ spec: 'automountServiceAccountToken: false, ' }))).toBe(
      'meshed namespace-enabled',
    );
  });
});
