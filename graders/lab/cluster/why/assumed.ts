import { type Hop, hop } from '../../../core/trace.ts';
import { hops } from '../hops.ts';
import { listenerOn } from '../service/listener.ts';
import type { ContainerState, PodState } from '../state.ts';

/**
 * What is only taken to be so where a port of a pod answers: processes that this lab does not know are taken to start, to
 * end when others wait for them and to go on, and a server whose ports nobody knows to be on the one that is asked for.
 * @param port without it, only whether the pod is as it is
 * @returns the containers in question, each with its line; nothing where all of it is known
 */
export function assumptions(pod: PodState, port?: number): readonly Hop[] {
  const processes = [...pod.initContainers, ...pod.containers].filter(isGuess);
  const listener = port === undefined ? undefined : listenerOn({ pod, port });
  const isGuessed = listener?.listens === 'any' && !processes.includes(listener);
  return [
    ...processes.map((container) => containerHop(pod, container)),
    ...(isGuessed && port !== undefined
      ? [told(pod, listener, 'portAssumed', { container: listener.name, image: listener.image, port })]
      : []),
  ];
}

/** Whether it is only taken to be so that a pod is as it is: some process of it is one that this lab does not know. */
export function isAssumed({ containers, initContainers }: PodState): boolean {
  return [...initContainers, ...containers].some(isGuess);
}

/** What a mesh itself puts into pods is known to work, although nothing here runs it. */
const ofMesh = /(?:^|\/)(?:istio\/proxyv2|proxyv2|linkerd\/proxy|linkerd\/proxy-init)(?:[:@]|$)/;

const isGuess = ({ assumed, image }: ContainerState): boolean => assumed === true && !ofMesh.test(image);

function containerHop(pod: PodState, container: ContainerState): Hop {
  const { name, image } = container;
  if (image === '') return told(pod, container, 'addressAssumed', { address: name });
  return told(pod, container, 'processAssumed', { container: name, image });
}

function told<K extends 'addressAssumed' | 'processAssumed' | 'portAssumed'>(
  { name, namespace }: PodState,
  { at }: ContainerState,
  message: K,
  data: Parameters<typeof hop<(typeof hops)['messages'], K>>[3],
): Hop {
  return hop(hops, 'assumed', message, data, { resource: { kind: 'Pod', name, namespace }, at });
}
