import { type Labels, type PodState, podsOf } from '../cluster/index.ts';
import { type Mesh, workloadsOf } from '../istio/index.ts';

/** A gateway as telemetry sees it: its pods, or none where the installation brings them. */
export interface TracedGateway {
  readonly namespace: string;
  readonly workload: { readonly name: string };
  readonly labels: Labels;
  readonly annotations: Readonly<Record<string, string>>;
  readonly serviceAccount: string;
  readonly pods: readonly PodState[];
}

/** @param label `namespace/workload`, as the outcome of a request tells it */
export function gatewayNamed(mesh: Mesh, label: string): TracedGateway | undefined {
  const found = mesh.gateways
    .flatMap((gateway) => workloadsOf(gateway, mesh.state))
    .find(({ namespace, name }) => `${namespace}/${name}` === label);
  if (!found) return undefined;
  const { namespace, name, labels, serviceAccount } = found;
  const pods = podsOf(mesh.state, `${namespace}/${name}`);
  return { namespace, workload: { name }, labels, annotations: pods[0]?.annotations ?? {}, serviceAccount, pods };
}
