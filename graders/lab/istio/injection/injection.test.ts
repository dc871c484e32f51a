import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { settle } from '../../cluster/index.ts';
import { world } from '../../cluster/testing/world.ts';
import { openMesh } from '../mesh.ts';
import { decideInjection } from './decide.ts';

interface Case {
  readonly namespace?: string;
  readonly ns: Record<string, string>;
  readonly pod: Record<string, string>;
  readonly annotations?: Record<string, string>;
  readonly hostNetwork?: boolean;
  readonly revisions?: readonly string[];
  readonly byDefault?: boolean;
  readonly result: string;
}

const { cases } = parse(readFileSync('graders/lab/istio/cases/injection.yaml', 'utf8')) as { cases: readonly Case[] };

describe('injection conformance', () => {
  it.each(cases.map((one) => [JSON.stringify({ ...one, result: undefined }), one] as const))('%s', (_name, one) => {
    const { namespace = 'shop', ns, pod, annotations = {}, hostNetwork = false, revisions, byDefault } = one;
    const { injected, reason, revision } = decideInjection({
      namespace,
      namespaceLabels: ns,
      podLabels: pod,
      podAnnotations: annotations,
      hostNetwork,
      ...(revisions && { revisions }),
      ...(byDefault && { byDefault }),
    });
    expect(injected ? `${revision} ${reason}` : reason).toBe(one.result);
  });

  it('decides at least 40 cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
  });
});

describe('which pods of a cluster have a proxy', () => {
  const pods = (text: string) => {
    const { state } = settle(world(text));
    const mesh = openMesh(state);
    return state.pods.map((pod) => `${pod.workload.name} ${mesh.hasSidecar(pod) ? 'yes' : 'no'}`);
  };
  const namespace =
    '{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {istio-injection: enabled}}}\n---\n';
  const pod = (name: string, metadata: string, spec: string) =>
    `{apiVersion: v1, kind: Pod, metadata: {name: ${name}, ${metadata}}, spec: {${spec}}}\n---\n`;
  const app = "containers: [{name: app, image: 'x:1'}]";

  it('looks at the labels of the pod template, not of the Deployment', () => {
    const deployment = (labels: string, template: string) =>
      `{apiVersion: apps/v1, kind: Deployment, metadata: {name: a, labels: {${labels}}}, spec: {replicas: 1, selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a${template}}}, spec: {${app}}}}}`;
    expect(pods(deployment("sidecar.istio.io/inject: 'true'", ''))).toEqual(['a no']);
    expect(pods(deployment('', ", sidecar.istio.io/inject: 'true'"))).toEqual(['a yes']);
  });

  it('finds a proxy that is written in the manifest, native or not', () => {
    const proxy = "{name: istio-proxy, image: 'docker.io/istio/proxyv2:1.31.0', restartPolicy: Always}";
    expect(pods(pod('a', 'namespace: x', `${app}, initContainers: [${proxy}]`))).toEqual(['a yes']);
    expect(pods(pod('a', 'namespace: x', `containers: [{name: app, image: 'x:1'}, ${proxy}]`))).toEqual(['a yes']);
    const named = "containers: [{name: istio-proxy, image: 'nginx:1.29'}]";
    expect(pods(pod('a', 'namespace: x', named))).toEqual(['a no']);
  });

  it('never injects into pods on the network of their node', () => {
    expect(pods(namespace + pod('a', 'namespace: shop', `${app}, hostNetwork: true`))).toEqual(['a no']);
    expect(pods(namespace + pod('a', 'namespace: shop', app))).toEqual(['a yes']);
  });

  it('lets a world say which pods are older than the label', () => {
    const { state } = settle(
      world(namespace + pod('old', 'namespace: shop', app) + pod('new', 'namespace: shop', app)),
    );
    const mesh = openMesh(state, { sidecars: ({ name }) => name === 'new' });
    expect(state.pods.map((one) => mesh.hasSidecar(one))).toEqual([false, true]);
  });
});
