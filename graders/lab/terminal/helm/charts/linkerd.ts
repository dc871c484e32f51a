import { type Fields, fieldsOf, numberAt, textAt } from '../../../../core/fields.ts';
import { linkerdVersion } from '../../desk/proxies.ts';
import { issuerProblem } from '../../mesh/certificates.ts';
import {
  controlPieces,
  controlPlane,
  crds,
  identityObjects,
  silentValues,
  silentVizValues,
  vizLabels,
  vizNamespace,
  vizPieces,
} from '../../mesh/linkerd.ts';
import type { Chart, Needed, Piece, Rendered, Repository } from '../chart.ts';

/** Charts of edge releases are numbered by year, month and week. */
const version = linkerdVersion.replace(/^edge-/, '20');
const description =
  'Linkerd gives you observability, reliability, and security for your microservices — with no code change required.';

/** Which template an object of the control plane stands in, by its name. */
function templateOf({ kind, metadata }: Fields): string {
  const name = textAt(metadata, 'name') ?? '';
  const [, piece = 'config'] =
    /(identity|destination|heartbeat|proxy-injector|dst|sp-validator|policy)/.exec(name) ?? [];
  const file = /^(?:dst|sp-validator|policy)$/.test(piece) ? 'destination' : piece;
  return /^(?:ClusterRole|ClusterRoleBinding|ServiceAccount)$/.test(String(kind))
    ? `${file}-rbac.yaml`
    : `${file}.yaml`;
}

/** @see https://github.com/linkerd/linkerd2/tree/main/charts/linkerd-crds */
const kinds: Chart = {
  name: 'linkerd-crds',
  version,
  description,
  home: 'https://linkerd.io',
  values: { installGatewayAPI: false },
  known: new Set(['installGatewayAPI', 'enableHttpRoutes', 'enableTcpRoutes', 'enableTlsRoutes']),
  silent: [],
  render: ({ namespace, values }) => {
    if (values.installGatewayAPI === true)
      return {
        beyond: {
          es: 'El laboratorio no tiene los tipos de la Gateway API que este chart trae con `installGatewayAPI=true`: aplica su manifiesto.',
          en: 'The lab does not have the kinds of Gateway API that this chart brings with `installGatewayAPI=true`: apply their manifest.',
        },
      };
    return {
      pieces: crds().map((object) => {
        const { group, kind } = fieldsOf(fieldsOf(object.spec).names).kind
          ? { group: textAt(object.spec, 'group') ?? '', kind: textAt(object.spec, 'names', 'singular') ?? '' }
          : { group: '', kind: '' };
        return { from: `${group === 'policy.linkerd.io' ? 'policy/' : ''}${kind}.yaml`, object };
      }),
      notes: `The linkerd-crds chart was successfully installed 🎉

To complete the linkerd core installation, please now proceed to install the
linkerd-control-plane chart in the ${namespace} namespace.

Looking for more? Visit https://linkerd.io/2/getting-started/`,
    };
  },
};

const required = (template: string, says: string): Rendered => ({
  error: `execution error at (linkerd-control-plane/templates/${template}): ${says}`,
});

/** Which value is wrong. */
const wrongValue = {
  unreadable: 'identityTrustAnchorsPEM, crtPEM, keyPEM',
  'key-mismatch': 'identity.issuer.tls.keyPEM',
  'no-authority': 'identity.issuer.tls.crtPEM',
  'unknown-authority': 'identity.issuer.tls.crtPEM',
} as const;

/** @see https://github.com/linkerd/linkerd2/tree/main/charts/linkerd-control-plane */
const plane: Chart = {
  name: 'linkerd-control-plane',
  version,
  appVersion: linkerdVersion,
  description,
  home: 'https://linkerd.io',
  values: {
    controllerReplicas: 1,
    identity: { issuer: { tls: { crtPEM: '', keyPEM: '' } } },
    identityTrustAnchorsPEM: '',
  },
  known: new Set(
    `cliVersion clusterDomain clusterNetworks cniEnabled commonLabels controlPlaneTracing controlPlaneTracingNamespace controller
     controllerGID controllerImage controllerLogFormat controllerLogLevel controllerReplicas controllerUID debugContainer
     deploymentStrategy destinationController disableHeartBeat disableIPv6 egress enableEndpointSlices enableH2Upgrade
     enablePodAntiAffinity enablePodDisruptionBudget enablePprof heartbeat heartbeatSchedule identity identityTrustAnchorsPEM
     identityTrustDomain imagePullPolicy imagePullSecrets linkerdVersion networkValidator nodeAffinity nodeSelector podAnnotations
     podLabels podMonitor policyController policyValidator priorityClassName profileValidator prometheusUrl proxy proxyInit
     proxyInjector revisionHistoryLimit runtimeClassName spValidator tolerations webhookFailurePolicy`.split(/\s+/),
  ),
  silent: silentValues,
  render: ({ namespace, values }) => {
    if (namespace !== controlPlane)
      return {
        beyond: {
          es: 'El laboratorio solo modela este chart en el espacio de nombres `linkerd`.',
          en: 'The lab models this chart in the namespace `linkerd` only.',
        },
      };
    const anchors = (textAt(values, 'identityTrustAnchorsPEM') ?? '').trim();
    const crt = (textAt(values, 'identity', 'issuer', 'tls', 'crtPEM') ?? '').trim();
    const key = (textAt(values, 'identity', 'issuer', 'tls', 'keyPEM') ?? '').trim();
    // Helm renders templates in the inverse order of their names.
    if (crt === '') return required('identity.yaml:19:21', 'Please provide the identity issuer certificate');
    if (key === '') return required('identity.yaml:20:21', 'Please provide the identity issue private key');
    const problem = issuerProblem(anchors, crt, key);
    const wrong = problem && wrongValue[problem];
    if (wrong !== undefined)
      return {
        beyond: {
          es: `\`linkerd-identity\` no arranca con esos certificados (mira ${wrong}), y el laboratorio no modela un plano de control así. El certificado del emisor tiene que estar firmado por la raíz de confianza, y su clave ser la suya. De los certificados entiende los que crea \`step certificate create\`.`,
          en: `\`linkerd-identity\` does not start with those certificates (see ${wrong}), and the lab does not model such a control plane. The certificate of the issuer has to be signed by the trust anchor, and its key to be its own. Of certificates the lab understands those that \`step certificate create\` makes.`,
        },
      };
    const objects = [
      ...controlPieces(numberAt(values, 'controllerReplicas') ?? 1, 'helm'),
      ...identityObjects(anchors, crt, key),
    ];
    return {
      pieces: objects.map((object): Piece => ({ from: templateOf(object), object })),
      notes: `The Linkerd control plane was successfully installed 🎉

To help you manage your Linkerd service mesh you can install the Linkerd CLI by running:

  curl -sL https://run.linkerd.io/install | sh

Alternatively, you can download the CLI directly via the Linkerd releases page:

  https://github.com/linkerd/linkerd2/releases/

To make sure everything works as expected, run the following:

  linkerd check

The viz extension can be installed by running:

  helm install linkerd-viz linkerd/linkerd-viz

Looking for more? Visit https://linkerd.io/2/getting-started/`,
    };
  },
};

const policy = (kind: string, apiVersion: string, name: string): Needed => ({ kind, apiVersion, name });

/** @see https://github.com/linkerd/linkerd2/tree/main/viz/charts/linkerd-viz */
const viz: Chart = {
  name: 'linkerd-viz',
  version,
  appVersion: linkerdVersion,
  description: 'The Linkerd-Viz extension contains observability and visualization components for Linkerd.',
  home: 'https://linkerd.io',
  values: { linkerdNamespace: controlPlane },
  known: new Set(
    `cliVersion clusterDomain clusterNetworks commonLabels createNamespaceMetadataJob dashboard defaultImagePullPolicy defaultLogFormat
     defaultLogLevel defaultRegistry defaultUID enablePSP enablePodAntiAffinity enablePodDisruptionBudget grafana identityTrustDomain
     imagePullSecrets linkerdNamespace linkerdVersion metricsAPI namespaceMetadata nodeAffinity nodeSelector podAnnotations podLabels
     prometheus prometheusUrl revisionHistoryLimit tap tapInjector tolerations`.split(/\s+/),
  ),
  silent: silentVizValues,
  render: ({ namespace }) => {
    if (namespace !== vizNamespace)
      return {
        beyond: {
          es: 'El laboratorio solo modela este chart en el espacio de nombres `linkerd-viz`.',
          en: 'The lab models this chart in the namespace `linkerd-viz` only.',
        },
      };
    const pieces = vizPieces({ 'config.linkerd.io/proxy-await': 'enabled', 'linkerd.io/inject': 'enabled' });
    return {
      pieces: pieces.map((object): Piece => {
        const name = (textAt(object.metadata, 'name') ?? '').replace(
          /^(?:v1alpha1\.)?(?:linkerd-)?(tap-injector|tap).*/,
          '$1',
        );
        const isRole = /^(?:ServiceAccount|APIService|MutatingWebhookConfiguration)$/.test(String(object.kind));
        return { from: `${name}${isRole ? '-rbac' : ''}.yaml`, object };
      }),
      needs: [
        policy('AuthorizationPolicy', 'policy.linkerd.io/v1alpha1', 'metrics-api'),
        policy('MeshTLSAuthentication', 'policy.linkerd.io/v1alpha1', 'metrics-api-web'),
        policy('Server', 'policy.linkerd.io/v1beta3', 'metrics-api'),
        policy('ServiceProfile', 'linkerd.io/v1alpha2', 'metrics-api.linkerd-viz.svc.cluster.local'),
      ],
      labels: vizLabels,
      notes: `The Linkerd Viz extension was successfully installed 🎉

To make sure everything works as expected, run the following:

  linkerd viz check

To view the linkerd dashboard, run the following:

  linkerd viz dashboard

Looking for more? Visit https://linkerd.io/2/getting-started/`,
    };
  },
};

export const linkerd: Repository = { url: 'https://helm.linkerd.io/edge', charts: [plane, kinds, viz] };
