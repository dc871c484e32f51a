import { lookup } from '../../../model/manifests/lookup.ts';
import type { Labels } from '../labels.ts';
import { textMap } from '../read.ts';
import type { ClusterState, PodState } from '../state.ts';

/** One end of a connection, as network policies see it. */
export interface Party {
  /** As sentences name it: `tienda/web`. */
  readonly label: string;
  /** Empty for somebody outside the cluster. */
  readonly namespace: string;
  readonly labels: Labels;
  readonly ip: string;
  /** Absent outside the cluster, and for a passer-by whose ports nobody asks for. */
  readonly pod?: PodState;
  /** Shares the network of its node: policies neither isolate it nor see its labels. */
  readonly hostNetwork?: boolean;
  /** Outside the cluster, at an address nobody here knows: any block of addresses is taken to hold it. */
  readonly unknownAddress?: boolean;
}

/** A pod as network policies see it. */
export function partyOf(pod: PodState): Party {
  const { namespace, labels, ip, workload } = pod;
  const hostNetwork = usesHostNetwork(pod);
  return { label: `${namespace}/${workload.name}`, namespace, labels, ip, pod, ...(hostNetwork && { hostNetwork }) };
}

/** A host outside the cluster; only a host that is an address has a known one. */
export function externalHost(host: string): Party {
  const isAddress = /^\d+\.\d+\.\d+\.\d+$/.test(host);
  const address = isAddress ? { ip: host } : { ip: '', unknownAddress: true };
  return { label: host, namespace: '', labels: {}, ...address };
}

interface Spec {
  readonly hostNetwork?: unknown;
}

function usesHostNetwork({ from }: PodState): boolean {
  const { spec } = from.data as { spec?: Spec & { template?: { spec?: Spec } } };
  return (from.kind === 'Pod' ? spec : spec?.template?.spec)?.hostNetwork === true;
}

/** The labels of a namespace: its own and the one with its name that every namespace gets. */
export function namespaceLabels(state: Pick<ClusterState, 'resources'>, name: string): Labels {
  const [written] = lookup(state.resources).named('', 'Namespace', undefined, name);
  return { ...textMap(written?.metadata.labels), 'kubernetes.io/metadata.name': name };
}

/** The cluster's DNS server, which is in every cluster although nobody writes it. */
export const clusterDns: Party = {
  label: 'kube-system/kube-dns',
  namespace: 'kube-system',
  labels: { 'k8s-app': 'kube-dns' },
  ip: '10.244.0.2',
};
