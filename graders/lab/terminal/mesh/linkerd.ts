import type { Fields } from '../../cluster/index.ts';
import { linkerdVersion } from '../desk/proxies.ts';
import { linkerdInjector, vizInjector } from '../desk/webhooks.ts';
import { encoded } from '../tool/base64.ts';
import { definitionObject, definitions, deployment, service, serviceAccount, webhooks } from './objects.ts';

export const controlPlane = 'linkerd';
export const vizNamespace = 'linkerd-viz';

/**
 * The kinds of Linkerd 2.20.
 * @see https://github.com/linkerd/linkerd2/tree/main/charts/linkerd-crds/templates
 */
export const linkerdKinds = definitions(`
AuthorizationPolicy authorizationpolicies policy.linkerd.io v1alpha1 authzpolicy
EgressNetwork egressnetworks policy.linkerd.io v1alpha1
HTTPLocalRateLimitPolicy httplocalratelimitpolicies policy.linkerd.io v1alpha1
HTTPRoute httproutes policy.linkerd.io v1beta3
MeshTLSAuthentication meshtlsauthentications policy.linkerd.io v1alpha1 meshtlsauthn
NetworkAuthentication networkauthentications policy.linkerd.io v1alpha1 netauthn,networkauthn
ServerAuthorization serverauthorizations policy.linkerd.io v1beta1 saz,serverauthz,srvauthz
Server servers policy.linkerd.io v1beta3 srv
ServiceProfile serviceprofiles linkerd.io v1alpha2 sp
ExternalWorkload externalworkloads workload.linkerd.io v1beta1
`);

/** The kinds of Gateway API that Linkerd needs to find. */
export const gatewayKinds = ['httproutes.gateway.networking.k8s.io', 'grpcroutes.gateway.networking.k8s.io'];

/** Values of the control plane that decide nothing here. */
export const silentValues: readonly string[] = [
  'controllerLogFormat',
  'controllerLogLevel',
  'disableHeartBeat',
  'heartbeatSchedule',
  'identity.issuer.issuanceLifetime',
  'identity.issuer.clockSkewAllowance',
  'proxy.logLevel',
  'proxy.logFormat',
  'proxy.resources',
  'proxyInit.runAsRoot',
  'proxyInit.logLevel',
  'proxyInit.iptablesMode',
];

/** Those of the extension viz. */
export const silentVizValues: readonly string[] = [
  'defaultLogLevel',
  'defaultLogFormat',
  'prometheus.resources',
  'dashboard.resources',
];

const owned = { 'linkerd.io/control-plane-ns': controlPlane };

export const crds = (): readonly Fields[] => linkerdKinds.map((one) => definitionObject(one, owned));

/** The proxy that the manifests of the control plane carry themselves. */
const sidecars = (): readonly Fields[] => [
  {
    name: 'linkerd-init',
    image: 'cr.l5d.io/linkerd/proxy-init:v2.4.3',
    securityContext: { capabilities: { add: ['NET_ADMIN', 'NET_RAW'] } },
  },
  {
    name: 'linkerd-proxy',
    image: `cr.l5d.io/linkerd/proxy:${linkerdVersion}`,
    restartPolicy: 'Always',
    env: [{ name: 'LINKERD2_PROXY_IDENTITY_DIR', value: '/var/run/linkerd/identity/end-entity' }],
    ports: [
      { containerPort: 4143, name: 'linkerd-proxy' },
      { containerPort: 4191, name: 'linkerd-admin' },
    ],
  },
];

const controller = (name: string, args: readonly string[], ports: readonly number[]): Fields => ({
  name,
  image: `cr.l5d.io/linkerd/controller:${linkerdVersion}`,
  args,
  ports: ports.map((containerPort) => ({ containerPort })),
});

/** The Namespace that `linkerd install` makes, and Helm does not. */
const namespace = (): Fields => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: {
    name: controlPlane,
    annotations: { 'linkerd.io/inject': 'disabled' },
    labels: {
      'linkerd.io/is-control-plane': 'true',
      'config.linkerd.io/admission-webhooks': 'disabled',
      ...owned,
      'pod-security.kubernetes.io/enforce': 'privileged',
    },
  },
});

/** What `linkerd install` writes, without the roles and secrets that nobody looks at in the lab. @param replicas 3 with `--ha` */
export const control = (replicas: number): readonly Fields[] => [namespace(), ...controlPieces(replicas, 'cli')];

/** What the chart `linkerd-control-plane` holds. @param by who writes it */
export function controlPieces(replicas: number, by: 'cli' | 'helm'): readonly Fields[] {
  const labels = (component: string) => ({ 'linkerd.io/control-plane-component': component, ...owned });
  const grant = (name: string): readonly Fields[] => [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: `linkerd-linkerd-${name}`, labels: labels(name) },
      rules: [{ apiGroups: [''], resources: ['pods', 'services', 'nodes'], verbs: ['list', 'get', 'watch'] }],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: `linkerd-linkerd-${name}`, labels: labels(name) },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: `linkerd-linkerd-${name}` },
      subjects: [{ kind: 'ServiceAccount', name: `linkerd-${name}`, namespace: controlPlane }],
    },
    serviceAccount(controlPlane, `linkerd-${name}`, labels(name)),
  ];
  const piece = (name: string, containers: readonly Fields[]) =>
    deployment({
      namespace: controlPlane,
      name: `linkerd-${name}`,
      labels: labels(name),
      annotations: {
        'linkerd.io/created-by': `linkerd/${by} ${linkerdVersion}`,
        'linkerd.io/proxy-version': linkerdVersion,
      },
      initContainers: sidecars(),
      containers,
      replicas,
    });
  const port = (name: string, number: number, target: number): Fields => ({ name, port: number, targetPort: target });
  return [
    ...grant('identity'),
    ...grant('destination'),
    webhooks('ValidatingWebhookConfiguration', 'linkerd-sp-validator-webhook-config', labels('destination'), {
      name: 'linkerd-sp-validator.linkerd.io',
      service: 'linkerd-sp-validator',
      namespace: controlPlane,
      path: '/',
    }),
    webhooks('ValidatingWebhookConfiguration', 'linkerd-policy-validator-webhook-config', labels('destination'), {
      name: 'linkerd-policy-validator.linkerd.io',
      service: 'linkerd-policy-validator',
      namespace: controlPlane,
      path: '/',
    }),
    serviceAccount(controlPlane, 'linkerd-heartbeat', labels('heartbeat')),
    ...grant('proxy-injector'),
    webhooks('MutatingWebhookConfiguration', linkerdInjector, labels('proxy-injector'), {
      name: 'linkerd-proxy-injector.linkerd.io',
      service: 'linkerd-proxy-injector',
      namespace: controlPlane,
      path: '/',
    }),
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'linkerd-config', namespace: controlPlane, labels: labels('controller') },
      data: { 'linkerd-crds-chart-version': 'linkerd-crds-1.0.0-edge', values: `linkerdVersion: ${linkerdVersion}` },
    },
    service(controlPlane, 'linkerd-identity', labels('identity'), [port('grpc', 8080, 8080)]),
    piece('identity', [controller('identity', ['identity'], [8080, 9990])]),
    service(controlPlane, 'linkerd-dst', labels('destination'), [port('grpc', 8086, 8086)]),
    service(controlPlane, 'linkerd-sp-validator', labels('destination'), [port('sp-validator', 443, 8443)]),
    service(controlPlane, 'linkerd-policy-validator', labels('destination'), [port('policy-https', 443, 9443)]),
    piece('destination', [
      controller('destination', ['destination'], [8086, 9996]),
      controller('sp-validator', ['sp-validator'], [8443, 9997]),
      {
        name: 'policy',
        image: `cr.l5d.io/linkerd/policy-controller:${linkerdVersion}`,
        ports: [{ containerPort: 8090 }],
      },
    ]),
    service(controlPlane, 'linkerd-proxy-injector', labels('proxy-injector'), [port('proxy-injector', 443, 8443)]),
    piece('proxy-injector', [controller('proxy-injector', ['proxy-injector'], [8443, 9995])]),
  ];
}

/** What `linkerd viz install` writes. Its pods get their proxies from the injector. */
export const viz = (): readonly Fields[] => [
  {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: vizNamespace,
      labels: vizLabels,
      annotations: { 'linkerd.io/inject': 'enabled', 'config.linkerd.io/proxy-await': 'enabled' },
    },
  },
  ...vizPieces(),
];

/** Labels of the namespace of the extension; Helm leaves them to a Job. */
export const vizLabels = { 'linkerd.io/extension': 'viz', 'pod-security.kubernetes.io/enforce': 'privileged' };

/** What the chart `linkerd-viz` holds. @param annotations of its pods */
export function vizPieces(annotations?: Readonly<Record<string, string>>): readonly Fields[] {
  const labels = (component: string) => ({ 'linkerd.io/extension': 'viz', component, namespace: vizNamespace });
  const piece = (name: string, image: string, ports: readonly number[]): readonly Fields[] => [
    serviceAccount(vizNamespace, name, labels(name)),
    service(
      vizNamespace,
      name,
      labels(name),
      ports.map((port) => ({ name: `p${port}`, port, targetPort: port })),
    ),
    deployment({
      namespace: vizNamespace,
      name,
      labels: labels(name),
      ...(annotations && { annotations }),
      containers: [{ name, image, ports: ports.map((containerPort) => ({ containerPort })) }],
    }),
  ];
  return [
    ...piece('metrics-api', `cr.l5d.io/linkerd/metrics-api:${linkerdVersion}`, [8085]),
    ...piece('prometheus', 'prom/prometheus:v2.55.1', [9090]),
    ...piece('tap', `cr.l5d.io/linkerd/tap:${linkerdVersion}`, [8088, 8089]),
    ...piece('tap-injector', `cr.l5d.io/linkerd/tap:${linkerdVersion}`, [8443]),
    ...piece('web', `cr.l5d.io/linkerd/web:${linkerdVersion}`, [8084]),
    {
      apiVersion: 'apiregistration.k8s.io/v1',
      kind: 'APIService',
      metadata: { name: 'v1alpha1.tap.linkerd.io', labels: labels('tap') },
      spec: {
        group: 'tap.linkerd.io',
        version: 'v1alpha1',
        groupPriorityMinimum: 1000,
        versionPriority: 100,
        service: { name: 'tap', namespace: vizNamespace },
      },
    },
    webhooks('MutatingWebhookConfiguration', vizInjector, labels('tap-injector'), {
      name: 'tap-injector.linkerd.io',
      service: 'tap-injector',
      namespace: vizNamespace,
      path: '/',
    }),
  ];
}

/** What tells `linkerd-identity` who it is, where somebody gives the certificates. @see charts/linkerd-control-plane/templates/identity.yaml */
export const identityObjects = (anchors: string, crt: string, key: string): readonly Fields[] => {
  const labels = { 'linkerd.io/control-plane-component': 'identity', ...owned };
  return [
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'linkerd-identity-issuer', namespace: controlPlane, labels },
      data: { 'crt.pem': encoded(crt), 'key.pem': encoded(key) },
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'linkerd-identity-trust-roots', namespace: controlPlane, labels },
      data: { 'ca-bundle.crt': anchors },
    },
  ];
};
