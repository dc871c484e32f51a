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

/** The same of what a header carries, of which `*` only asks that it is there: it may be empty. */
export const matchesCarried = (wanted: string, value: string): boolean => wanted === '*' || matchesText(wanted, value);

/**
 * Whether a token is of whom `issuer/subject` names. Both have to be there; an asterisk at the beginning stands for any
 * beginning of the issuer and one at the end for any end of the subject. Without a slash it is the whole issuer or subject.
 * @see https://github.com/istio/istio/blob/release-1.31/pilot/pkg/security/authz/model/generator.go
 */
export function matchesIssued(wanted: string, issuer: string, subject: string): boolean {
  if (wanted === '*') return issuer !== '' && subject !== '';
  const slash = wanted.lastIndexOf('/');
  const [iss, sub] = slash === -1 ? [wanted, ''] : [wanted.slice(0, slash), wanted.slice(slash + 1)];
  const any = (text: string) => text !== '';
  if (wanted.startsWith('*')) {
    if (slash === -1) return any(issuer) && subject.endsWith(wanted.slice(1));
    return (iss === '*' ? any(issuer) : issuer.endsWith(iss.slice(1))) && subject === sub;
  }
  if (wanted.endsWith('*')) {
    if (slash === -1) return issuer.startsWith(wanted.slice(0, -1)) && any(subject);
    return issuer === iss && (sub === '*' ? any(subject) : subject.startsWith(sub.slice(0, -1)));
  }
  return issuer === iss && subject === sub;
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
