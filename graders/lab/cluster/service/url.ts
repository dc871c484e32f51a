/** The parts of a URL that decide where a connection goes. */
export interface Address {
  readonly scheme: 'http' | 'https' | 'tcp';
  readonly host: string;
  readonly port: number;
  /** Without query or fragment; `/` when there is none. */
  readonly path: string;
}

const usual = { http: 80, https: 443, tcp: 0 } as const;

/** Reads `http://tienda:8080/pedidos?x=1` or `tcp://db:5432`; undefined for anything without a scheme and a host. */
export function readUrl(text: string): Address | undefined {
  const match = /^(https?|tcp):\/\/(\[[0-9a-f:]+\]|[^\s/:?#@]+)(?::(\d{1,5}))?(\/[^?#\s]*)?(?:[?#].*)?$/i.exec(text);
  if (!match) return undefined;
  const scheme = (match[1] ?? '').toLowerCase() as Address['scheme'];
  const port = match[3] === undefined ? usual[scheme] : Number(match[3]);
  if (port < 1 || port > 65_535) return undefined;
  return { scheme, host: (match[2] ?? '').toLowerCase(), port, path: match[4] ?? '/' };
}
