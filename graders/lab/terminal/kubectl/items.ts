import {
  eventsAt,
  type Fields,
  type LiveCluster,
  type LiveObject,
  objectOf,
  objectsOfKind,
  objectView,
  type PodView,
  podsAt,
  podView,
  stamp,
  stateAt,
} from '../../cluster/index.ts';
import { apiRouteStatus, classStatus, gatewayStatus } from '../desk/gateways.ts';
import { linkerdRouteStatus } from '../desk/linkerd-routes.ts';
import { endpointObjects, sliceObjects } from './endpoints.ts';
import { at, fieldsOf, textAt } from './json.ts';
import { apiVersionOf, type KindInfo } from './kinds.ts';
import { release } from './release.ts';

/** An object of the API for those who list, print and describe it. */
export interface Item {
  readonly kind: KindInfo;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly uid: string;
  /** Simulated seconds. */
  readonly created: number;
  readonly labels: Readonly<Record<string, string>>;
  /** The whole object with its status. */
  readonly view: Fields;
  readonly pod?: PodView;
  readonly object?: LiveObject;
}

/** By what objects are chosen before anybody works out how they look. */
type Chosen = (one: Pick<Item, 'namespace' | 'name'>) => boolean;

/** The objects of a kind, of one namespace or of all, with one name or with any, in the order of the API: by namespace and name. */
export function itemsIn(live: LiveCluster, kind: KindInfo, namespace?: string, name?: string): readonly Item[] {
  const chosen: Chosen = (one) =>
    (namespace === undefined || !kind.namespaced || one.namespace === namespace) &&
    (name === undefined || one.name === name);
  const items = itemsOfKind(live, kind, chosen).filter(chosen);
  return items.sort((a, b) => compare(a.namespace ?? '', b.namespace ?? '') || compare(a.name, b.name));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function itemsOfKind(live: LiveCluster, kind: KindInfo, chosen: Chosen): Item[] {
  switch (`${kind.group}/${kind.kind}`) {
    case '/Pod':
      return podsAt(live, live.clock)
        .filter(({ pod }) => chosen(pod))
        .map((pod) => podItem(live, kind, pod));
    case '/Event':
      return eventItems(live, kind);
    case '/Node': {
      const written = stored(live, kind, () => true);
      return written.length > 0 ? written.map((one) => asTold(live, one)) : usualNodes(live, kind);
    }
    case '/Endpoints':
      return [...madeItems(live, kind, endpointObjects(stateAt(live, live.clock))), ...stored(live, kind, chosen)];
    case 'discovery.k8s.io/EndpointSlice':
      return [...madeItems(live, kind, sliceObjects(stateAt(live, live.clock))), ...stored(live, kind, chosen)];
    case 'apps/ControllerRevision':
      return madeItems(live, kind, revisionObjects(live));
    default:
      return stored(live, kind, chosen);
  }
}

function stored(live: LiveCluster, kind: KindInfo, chosen: Chosen): Item[] {
  return objectsOfKind(live, kind.group, kind.kind)
    .filter(({ resource }) => chosen(resource))
    .map((object) => objectItem(live, kind, object));
}

export function objectItem(live: LiveCluster, kind: KindInfo, object: LiveObject): Item {
  const { resource, uid, created } = object;
  const status =
    gatewayStatus(live, resource) ??
    apiRouteStatus(live, resource) ??
    linkerdRouteStatus(live, resource) ??
    classStatus(live, resource);
  const shown = { ...objectView(live, object), apiVersion: apiVersionOf(kind), ...(status && { status }) };
  return {
    kind,
    namespace: kind.namespaced ? resource.namespace : undefined,
    name: resource.name,
    uid,
    created,
    labels: labelsOf(resource.data),
    view: shown,
    object,
  };
}

export function podItem(live: LiveCluster, kind: KindInfo, pod: PodView): Item {
  const { live: one } = pod;
  const view = podView(live, one);
  return {
    kind,
    namespace: one.verdict.namespace,
    name: one.verdict.name,
    uid: one.uid,
    created: one.created,
    labels: labelsOf(view),
    view,
    pod,
  };
}

const labelsOf = (data: Fields): Readonly<Record<string, string>> =>
  fieldsOf(at(data, 'metadata', 'labels')) as Readonly<Record<string, string>>;

/** Objects that the control plane keeps; what belongs to a Service is as old as it. */
function madeItems(live: LiveCluster, kind: KindInfo, objects: readonly Fields[]): Item[] {
  return objects.map((view) => {
    const namespace = textAt(view, 'metadata', 'namespace');
    const name = textAt(view, 'metadata', 'name') ?? '';
    const of = textAt(view, 'metadata', 'labels', 'kubernetes.io/service-name') ?? name;
    const service = objectOf(live, { group: '', kind: 'Service', namespace, name: of });
    const created = service?.created ?? 0;
    const metadata = { ...fieldsOf(view.metadata), ...(service && { creationTimestamp: stamp(created) }) };
    return { kind, namespace, name, uid: '', created, labels: labelsOf(view), view: { ...view, metadata } };
  });
}

/** A machine with what its kubelet tells of it, where its object says nothing of that. */
function asTold(live: LiveCluster, item: Item): Item {
  const status = fieldsOf(item.view.status);
  const node = stateAt(live, live.clock).nodes.find(({ name }) => name === item.name);
  if (!node) return item;
  const told = { addresses: addressesOf(node), nodeInfo: { kubeletVersion: release } };
  return { ...item, view: { ...item.view, status: { ...told, ...status } } };
}

const addressesOf = ({ name, ip }: { readonly name: string; readonly ip: string }): readonly Fields[] => [
  { address: ip, type: 'InternalIP' },
  { address: name, type: 'Hostname' },
];

/** The machines of a world that names none, as its scheduler knows them. */
function usualNodes(live: LiveCluster, kind: KindInfo): Item[] {
  const views = stateAt(live, live.clock).nodes.map(({ name, labels, ip, unschedulable }) => ({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { creationTimestamp: stamp(0), labels, name },
    spec: unschedulable ? { unschedulable } : {},
    status: {
      addresses: addressesOf({ name, ip }),
      conditions: [
        {
          lastTransitionTime: stamp(0),
          message: 'kubelet is posting ready status',
          reason: 'KubeletReady',
          status: 'True',
          type: 'Ready',
        },
      ],
      nodeInfo: { kubeletVersion: release },
    },
  }));
  return madeItems(live, kind, views);
}

function eventItems(live: LiveCluster, kind: KindInfo): Item[] {
  return eventsAt(live, live.clock).map((event, index) => {
    const { about, namespace, first, last, count, type, reason, message, from, host } = event;
    const name = `${about.name}.${(0x18a0_0000_0000 + index * 7919 + first).toString(16)}`;
    const view: Fields = {
      apiVersion: 'v1',
      count,
      eventTime: null,
      firstTimestamp: stamp(first),
      involvedObject: {
        ...(about.field !== undefined && { fieldPath: about.field }),
        kind: about.kind,
        name: about.name,
        namespace,
        uid: about.uid,
      },
      kind: 'Event',
      lastTimestamp: stamp(last),
      message,
      metadata: { creationTimestamp: stamp(first), name, namespace },
      reason,
      reportingComponent: from,
      reportingInstance: host ?? '',
      source: { component: from, ...(host !== undefined && { host }) },
      type,
    };
    return { kind, namespace, name, uid: '', created: first, labels: {}, view };
  });
}

function revisionObjects(live: LiveCluster): readonly Fields[] {
  return [...live.objects.values()].flatMap(({ resource, history = [], uid }) =>
    history.map(({ number, hash, created }) => ({
      apiVersion: 'apps/v1',
      kind: 'ControllerRevision',
      metadata: {
        creationTimestamp: stamp(created),
        name: `${resource.name}-${hash}`,
        namespace: resource.namespace,
        ownerReferences: [{ apiVersion: 'apps/v1', kind: resource.kind, name: resource.name, uid, controller: true }],
      },
      revision: number,
    })),
  );
}
