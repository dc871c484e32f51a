import type { IContainer } from 'kubernetes-models/v1';
import type { Span } from '../../../core/span.ts';
import { text } from '../read.ts';
import type { ContainerState } from '../state.ts';
import { nameOf, placeOf } from './container.ts';
import { portNames, portProtocols } from './ports.ts';

/** The part of a status that is the same whatever the container does. */
export function statusOf(
  container: IContainer,
  at: Span,
  rest: Pick<ContainerState, 'state'> & Partial<ContainerState>,
): ContainerState {
  return {
    name: nameOf(container),
    image: text(container.image) ?? '',
    restarts: 0,
    ready: false,
    listens: [],
    portNames: portNames(container),
    portProtocols: portProtocols(container),
    at: placeOf(container, at),
    ...rest,
  };
}

export function waiting(container: IContainer, at: Span, reason: string, restarts = 0): ContainerState {
  return statusOf(container, at, { state: 'waiting', reason, restarts });
}
