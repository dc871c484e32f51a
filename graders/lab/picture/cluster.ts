import { lookup } from '../../model/manifests/lookup.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import { fields, fieldsList } from '../../model/mesh/fields.ts';
import { integer, text } from '../../model/workloads/values.ts';
import { selects, servicesOf } from '../cluster/index.ts';
import { boxId, type Wire } from './picture.ts';
import { subsetsOf } from './subsets.ts';
import type { View } from './view.ts';

/** What Kubernetes itself connects: Services with their pods, Ingress, autoscalers, policies of the network. */
export function clusterWires(view: View): readonly Wire[] {
  const of = (group: string, kind: string) => lookup(view.state.resources).ofKind(group, kind);
  return [
    ...serviceWires(view),
    ...of('networking.k8s.io', 'Ingress').flatMap((ingress) => ingressWires(view, ingress)),
    ...of('autoscaling', 'HorizontalPodAutoscaler').flatMap(scalerWire),
    ...of('networking.k8s.io', 'NetworkPolicy').flatMap((policy) =>
      selectorWires(view, policy, specOf(policy).podSelector),
    ),
    ...of('policy', 'PodDisruptionBudget').flatMap((policy) => selectorWires(view, policy, specOf(policy).selector)),
  ];
}

const specOf = ({ data }: Resource) => fields(fields(data).spec);

function serviceWires(view: View): readonly Wire[] {
  const makerOf = new Map(
    view.state.pods.map((pod) => [
      `${pod.namespace}/${pod.name}`,
      { id: boxId(pod.from.kind, pod.from.namespace, pod.from.name), pod },
    ]),
  );
  return servicesOf(view.state).flatMap(({ namespace, name, endpoints }) =>
    endpoints.flatMap((endpoint): Wire[] => {
      const maker = makerOf.get(`${namespace}/${endpoint.pod}`);
      if (!maker) return [];
      const subsets = subsetsOf(view, { name, namespace }, maker.pod.labels);
      const from = boxId('Service', namespace, name);
      const labels = [...subsets, `:${endpoint.port}`];
      return [{ from, to: maker.id, kind: 'traffic', broken: !endpoint.ready, labels }];
    }),
  );
}

function ingressWires({ service }: View, ingress: Resource): readonly Wire[] {
  const { kind, name, namespace = 'default' } = ingress;
  const spec = specOf(ingress);
  const paths = fieldsList(spec.rules).flatMap((rule) =>
    fieldsList(fields(rule.http).paths).map((path) => ({
      backend: path.backend,
      label: `${text(rule.host) ?? ''}${text(path.path) ?? '/'}`,
    })),
  );
  return [...paths, { backend: spec.defaultBackend, label: '' }].flatMap(({ backend, label }): Wire[] => {
    const { name: target, port } = fields(fields(backend).service);
    const called = text(target);
    if (called === undefined) return [];
    const found = service(called, namespace);
    const number = integer(fields(port).number);
    return [
      {
        from: boxId(kind, namespace, name),
        to: found ?? boxId('Host', namespace, called),
        kind: 'traffic',
        broken: found === undefined,
        labels: [label, number === undefined ? '' : `:${number}`].filter((one) => one !== ''),
      },
    ];
  });
}

function scalerWire(scaler: Resource): readonly Wire[] {
  const { kind, name, namespace = 'default' } = scaler;
  const spec = specOf(scaler);
  const target = fields(spec.scaleTargetRef);
  const to = boxId(text(target.kind) ?? '', namespace, text(target.name) ?? '');
  const range = `${integer(spec.minReplicas) ?? 1}–${integer(spec.maxReplicas) ?? '?'}`;
  return [{ from: boxId(kind, namespace, name), to, kind: 'control', broken: false, labels: [range] }];
}

/** A policy with a selector that takes everything governs its namespace, and leads to no box in particular. */
function selectorWires(view: View, { kind, name, namespace = 'default' }: Resource, written: unknown): readonly Wire[] {
  const selector = fields(written);
  if (Object.keys(selector).length === 0) return [];
  return view
    .makersOf((labels) => selects(selector, labels), namespace)
    .map((to) => ({ from: boxId(kind, namespace, name), to, kind: 'control', broken: false, labels: [] }));
}
