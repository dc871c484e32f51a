import type { PodLook } from '../../../cluster/index.ts';
import type { Command } from '../../tool/tool.ts';
import { container, podOffers } from '../flags.ts';
import { online } from '../session.ts';
import { wrong } from '../stop.ts';
import { podFor } from './pods.ts';

/** @see https://github.com/kubernetes/kubectl/blob/v0.36.0/pkg/cmd/attach/attach.go */
export const attachHint =
  'All commands and output from this session will be recorded in container logs, including credentials and sensitive information passed through the command prompt.\n' +
  "If you don't see a command prompt, try pressing enter.\n";

/** What `kubectl` says when somebody leaves a process that it was attached to. */
export function sessionEnded({ name, namespace }: PodLook, container: string, isEphemeral = false): string {
  const again = `kubectl attach ${name} -c ${container} -n ${namespace} -i -t`;
  return isEphemeral
    ? `Session ended, the ephemeral container will not be restarted but may be reattached using '${again}' if it is still running\n`
    : `Session ended, resume using '${again}' command\n`;
}

/** `kubectl attach`: what the process writes from now on, which is nothing that the lab knows of. */
export const attach: Command = {
  name: 'attach',
  says: { es: 'Se une al proceso de un contenedor', en: 'Attach to the process of a container' },
  takes: '(POD | TYPE/NAME) -c CONTAINER',
  offers: podOffers,
  flags: [
    container,
    { name: 'stdin', short: 'i', fidelity: 'partial' },
    { name: 'tty', short: 't', fidelity: 'partial' },
    { name: 'quiet', short: 'q' },
    { name: 'pod-running-timeout', value: 'duration', fidelity: 'partial' },
    { name: 'detach-keys', value: 'text', fidelity: 'partial' },
  ],
  fidelity: 'partial',
  differs: {
    es: 'No muestra lo que el proceso escriba después; `kubectl logs` da lo que se sabe que ha escrito.',
    en: 'It does not show what the process writes afterwards; `kubectl logs` gives what it is known to have written.',
  },
  run: online((session) => {
    const { call } = session;
    const [word] = call.operands;
    if (word === undefined)
      throw wrong("POD, TYPE/NAME or --filename must be specified\nSee 'kubectl attach -h' for help and examples");
    const { pod } = podFor(session, word);
    if (pod.phase === 'Succeeded' || pod.phase === 'Failed')
      throw wrong(`cannot attach a container in a completed pod; current phase is ${pod.phase}`);
    const hint = call.flags.on('quiet') ? '' : attachHint;
    return { err: hint, stays: { kind: 'watch' } };
  }),
};
