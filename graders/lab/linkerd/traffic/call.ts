import { own } from '../../../core/own.ts';
/** One connection or request through a cluster with Linkerd. */
export interface LinkerdCall {
  /**
   * `namespace/workload`, or a workload alone, which is looked up in `default` first; `outside` for a client that is not
   * in the cluster, `kubelet` for a probe of the node.
   */
  readonly from: string;
  /** `http://web/`, `https://web/`, `tcp://db:5432` or `udp://dns:53`. */
  readonly url: string;
  /** `GET` when omitted. */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The parts of a URL that decide what the proxies see. */
export interface CallAddress {
  readonly scheme: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
  /** What follows `?`. */
  readonly query: string;
}

const usual: Readonly<Record<string, number>> = { http: 80, https: 443 };

/** Reads the URL of a call; undefined when it has no scheme, host and port. */
export function addressOf(url: string): CallAddress | undefined {
  const [, scheme = '', host = '', port, path, query = ''] =
    /^(\w+):\/\/([^\s/:?#]+)(?::(\d{1,5}))?(\/[^?#\s]*)?(?:\?([^#\s]*))?/.exec(url) ?? [];
  const number = port === undefined ? own(usual, scheme) : Number(port);
  if (host === '' || number === undefined) return undefined;
  return { scheme: scheme.toLowerCase(), host: host.toLowerCase(), port: number, path: path ?? '/', query };
}
