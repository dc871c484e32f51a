import { type Hop, hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { hops } from '../hops.ts';
import { textMap } from '../read.ts';
import type { ClusterState } from '../state.ts';
import { hasSelector, type ServicePort, selectedPods } from './endpoints.ts';
import type { Service } from './find.ts';

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
    const labels = Object.entries(textMap(service.data.spec?.selector)).map(([key, value]) => `\`${key}: ${value}\``);
    return hop(hops, 'endpoints', 'noPodSelected', { service: name, namespace, labels }, { resource, at: atSelector });
  }
  if (!selected.some((pod) => pod.ready)) {
    return hop(hops, 'endpoints', 'noPodReady', { service: name, n: selected.length }, { resource, at: atSelector });
  }
  const at = spanOf(port.written, 'targetPort') ?? fieldSpan(service, 'spec', 'ports');
  return hop(hops, 'endpoints', 'noPortNamed', { service: name, target: String(port.targetPort) }, { resource, at });
}
