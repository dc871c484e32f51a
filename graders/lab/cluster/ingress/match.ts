import type { IngressPath } from './read.ts';

/**
 * Whether the host of a rule is for a name. `*` stands for one label and no more; a rule without host is for any name.
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards
 */
export function isForHost(host: string, name: string): boolean {
  if (host === '' || host === name) return true;
  return host.startsWith('*.') && name.slice(name.indexOf('.') + 1) === host.slice(2) && name.includes('.');
}

/** Hosts that are for one name, the one that counts first: written out, then with a wildcard, then any. */
export function byHost(a: string, b: string): number {
  return rankOf(a) - rankOf(b);
}

const rankOf = (host: string): number => (host === '' ? 2 : host.startsWith('*') ? 1 : 0);

/**
 * Whether a path is taken. `Prefix` goes by whole elements between slashes. What `ImplementationSpecific` means is the
 * controller's affair: those in use take it as the beginning of the text.
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types
 */
export function takesPath({ path, type }: Pick<IngressPath, 'path' | 'type'>, asked: string): boolean {
  if (type === 'Exact') return asked === path;
  if (type !== 'Prefix') return asked.startsWith(path);
  const prefix = path.replace(/\/+$/, '');
  return asked === prefix || asked.startsWith(`${prefix}/`);
}

/** The path that decides among those that take a request: the longest, and of equal ones `Exact` before the others. */
export function bestPath(paths: readonly IngressPath[], asked: string): IngressPath | undefined {
  const taking = paths.filter((one) => takesPath(one, asked));
  const [best] = taking.sort(
    (a, b) => b.path.length - a.path.length || Number(b.type === 'Exact') - Number(a.type === 'Exact'),
  );
  return best;
}
