import type { IContainer } from 'kubernetes-models/v1';
import { integer, list, text } from '../read.ts';

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
