import type { InjectedPod } from '../../cluster/index.ts';

/** Versions the programs of the meshes say they are. */
export const istioVersion = '1.31.1';
export const linkerdVersion = 'edge-26.6.3';

type Spec = InjectedPod['spec'];
type Container = NonNullable<Spec['containers']>[number];

/** Puts containers where they go in a pod, before those that are there. */
function withContainers(pod: InjectedPod, added: readonly Container[]): InjectedPod {
  return { ...pod, spec: { ...pod.spec, initContainers: [...added, ...(pod.spec.initContainers ?? [])] } };
}

/**
 * A pod with the sidecar of Istio, a native one since 1.27.
 * @see https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/
 * @see manifests/charts/istio-control/istio-discovery/files/injection-template.yaml
 */
export function istioProxy(pod: InjectedPod, revision: string): InjectedPod {
  const image = `registry.istio.io/release/proxyv2:${istioVersion}`;
  const redirect: Container = {
    name: 'istio-init',
    image,
    args: [
      'istio-iptables',
      '-p',
      '15001',
      '-z',
      '15006',
      '-u',
      '1337',
      '-m',
      'REDIRECT',
      '-i',
      '*',
      '-x',
      '',
      '-b',
      '*',
    ],
    securityContext: { capabilities: { add: ['NET_ADMIN', 'NET_RAW'] }, runAsUser: 0 },
  } as Container;
  const proxy: Container = {
    name: 'istio-proxy',
    image,
    restartPolicy: 'Always',
    args: ['proxy', 'sidecar', '--domain', '$(POD_NAMESPACE).svc.cluster.local'],
    ports: [{ containerPort: 15090, name: 'http-envoy-prom', protocol: 'TCP' }],
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '2', memory: '1Gi' } },
  } as Container;
  return {
    ...withContainers(pod, [redirect, proxy]),
    labels: {
      ...pod.labels,
      'security.istio.io/tlsMode': 'istio',
      'service.istio.io/canonical-name': pod.labels['app.kubernetes.io/name'] ?? pod.labels.app ?? 'unknown',
      'service.istio.io/canonical-revision': pod.labels['app.kubernetes.io/version'] ?? pod.labels.version ?? 'latest',
    },
    annotations: { ...pod.annotations, 'istio.io/rev': revision },
  };
}

/**
 * A pod of a gateway, whose container says `image: auto`.
 * @see manifests/charts/istio-control/istio-discovery/files/gateway-injection-template.yaml
 */
export function istioGateway(pod: InjectedPod, revision: string): InjectedPod {
  const containers = (pod.spec.containers ?? []).map((one) =>
    one.name === 'istio-proxy'
      ? ({ ...one, image: `registry.istio.io/release/proxyv2:${istioVersion}`, args: ['proxy', 'router'] } as Container)
      : one,
  );
  return { ...pod, spec: { ...pod.spec, containers }, annotations: { ...pod.annotations, 'istio.io/rev': revision } };
}

/**
 * A pod with the proxy of Linkerd, a native sidecar since 2.20. Configuration of the namespace is copied onto it.
 * @see https://linkerd.io/2-edge/features/proxy-injection/
 */
export function linkerdProxy(pod: InjectedPod, inherited: Readonly<Record<string, string>>, viz: boolean): InjectedPod {
  const configured = Object.entries(inherited).filter(([key]) => /^config\.(?:alpha\.|beta\.)?linkerd\.io\//.test(key));
  const annotations = { ...Object.fromEntries(configured), ...pod.annotations };
  const tap = viz && annotations['viz.linkerd.io/disable-tap'] !== 'true';
  const name = { env: [{ name: 'LINKERD2_PROXY_IDENTITY_DIR', value: '/var/run/linkerd/identity/end-entity' }] };
  const init: Container = {
    name: 'linkerd-init',
    image: 'cr.l5d.io/linkerd/proxy-init:v2.4.3',
    args: ['--ipv6=false', '--incoming-proxy-port', '4143', '--outgoing-proxy-port', '4140', '--proxy-uid', '2102'],
    securityContext: { capabilities: { add: ['NET_ADMIN', 'NET_RAW'] }, runAsUser: 65534 },
  } as Container;
  const proxy: Container = {
    name: 'linkerd-proxy',
    image: `cr.l5d.io/linkerd/proxy:${linkerdVersion}`,
    restartPolicy: 'Always',
    env: [
      ...name.env,
      ...(tap
        ? [
            {
              name: 'LINKERD2_PROXY_TAP_SVC_NAME',
              value: 'tap.linkerd-viz.serviceaccount.identity.linkerd.cluster.local',
            },
          ]
        : []),
    ],
    ports: [
      { containerPort: 4143, name: 'linkerd-proxy', protocol: 'TCP' },
      { containerPort: 4191, name: 'linkerd-admin', protocol: 'TCP' },
    ],
  } as Container;
  return {
    ...withContainers(pod, [init, proxy]),
    labels: { ...pod.labels, 'linkerd.io/control-plane-ns': 'linkerd', 'linkerd.io/workload-ns': pod.namespace },
    annotations: {
      ...annotations,
      'linkerd.io/created-by': `linkerd/proxy-injector ${linkerdVersion}`,
      'linkerd.io/inject': pod.annotations['linkerd.io/inject'] ?? inherited['linkerd.io/inject'] ?? 'enabled',
      'linkerd.io/proxy-version': linkerdVersion,
      ...(tap && { 'viz.linkerd.io/tap-enabled': 'true' }),
    },
  };
}
