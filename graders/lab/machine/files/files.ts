import type { Span } from '../../../core/span.ts';
import { isKnown } from '../unknown.ts';
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
  readonly content?: string | undefined;
  /** The content as far as it matters to who reads it as manifests, where that is known to be less: comments at its end say nothing. */
  readonly manifests?: string | undefined;
  /** Bytes, where they are known and more than the content tells. */
  readonly size?: number;
  /** What a program reads in it, where its exact text is not kept: the configuration that a base image brings. */
  readonly means?: string;
  /** Where somebody wrote it, outside the machine. */
  readonly written?: Span;
  /** Where a link points to. */
  readonly target?: string;
  /** Machine code that needs the loader and the libraries of the system it was made for. */
  readonly dynamic?: true;
}

/**
 * The file system of an image at one instant. It may be incomplete: in some directories there may be more than is listed,
 * because a base image brings it or a command made it whose effects are not modelled.
 */
export interface Files {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly scopes: readonly Scope[];
  /** `/bin` and `/usr/bin` are one directory, as in every distribution of today. */
  readonly merged: boolean;
}

/** How well the content of a directory (in its canonical spelling) is known. Of several, the last one counts. */
export interface Scope {
  readonly directory: string;
  /** There may be more, from the base image or made by a command; or everything in it is listed. */
  readonly holds: 'base' | 'command' | 'listed';
}

export type Found =
  | { readonly state: 'present'; readonly path: string; readonly entry: Entry }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown'; readonly from: 'base' | 'command' };

export const emptyFiles: Files = { entries: new Map(), scopes: [], merged: false };

const mergedRoot = /^\/(bin|sbin|lib|lib64)(?=\/|$)/;

/** The one spelling under which a path is kept. */
export function canonical({ merged }: Files, path: string): string {
  if (!merged) return path;
  const usr = path.replace(mergedRoot, '/usr/$1');
  return usr.replace(/^\/usr\/sbin(?=\/|$)/, '/usr/bin');
}

/** Looks a path up, links followed. */
export function find(files: Files, path: string, hops = 0): Found {
  if (!isKnown(path)) return { state: 'unknown', from: 'command' };
  const at = canonical(files, path);
  const entry = files.entries.get(at);
  if (entry?.kind === 'link' && entry.target !== undefined && hops < 10) {
    return find(files, resolvePath(parentOf(at), entry.target), hops + 1);
  }
  if (entry) return { state: 'present', path: at, entry };
  if (at === '/') return { state: 'present', path: '/', entry: root };
  const linked = throughLink(files, at, hops);
  if (linked) return linked;
  const holds = scopeOf(files, at);
  return holds === undefined || holds === 'listed' ? { state: 'absent' } : { state: 'unknown', from: holds };
}

/** How well the surroundings of a path are known; undefined where nothing but what is listed can be. */
function scopeOf({ scopes }: Files, path: string): Scope['holds'] | undefined {
  let holds: Scope['holds'] | undefined;
  for (const scope of scopes) {
    if (!isInside(scope.directory, path)) continue;
    // What a command may have made counts, even where the base image is unknown too.
    if (scope.holds !== 'base' || holds !== 'command') holds = scope.holds;
  }
  return holds;
}

/** Whether there may be more in a directory, or below it, than is listed. */
export function incompleteUnder(files: Files, path: string): boolean {
  const directory = canonical(files, path);
  const own = scopeOf(files, directory);
  if (own !== undefined && own !== 'listed') return true;
  return files.scopes.some(
    (scope, at) => scope.holds !== 'listed' && isInside(directory, scope.directory) && !isListedAfter(files, at),
  );
}

function isListedAfter({ scopes }: Files, at: number): boolean {
  const directory = scopes[at]?.directory ?? '/';
  return scopes.slice(at).some((later) => later.holds === 'listed' && isInside(later.directory, directory));
}

/** Whether somebody said that everything in a directory is listed. */
export function isListed({ scopes }: Files, directory: string): boolean {
  return scopes.some((scope) => scope.holds === 'listed' && isInside(scope.directory, directory));
}

/** Directories in which there may be more than is listed. */
export function incompleteIn({ scopes }: Files): readonly string[] {
  return scopes.flatMap(({ directory, holds }) => (holds === 'listed' ? [] : [directory]));
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
  const hazy: string[] = [];
  for (const [path, entry] of added) {
    const at = canonical(files, path);
    if (!isKnown(at)) hazy.push(knownPart(at));
    if (at === '/' || !isKnown(at)) continue;
    makeParents(entries, at, entry);
    entries.set(at, bounded(entry));
  }
  return hazy.reduce(obscure, { ...files, entries });
}

/** The directory above the first part of a path that nobody knows. */
function knownPart(path: string): string {
  let above = parentOf(path);
  while (!isKnown(above)) above = parentOf(above);
  return above;
}

/** Of a file longer than this only its existence is kept: `cat x x > y` repeated would fill any memory. */
const maxContent = 1_000_000;

/** As much of a text as a file keeps. */
export function keptContent(text: string): string | undefined {
  return text.length > maxContent ? undefined : text;
}

function bounded(entry: Entry): Entry {
  const { content } = entry;
  if (content === undefined || keptContent(content) !== undefined) return entry;
  const { content: _, manifests: _same, ...rest } = entry;
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
  if (!isKnown(at)) return obscure(files, knownPart(at));
  const entries = new Map(files.entries);
  for (const name of files.entries.keys()) if (isInside(at, name)) entries.delete(name);
  return { ...files, entries };
}

/** From now on there may be anything under a directory: a command ran whose effect is not modelled. */
export function obscure(files: Files, path: string): Files {
  const canon = canonical(files, path);
  const directory = isKnown(canon) ? canon : knownPart(canon);
  const above = files.scopes.findLastIndex(
    ({ directory: own, holds }) => holds === 'command' && isInside(own, directory),
  );
  const isSaid = above !== -1 && !files.scopes.slice(above).some(({ holds }) => holds === 'listed');
  return isSaid ? files : { ...files, scopes: [...files.scopes, { directory, holds: 'command' }] };
}

/** From now on everything in a directory is listed: something whose content is known was put over it. */
export function list(files: Files, path: string): Files {
  const directory = canonical(files, path);
  return { ...files, scopes: [...files.scopes, { directory, holds: 'listed' }] };
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
