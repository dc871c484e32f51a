import { type Fields, fieldsOf, numberAt, textAt } from '../../../../core/fields.ts';
import { istioVersion } from '../../desk/proxies.ts';
import { serviceAccount } from '../../mesh/objects.ts';
import type { Chart, Piece, Rendering } from '../chart.ts';

const ports: readonly Fields[] = [
  { name: 'status-port', port: 15021, protocol: 'TCP', targetPort: 15021 },
  { name: 'http2', port: 80, protocol: 'TCP', targetPort: 80 },
  { name: 'https', port: 443, protocol: 'TCP', targetPort: 443 },
];

const annotations = {
  'inject.istio.io/templates': 'gateway',
  'prometheus.io/path': '/stats/prometheus',
  'prometheus.io/port': '15020',
  'prometheus.io/scrape': 'true',
  'sidecar.istio.io/inject': 'true',
};

/**
 * A gateway of Istio. Its pods have the image `auto`, in whose place the injector puts the proxy: where nobody injects, they do not start.
 * @see https://github.com/istio/istio/tree/master/manifests/charts/gateway
 */
export const gateway: Chart = {
  name: 'gateway',
  version: istioVersion,
  appVersion: istioVersion,
  description: 'Helm chart for deploying Istio gateways',
  values: {
    autoscaling: { enabled: true, maxReplicas: 5, minReplicas: 1, targetCPUUtilizationPercentage: 80 },
    labels: { 'istio.io/dataplane-mode': 'none' },
    name: '',
    revision: '',
    service: { ports, type: 'LoadBalancer' },
  },
  reads: ['labels', 'replicaCount'],
  known: new Set(
    `_internal_defaults_do_not_set additionalContainers affinity annotations autoscaling compatibilityVersion containerSecurityContext
     defaultRevision dnsConfig dnsPolicy enabled env envVarFrom global imagePullPolicy imagePullSecrets initContainers kind labels
     lifecycle minReadySeconds name networkGateway networkGatewayPorts nodeSelector pilot platform podAnnotations
     podDisruptionBudget priorityClassName profile rbac readinessProbe replicaCount resources revision runAsRoot securityContext
     service serviceAccount strategy terminationGracePeriodSeconds tolerations topologySpreadConstraints unprivilegedPort
     volumeMounts volumes`.split(/\s+/),
  ),
  strict: true,
  silent: [
    'resources',
    'annotations',
    'service.annotations',
    'terminationGracePeriodSeconds',
    'imagePullPolicy',
    'global',
    'profile',
  ],
  render: (release) => {
    const name = textAt(release.values, 'name') ?? release.name;
    return {
      pieces: piecesOf(release, name),
      notes: `"${name}" successfully installed!

To learn more about the release, try:
  $ helm status ${release.name} -n ${release.namespace}
  $ helm get all ${release.name} -n ${release.namespace}

Next steps:
  * Deploy an HTTP Gateway: https://istio.io/latest/docs/tasks/traffic-management/ingress/ingress-control/
  * Deploy an HTTPS Gateway: https://istio.io/latest/docs/tasks/traffic-management/ingress/secure-ingress/`,
    };
  },
};

function piecesOf({ namespace, values }: Rendering, name: string): readonly Piece[] {
  const given = fieldsOf(values.labels) as Readonly<Record<string, string>>;
  const selector = { app: given.app ?? name, istio: given.istio ?? name.replace(/^istio-/, '') };
  const labels = { ...given, ...selector, 'app.kubernetes.io/name': name };
  const revision = textAt(values, 'revision');
  const scaling = fieldsOf(values.autoscaling);
  const scales = scaling.enabled !== false;
  const replicas = numberAt(values, 'replicaCount');
  const service = fieldsOf(values.service);
  const type = textAt(service, 'type') ?? 'LoadBalancer';
  const metadata = { name, namespace, labels };
  const made: Piece[] = [
    { from: 'serviceaccount.yaml', object: serviceAccount(namespace, name, labels) },
    {
      from: 'deployment.yaml',
      object: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata,
        spec: {
          ...(!scales && replicas !== undefined && { replicas }),
          selector: { matchLabels: selector },
          template: {
            metadata: {
              annotations,
              labels: {
                'sidecar.istio.io/inject': 'true',
                ...(revision !== undefined && { 'istio.io/rev': revision }),
                ...labels,
              },
            },
            spec: {
              serviceAccountName: name,
              containers: [
                {
                  name: 'istio-proxy',
                  image: 'auto',
                  ports: [{ containerPort: 15090, name: 'http-envoy-prom', protocol: 'TCP' }],
                },
              ],
            },
          },
        },
      },
    },
  ];
  if (type !== 'None')
    made.push({
      from: 'service.yaml',
      object: { apiVersion: 'v1', kind: 'Service', metadata, spec: { ports: service.ports ?? ports, selector, type } },
    });
  if (scales)
    made.push({
      from: 'hpa.yaml',
      object: {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata,
        spec: {
          maxReplicas: numberAt(scaling, 'maxReplicas') ?? 5,
          metrics: [
            {
              resource: {
                name: 'cpu',
                target: {
                  averageUtilization: numberAt(scaling, 'targetCPUUtilizationPercentage') ?? 80,
                  type: 'Utilization',
                },
              },
              type: 'Resource',
            },
          ],
          minReplicas: numberAt(scaling, 'minReplicas') ?? 1,
          scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
        },
      },
    });
  return made;
}
