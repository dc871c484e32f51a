import { type Fields, fieldsOf, numberAt, textAt } from '../../../../core/fields.ts';
import { istioVersion } from '../../desk/proxies.ts';
import {
  cni,
  control,
  crds,
  defaultValidator,
  demoMesh,
  istioNamespace,
  readerAccount,
  ztunnel,
} from '../../mesh/istio.ts';
import { yamlOf } from '../../mesh/yaml.ts';
import type { Chart, Piece, Rendered, Rendering, Repository } from '../chart.ts';
import { merged } from '../values.ts';
import { gateway } from './istio-gateway.ts';

const labels = { 'app.kubernetes.io/managed-by': 'Helm', 'app.kubernetes.io/part-of': 'istio' };

const learnMore = ({ name, namespace }: Rendering): string =>
  `To learn more about the release, try:\n  $ helm status ${name} -n ${namespace}\n  $ helm get all ${name} -n ${namespace}`;

/** Another namespace than `istio-system` would be another root of the mesh. */
const elsewhere: Rendered = {
  beyond: {
    es: 'El laboratorio solo modela este chart en el espacio de nombres `istio-system`.',
    en: 'The lab models this chart in the namespace `istio-system` only.',
  },
};

/** @see https://github.com/istio/istio/tree/master/manifests/charts/base */
const base: Chart = {
  name: 'base',
  version: istioVersion,
  appVersion: istioVersion,
  description: 'Helm chart for deploying Istio cluster resources and CRDs',
  values: { defaultRevision: 'default' },
  known: new Set(['global', 'base', 'defaultRevision', 'experimental', 'profile', 'compatibilityVersion', 'revision']),
  silent: ['base.enableCRDTemplates', 'base.enableIstioConfigCRDs', 'profile', 'global'],
  render: (release) => {
    if (release.namespace !== istioNamespace) return elsewhere;
    const kinds = crds(labels).map((object) => ({
      ...object,
      metadata: { ...fieldsOf(object.metadata), annotations: { 'helm.sh/resource-policy': 'keep' } },
    }));
    const revision = textAt(release.values, 'defaultRevision');
    return {
      pieces: [
        ...kinds.map((object) => ({ from: 'crds.yaml', object })),
        { from: 'reader-serviceaccount.yaml', object: readerAccount() },
        ...(revision === undefined
          ? []
          : [{ from: 'defaultrevision-validatingwebhookconfiguration.yaml', object: defaultValidator(revision) }]),
      ],
      notes: `Istio base successfully installed!\n\n${learnMore(release)}`,
    };
  },
};

const templates: ReadonlyMap<string, string> = new Map([
  ['ServiceAccount', 'serviceaccount.yaml'],
  ['ConfigMap', 'configmap.yaml'],
  ['Service', 'service.yaml'],
  ['MutatingWebhookConfiguration', 'mutatingwebhook.yaml'],
  ['ValidatingWebhookConfiguration', 'validatingwebhookconfiguration.yaml'],
  ['Deployment', 'deployment.yaml'],
]);

/** Profiles of the charts; those of `istioctl` are others. @see manifests/helm-profiles */
const profiles = new Set(['ambient', 'demo', 'preview', 'remote', 'stable']);

/** @see https://github.com/istio/istio/tree/master/manifests/charts/istio-control/istio-discovery */
const istiod: Chart = {
  name: 'istiod',
  version: istioVersion,
  appVersion: istioVersion,
  description: 'Helm chart for istio control plane',
  values: { meshConfig: { enablePrometheusMerge: true }, profile: '', revision: '', traceSampling: 1 },
  reads: ['meshConfig', 'pilot.traceSampling'],
  known: new Set(
    `affinity autoscaleBehavior autoscaleEnabled autoscaleMax autoscaleMin base cni compatibilityVersion configMap cpu defaults
     deploymentAnnotations deploymentLabels env envVarFrom experimental extraContainerArgs gatewayClasses gateways global hub image
     initContainers ipFamilies ipFamilyPolicy istiodRemote jwksResolverExtraRootCA keepaliveMaxServerConnectionAge memory meshConfig
     nodeSelector ownerName pdb pilot podAnnotations podLabels profile replicaCount resources revision revisionTags
     rollingMaxSurge rollingMaxUnavailable seccompProfile serviceAccountAnnotations serviceAnnotations sidecarInjectorWebhook
     sidecarInjectorWebhookAnnotations tag taint telemetry tolerations topologySpreadConstraints traceSampling
     trustedZtunnelName trustedZtunnelNamespace variant volumeMounts volumes`.split(/\s+/),
  ),
  silent: [
    'resources',
    'pilot.resources',
    ...['Enabled', 'Max', 'Min', 'Behavior'].flatMap((one) => [`autoscale${one}`, `pilot.autoscale${one}`]),
    'global.proxy.resources',
    'global.logging',
    'global.logAsJson',
    'global.variant',
    'telemetry.enabled',
  ],
  render: (release) => {
    const { values, namespace } = release;
    if (namespace !== istioNamespace) return elsewhere;
    const profile = textAt(values, 'profile') ?? '';
    if (profile !== '' && !profiles.has(profile))
      return { error: `execution error at (istiod/templates/zzz_profile.yaml:31:3): unknown profile ${profile}` };
    if (/^(?:preview|remote)$/.test(profile))
      return {
        beyond: {
          es: `El laboratorio no modela el perfil \`${profile}\` de los charts de Istio; sí \`ambient\` y \`demo\`.`,
          en: `The lab does not model the profile \`${profile}\` of the charts of Istio; it does model \`ambient\` and \`demo\`.`,
        },
      };
    const revision = textAt(values, 'revision') ?? '';
    const isDemo = profile === 'demo';
    const given = fieldsOf(values.meshConfig);
    const mesh = isDemo ? merged(demoMesh, given) : given;
    const usual = numberAt(values, 'traceSampling');
    const sampling = numberAt(values, 'pilot', 'traceSampling') ?? (isDemo && usual === 1 ? 100 : usual);
    const ambient = profile === 'ambient';
    const objects = control(revision === '' ? 'default' : revision, yamlOf(mesh), { sampling, ambient });
    const pieces = objects.map(
      (object): Piece => ({ from: templates.get(String(object.kind)) ?? 'istiod.yaml', object }),
    );
    const called = revision === '' ? 'istiod' : `istiod-${revision}`;
    return {
      pieces,
      notes: `"${called}" successfully installed!\n\n${learnMore(release)}\n\n${nextSteps(ambient)}`,
      fact: {
        did: 'mesh.installed',
        data: { mesh: 'istio', profile: profile === '' ? 'default' : profile, revision: revision || 'default' },
      },
    };
  },
};

const nextSteps = (ambient: boolean): string => `Next steps:
${
  ambient
    ? `  * Get started with ambient: https://istio.io/latest/docs/ops/ambient/getting-started/
  * Review ambient's architecture: https://istio.io/latest/docs/ops/ambient/architecture/`
    : `  * Deploy a Gateway: https://istio.io/latest/docs/setup/additional-setup/gateway/
  * Try out our tasks to get started on common configurations:
    * https://istio.io/latest/docs/tasks/traffic-management
    * https://istio.io/latest/docs/tasks/security/
    * https://istio.io/latest/docs/tasks/policy-enforcement/`
}
  * Review the list of actively supported releases, CVE publications and our hardening guide:
    * https://istio.io/latest/docs/releases/supported-releases/
    * https://istio.io/latest/news/security/
    * https://istio.io/latest/docs/ops/best-practices/security/

For further documentation see https://istio.io website`;

/** The programs of the nodes, for ambient mode. */
function onNodes(name: 'cni' | 'ztunnel', objects: () => readonly Fields[]): Chart {
  return {
    name,
    version: istioVersion,
    appVersion: istioVersion,
    description: `Helm chart for ${name === 'cni' ? 'istio-cni' : 'istio ztunnel'} components`,
    values: { profile: '' },
    known: new Set(
      `affinity ambient annotations env excludeNamespaces global hub image imagePullPolicy labels logLevel meshConfig nodeSelector
       podAnnotations podLabels profile provider repair resourceName resources revision tag terminationGracePeriodSeconds tolerations
       updateStrategy variant volumes volumeMounts xdsAddress`.split(/\s+/),
    ),
    silent: ['resources', 'logLevel', 'global', 'variant'],
    render: (release) => {
      if (release.namespace !== istioNamespace) return elsewhere;
      const called = name === 'cni' ? `"${release.name}"` : name;
      return {
        pieces: objects().map((object): Piece => {
          const from = object.kind === 'DaemonSet' ? 'daemonset.yaml' : 'serviceaccount.yaml';
          return { from, object };
        }),
        notes: `${called} successfully installed!\n\n${learnMore(release)}`,
      };
    },
  };
}

export const istio: Repository = {
  url: 'https://istio-release.storage.googleapis.com/charts',
  charts: [base, onNodes('cni', cni), gateway, istiod, onNodes('ztunnel', ztunnel)],
};
