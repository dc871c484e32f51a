import { readCall } from '../istio/index.ts';

/** Whether a URL says whom to call: `http`, `https` or `tcp`, a host, and a port from 1 to 65535, which `tcp` must write. */
export function isCallable(url: string): boolean {
  const call = readCall({ from: 'outside', url });
  if (!call || /\s/.test(url.trim())) return false;
  const rest = url.trim().slice(`${call.scheme}://`.length);
  const authority = rest.split(/[/?#]/)[0] ?? '';
  return call.port >= 1 && call.port <= 65_535 && /^(?:\[[\da-f:.]+\]|[^\s:@[\]]+)(?::\d+)?$/i.test(authority);
}
