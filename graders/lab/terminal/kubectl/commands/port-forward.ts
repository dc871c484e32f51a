import { own } from '../../../../core/own.ts';
import { type PodView, portOf, type Service } from '../../../cluster/index.ts';
import type { Command } from '../../tool/tool.ts';
import { notFound, oneNamed, readArgs } from '../ask/args.ts';
import { podOffers } from '../flags.ts';
import type { Item } from '../items.ts';
import { online, type Session } from '../session.ts';
import { Stop, wrong } from '../stop.ts';
import { podsOf } from './pods.ts';

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_port-forward/ */
export const portForward: Command = {
  name: 'port-forward',
  says: { es: 'Lleva un puerto de tu máquina a un pod', en: 'Lead a port of your machine to a pod' },
  takes: 'TYPE/NAME [LOCAL_PORT:]REMOTE_PORT [...[LOCAL_PORT_N:]REMOTE_PORT_N]',
  offers: podOffers,
  flags: [
    {
      name: 'address',
      value: 'text',
      says: { es: 'Dirección en la que escucha (localhost)', en: 'Address it listens on (localhost)' },
    },
    { name: 'pod-running-timeout', value: 'duration' },
  ],
  differs: {
    es: 'De varios puertos solo se sigue el primero.',
    en: 'Of several ports only the first one is followed.',
  },
  run: online((session) => {
    const { call, named } = session;
    const [word, ...ports] = call.operands;
    if (word === undefined || ports.length === 0)
      throw new Stop(
        "error: TYPE/NAME and list of ports are required for port-forward\nSee 'kubectl port-forward -h' for help and examples",
      );
    const item = target(session, word);
    const pod = chosen(session, item);
    const pairs = ports.map((port) => pairOf(port, item, pod));
    const [first] = pairs;
    if (!first) throw wrong('no ports were given');
    const address = call.flags.text('address') ?? 'localhost';
    const taken = call.desk.jobs.some(({ does }) => does.kind === 'port-forward' && does.local === first.local);
    const published = call.desk.docker.containers.some(
      ({ state, published: open }) => state === 'running' && open.some(({ host }) => host === first.local),
    );
    if (taken || published) {
      throw new Stop(
        `Unable to listen on port ${first.local}: Listeners failed to create with the following errors: [unable to create listener: Error listen tcp4 127.0.0.1:${first.local}: bind: address already in use]\nerror: unable to listen on any of the requested ports: [{${first.local} ${first.remote}}]`,
      );
    }
    const shown = address === 'localhost' ? ['127.0.0.1', '[::1]'] : [address];
    const out = pairs
      .flatMap(({ local, remote }) => shown.map((place) => `Forwarding from ${place}:${local} -> ${remote}\n`))
      .join('');
    return {
      out,
      stays: {
        kind: 'port-forward',
        context: named.context,
        namespace: pod.pod.namespace,
        pod: pod.pod.name,
        local: first.local,
        remote: first.remote,
        address,
      },
      facts: [
        {
          did: 'port.forwarded',
          data: { pod: pod.pod.name, namespace: pod.pod.namespace, local: first.local, remote: first.remote },
        },
      ],
    };
  }),
};

function target({ live, namespace }: Session, word: string): Item {
  const [only] = readArgs(live, [word.includes('/') ? word : `pod/${word}`], 'port-forward').named;
  if (!only) throw wrong('you must specify a pod');
  const item = oneNamed(live, only.kind, only.name, namespace);
  if (!item) throw new Stop(notFound(only.kind, only.name));
  return item;
}

function chosen({ live }: Session, item: Item): PodView {
  const running = podsOf(live, item).filter(({ pod, terminating }) => pod.phase === 'Running' && !terminating);
  const [first] = running;
  if (first) return first;
  const [any] = podsOf(live, item);
  if (!any) throw wrong('timed out waiting for the condition');
  throw wrong(`unable to forward port because pod is not running. Current status=${any.pod.phase}`);
}

/** `8080:80`, `8080`, `:80`, by number or by name; of a Service its own port, which leads to that of the pod. */
function pairOf(written: string, item: Item, { pod }: PodView): { readonly local: number; readonly remote: number } {
  const [, first = '', second] = /^([^:]*)(?::(.+))?$/.exec(written) ?? [];
  const name = second ?? first;
  const remote = item.kind.kind === 'Service' ? throughService(item, name, pod) : numberOf(name, item, pod);
  const local =
    second === undefined
      ? /^\d+$/.test(first)
        ? Number(first)
        : remote
      : first === ''
        ? 40_000 + (remote % 20_000)
        : Number(first);
  if (!Number.isInteger(local) || local < 0 || local > 65_535)
    throw wrong(
      `error parsing local port '${first}': strconv.ParseUint: parsing ${JSON.stringify(first)}: invalid syntax`,
    );
  return { local, remote };
}

function throughService(item: Item, name: string, pod: PodView['pod']): number {
  const service = item.object?.resource as unknown as Service;
  const port = portOf(service, /^\d+$/.test(name) ? Number(name) : name);
  if (!port) throw wrong(`Service ${item.name} does not have a service port ${name}`);
  if (typeof port.targetPort === 'number') return port.targetPort;
  return namedPort(pod, port.targetPort) ?? port.port;
}

function numberOf(name: string, item: Item, pod: PodView['pod']): number {
  if (/^\d+$/.test(name)) return Number(name);
  const found = namedPort(pod, name);
  if (found === undefined) throw wrong(`Pod '${item.name}' does not have a named port '${name}'`);
  return found;
}

function namedPort({ containers }: PodView['pod'], name: string): number | undefined {
  return containers.flatMap(({ portNames }) => own(portNames, name) ?? [])[0];
}
