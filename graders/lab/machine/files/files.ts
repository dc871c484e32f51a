import { isInside, join, parentOf, resolvePath } from './paths.ts';

/** A file, directory or link of an image. */
export interface Entry {
  readonly kind: 'file' | 'directory' | 'link';
  /** Permission bits: 0o755. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Index of the layer that put it there; -1 for the base image. */
  readonly layer: number;
  /** Undefined where nobody can tell: a program of the base image, something downloaded. */
  readonly content?: string;
  /** Where a link points to. */
  readonly target?: string;
  /** Machine code that needs the loader and the libraries of the system it was made for. */
  readonly dynamic?: true;
}

/**
 * The file system of an image at one instant. It may be incomplete: under `unknown` there may be more than is listed,
 * because a base image brings it or a command made it whose effects are not modelled.
 */
export interface Files {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly unknown: readonly Unknown[];
  /** `/bin` and `/usr/bin` are one directory, as in every distribution of today. */
  readonly merged: boolean;
}

/** A directory (in its canonical spelling) whose content is not fully known, and since when. */
export interface Unknown {
  readonly directory: string;
  readonly from: 'base' | 'command';
}

export type Found =
  | { readonly state: 'present'; readonly path: string; readonly entry: Entry }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown'; readonly from: Unknown['from'] };

export const emptyFiles: Files = { entries: new Map(), unknown: [], merged: false };

const mergedRoot = /^\/(bin|sbin|lib|lib64)(?=\/|$)/;

/** The one spelling under which a path is kept. */
export function canonical({ merged }: Files, path: string): string {
  if (!merged) return path;
  const usr = path.replace(mergedRoot, '/usr/$1');
  return usr.replace(/^\/usr\/sbin(?=\/|$)/, '/usr/bin');
}

/** Looks a path up, links followed. */
export function find(files: Files, path: string, hops = 0): Found {
  const at = canonical(files, path);
  const entry = files.entries.get(at);
  if (entry?.kind === 'link' && entry.target !== undefined && hops < 10) {
    return find(files, resolvePath(parentOf(at), entry.target), hops + 1);
  }
  if (entry) return { state: 'present', path: at, entry };
  if (at === '/') return { state: 'present', path: '/', entry: root };
  const linked = throughLink(files, at, hops);
  if (linked) return linked;
  let from: Unknown['from'] | undefined;
  for (const scope of files.unknown) if (from !== 'command' && isInside(scope.directory, at)) from = scope.from;
  return from === undefined ? { state: 'absent' } : { state: 'unknown', from };
}

const root: Entry = { kind: 'directory', mode: 0o755, uid: 0, gid: 0, layer: -1 };

function throughLink(files: Files, path: string, hops: number): Found | undefined {
  for (let above = parentOf(path); above !== '/' && hops < 10; above = parentOf(above)) {
    const { kind, target } = files.entries.get(above) ?? {};
    if (kind !== 'link' || target === undefined) continue;
    return find(files, resolvePath(parentOf(above), target) + path.slice(above.length), hops + 1);
  }
  return undefined;
}

/** Several changes at once: one copy of the map however many entries. Parents that are missing are made. */
export function write(files: Files, added: Iterable<readonly [string, Entry]>): Files {
  const entries = new Map(files.entries);
  for (const [path, entry] of added) {
    const at = canonical(files, path);
    if (at === '/') continue;
    makeParents(entries, at, entry);
    entries.set(at, bounded(entry));
  }
  return { ...files, entries };
}

/** Of a file longer than this only its existence is kept: `cat x x > y` repeated would fill any memory. */
const maxContent = 1_000_000;

function bounded(entry: Entry): Entry {
  if (entry.content === undefined || entry.content.length <= maxContent) return entry;
  const { content: _, ...rest } = entry;
  return rest;
}

function makeParents(entries: Map<string, Entry>, path: string, { layer }: Entry): void {
  for (let above = parentOf(path); above !== '/' && !entries.has(above); above = parentOf(above)) {
    entries.set(above, { kind: 'directory', mode: 0o755, uid: 0, gid: 0, layer });
  }
}

/** Removes a file, or a directory with all that is in it. */
export function remove(files: Files, path: string): Files {
  const at = canonical(files, path);
  const entries = new Map(files.entries);
  for (const name of files.entries.keys()) if (isInside(at, name)) entries.delete(name);
  return { ...files, entries };
}

/** From now on there may be anything under a directory: a command ran whose effect is not modelled. */
export function obscure(files: Files, path: string): Files {
  const directory = canonical(files, path);
  const known = files.unknown.some((scope) => scope.from === 'command' && isInside(scope.directory, directory));
  return known ? files : { ...files, unknown: [...files.unknown, { directory, from: 'command' }] };
}

/** The entry itself and all that is under it, by path. */
export function under(files: Files, path: string): readonly (readonly [string, Entry])[] {
  const at = canonical(files, path);
  return [...files.entries].filter(([name]) => isInside(at, name));
}

/** Names directly in a directory. */
export function namesIn(files: Files, directory: string): readonly string[] {
  const prefix = join(canonical(files, directory), '').replace(/\/+$/, '/');
  return [...files.entries.keys()].flatMap((path) => {
    const name = path.startsWith(prefix) ? path.slice(prefix.length) : '';
    return name === '' || name.includes('/') ? [] : [name];
  });
}

/** `-rwxr-xr-x`. */
export function modeText({ kind, mode }: Entry): string {
  const letters = [...(mode & 0o777).toString(2).padStart(9, '0')].map((bit, index) =>
    bit === '1' ? ('rwx'[index % 3] ?? '-') : '-',
  );
  return `${kind === 'directory' ? 'd' : kind === 'link' ? 'l' : '-'}${letters.join('')}`;
}
