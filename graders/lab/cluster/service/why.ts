import { pairsAsCode } from '../../../core/code.ts';
import { own } from '../../../core/own.ts';
import type { Span } from '../../../core/span.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { hops } from '../hops.ts';
import { textMap } from '../read.ts';
import type { ClusterState } from '../state.ts';
import { elsewhere, refusedWith, workloadsOf } from '../why/absent.ts';
import { whyNoneReady } from '../why/pods.ts';
import { endpointsOf, hasSelector, selectedPods } from './endpoints.ts';
import type { Service } from './find.ts';
import { portOf, type ServicePort } from './ports.ts';

/** Why a port of a Service has no endpoint: first what is missing, then why, at the lines that would have to change. */
export function whyEmpty(state: ClusterState, service: Service, port: ServicePort): readonly Hop[] {
  const resource = refOf(service);
  const { name } = service;
  if (!hasSelector(service)) {
    return [hop(hops, 'endpoints', 'noSelector', { service: name, port: port.port }, { resource, at: service.at })];
  }
  const selected = selectedPods(state, service);
  if (selected.length === 0) return whyNobody(state, service);
  if (!selected.some((pod) => pod.ready)) {
    const where = { resource, at: fieldSpan(service, 'spec', 'selector') };
    const none = hop(hops, 'endpoints', 'noPodReady', { service: name, n: selected.length }, where);
    return [none, ...whyNoneReady(state, selected)];
  }
  const at = spanOf(port.written, 'targetPort') ?? fieldSpan(service, 'spec', 'ports');
  return [hop(hops, 'endpoints', 'noPortNamed', { service: name, target: String(port.targetPort) }, { resource, at })];
}

/**
 * The same for a port by its number.
 * @returns nothing for a port that the Service does not have, or that has endpoints
 */
export function whyNoEndpoints(state: ClusterState, service: Service, port: number): readonly Hop[] {
  const written = portOf(service, port);
  return written && endpointsOf(state, service, port).length === 0 ? whyEmpty(state, service, written) : [];
}

/** The selector picks no pod: the API refused those it would pick, or its labels are others than those of the pods. */
function whyNobody(state: ClusterState, service: Service): readonly Hop[] {
  const { name, namespace = 'default' } = service;
  const selector = textMap(service.data.spec?.selector);
  const where = { resource: refOf(service), at: fieldSpan(service, 'spec', 'selector') };
  const refused = refusedWith(state, namespace, selector);
  if (refused.length > 0) {
    const data = { service: name, workloads: workloadsOf(refused) };
    return [hop(hops, 'endpoints', 'podsRefused', data, where), ...refused.slice(0, 3).map(({ hop }) => hop)];
  }
  const data = { service: name, namespace, labels: pairsAsCode(Object.entries(selector)) };
  const others = labelsIn(state, namespace);
  const none =
    others.length === 0
      ? hop(hops, 'endpoints', 'noPodSelected', data, where)
      : hop(hops, 'endpoints', 'otherLabels', { ...data, others }, { ...where, at: labelsSpan(state, service) });
  return [none, ...elsewhere(state, namespace, selector)];
}

/** Of several labels that a selector asks for, the only one that no pod of its namespace carries; else the whole selector. */
function labelsSpan({ pods }: ClusterState, service: Service): Span {
  const there = byLabel(pods).in(service.namespace ?? 'default');
  const selector = Object.entries(textMap(service.data.spec?.selector));
  const lacking = selector.filter(([key, value]) => !there.some(({ labels }) => own(labels, key) === value));
  const only = selector.length > 1 && lacking.length === 1 ? lacking.map(([key]) => key) : [];
  return fieldSpan(service, 'spec', 'selector', ...only);
}

/** The labels that the pods of a namespace do carry, a few of them. */
function labelsIn({ pods }: ClusterState, namespace: string): readonly string[] {
  const there = byLabel(pods)
    .in(namespace)
    .flatMap(({ labels }) => Object.entries(labels));
  const written = pairsAsCode(there.filter(([key]) => key !== 'pod-template-hash'));
  return [...new Set(written)].slice(0, 4);
}
