/** Something that a definition or one of its fields is, besides what its declaration says. */
export interface Correction {
  /** `Definition.field`, or a definition alone. */
  readonly at: string;
  readonly range?: readonly [minimum: number, maximum?: number];
  readonly require?: readonly string[];
  readonly release?: readonly string[];
  readonly minItems?: number;
  readonly values?: readonly string[];
  /** The form of a text; `dns-name` is said in words, any other form shows its pattern. */
  readonly form?: Form;
  /** The empty text is as good as no field: the API server writes its default over it. */
  readonly orEmpty?: true;
  /** Any text: the field is dropped before anybody looks at it. */
  readonly dropped?: true;
}

interface Form {
  readonly pattern: string;
  readonly format?: string;
  readonly maxLength?: number;
}

const label = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?';
const dnsLabel: Form = { pattern: `^${label}$`, format: 'dns-name' };
const dnsLabelOrEmpty: Form = { pattern: `^(${label})?$`, format: 'dns-name' };
const subdomain = '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*';
const dnsSubdomain: Form = { pattern: `^${subdomain}$`, format: 'dns-name', maxLength: 253 };
const dnsSubdomainOrEmpty: Form = { pattern: `^(${subdomain})?$`, format: 'dns-name', maxLength: 253 };
const nameSegment: Form = { pattern: '^(?!\\.{1,2}$)[^/%]*$' };
const labelValue: Form = { pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9])?$' };
const qualified = '[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';
const labelKey = `(${subdomain}/)?${qualified}`;
/** A path under somebody's domain, such as `company.com/controller`. */
const domainPath: Form = { pattern: `^${subdomain}/[A-Za-z0-9/._~%!$&'()*+,;=:-]+$` };
const csiDriver: Form = { pattern: `^${subdomain.replaceAll('a-z', 'A-Za-z')}$`, maxLength: 63 };
/** How the two ends of iSCSI are called: RFC 3720 and RFC 3980. */
const iscsi: Form = {
  pattern: '^((iqn.*)?iqn\\.\\d{4}-\\d{2}\\.[-.A-Za-z0-9]+:[^,;*&$|\\s]+|eui.[A-Za-z0-9]{16}|naa.[A-Za-z0-9]{32})$',
};
const dataKey: Form = { pattern: '^[-._a-zA-Z0-9]+$' };

const port = [1, 65_535] as const;
const count = [0] as const;

/**
 * What the API server does and the models do not say. Kubernetes validates its own kinds in Go code, so their published
 * types carry no ranges, call some defaulted fields required and leave some required ones out.
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go
 */
export const kubernetes: readonly Correction[] = [
  { at: 'ContainerPort.containerPort', range: port },
  { at: 'ContainerPort.hostPort', range: [0, 65_535] },
  { at: 'ContainerPort.protocol', values: ['TCP', 'UDP', 'SCTP'] },
  { at: 'ServicePort.port', range: port },
  { at: 'ServicePort.nodePort', range: [0, 65_535] },
  { at: 'ServicePort.protocol', values: ['TCP', 'UDP', 'SCTP'] },
  { at: 'GRPCAction.port', range: port },
  { at: 'NetworkPolicyPort.endPort', range: port },
  // 0 is as good as none: `name` says the port.
  { at: 'ServiceBackendPort.number', range: [0, 65_535] },
  { at: 'Probe.initialDelaySeconds', range: count },
  { at: 'Probe.timeoutSeconds', range: count },
  { at: 'Probe.periodSeconds', range: count },
  { at: 'Probe.successThreshold', range: count },
  { at: 'Probe.failureThreshold', range: count },
  { at: 'DeploymentSpec.replicas', range: count },
  { at: 'DeploymentSpec.minReadySeconds', range: count },
  { at: 'DeploymentSpec.revisionHistoryLimit', range: count },
  { at: 'StatefulSetSpec.replicas', range: count },
  { at: 'ReplicaSetSpec.replicas', range: count },
  { at: 'HorizontalPodAutoscalerSpec.minReplicas', range: count },
  { at: 'HorizontalPodAutoscalerSpec.maxReplicas', range: [1] },
  { at: 'PodSpec.activeDeadlineSeconds', range: [1] },
  { at: 'JobSpec.activeDeadlineSeconds', range: [0, Number.MAX_SAFE_INTEGER] },
  { at: 'JobSpec.parallelism', range: count },
  { at: 'JobSpec.completions', range: count },
  { at: 'JobSpec.backoffLimit', range: count },
  { at: 'JobSpec.ttlSecondsAfterFinished', range: count },
  { at: 'JobSpec.maxFailedIndexes', range: count },
  { at: 'JobSpec.backoffLimitPerIndex', range: count },
  { at: 'CronJobSpec.startingDeadlineSeconds', range: [0, Number.MAX_SAFE_INTEGER] },
  { at: 'CronJobSpec.successfulJobsHistoryLimit', range: count },
  { at: 'CronJobSpec.failedJobsHistoryLimit', range: count },
  { at: 'WeightedPodAffinityTerm.weight', range: [1, 100] },
  { at: 'PreferredSchedulingTerm.weight', range: [1, 100] },
  { at: 'TopologySpreadConstraint.maxSkew', range: [1] },
  { at: 'PodSpec.containers', minItems: 1 },
  { at: 'ClientIPConfig.timeoutSeconds', range: [1, 86_400] },
  { at: 'ReplicationControllerSpec.replicas', range: count },
  { at: 'RollingUpdateStatefulSetStrategy.partition', range: count },
  { at: 'ServiceAccountTokenProjection.expirationSeconds', range: [600] },
  { at: 'HorizontalPodAutoscalerSpec.targetCPUUtilizationPercentage', range: [1] },
  { at: 'PersistentVolumeSpec.accessModes', minItems: 1 },
  { at: 'HPAScalingRules.selectPolicy', values: ['Max', 'Min', 'Disabled'] },
  { at: 'ServiceSpec.trafficDistribution', values: ['PreferClose', 'PreferSameZone', 'PreferSameNode'] },
  { at: 'IngressClassParametersReference.scope', values: ['Cluster', 'Namespace'] },
  { at: 'AggregationRule', require: ['clusterRoleSelectors'] },
  { at: 'AggregationRule.clusterRoleSelectors', minItems: 1 },
  { at: 'HPAScalingPolicy.type', values: ['Pods', 'Percent'] },
  { at: 'StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted', values: ['Retain', 'Delete'] },
  { at: 'StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled', values: ['Retain', 'Delete'] },
  { at: 'StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted', orEmpty: true },
  { at: 'StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled', orEmpty: true },
  { at: 'StatefulSetSpec.serviceName', form: dnsLabelOrEmpty },
  { at: 'IngressServiceBackend.name', form: dnsLabel },
  { at: 'ContainerResourceMetricSource.container', form: dnsLabel },
  { at: 'IngressSpec.ingressClassName', form: dnsSubdomain },
  { at: 'IngressTLS.secretName', form: dnsSubdomainOrEmpty },
  { at: 'PersistentVolumeClaimSpec.storageClassName', form: dnsSubdomainOrEmpty },
  { at: 'PersistentVolumeSpec.storageClassName', form: dnsSubdomainOrEmpty },
  { at: 'ConfigMapKeySelector.name', form: dnsSubdomain },
  { at: 'ConfigMapEnvSource.name', form: dnsSubdomain },
  { at: 'SecretKeySelector.name', form: dnsSubdomain },
  { at: 'SecretEnvSource.name', form: dnsSubdomain },
  { at: 'ConfigMapKeySelector.key', form: dataKey },
  { at: 'SecretKeySelector.key', form: dataKey },
  { at: 'HTTPHeader.name', form: { pattern: '^[-A-Za-z0-9]+$' } },
  { at: 'NFSVolumeSource.path', form: { pattern: '^/' } },
  { at: 'RoleRef.name', form: nameSegment },
  { at: 'IngressClassSpec.controller', form: domainPath },
  {
    at: 'LimitRangeItem.type',
    form: {
      pattern: `^(Container|Pod|PersistentVolumeClaim|${subdomain}/${qualified})$`,
    },
  },
  { at: 'Toleration.value', form: labelValue },
  { at: 'DaemonSetSpec.minReadySeconds', range: count },
  { at: 'DaemonSetSpec.revisionHistoryLimit', range: count },
  { at: 'ReplicaSetSpec.minReadySeconds', range: count },
  { at: 'ReplicationControllerSpec.minReadySeconds', range: count },
  { at: 'StatefulSetSpec.minReadySeconds', range: count },
  { at: 'StatefulSetOrdinals.start', range: count },
  { at: 'JobSpec.activeDeadlineSeconds', range: [0, Number.MAX_SAFE_INTEGER] },
  { at: 'SuccessPolicyRule.succeededCount', range: count },
  { at: 'ISCSIVolumeSource.iqn', form: iscsi },
  { at: 'ISCSIVolumeSource.initiatorName', form: iscsi },
  { at: 'ISCSIPersistentVolumeSource.iqn', form: iscsi },
  { at: 'ISCSIPersistentVolumeSource.initiatorName', form: iscsi },
  { at: 'AzureDiskVolumeSource.cachingMode', values: ['None', 'ReadOnly', 'ReadWrite'] },
  { at: 'AzureDiskVolumeSource.kind', values: ['Dedicated', 'Managed', 'Shared'] },
  { at: 'ISCSIVolumeSource.lun', range: [0, 255] },
  { at: 'ISCSIPersistentVolumeSource.lun', range: [0, 255] },
  { at: 'GCEPersistentDiskVolumeSource.partition', range: [0, 255] },
  { at: 'AWSElasticBlockStoreVolumeSource.partition', range: [0, 255] },
  { at: 'VolumeMount.recursiveReadOnly', values: ['Disabled', 'Enabled', 'IfPossible'] },
  { at: 'PodSecurityContext.seLinuxChangePolicy', values: ['Recursive'] },
  { at: 'PodOS.name', values: ['linux', 'windows'] },
  { at: 'ContainerRestartRule.action', values: ['Restart', 'RestartAllContainers'] },
  { at: 'ContainerRestartRule', require: ['exitCodes'] },
  { at: 'ContainerRestartRuleOnExitCodes.operator', values: ['In', 'NotIn'] },
  { at: 'ContainerResizePolicy.restartPolicy', values: ['NotRequired', 'RestartContainer'] },
  { at: 'PodFailurePolicyOnPodConditionsPattern.status', values: ['False', 'True', 'Unknown'] },
  { at: 'ServiceSpec.ipFamilies', values: ['IPv4', 'IPv6'] },
  { at: 'EndpointAddress.hostname', form: dnsLabelOrEmpty },
  { at: 'EndpointAddress.nodeName', form: dnsSubdomain },
  { at: 'Endpoint.hostname', form: dnsLabel },
  { at: 'Endpoint.nodeName', form: dnsSubdomain },
  { at: 'ForZone.name', form: labelValue },
  { at: 'ForNode.name', form: dnsSubdomain },
  { at: 'WindowsSecurityContextOptions.gmsaCredentialSpecName', form: dnsSubdomain },
  {
    at: 'WindowsSecurityContextOptions.runAsUserName',
    form: { pattern: '^([^\\\\/:*?"<>|]+\\\\)?(?![. ]+$)[^"/\\\\:;|=,+*?<>@[\\]\\x00-\\x1f\\x7f]{1,104}$' },
  },
  { at: 'WindowsSecurityContextOptions.gmsaCredentialSpec', form: { pattern: '[^]' } },
  { at: 'PodSpec.hostnameOverride', form: { ...dnsSubdomain, maxLength: 64 } },
  { at: 'PodSpec.serviceAccount', form: dnsSubdomainOrEmpty },
  { at: 'PodResourceClaim.name', form: dnsLabel },
  { at: 'PodResourceClaim.resourceClaimName', form: dnsSubdomain },
  { at: 'PodResourceClaim.resourceClaimTemplateName', form: dnsSubdomain },
  { at: 'ResourceClaim.request', form: dnsLabelOrEmpty },
  { at: 'PodAffinityTerm.namespaces', form: dnsLabel },
  {
    at: 'Sysctl.name',
    form: { pattern: '^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$', maxLength: 253 },
  },
  { at: 'PersistentVolumeClaimSpec.volumeAttributesClassName', form: dnsSubdomainOrEmpty },
  { at: 'PersistentVolumeSpec.volumeAttributesClassName', form: dnsSubdomain },
  { at: 'CSIPersistentVolumeSource.driver', form: csiDriver },
  { at: 'CSIVolumeSource.driver', form: csiDriver },
  { at: 'ServiceSpec.loadBalancerClass', form: { pattern: `^${labelKey}$` } },
  { at: 'JobSpec.managedBy', form: { ...domainPath, maxLength: 63 } },
  { at: 'MetricIdentifier.name', form: nameSegment },
  { at: 'EndpointPort.protocol', values: ['SCTP', 'TCP', 'UDP'] },
  { at: 'ServicePort.protocol', orEmpty: true },
  { at: 'ServiceSpec.type', orEmpty: true },
  { at: 'ServiceSpec.sessionAffinity', orEmpty: true },
  { at: 'ServiceSpec.externalTrafficPolicy', orEmpty: true },
  { at: 'ContainerPort.protocol', orEmpty: true },
  { at: 'Container.imagePullPolicy', orEmpty: true },
  { at: 'Container.terminationMessagePolicy', orEmpty: true },
  { at: 'HTTPGetAction.scheme', orEmpty: true },
  { at: 'PodSpec.restartPolicy', orEmpty: true },
  { at: 'PodSpec.dnsPolicy', orEmpty: true },
  // `Gt` and `Lt` belong to a gate that is off.
  { at: 'Toleration.operator', values: ['Equal', 'Exists'] },
  { at: 'Toleration.operator', orEmpty: true },
  { at: 'Toleration.effect', orEmpty: true },
  { at: 'DeploymentStrategy.type', orEmpty: true },
  { at: 'StatefulSetSpec.podManagementPolicy', orEmpty: true },
  { at: 'StatefulSetUpdateStrategy.type', orEmpty: true },
  { at: 'DaemonSetUpdateStrategy.type', orEmpty: true },
  { at: 'CronJobSpec.concurrencyPolicy', orEmpty: true },
  { at: 'PersistentVolumeSpec.persistentVolumeReclaimPolicy', orEmpty: true },
  { at: 'StorageClass.reclaimPolicy', values: ['Delete', 'Retain', ''] },
  { at: 'OwnerReference', release: ['apiVersion', 'kind', 'name', 'uid'] },
  { at: 'Container.restartPolicy', values: ['Always', 'Never', 'OnFailure'] },
  { at: 'PersistentVolumeClaimSpec', require: ['accessModes', 'resources'] },
  { at: 'PodTemplateSpec', require: ['spec'] },
  { at: 'Pod', require: ['spec'] },
  { at: 'Deployment', require: ['spec'] },
  { at: 'StatefulSet', require: ['spec'] },
  { at: 'DaemonSet', require: ['spec'] },
  { at: 'ReplicaSet', require: ['spec'] },
  { at: 'Job', require: ['spec'] },
  { at: 'CronJob', require: ['spec'] },
  { at: 'JobTemplateSpec', require: ['spec'] },
  { at: 'HorizontalPodAutoscaler', require: ['spec'] },
  { at: 'PersistentVolume', require: ['spec'] },
  { at: 'PersistentVolumeClaim', require: ['spec'] },
  { at: 'Service', require: ['spec'] },
  { at: 'ReplicationController', require: ['spec'] },
  { at: 'ReplicationControllerSpec', require: ['template'] },
  { at: 'ReplicaSetSpec', require: ['template'] },
  { at: 'IngressClass', require: ['spec'] },
  { at: 'IngressClassSpec', require: ['controller'] },
  { at: 'PersistentVolumeSpec', require: ['capacity', 'accessModes'] },
  { at: 'ConfigMapVolumeSource', require: ['name'] },
  { at: 'ConfigMapProjection', require: ['name'] },
  { at: 'ConfigMapEnvSource', require: ['name'] },
  { at: 'ConfigMapKeySelector', require: ['name'] },
  { at: 'SecretVolumeSource', require: ['secretName'] },
  { at: 'SecretProjection', require: ['name'] },
  { at: 'SecretEnvSource', require: ['name'] },
  { at: 'SecretKeySelector', require: ['name'] },
  { at: 'EphemeralVolumeSource', require: ['volumeClaimTemplate'] },
  // Defaulted, or read as empty when absent.
  { at: 'HTTPHeader', release: ['value'] },
  { at: 'Sysctl', release: ['value'] },
  { at: 'SleepAction', release: ['seconds'] },
  { at: 'ScaleIOVolumeSource', release: ['secretRef'] },
  { at: 'ISCSIVolumeSource', release: ['lun'] },
  { at: 'ISCSIPersistentVolumeSource', release: ['lun'] },
  { at: 'ScaleIOPersistentVolumeSource', release: ['secretRef'] },
  { at: 'NetworkPolicySpec', release: ['podSelector'] },
  { at: 'RoleRef', release: ['apiGroup'] },
  { at: 'EndpointSlice', release: ['endpoints'] },
  { at: 'StatefulSetSpec', release: ['serviceName'] },
  { at: 'ForZone', release: ['name'] },
  { at: 'TypedLocalObjectReference', release: ['kind', 'name'] },
  { at: 'LimitRangeSpec', release: ['limits'] },
  { at: 'PersistentVolumeClaimTemplate', require: ['spec'] },
  { at: 'PodFailurePolicy', release: ['rules'] },
  // Dropped when an object is created: `lab/cluster/validate/dropped.ts` says why.
  { at: 'Lifecycle.stopSignal', dropped: true },
  { at: 'ConfigMapNodeConfigSource', release: ['kubeletConfigKey', 'name', 'namespace'] },
  { at: 'ClusterTrustBundleProjection', release: ['path'] },
  { at: 'PodCertificateProjection', release: ['keyType', 'signerName'] },
];
