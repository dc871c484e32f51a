import { parseReference } from '../../image/index.ts';

/** A reference with what Docker adds to it: `docker.io/library/tareas:latest` for `tareas`; undefined for what is none. */
export function normalisedReference(text: string): string | undefined {
  const parsed = parseReference(text);
  if (!parsed.ok) return undefined;
  const { repository, tag, digest } = parsed.reference;
  const shown = tag ?? (digest === undefined ? 'latest' : undefined);
  return `${repository}${shown === undefined ? '' : `:${shown}`}${digest === undefined ? '' : `@${digest}`}`;
}

/** What Docker writes: `nginx:1.29` for `docker.io/library/nginx:1.29`. */
export function familiar(reference: string): string {
  return reference.replace(/^docker\.io\/(?:library\/)?/, '');
}
