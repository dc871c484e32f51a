/** What `EXPOSE` names: some ports of the container, and their protocol. */
export interface Ports {
  readonly from: number;
  readonly to: number;
  /** In lower case. */
  readonly protocol: string;
}

export type PortProblem = 'format' | 'range' | 'backwards';

/**
 * Reads `80`, `80/udp`, `8000-8010`. Of `8080:80`, `127.0.0.1:8080:80` and `:80` only the port of the container counts.
 * @see https://github.com/docker/go-connections/blob/v0.6.0/nat/nat.go (ParsePortSpec)
 */
export function readPorts(text: string): Ports | PortProblem {
  const [, first, last = first, protocol = 'tcp'] =
    /^(?:(?:(?:\d+(?:\.\d+){3})?:|\[?[\da-f:]*\]?:)?(?:\d{1,5}(?:-\d{1,5})?)?:)?(\d+)(?:-(\d+))?(?:\/(tcp|udp|sctp)?)?$/i.exec(
      text,
    ) ?? [];
  if (first === undefined) return 'format';
  const [from, to] = [Number(first), Number(last)];
  if (from > 65535 || to > 65535) return 'range';
  return from > to ? 'backwards' : { from, to, protocol: protocol.toLowerCase() };
}
