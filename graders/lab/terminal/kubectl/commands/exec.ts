import { opened } from '../../tool/inside.ts';
import type { Command } from '../../tool/tool.ts';
import { container, filename, podOffers } from '../flags.ts';
import { online } from '../session.ts';
import { Stop } from '../stop.ts';
import { execIn, throughPod } from './inside.ts';
import { containerOf, podFor } from './pods.ts';

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_exec/ */
export const exec: Command = {
  name: 'exec',
  says: { es: 'Ejecuta una orden en un contenedor', en: 'Run a command in a container' },
  takes: '(POD | TYPE/NAME) [-c CONTAINER] [flags] -- COMMAND [args...]',
  offers: podOffers,
  fidelity: 'partial',
  flags: [
    container,
    filename,
    { name: 'stdin', short: 'i', says: { es: 'Con la entrada estándar', en: 'With standard input' } },
    { name: 'tty', short: 't', fidelity: 'partial' },
    { name: 'quiet', short: 'q' },
    { name: 'pod-running-timeout', value: 'duration' },
  ],
  differs: {
    es: 'La orden la hace la máquina del laboratorio; lo que cambia en sus ficheros dura hasta que el contenedor vuelve a arrancar, y ni los otros contenedores ni los volúmenes lo ven; con `-it` y un shell, las líneas siguientes se ejecutan dentro hasta `exit`.',
    en: 'The lab’s machine does the command; what it changes in its files lasts until the container starts anew, and neither other containers nor volumes see it; with `-it` and a shell the following lines run inside until `exit`.',
  },
  run: online((session) => {
    const { call } = session;
    const [word, ...others] = call.operands;
    const command = call.rest ?? [];
    if (word === undefined) throw new Stop('error: pod, type/name or --filename must be specified');
    if (others.length > 0 && command.length === 0) {
      throw new Stop(
        "error: exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead\nSee 'kubectl exec -h' for help and examples",
      );
    }
    if (command.length === 0) throw new Stop('error: you must specify at least one command for the container');
    const pod = podFor(session, word);
    const name = containerOf(pod, call.flags.text('container'));
    const { phase } = pod.pod;
    if (phase === 'Succeeded' || phase === 'Failed')
      throw new Stop(`error: cannot exec into a container in a completed pod; current phase is ${phase}`);
    const state = pod.pod.containers.find((one) => one.name === name);
    if (state && state.state !== 'running')
      throw new Stop(
        `error: Internal error occurred: unable to upgrade connection: container not found (${JSON.stringify(name)})`,
      );
    const done = execIn(
      { ...session, namespace: pod.pod.namespace },
      pod.pod.name,
      name,
      command,
      call.flags.on('stdin') ? call.stdin : '',
    );
    const names = (pod.pod.spec?.containers ?? []).map((one) => String(one?.name));
    const told =
      names.length > 1 && !call.flags.has('container') && !call.flags.on('quiet')
        ? `Defaulted container ${JSON.stringify(name)} out of: ${names.join(', ')}\n`
        : '';
    const { stays, waits, ...ended } = done;
    const isOpen = waits && call.flags.on('stdin') && call.flags.on('tty');
    const opens = isOpen && { inside: opened(waits, throughPod(session, pod.pod, name), command) };
    return {
      ...ended,
      ...(stays && { stays: { kind: 'watch' as const } }),
      ...(opens && { opens }),
      err: `${told}${done.err}`,
      facts: [
        { did: 'pod.exec', data: { pod: pod.pod.name, namespace: pod.pod.namespace, command: command.join(' ') } },
      ],
    };
  }),
};
