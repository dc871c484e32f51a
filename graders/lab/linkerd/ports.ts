/**
 * Ports whose protocol Linkerd does not look at unless told otherwise: the server speaks first on them.
 * @see https://linkerd.io/2-edge/features/protocol-detection/#default-opaque-ports
 */
export const opaqueByDefault: readonly number[] = [25, 587, 3306, 4444, 5432, 6379, 9300, 11_211];

/**
 * Ports that `linkerd-init` leaves alone in both directions unless told otherwise: Galera speaks between its members.
 * @see https://linkerd.io/2-edge/features/protocol-detection/#marking-ports-as-skip-ports
 */
export const skippedByDefault: readonly number[] = [4567, 4568];

/**
 * Whether a list such as `3306, 5000-5010` names a port. The name of a container port counts in lists of opaque ports.
 * @param named what a name in the list stands for; names stand for nothing when omitted
 */
export function listsPort(list: string, port: number, named: (name: string) => number | undefined = () => undefined) {
  return list
    .split(',')
    .map((item) => item.trim())
    .some((item) => {
      const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(item) ?? [];
      if (from === undefined) return item !== '' && named(item) === port;
      return Number(from) <= port && port <= Number(to ?? from);
    });
}
