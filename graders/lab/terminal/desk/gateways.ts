import { at, type Fields, fieldsOf, itemsOf, numberAt, textAt } from '../../../core/fields.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { type LiveCluster, objectOf, podsAt, put, removeObject } from '../../cluster/index.ts';
import {
  apiRouteKinds,
  apiWorldOf,
  gatewayConditions,
  gatewayNameLabel,
  type ParentStatus,
  programmedOf,
  routeStatus,
} from '../../istio/index.ts';
import { asResources, deployment, service, serviceAccount } from '../mesh/objects.ts';
import { istioVersion } from './proxies.ts';

const group = 'gateway.networking.k8s.io';
const classLabel = 'gateway.networking.k8s.io/gateway-class-name';
const managed = 'gateway.istio.io/managed';

/** The classes that istiod brings, and what stands for its controller. @see pilot/pkg/config/kube/gatewaycommon/classinfo.go */
interface GatewayClass {
  readonly name: string;
  readonly controller: string;
  readonly description: string;
  /** Absent where nobody starts anything for its Gateways. */
  readonly starts?: { readonly by: string; readonly suffix: boolean; readonly type: string };
}

const classes: readonly GatewayClass[] = [
  {
    name: 'istio',
    controller: 'istio.io/gateway-controller',
    description: 'The default Istio GatewayClass',
    starts: { by: 'istio.io-gateway-controller', suffix: true, type: 'LoadBalancer' },
  },
  {
    name: 'istio-remote',
    controller: 'istio.io/unmanaged-gateway',
    description: 'Remote to this cluster. Does not deploy or affect configuration.',
  },
  {
    name: 'istio-waypoint',
    controller: 'istio.io/mesh-controller',
    description: 'The default Istio waypoint GatewayClass',
    starts: { by: 'istio.io-mesh-controller', suffix: false, type: 'ClusterIP' },
  },
];

const isGateway = ({ kind, group: of }: Resource): boolean => kind === 'Gateway' && of === group;

/** Whether an istiod is there that would act; only one with ambient has the class of waypoints. */
function controlOf({ resources }: LiveCluster): { readonly ambient: boolean } | undefined {
  const found = resources.find(
    ({ kind, name, namespace }) => kind === 'Deployment' && namespace === 'istio-system' && /^istiod(?:-|$)/.test(name),
  );
  if (!found) return undefined;
  const [container] = itemsOf(at(found.data, 'spec', 'template', 'spec', 'containers'));
  return {
    ambient: itemsOf(container?.env).some(({ name, value }) => name === 'PILOT_ENABLE_AMBIENT' && value === 'true'),
  };
}

/**
 * What istiod does with the Gateways of the Gateway API of its classes: each gets a Deployment and a Service of its own, which go with it.
 * @see https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#automated-deployment
 * @see pilot/pkg/config/kube/gatewaycommon/deploymentcontroller.go
 */
export function withGateways(live: LiveCluster, clock: number): LiveCluster {
  const hasKinds = live.resources.some(
    ({ kind, name }) => kind === 'CustomResourceDefinition' && name === `gateways.${group}`,
  );
  const control = hasKinds ? controlOf(live) : undefined;
  const gateways = live.resources.filter(isGateway);
  const made = live.resources.filter(({ metadata }) => textAt(metadata, 'labels', managed) !== undefined);
  if (!control && gateways.length === 0 && made.length === 0) return live;
  const wanted = control ? gateways.flatMap((gateway) => startedFor(gateway, control.ambient)) : [];
  const missing = [
    ...(control ? classObjects(live, control.ambient) : []),
    ...wanted.filter((one) => differs(live, one)),
  ];
  const names = new Set(gateways.map(({ name, namespace }) => `${namespace}/${name}`));
  const orphans = made.filter(
    ({ metadata, namespace }) => !names.has(`${namespace}/${textAt(metadata, 'labels', gatewayNameLabel) ?? ''}`),
  );
  const after = orphans.reduce(
    (now, { kind, group: of, namespace, name }) => removeObject(now, { kind, group: of, namespace, name }, clock),
    live,
  );
  return missing.length === 0 ? after : put(after, asResources(missing), clock).cluster;
}

function classObjects(live: LiveCluster, ambient: boolean): readonly Fields[] {
  return classes
    .filter(({ name }) => ambient || name !== 'istio-waypoint')
    .filter(({ name }) => !live.resources.some((one) => one.kind === 'GatewayClass' && one.name === name))
    .map(({ name, controller, description }) => ({
      apiVersion: `${group}/v1`,
      kind: 'GatewayClass',
      metadata: { name },
      spec: { controllerName: controller, description },
    }));
}

const classOf = ({ data }: Resource): GatewayClass | undefined =>
  classes.find(({ name }) => name === textAt(data, 'spec', 'gatewayClassName'));

/** Name of the Deployment and the Service of a Gateway. */
function deployedName(gateway: Resource): string {
  const suffix = classOf(gateway)?.starts?.suffix ? `-${textAt(gateway.data, 'spec', 'gatewayClassName')}` : '';
  return textAt(gateway.metadata, 'annotations', 'gateway.istio.io/name-override') ?? `${gateway.name}${suffix}`;
}

/** One that names the host of its Service says that somebody else runs it. */
const isManual = ({ data }: Resource): boolean =>
  itemsOf(at(data, 'spec', 'addresses')).some(({ type }) => type === 'Hostname');

const typeOf = (gateway: Resource): string =>
  textAt(gateway.metadata, 'annotations', 'networking.istio.io/service-type') ??
  classOf(gateway)?.starts?.type ??
  'LoadBalancer';

const listenersOf = ({ data }: Resource): readonly Fields[] => itemsOf(at(data, 'spec', 'listeners'));

function startedFor(gateway: Resource, ambient: boolean): readonly Fields[] {
  const gatewayClass = classOf(gateway);
  if (!gatewayClass?.starts || isManual(gateway)) return [];
  if (gatewayClass.name === 'istio-waypoint' && !ambient) return [];
  const { namespace = 'default', name } = gateway;
  const called = deployedName(gateway);
  const selector = { [gatewayNameLabel]: name };
  const labels = { ...selector, [classLabel]: gatewayClass.name, [managed]: gatewayClass.starts.by };
  const made = deployment({
    namespace,
    name: called,
    labels: {
      ...labels,
      'service.istio.io/canonical-name': called,
      'service.istio.io/canonical-revision': 'latest',
      'sidecar.istio.io/inject': 'false',
    },
    annotations: {
      'istio.io/rev': 'default',
      'prometheus.io/path': '/stats/prometheus',
      'prometheus.io/port': '15020',
      'prometheus.io/scrape': 'true',
    },
    containers: [
      {
        name: 'istio-proxy',
        image: `registry.istio.io/release/proxyv2:${istioVersion}`,
        args: ['proxy', gatewayClass.name === 'istio-waypoint' ? 'waypoint' : 'router'],
        ports: [
          { containerPort: 15020, name: 'metrics', protocol: 'TCP' },
          { containerPort: 15021, name: 'status-port', protocol: 'TCP' },
          { containerPort: 15090, name: 'http-envoy-prom', protocol: 'TCP' },
        ],
      },
    ],
  });
  const spec = { ...fieldsOf(made.spec), selector: { matchLabels: selector } };
  const ports = portsOf(gateway);
  return [
    { ...serviceAccount(namespace, called, labels) },
    { ...made, metadata: { name: called, namespace, labels }, spec },
    { ...service(namespace, called, selector, ports, typeOf(gateway)), metadata: { name: called, namespace, labels } },
  ];
}

/** @see pilot/pkg/config/kube/gatewaycommon/deploymentcontroller.go (`extractServicePorts`) */
function portsOf(gateway: Resource): readonly Fields[] {
  const found = new Map<number, Fields>([
    [15021, { name: 'status-port', port: 15021, protocol: 'TCP', appProtocol: 'tcp' }],
  ]);
  for (const listener of listenersOf(gateway)) {
    const port = numberAt(listener, 'port');
    if (port === undefined || found.has(port)) continue;
    const name = (textAt(listener, 'name') ?? `${port}`)
      .toLowerCase()
      .slice(0, 15)
      .replace(/[^a-z0-9-]/g, '-');
    const appProtocol = (textAt(listener, 'protocol') ?? 'HTTP').toLowerCase();
    found.set(port, { name, port, protocol: 'TCP', appProtocol });
  }
  return [...found.values()];
}

/** Whether an object of a Gateway is not there yet, or its Service is another than the Gateway wants. */
function differs(live: LiveCluster, object: Fields): boolean {
  const [one] = asResources([object]);
  const found = one && objectOf(live, one);
  if (!found) return true;
  if (one.kind !== 'Service') return false;
  const shape = (data: unknown) =>
    JSON.stringify([
      at(data, 'spec', 'type'),
      itemsOf(at(data, 'spec', 'ports')).map(({ name, port }) => [name, port]),
    ]);
  return shape(found.resource.data) !== shape(object);
}

/**
 * The status that istiod gives a Gateway of its classes; nothing for those of others, or where it is not there.
 * @see pilot/pkg/config/kube/gateway/conversion.go (`reportGatewayStatus`)
 */
export function gatewayStatus(live: LiveCluster, resource: Resource): Fields | undefined {
  const gatewayClass = classOf(resource);
  if (!isGateway(resource) || !controlOf(live) || !gatewayClass) return undefined;
  if (!gatewayClass.starts) return { conditions: told([resourceAccepted, remote]) };
  const { namespace = 'default' } = resource;
  const host = `${deployedName(resource)}.${namespace}.svc.cluster.local`;
  const { accepted, resolvedRefs, listeners } = gatewayConditions(resource, worldOf(live));
  const isReady = podsAt(live, live.clock).some(
    ({ pod, terminating }) =>
      !terminating && pod.ready && pod.namespace === namespace && pod.labels[gatewayNameLabel] === resource.name,
  );
  const ports = [...new Set(listeners.filter(({ isOpen }) => isOpen).map(({ port }) => port))];
  const warning = !isReady
    ? `no instances found for hostname "${host}"`
    : typeOf(resource) === 'LoadBalancer'
      ? `address pending for hostname "${host}"`
      : undefined;
  const warnings = ports.slice(0, isReady ? 1 : ports.length).flatMap(() => warning ?? []);
  const programmed = programmedOf({
    internal: isReady ? ports.map((port) => `${host}:${port}`) : [],
    warnings: warnings.map((message) => ({ reason: 'AddressNotAssigned', message })),
  });
  return {
    ...(programmed.status && { addresses: [addressOf(live, resource, host)] }),
    conditions: told([accepted, programmed, resolvedRefs]),
    listeners: listeners.map(({ name, kinds, conditions, attachedRoutes }) => ({
      attachedRoutes,
      conditions: told(conditions),
      name,
      supportedKinds: kinds.map((kind) => ({ group, kind })),
    })),
  };
}

/** What istiod says about the parents of a route. @see pilot/pkg/config/kube/gateway/conditions.go (`createRouteStatus`) */
export function apiRouteStatus(live: LiveCluster, resource: Resource): Fields | undefined {
  const control = apiRouteKinds.includes(resource.kind) && resource.group === group ? controlOf(live) : undefined;
  if (!control) return undefined;
  const parents = routeStatus(resource, worldOf(live)).map(({ parent, conditions }) => ({
    conditions: told([...conditions, ...(control.ambient ? [waypointsResolved(live, parent)] : [])]),
    controllerName: 'istio.io/gateway-controller',
    parentRef: { group: parent.group, kind: parent.kind, ...parent.node },
  }));
  return parents.length > 0 ? { parents } : undefined;
}

/** In a mesh with ambient mode istiod also says whether there is a waypoint for a Service. */
function waypointsResolved(live: LiveCluster, { kind, namespace, name }: ParentStatus['parent']): Condition {
  const isNamed = (one: Resource | undefined) =>
    !['', 'none'].includes((textAt(one?.metadata, 'labels', 'istio.io/use-waypoint') ?? '').toLowerCase());
  const service = live.resources.find(
    (one) => one.kind === 'Service' && one.group === '' && one.name === name && one.namespace === namespace,
  );
  const owner = live.resources.find((one) => one.kind === 'Namespace' && one.name === namespace);
  const message =
    kind !== 'Service' || isNamed(service) || (service && isNamed(owner))
      ? 'All waypoints resolved'
      : service
        ? 'istio.io/use-waypoint label missing from parent and parent namespace; in ambient mode, route will not be respected'
        : 'parent not found';
  return { type: 'ResolvedWaypoints', status: true, reason: 'ResolvedWaypoints', message };
}

const worldOf = ({ resources }: LiveCluster) => apiWorldOf({ resources, asCreated: true });

type Condition = ParentStatus['conditions'][number];

const resourceAccepted: Condition = {
  type: 'Accepted',
  status: true,
  reason: 'Accepted',
  message: 'Resource accepted',
};
const remote: Condition = {
  type: 'Programmed',
  status: true,
  reason: 'Programmed',
  message: 'This Gateway is remote; Istio will not program it',
};

/** As they are written down, in the order of their types. */
function told(conditions: readonly Condition[]): readonly Fields[] {
  return [...conditions]
    .sort((a, b) => (a.type < b.type ? -1 : 1))
    .map(({ type, status, reason, message }) => ({
      message,
      observedGeneration: 1,
      reason,
      status: status ? 'True' : 'False',
      type,
    }));
}

/** A waypoint tells the address of its Service, a gateway its name. */
function addressOf(live: LiveCluster, gateway: Resource, host: string): Fields {
  const { namespace = 'default' } = gateway;
  const service = objectOf(live, { group: '', kind: 'Service', namespace, name: deployedName(gateway) });
  const address = textAt(service?.resource.data, 'spec', 'clusterIP');
  const isWaypoint = classOf(gateway)?.name === 'istio-waypoint';
  return isWaypoint && address !== undefined
    ? { type: 'IPAddress', value: address }
    : { type: 'Hostname', value: host };
}

/** The status of a class: accepted by the controller that brought it. */
export function classStatus(live: LiveCluster, { kind, group: of, data }: Resource): Fields | undefined {
  const controller = textAt(data, 'spec', 'controllerName');
  if (
    kind !== 'GatewayClass' ||
    of !== group ||
    !controlOf(live) ||
    !classes.some((one) => one.controller === controller)
  )
    return undefined;
  return {
    conditions: [
      {
        message: 'Handled by Istio controller',
        observedGeneration: 1,
        reason: 'Accepted',
        status: 'True',
        type: 'Accepted',
      },
    ],
  };
}
