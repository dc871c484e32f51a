import { readManifests } from '../../../model/manifests/read.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import { put, removeObject } from '../../cluster/index.ts';
import { withCluster } from '../desk/clusters.ts';
import { type NamedCluster, noted } from '../desk/desk.ts';
import { beyond, type Call, type Outcome, printed, refused } from '../tool/tool.ts';

/** An addon as `minikube addons list` shows it. */
interface Addon {
  readonly name: string;
  readonly maintainer: string;
  readonly image?: string;
  /** What it puts into the cluster; absent for one that the lab does not have. */
  readonly objects?: string;
}

const program = (name: string, namespace: string, image: string, port: number): string =>
  [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, namespace, labels: { 'k8s-app': name } },
      spec: {
        selector: { matchLabels: { 'k8s-app': name } },
        template: {
          metadata: { labels: { 'k8s-app': name } },
          spec: { containers: [{ name, image, ports: [{ containerPort: port }] }] },
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace, labels: { 'k8s-app': name } },
      spec: {
        selector: { 'k8s-app': name },
        ports: [{ name: 'http', port: port === 4443 ? 443 : 80, targetPort: port }],
      },
    },
  ]
    .map((one) => JSON.stringify(one))
    .join('\n---\n');

/** @see https://github.com/kubernetes/minikube/blob/v1.37.0/pkg/minikube/assets/addons.go */
const addons: readonly Addon[] = [
  { name: 'ambassador', maintainer: '3rd party (Ambassador)' },
  { name: 'auto-pause', maintainer: 'minikube' },
  { name: 'cloud-spanner', maintainer: 'Google' },
  { name: 'csi-hostpath-driver', maintainer: 'Kubernetes' },
  {
    name: 'dashboard',
    maintainer: 'Kubernetes',
    image: 'docker.io/kubernetesui/dashboard:v2.7.0',
    objects: program('kubernetes-dashboard', 'kubernetes-dashboard', 'docker.io/kubernetesui/dashboard:v2.7.0', 9090),
  },
  { name: 'default-storageclass', maintainer: 'Kubernetes', objects: '' },
  { name: 'gcp-auth', maintainer: 'Google' },
  { name: 'gvisor', maintainer: 'minikube' },
  { name: 'ingress', maintainer: 'Kubernetes' },
  { name: 'ingress-dns', maintainer: 'minikube' },
  { name: 'inspektor-gadget', maintainer: '3rd party (inspektor-gadget.io)' },
  { name: 'istio', maintainer: '3rd party (Istio)' },
  { name: 'istio-provisioner', maintainer: '3rd party (Istio)' },
  { name: 'kong', maintainer: '3rd party (Kong HQ)' },
  { name: 'logviewer', maintainer: '3rd party (unknown)' },
  { name: 'metallb', maintainer: '3rd party (MetalLB)' },
  {
    name: 'metrics-server',
    maintainer: 'Kubernetes',
    image: 'registry.k8s.io/metrics-server/metrics-server:v0.8.0',
    objects: program('metrics-server', 'kube-system', 'registry.k8s.io/metrics-server/metrics-server:v0.8.0', 4443),
  },
  { name: 'nvidia-device-plugin', maintainer: '3rd party (NVIDIA)' },
  { name: 'portainer', maintainer: '3rd party (Portainer.io)' },
  { name: 'registry', maintainer: 'minikube' },
  { name: 'registry-creds', maintainer: '3rd party (UPMC Enterprises)' },
  { name: 'storage-provisioner', maintainer: 'minikube', objects: '' },
  { name: 'storage-provisioner-rancher', maintainer: '3rd party (Rancher)' },
  { name: 'volcano', maintainer: 'third-party (volcano)' },
  { name: 'volumesnapshots', maintainer: 'Kubernetes' },
  { name: 'yakd', maintainer: '3rd party (marcnuri.com)' },
];

export const addonNames = (): readonly string[] => addons.map(({ name }) => name);

const objectsOf = ({ objects = '' }: Addon) =>
  objects === '' ? [] : readManifests(parseYaml({ path: 'addon', text: objects }), 'given').resources;

/** An addon is on where what it puts into the cluster is there; those without objects are always on. */
export function isOn({ live }: NamedCluster, addon: Addon): boolean {
  if (addon.objects === undefined) return false;
  return objectsOf(addon).every(
    ({ kind, name, namespace }) =>
      kind === 'Namespace' ||
      [...live.objects.values()].some(
        ({ resource }) => resource.kind === kind && resource.name === name && resource.namespace === namespace,
      ),
  );
}

/** A table with frames, as `tablewriter` draws it. */
export function framed(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) => Math.max(widthOf(cell), ...rows.map((row) => widthOf(row[column] ?? ''))));
  const rule = (left: string, middle: string, right: string) =>
    `${left}${widths.map((width) => '─'.repeat(width + 2)).join(middle)}${right}\n`;
  const centred = (cell: string, width: number) => {
    const before = Math.floor((width - widthOf(cell)) / 2);
    return ' '.repeat(before) + cell + ' '.repeat(width - widthOf(cell) - before);
  };
  const line = (cells: readonly string[]) => `│ ${cells.join(' │ ')} │\n`;
  return [
    rule('┌', '┬', '┐'),
    line(head.map((cell, column) => centred(cell, widths[column] ?? 0))),
    rule('├', '┼', '┤'),
    ...rows.map((row) => line(row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell))))),
    rule('└', '┴', '┘'),
  ].join('');
}

/** Cells of a terminal: a sign of colour takes two. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign === '✅' ? 2 : 1), 0);

export function listAddons(desk: Call['desk'], cluster: NamedCluster): Outcome {
  const rows = addons.map((addon) => [
    addon.name,
    cluster.name,
    isOn(cluster, addon) ? 'enabled ✅' : 'disabled',
    addon.maintainer,
  ]);
  return printed(desk, framed(['ADDON NAME', 'PROFILE', 'STATUS', 'MAINTAINER'], rows));
}

export function switchAddon(call: Call, cluster: NamedCluster, on: boolean): Outcome {
  const { desk, operands } = call;
  const [name] = operands;
  if (name === undefined)
    return refused(
      desk,
      `❌  Exiting due to MK_USAGE: usage: minikube addons ${on ? 'enable' : 'disable'} ADDON_NAME\n`,
      14,
    );
  const addon = addons.find((one) => one.name === name);
  if (!addon)
    return refused(
      desk,
      `❌  Exiting due to MK_ADDON_${on ? 'ENABLE' : 'DISABLE'}: ${on ? 'enable' : 'disable'} failed: property name "${name}" not found\n`,
      10,
    );
  if (addon.objects === undefined)
    return beyond(call, {
      es: `El laboratorio no tiene el addon \`${name}\`: no se ha hecho nada. Tiene \`metrics-server\` y \`dashboard\`.`,
      en: `The lab does not have the addon \`${name}\`: nothing was done. It has \`metrics-server\` and \`dashboard\`.`,
    });
  if (!on) {
    const live = objectsOf(addon).reduce(
      (one, { group, kind, namespace, name: called }) =>
        kind === 'Namespace' && called === 'kube-system'
          ? one
          : removeObject(one, { group, kind, namespace, name: called }, desk.clock),
      cluster.live,
    );
    return printed(withCluster(desk, cluster, live), `🌑  "The '${name}' addon is disabled\n`);
  }
  const { cluster: live } = put(cluster.live, objectsOf(addon), desk.clock);
  const image = addon.image === undefined ? '' : `    ▪ Using image ${addon.image}\n`;
  const who = `💡  ${name} is an addon maintained by ${addon.maintainer}. For any concerns contact minikube on GitHub.\nYou can view the list of minikube maintainers at: https://github.com/kubernetes/minikube/blob/master/OWNERS\n`;
  return printed(
    noted(withCluster(desk, cluster, live), 'addon.enabled', { name }),
    `${who}${image}🌟  The '${name}' addon is enabled\n`,
  );
}

/** Puts the dashboard into the cluster and leaves a port of this machine leading to its API, as `kubectl proxy` does. */
export function dashboard(call: Call, cluster: NamedCluster): Outcome {
  const addon = addons.find(({ name }) => name === 'dashboard');
  const { desk, flags } = call;
  const wasOn = addon ? isOn(cluster, addon) : true;
  const live = wasOn || !addon ? cluster.live : put(cluster.live, objectsOf(addon), desk.clock).cluster;
  const local = Number(flags.text('port') ?? 0) || 41_123;
  const url = `http://127.0.0.1:${local}/api/v1/namespaces/kubernetes-dashboard/services/http:kubernetes-dashboard:/proxy/`;
  const enabling = wasOn
    ? ''
    : `🔌  Enabling dashboard ...\n    ▪ Using image docker.io/kubernetesui/dashboard:v2.7.0\n    ▪ Using image docker.io/kubernetesui/metrics-scraper:v1.0.8\n💡  Some dashboard features require the metrics-server addon. To enable all features please run:\n\n\tminikube addons enable metrics-server\n\n`;
  const steps = `🤔  Verifying dashboard health ...\n🚀  Launching proxy ...\n🤔  Verifying proxy health ...\n`;
  const isUrl = flags.on('url');
  return {
    ...printed(
      withCluster(desk, cluster, live),
      isUrl ? `${url}\n` : '',
      `${enabling}${steps}${isUrl ? '' : `🎉  Opening ${url} in your default browser...\n`}`,
    ),
    seconds: wasOn ? 2 : 20,
    stays: { kind: 'api-proxy', context: cluster.context, local },
  };
}
