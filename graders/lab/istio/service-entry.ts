import { own } from '../../core/own.ts';
import { fieldSpan, type Resource } from '../../model/manifests/manifests.ts';
import { type Fields, fields, fieldsList } from '../../model/mesh/fields.ts';
import { integer, isSet, text } from '../../model/workloads/values.ts';
import { type ClusterState, type Endpoint, hasLabels, type PodState } from '../cluster/index.ts';

/**
 * The addresses behind a port of a ServiceEntry: the pods and WorkloadEntries its `workloadSelector` selects, else its
 * `endpoints`, else, with DNS or no resolution, the host itself. With STATIC resolution and no endpoints there are none.
 * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export function serviceEntryEndpoints(
  state: ClusterState,
  resource: Resource,
  host: string,
  port: number,
): readonly Endpoint[] {
  const spec = fields(fields(resource.data).spec);
  const declared = fieldsList(spec.ports).find(({ number }) => number === port);
  if (!declared) return [];
  const target = integer(declared.targetPort) ?? port;
  const portName = text(declared.name) ?? '';
  const portIn = (endpoint: Fields) => integer(own(fields(endpoint.ports), portName)) ?? target;
  if (isSet(spec.workloadSelector)) return selected(state, resource, spec, target, portIn);
  const written = fieldsList(spec.endpoints);
  if (written.length > 0) {
    return written.map((endpoint) => ({
      pod: outside(resource, text(endpoint.address) ?? host, fields(endpoint.labels), endpoint),
      port: portIn(endpoint),
    }));
  }
  return spec.resolution === 'STATIC' ? [] : [{ pod: outside(resource, host, {}), port: target }];
}

function selected(
  state: ClusterState,
  resource: Resource,
  spec: Fields,
  target: number,
  portIn: (endpoint: Fields) => number,
): Endpoint[] {
  const labels = fields(fields(spec.workloadSelector).labels) as Readonly<Record<string, string>>;
  const namespace = resource.namespace ?? 'default';
  const pods = state.pods
    .filter((pod) => pod.namespace === namespace && pod.ready && hasLabels(labels, pod.labels))
    .map((pod) => ({ pod, port: target }));
  const entries = state.resources
    .filter(({ kind, namespace: own }) => kind === 'WorkloadEntry' && own === namespace)
    .map((entry) => ({ entry, spec: fields(fields(entry.data).spec) }))
    .filter(({ spec: { labels: own } }) => hasLabels(labels, fields(own) as Readonly<Record<string, string>>))
    .map(({ entry, spec: own }) => ({
      pod: outside(entry, text(own.address) ?? entry.name, fields(own.labels)),
      port: portIn(own),
    }));
  return [...pods, ...entries];
}

/** Something that is no pod of this cluster: it answers on any port and carries the labels its entry gives it. */
function outside(from: Resource, address: string, labels: Fields, node?: Fields): PodState {
  const at = fieldSpan(from, 'spec');
  return {
    name: address,
    namespace: from.namespace ?? 'default',
    labels: labels as Readonly<Record<string, string>>,
    annotations: {},
    serviceAccount: text(node?.serviceAccount) ?? text(fields(fields(from.data).spec).serviceAccount) ?? '',
    workload: { kind: from.kind, name: address },
    phase: 'Running',
    ready: true,
    ip: address,
    containers: [
      {
        name: address,
        image: '',
        state: 'running',
        restarts: 0,
        ready: true,
        listens: 'any',
        assumed: true,
        portNames: {},
        at,
      },
    ],
    initContainers: [],
    from,
    at,
  };
}
