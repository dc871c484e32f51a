import type { IContainer } from 'kubernetes-models/v1';
import type { Span } from '../../../core/span.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import type { ImageSource } from '../images.ts';
import { integer, list, text } from '../read.ts';
import type { ContainerState } from '../state.ts';

/**
 * Starts one container, as far as its own definition decides: the image, then the process.
 * @param at where the pod stands, for a container that was not read from a file
 */
export function startContainer(container: IContainer, images: ImageSource, at: Span): ContainerState {
  const image = text(container.image) ?? '';
  const pulled = images(image);
  const base = {
    name: text(container.name) ?? '',
    image,
    restarts: 0,
    portNames: portNames(container),
    at: spanOf(container) ?? at,
  };
  if ('problem' in pulled) {
    const reason = pulled.problem === 'invalid' ? 'InvalidImageName' : 'ImagePullBackOff';
    return { ...base, state: 'waiting', reason, ready: false, listens: [] };
  }
  return { ...base, state: 'running', ready: true, listens: pulled.image.listens };
}

/** `containerPort` numbers by name. */
export function portNames(container: IContainer): Readonly<Record<string, number>> {
  return Object.fromEntries(
    list(container.ports).flatMap((port) => {
      const name = text(port.name);
      const number = integer(port.containerPort);
      return name && number !== undefined ? [[name, number]] : [];
    }),
  );
}
