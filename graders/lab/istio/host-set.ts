import { covers } from './host.ts';

/** Hosts, some with a wildcard, of which one asks many times whether any meets another host. */
export interface HostSet {
  /** Whether one of them covers the host, or the host one of them. */
  meets(host: string): boolean;
}

/** Reads hosts once, so that asking costs no more for many of them than for a few. */
export function hostSet(hosts: readonly string[]): HostSet {
  const names = new Set(hosts);
  const parents = new Set(hosts.flatMap(suffixesOf));
  // A wildcard that is only part of a label (`*-x.example.com`) is no suffix of labels.
  const odd = hosts.filter((host) => /^\*[^.]/.test(host));
  return {
    meets: (host) => {
      if (host === '*' || names.has('*') || names.has(host)) return names.size > 0;
      if (suffixesOf(host).some((suffix) => names.has(`*${suffix}`))) return true;
      if (odd.some((one) => covers(one, host) || covers(host, one))) return true;
      if (!host.startsWith('*')) return false;
      return /^\*[^.]/.test(host) ? hosts.some((one) => covers(host, one)) : parents.has(host.slice(1));
    },
  };
}

/** What follows each label of a host: `.b.c` and `.c` for `a.b.c`. */
function suffixesOf(host: string): readonly string[] {
  const found: string[] = [];
  for (let at = host.indexOf('.'); at !== -1; at = host.indexOf('.', at + 1)) found.push(host.slice(at));
  return found;
}
