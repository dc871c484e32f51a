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

/** The protocols of the named ports that are not for TCP. */
export function portProtocols(container: IContainer): Readonly<Record<string, string>> {
  return Object.fromEntries(
    list(container.ports).flatMap(({ name, protocol }) =>
      text(name) && text(protocol) && protocol !== 'TCP' ? [[String(name), String(protocol)]] : [],
    ),
  );
}
