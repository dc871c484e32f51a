/** Where the type declarations and precompiled validators of a family of kinds come from. */
export interface Family {
  /** Folder under `schemas/`. */
  readonly folder: string;
  /** Package of the models. */
  readonly package: string;
  /** Kinds by the folder of their API version in the package. */
  readonly kinds: Readonly<Record<string, readonly string[]>>;
}

const istioNetworking = [
  'DestinationRule',
  'Gateway',
  'ServiceEntry',
  'Sidecar',
  'VirtualService',
  'WorkloadEntry',
  'WorkloadGroup',
];
const istioSecurity = ['AuthorizationPolicy', 'PeerAuthentication', 'RequestAuthentication'];

/** Every kind with a strict schema made from the models. Linkerd has no models: its schemas are written by hand. */
export const families: readonly Family[] = [
  {
    folder: 'kubernetes',
    package: 'kubernetes-models',
    kinds: {
      v1: [
        'ConfigMap',
        'Endpoints',
        'LimitRange',
        'Namespace',
        'Node',
        'PersistentVolume',
        'PersistentVolumeClaim',
        'Pod',
        'ReplicationController',
        'ResourceQuota',
        'Secret',
        'Service',
        'ServiceAccount',
      ],
      'admissionregistration.k8s.io/v1': ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
      'apiextensions.k8s.io/v1': ['CustomResourceDefinition'],
      'apiregistration.k8s.io/v1': ['APIService'],
      'apps/v1': ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
      'autoscaling/v1': ['HorizontalPodAutoscaler'],
      'autoscaling/v2': ['HorizontalPodAutoscaler'],
      'batch/v1': ['CronJob', 'Job'],
      'discovery.k8s.io/v1': ['EndpointSlice'],
      'networking.k8s.io/v1': ['Ingress', 'IngressClass', 'NetworkPolicy'],
      'policy/v1': ['PodDisruptionBudget'],
      'rbac.authorization.k8s.io/v1': ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
      'scheduling.k8s.io/v1': ['PriorityClass'],
      'storage.k8s.io/v1': ['StorageClass'],
    },
  },
  {
    folder: 'istio',
    package: '@kubernetes-models/istio',
    kinds: {
      'networking.istio.io/v1': istioNetworking,
      'networking.istio.io/v1beta1': [...istioNetworking, 'ProxyConfig'],
      'networking.istio.io/v1alpha3': [...istioNetworking, 'EnvoyFilter'],
      'security.istio.io/v1': istioSecurity,
      'security.istio.io/v1beta1': istioSecurity,
      'telemetry.istio.io/v1': ['Telemetry'],
      'telemetry.istio.io/v1alpha1': ['Telemetry'],
    },
  },
  {
    folder: 'gateway-api',
    package: '@kubernetes-models/gateway-api',
    kinds: {
      'gateway.networking.k8s.io/v1': [
        'GRPCRoute',
        'Gateway',
        'GatewayClass',
        'HTTPRoute',
        'ReferenceGrant',
        'TLSRoute',
      ],
      'gateway.networking.k8s.io/v1beta1': ['Gateway', 'GatewayClass', 'HTTPRoute', 'ReferenceGrant'],
    },
  },
  {
    folder: 'prometheus',
    package: '@kubernetes-models/prometheus-operator',
    kinds: { 'monitoring.coreos.com/v1': ['PodMonitor', 'Prometheus', 'PrometheusRule', 'ServiceMonitor'] },
  },
];
