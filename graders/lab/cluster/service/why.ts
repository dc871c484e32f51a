import { pairsAsCode } from '../../../core/code.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { hops } from '../hops.ts';
import { textMap } from '../read.ts';
import type { ClusterState } from '../state.ts';
import { hasSelector, selectedPods } from './endpoints.ts';
import type { Service } from './find.ts';
import type { ServicePort } from './ports.ts';

/** Why a port of a Service has no endpoint, at the line that would have to change. */
export function whyEmpty(state: ClusterState, service: Service, port: ServicePort): Hop {
  const resource = refOf(service);
  const { name, namespace = 'default' } = service;
  const atSelector = fieldSpan(service, 'spec', 'selector');
  if (!hasSelector(service)) {
    return hop(hops, 'endpoints', 'noSelector', { service: name, port: port.port }, { resource, at: service.at });
  }
  const selected = selectedPods(state, service);
  if (selected.length === 0) {
    const labels = pairsAsCode(Object.entries(textMap(service.data.spec?.selector)));
    const data = { service: name, namespace, labels };
    const others = labelsIn(state, namespace);
    return others.length === 0
      ? hop(hops, 'endpoints', 'noPodSelected', data, { resource, at: atSelector })
      : hop(hops, 'endpoints', 'otherLabels', { ...data, others }, { resource, at: atSelector });
  }
  if (!selected.some((pod) => pod.ready)) {
    return hop(hops, 'endpoints', 'noPodReady', { service: name, n: selected.length }, { resource, at: atSelector });
  }
  const at = spanOf(port.written, 'targetPort') ?? fieldSpan(service, 'spec', 'ports');
  return hop(hops, 'endpoints', 'noPortNamed', { service: name, target: String(port.targetPort) }, { resource, at });
}

/** The labels that the pods of a namespace do carry, a few of them. */
function labelsIn({ pods }: ClusterState, namespace: string): readonly string[] {
  const there = byLabel(pods)
    .in(namespace)
    .flatMap(({ labels }) => Object.entries(labels));
  const written = pairsAsCode(there.filter(([key]) => key !== 'pod-template-hash'));
  return [...new Set(written)].slice(0, 4);
}
