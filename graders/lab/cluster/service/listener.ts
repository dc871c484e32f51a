import type { ContainerState, Endpoint } from '../state.ts';

/** Who accepts a connection on a port of a pod; `any` containers only where nobody is known to be there. */
export function listenerOn({ pod, port }: Endpoint): ContainerState | undefined {
  const running = [...pod.containers, ...pod.initContainers].filter(({ state }) => state === 'running');
  return (
    running.find(({ listens }) => listens !== 'any' && listens.includes(port)) ??
    running.find(({ listens }) => listens === 'any')
  );
}
