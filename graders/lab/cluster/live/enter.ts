import type { IContainer } from 'kubernetes-models/v1';
import type { Complaint, Machine, Printed } from '../../machine/index.ts';
import { launch } from '../../machine/index.ts';
import { commandLine } from '../kubelet/argv.ts';
import type { Past } from '../kubelet/context.ts';
import { machineFor } from '../kubelet/inside.ts';
import { list, text } from '../read.ts';
import { kubeletOptions } from '../settle.ts';
import { optionsOf } from './images.ts';
import type { LiveCluster, LivePod } from './live.ts';
import { onNetwork } from './network-inside.ts';
import { keyOf } from './store.ts';

/** The inside of a container, and what its first process printed. */
export interface Inside {
  readonly machine: Machine;
  /** Its command line. */
  readonly argv: readonly string[];
  /** Undefined where nobody can tell. */
  readonly output: readonly Printed[] | undefined;
  readonly exit: number | 'running' | 'unknown';
  readonly complaint?: Complaint;
}

/** The inside of a container of a pod; undefined where its image is not there. */
export function enter(live: LiveCluster, pod: LivePod, container: string): Inside | undefined {
  const { spec = {}, namespace } = pod.verdict;
  const written = [...list(spec.initContainers), ...list(spec.containers)].find(
    ({ name }) => text(name) === container,
  ) as IContainer | undefined;
  if (!written) return undefined;
  const options = kubeletOptions(live.resources, optionsOf(live));
  const pulled = options.images(text(written.image) ?? '');
  if (!pulled.ok) return undefined;
  const around = {
    container: written,
    spec,
    image: pulled.image,
    unpacked: options.unpacked(pulled.image),
    namespace,
    resources: live.resources,
    closed: true,
    past: pastOf(live, pod, container),
    pod: pod.verdict,
    budget: options.budget,
  };
  const machine = onNetwork(machineFor(around), pod);
  const argv = commandLine(around);
  const launched = launch(machine, argv);
  if (!launched.starts) return { machine, argv, output: [], exit: 127 };
  const { output, exit, complaint, machine: left } = launched.ran;
  return { argv, machine: exit === 'running' ? left : machine, output, exit, ...(complaint && { complaint }) };
}

/**
 * Seconds until the kubelet has brought a changed ConfigMap or Secret to what is mounted of it.
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/#mounted-configmaps-are-updated-automatically
 */
const sync = 60;

function pastOf(live: LiveCluster, { starts, verdict }: LivePod, container: string): Past {
  const { started = live.clock } = starts.find((one) => one.name === container) ?? {};
  const at = (time: number) => (kind: string, name: string) => {
    const object = live.objects.get(keyOf({ group: '', kind, namespace: verdict.namespace, name }));
    if (!object) return undefined;
    if (object.created > time) return null;
    const then = object.earlier?.findLast(({ until }) => until > time);
    return then?.resource;
  };
  return { atStart: at(started), atLastSync: at(Math.max(started, live.clock - sync)) };
}
