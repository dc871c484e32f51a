import { nextChange, type PodView, until } from '../../../cluster/index.ts';
import type { Command } from '../../tool/tool.ts';
import { oneNamed, readArgs } from '../ask/args.ts';
import { container, podOffers, selector } from '../flags.ts';
import { itemsIn } from '../items.ts';
import { kindNamed } from '../kinds.ts';
import { labelSelector } from '../selectors.ts';
import { online, type Session } from '../session.ts';
import { Stop } from '../stop.ts';
import { usage } from '../usage.ts';
import { logText } from './log-text.ts';
import { containerOf, podFor, podsOf } from './pods.ts';

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_logs/ */
export const logs: Command = {
  name: 'logs',
  says: { es: 'Lo que escribe un contenedor', en: 'What a container prints' },
  takes: '[-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]',
  offers: podOffers,
  fidelity: 'partial',
  flags: [
    container,
    selector,
    {
      name: 'follow',
      short: 'f',
      fidelity: 'partial',
      says: { es: 'Sigue lo que escribe', en: 'Follow what it prints' },
    },
    { name: 'previous', short: 'p', says: { es: 'De la ejecución anterior', en: 'Of the run before' } },
    { name: 'all-containers', says: { es: 'De todos los contenedores', en: 'Of all containers' } },
    { name: 'all-pods', says: { es: 'De todos los pods', en: 'Of all pods' } },
    { name: 'tail', value: 'number', says: { es: 'Las últimas líneas', en: 'The last lines' } },
    { name: 'since', value: 'duration', fidelity: 'partial' },
    { name: 'timestamps', fidelity: 'none' },
    { name: 'prefix', says: { es: 'Con el pod y el contenedor delante', en: 'With pod and container in front' } },
    { name: 'max-log-requests', value: 'number' },
    { name: 'limit-bytes', value: 'number' },
    { name: 'ignore-errors' },
    { name: 'pod-running-timeout', value: 'duration' },
  ],
  beyond: ['since-time=', 'insecure-skip-tls-verify-backend'],
  differs: {
    es: 'Da lo que la máquina del laboratorio sabe que escribe el proceso; del resto dice que no se sabe.',
    en: 'It gives what the lab’s machine knows the process prints; of the rest it says that it is not known.',
  },
  run: online((session) => {
    const { call } = session;
    const { flags } = call;
    const pods = wanted(session);
    const many = pods.length > 1 || flags.on('all-containers');
    const parts = pods.flatMap((pod) =>
      containersOf(pod, flags.on('all-containers'), flags.text('container')).map((name) => ({ pod, name })),
    );
    let out = '';
    let unknown: ReturnType<typeof logText>['why'] | undefined;
    for (const { pod, name } of parts) {
      const state = refuse(pod, name, flags.on('previous'));
      if (state !== undefined) throw new Stop(state);
      const log = logText(session.live, pod.pod.namespace, pod.pod.name, name);
      if (log.text === undefined) unknown = log.why;
      const lines = tailed(
        log.text ?? '',
        flags.text('tail') ?? (flags.has('selector') ? '10' : undefined),
        flags.text('limit-bytes'),
      );
      out +=
        flags.on('prefix') || (many && flags.on('prefix'))
          ? lines.replace(/^(?=.)/gm, `[pod/${pod.pod.name}/${name}] `)
          : lines;
    }
    const first = pods[0]?.pod;
    const defaulted =
      first &&
      pods.length === 1 &&
      !flags.has('container') &&
      !flags.on('all-containers') &&
      (first.spec?.containers?.length ?? 0) > 1;
    const names = (first?.spec?.containers ?? []).map((one) => String(one?.name));
    const err = defaulted
      ? `Defaulted container ${JSON.stringify(containerOf(pods[0] as PodView, undefined))} out of: ${names.join(', ')}\n`
      : '';
    const isFollowed = flags.on('follow');
    return {
      out,
      err,
      ...(isFollowed && { stays: { kind: 'watch' as const }, live: settled(session) }),
      ...(unknown && { beyond: unknown }),
    };
  }),
};

/** Whoever follows a log sees what happens until nothing more does. */
function settled({ live }: Session) {
  const next = nextChange(live, live.clock);
  return next === undefined || next > live.clock + 30 ? live : until(live, next);
}

function wanted(session: Session): readonly PodView[] {
  const { call, live, namespace } = session;
  const [word, inner, ...more] = call.operands;
  const written = call.flags.text('selector');
  if (written !== undefined) {
    if (word !== undefined) throw usage(call, 'only a selector (-l) or a POD name is allowed');
    const kind = kindNamed(live, 'pods');
    const matches = labelSelector(written);
    const pods = kind ? itemsIn(live, kind, namespace).filter(({ labels }) => matches(labels)) : [];
    if (pods.length === 0) throw new Stop(`No resources found in ${namespace} namespace.`, 0);
    return pods.flatMap(({ pod }) => (pod ? [pod] : []));
  }
  if (word === undefined)
    throw new Stop(
      `error: expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command\nSee 'kubectl logs -h' for help and examples`,
    );
  if (more.length > 0 || (inner !== undefined && call.flags.has('container')))
    throw new Stop(
      `error: expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command\nSee 'kubectl logs -h' for help and examples`,
    );
  if (call.flags.on('all-pods') && word.includes('/')) {
    const [named] = readArgs(live, [word], 'logs').named;
    const item = named && oneNamed(live, named.kind, named.name, namespace);
    if (item) return podsOf(live, item);
  }
  const pod = podFor(session, word);
  if (inner !== undefined) containerOf(pod, inner);
  return [pod];
}

function containersOf(pod: PodView, every: boolean, named: string | undefined): readonly string[] {
  if (!every) return [containerOf(pod, named)];
  return [...(pod.pod.spec?.initContainers ?? []), ...(pod.pod.spec?.containers ?? [])].map((one) => String(one?.name));
}

/** Why there is no log, in the words of the kubelet. */
function refuse({ pod, terminating }: PodView, name: string, previous: boolean): string | undefined {
  const state = [...pod.containers, ...pod.initContainers].find((one) => one.name === name);
  const place = `container ${JSON.stringify(name)} in pod ${JSON.stringify(pod.name)}`;
  if (previous && (state?.restarts ?? 0) === 0)
    return `Error from server (BadRequest): previous terminated ${place.replace('container ', 'container ')} not found`;
  if (pod.node === undefined && !terminating)
    return `Error from server (BadRequest): pod ${pod.name} does not have a host assigned`;
  if (state?.state === 'waiting' && state.restarts === 0) {
    const reason = (state.reason ?? 'ContainerCreating').replace(/^Init:/, '');
    const why = /ImagePull|ErrImage|InvalidImage/.test(reason) ? 'trying and failing to pull image' : reason;
    return `Error from server (BadRequest): ${place} is waiting to start: ${why}`;
  }
  return undefined;
}

function tailed(text: string, tail: string | undefined, bytes: string | undefined): string {
  const n = Number(tail ?? -1);
  const lines = text.split('\n');
  const ended = text.endsWith('\n') ? lines.slice(0, -1) : lines;
  const kept = n >= 0 ? ended.slice(Math.max(0, ended.length - n)) : ended;
  const joined = kept.length === 0 || text === '' ? '' : `${kept.join('\n')}\n`;
  return bytes === undefined ? joined : joined.slice(0, Math.max(0, Number(bytes)));
}
