import { quoted, re2 } from '../../../core/re2/re2.ts';

/**
 * Whether a value is what a policy field asks for: equal to it, starting like `abc*`, ending like `*abc`, or not empty
 * for `*`. An asterisk in the middle is a plain character.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#Rule
 */
export function matchesText(wanted: string, value: string): boolean {
  if (wanted === '*') return value !== '';
  if (wanted.startsWith('*')) return value.endsWith(wanted.slice(1));
  return wanted.endsWith('*') ? value.startsWith(wanted.slice(0, -1)) : value === wanted;
}

/** Namespaces compile to a regular expression in which an asterisk stands for anything, wherever it is. */
export function matchesNamespace(wanted: string, namespace: string): boolean {
  return re2(wanted.split('*').map(quoted).join('.*'))?.matches(namespace) ?? false;
}

/**
 * Paths may also be templates: `{*}` stands for one segment, and a final `{**}` for any number of them.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation
 */
export function matchesPath(wanted: string, path: string): boolean {
  if (!wanted.includes('{*}') && !wanted.includes('{**}')) return matchesText(wanted, path);
  const segments = wanted
    .split('/')
    .map((segment) => (segment === '{*}' ? '[^/]+' : segment === '{**}' ? '.*' : quoted(segment)));
  return re2(segments.join('/'))?.matches(path) ?? false;
}
