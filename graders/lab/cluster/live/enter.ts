import type { IContainer } from 'kubernetes-models/v1';
import type { Complaint, Machine, Printed } from '../../machine/index.ts';
import { launch } from '../../machine/index.ts';
import { commandLine } from '../kubelet/argv.ts';
import { machineFor } from '../kubelet/inside.ts';
import { list, text } from '../read.ts';
import { kubeletOptions } from '../settle.ts';
import { optionsOf } from './images.ts';
import type { LiveCluster, LivePod } from './live.ts';
import { onNetwork } from './network-inside.ts';

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
    budget: options.budget,
  };
  const machine = onNetwork(machineFor(around), pod);
  const argv = commandLine(written, pulled.image);
  const launched = launch(machine, argv);
  if (!launched.starts) return { machine, argv, output: [], exit: 127 };
  const { output, exit, complaint, machine: left } = launched.ran;
  return { argv, machine: exit === 'running' ? left : machine, output, exit, ...(complaint && { complaint }) };
}
