import { realpathSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { own } from '../../core/own.ts';

/** What a path of an address stands for. */
export type Found =
  | { readonly file: string; readonly type: string }
  | { readonly redirect: string }
  | { readonly status: 400 | 404 };

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/**
 * The file of a folder that an address asks for. Nothing outside of the folder is ever found, however the path is
 * written, and folders are not listed.
 * @param target the request target: path and query, as the client sent it
 */
export function findFile(folder: string, target: string): Found {
  const path = decodedPath(target);
  if (path === undefined) return { status: 400 };
  const parts = path.split('/');
  if (parts.some((part) => part === '..' || part.startsWith('.'))) return { status: 404 };
  const file = realFile(join(folder, ...parts));
  const base = realFile(folder);
  if (!file || !base || !(file === base || file.startsWith(base + sep))) return { status: 404 };
  if (!statSync(file).isDirectory()) return { file, type: own(types, extname(file)) ?? 'application/octet-stream' };
  // `//host` would be another site: only one slash may open the address.
  if (!path.endsWith('/')) return { redirect: `/${parts.filter((part) => part !== '').join('/')}/` };
  const index = realFile(join(file, 'index.html'));
  return index ? { file: index, type: types['.html'] ?? '' } : { status: 404 };
}

/** Undefined for a path that is not well encoded or that hides a separator. */
function decodedPath(target: string): string | undefined {
  const [path = ''] = target.split(/[?#]/);
  try {
    const decoded = decodeURIComponent(path);
    return decoded.startsWith('/') && !/[\\\0]/.test(decoded) ? decoded : undefined;
  } catch {
    return undefined;
  }
}

function realFile(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
