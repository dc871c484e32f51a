/** How proxies simplify the path of a request before they look at it; each level does what the one before does too. */
export const pathLevels = ['NONE', 'BASE', 'MERGE_SLASHES', 'DECODE_AND_MERGE_SLASHES'] as const;
export type PathLevel = (typeof pathLevels)[number];

/**
 * The path that routes and policies see, and the application gets: `.` and `..` resolved, letters that need no escape
 * written plainly, `\\` as `/`.
 * @param path without query
 * @see https://istio.io/latest/docs/reference/config/security/normalization/
 */
export function normalizedPath(path: string, level: PathLevel): string {
  if (level === 'NONE' || !path.startsWith('/')) return path;
  const plain = path.replace(/%[0-9a-f]{2}/gi, unreserved).replaceAll('\\', '/');
  const decoded = level === 'DECODE_AND_MERGE_SLASHES' ? plain.replace(/%2f|%5c/gi, '/') : plain;
  const resolved = withoutDots(decoded);
  return level === 'BASE' ? resolved : resolved.replace(/\/{2,}/g, '/');
}

/** `%41` is `A`; what has a meaning in a path keeps its escape. */
function unreserved(escaped: string): string {
  const char = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
  return /[-A-Za-z0-9._~]/.test(char) ? char : escaped;
}

function withoutDots(path: string): string {
  const kept: string[] = [];
  const segments = path.slice(1).split('/');
  for (const [index, segment] of segments.entries()) {
    const last = index === segments.length - 1;
    if (segment === '..') kept.pop();
    else if (segment !== '.') kept.push(segment);
    if (last && (segment === '..' || segment === '.')) kept.push('');
  }
  return `/${kept.join('/')}`;
}
