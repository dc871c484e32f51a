import type { Fields } from '../../cluster/index.ts';
import { istioVersion } from '../desk/proxies.ts';
import { definitionObject, definitions, deployment, service, serviceAccount, webhooks } from './objects.ts';

export const istioNamespace = 'istio-system';

/** The kinds of Istio 1.31. @see manifests/charts/base/files/crd-all.gen.yaml */
const istioKinds = definitions(`
TrafficExtension trafficextensions extensions.istio.io v1alpha1
WasmPlugin wasmplugins extensions.istio.io v1alpha1
DestinationRule destinationrules networking.istio.io v1 dr | Host=.spec.host Age=.metadata.creationTimestamp
EnvoyFilter envoyfilters networking.istio.io v1alpha3
Gateway gateways networking.istio.io v1 gw
ProxyConfig proxyconfigs networking.istio.io v1beta1
ServiceEntry serviceentries networking.istio.io v1 se | Hosts=.spec.hosts Location=.spec.location Resolution=.spec.resolution Age=.metadata.creationTimestamp
Sidecar sidecars networking.istio.io v1
VirtualService virtualservices networking.istio.io v1 vs | Gateways=.spec.gateways Hosts=.spec.hosts Age=.metadata.creationTimestamp
WorkloadEntry workloadentries networking.istio.io v1 we | Age=.metadata.creationTimestamp Address=.spec.address
WorkloadGroup workloadgroups networking.istio.io v1 wg
AuthorizationPolicy authorizationpolicies security.istio.io v1 ap | Action=.spec.action Age=.metadata.creationTimestamp
PeerAuthentication peerauthentications security.istio.io v1 pa | Mode=.spec.mtls.mode Age=.metadata.creationTimestamp
RequestAuthentication requestauthentications security.istio.io v1 ra
Telemetry telemetries telemetry.istio.io v1 telemetry
`);

/** The gateways that a profile installs. @see manifests/profiles */
export const profiles: ReadonlyMap<string, readonly Gateway[]> = new Map([
  ['ambient', []],
  ['default', ['ingress']],
  ['demo', ['egress', 'ingress']],
  ['minimal', []],
]);

export type Gateway = 'ingress' | 'egress';

const owned = { 'install.operator.istio.io/owning-resource': 'unknown', 'operator.istio.io/managed': 'Reconcile' };

export const crds = (labels: Readonly<Record<string, string>>): readonly Fields[] =>
  istioKinds.map((one) => definitionObject(one, labels));

export const base = (): readonly Fields[] => [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: istioNamespace } },
  ...crds({ ...owned, release: 'istio' }),
];

/** What the profile `demo` says of the mesh. @see manifests/profiles/demo.yaml of istio/istio */
export const demoMesh: Fields = {
  accessLogFile: '/dev/stdout',
  extensionProviders: [
    { name: 'otel', envoyOtelAls: { service: 'opentelemetry-collector.observability.svc.cluster.local', port: 4317 } },
    { name: 'skywalking', skywalking: { service: 'tracing.istio-system.svc.cluster.local', port: 11800 } },
    {
      name: 'otel-tracing',
      opentelemetry: { service: 'opentelemetry-collector.observability.svc.cluster.local', port: 4317 },
    },
    { name: 'jaeger', opentelemetry: { service: 'jaeger-collector.istio-system.svc.cluster.local', port: 4317 } },
  ],
};

/**
 * The control plane.
 * @param meshConfig what `meshConfig` of the installation says, as text
 * @param options `sampling`: percent of the requests that are traced where nobody says more; `ambient`: it configures ztunnel and waypoints
 */
export function control(
  revision: string,
  meshConfig: string,
  { sampling, ambient }: { readonly sampling?: number | undefined; readonly ambient?: boolean } = {},
): readonly Fields[] {
  const env = [
    ...(sampling === undefined ? [] : [{ name: 'PILOT_TRACE_SAMPLING', value: String(sampling) }]),
    ...(ambient ? [{ name: 'PILOT_ENABLE_AMBIENT', value: 'true' }] : []),
  ];
  const suffix = revision === 'default' ? '' : `-${revision}`;
  const name = `istiod${suffix}`;
  const labels = { app: 'istiod', 'istio.io/rev': revision };
  return [
    serviceAccount(istioNamespace, name, labels),
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: `istio${suffix}`, namespace: istioNamespace, labels: { 'istio.io/rev': revision } },
      data: { mesh: meshConfig },
    },
    service(istioNamespace, name, labels, [
      { name: 'grpc-xds', port: 15010 },
      { name: 'https-dns', port: 15012 },
      { name: 'https-webhook', port: 443, targetPort: 15017 },
      { name: 'http-monitoring', port: 15014 },
    ]),
    webhooks('MutatingWebhookConfiguration', `istio-sidecar-injector${suffix}`, labels, {
      name: 'rev.namespace.sidecar-injector.istio.io',
      service: name,
      namespace: istioNamespace,
      path: '/inject',
    }),
    webhooks('ValidatingWebhookConfiguration', `istio-validator${suffix}-${istioNamespace}`, labels, {
      name: 'rev.validation.istio.io',
      service: name,
      namespace: istioNamespace,
      path: '/validate',
    }),
    deployment({
      namespace: istioNamespace,
      name,
      labels,
      annotations: { 'sidecar.istio.io/inject': 'false' },
      containers: [
        {
          name: 'discovery',
          image: `registry.istio.io/release/pilot:${istioVersion}`,
          args: ['discovery'],
          ...(env.length > 0 && { env }),
          ports: [{ containerPort: 8080 }, { containerPort: 15010 }, { containerPort: 15017 }],
        },
      ],
    }),
  ];
}

/** The webhook by which namespaces ask for a revision under another name: `default` is that of `istio-injection=enabled`. */
export const tagHook = (tag: string, revision: string): Fields =>
  webhooks(
    'MutatingWebhookConfiguration',
    `istio-revision-tag-${tag}`,
    { app: 'sidecar-injector', 'istio.io/rev': revision, 'istio.io/tag': tag },
    {
      name: 'rev.namespace.sidecar-injector.istio.io',
      service: revision === 'default' ? 'istiod' : `istiod-${revision}`,
      namespace: istioNamespace,
      path: '/inject',
    },
  );

export function gateway(kind: Gateway): readonly Fields[] {
  const name = `istio-${kind}gateway`;
  const labels = { app: name, istio: `${kind}gateway` };
  const ports = [
    { name: 'http2', port: 80, targetPort: 8080 },
    { name: 'https', port: 443, targetPort: 8443 },
  ];
  const status = kind === 'ingress' ? [{ name: 'status-port', port: 15021, targetPort: 15021 }] : [];
  return [
    serviceAccount(istioNamespace, name, labels),
    deployment({
      namespace: istioNamespace,
      name,
      labels,
      containers: [
        {
          name: 'istio-proxy',
          image: `registry.istio.io/release/proxyv2:${istioVersion}`,
          args: ['proxy', 'router'],
          ports: [{ containerPort: 8080 }, { containerPort: 8443 }, { containerPort: 15021 }],
        },
      ],
    }),
    service(istioNamespace, name, labels, [...status, ...ports], kind === 'ingress' ? 'LoadBalancer' : 'ClusterIP'),
  ];
}

/** What the chart `base` holds beside the kinds. @see manifests/charts/base/templates */
export const readerAccount = (): Fields =>
  serviceAccount(istioNamespace, 'istio-reader-service-account', { app: 'istio-reader' });

export const defaultValidator = (revision: string): Fields =>
  webhooks(
    'ValidatingWebhookConfiguration',
    'istiod-default-validator',
    { app: 'istiod', istio: 'istiod', 'istio.io/rev': revision },
    {
      name: 'validation.istio.io',
      service: revision === 'default' ? 'istiod' : `istiod-${revision}`,
      namespace: istioNamespace,
      path: '/validate',
    },
  );

/** A program of Istio that runs on each node. */
function onNodes(name: string, image: string, labels: Readonly<Record<string, string>>): readonly Fields[] {
  const all = { ...labels, 'istio.io/dataplane-mode': 'none', 'sidecar.istio.io/inject': 'false' };
  return [
    serviceAccount(istioNamespace, name, labels),
    {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name, namespace: istioNamespace, labels },
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels: all },
          spec: {
            serviceAccountName: name,
            tolerations: [{ effect: 'NoSchedule', operator: 'Exists' }],
            containers: [
              {
                name: image === 'ztunnel' ? 'istio-proxy' : image,
                image: `registry.istio.io/release/${image}:${istioVersion}`,
              },
            ],
          },
        },
      },
    },
  ];
}

/** The plugin that leads the traffic of pods to ztunnel. @see manifests/charts/istio-cni/templates/daemonset.yaml */
export const cni = (): readonly Fields[] => onNodes('istio-cni-node', 'install-cni', { 'k8s-app': 'istio-cni-node' });

/** The proxy of the nodes. @see manifests/charts/ztunnel/templates/daemonset.yaml */
export const ztunnel = (): readonly Fields[] => onNodes('ztunnel', 'ztunnel', { app: 'ztunnel' });
