import { nearest } from '../../../core/nearest.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { isRepository } from '../../../model/dockerfile/arguments.ts';
import type { Copy, Word } from '../../../model/dockerfile/dockerfile.ts';
import { isMode } from '../../../model/dockerfile/flag-values.ts';
import {
  type Budget,
  baseName,
  type Entry,
  type Files,
  find,
  glob,
  incompleteIn,
  join,
  newMode,
  obscure,
  parentOf,
  resolvePath,
  resolveUser,
  under,
  write,
} from '../../machine/index.ts';
import { pathRules } from '../context.ts';
import { hops } from '../hops.ts';
import { BuildStop } from './refusal.ts';
import { overspent, spentHop } from './spent.ts';
import type { StageState } from './stage.ts';
import { expanded, expandedBody, valuesIn } from './words.ts';

/** Where the sources of a `COPY` are looked for. */
export interface Origin {
  readonly files: Files;
  /** Name of the stage or image; undefined for the build context. */
  readonly name: string | undefined;
  /** Paths that `.dockerignore` hides. */
  readonly ignored: (path: string) => boolean;
}

/** A piece that a source brings: where it lies below the destination, and what it is. */
interface Piece {
  /** Below the destination; empty for the source itself. */
  readonly below: string;
  readonly entry: Entry;
}

type Source =
  | { readonly kind: 'directory' | 'file'; readonly name: string; readonly pieces: readonly Piece[] }
  /** Something that exists and of which no more is known. */
  | { readonly kind: 'unknown'; readonly name: string };

/**
 * `COPY` and `ADD`: brings files of the context, of a stage, of another image, of heredocs or (`ADD`) of the network.
 * @see https://docs.docker.com/reference/dockerfile/#copy
 */
export function copy(instruction: Copy, state: StageState, origin: Origin, escapeChar: string, budget: Budget) {
  const values = valuesIn(state);
  const word = (one: Word) => expanded(one, values, escapeChar);
  const written = word(instruction.destination);
  const looked = overspent(budget, { steps: 1 + (state.files.entries.size + origin.files.entries.size) / 200 });
  const sources = looked
    ? [elsewhere]
    : instruction.sources.flatMap((one) => sourcesOf(instruction, one, word(one), state, origin));
  const destination = resolvePath(state.workdir, written);
  const parents = keepsParents(instruction);
  const intoDirectory = parents || /\/\.?$|^\.{0,2}$/.test(written) || isDirectory(state.files, destination);
  // A repository or the content of an archive needs a directory, which is made.
  const unpacks = !looked && sources.length > 0 && sources.every((source) => source === elsewhere);
  // Several sources and a destination that is no directory: the classic builder refuses, BuildKit overwrites.
  const disputed = sources.filter(({ name }) => name !== '').length > 1 && !intoDirectory;
  const owned = ownership(instruction, state, word);
  const into = { destination, intoDirectory: intoDirectory || disputed || unpacks, parents };
  // Stages that copy from one another twice have twice the files each.
  const objects = sources.reduce((sum, source) => sum + (source.kind === 'unknown' ? 1 : source.pieces.length), 0);
  const spent = overspent(budget, { objects });
  const placed = place(state, disputed || spent ? [elsewhere] : sources, into, owned);
  if (spent) return { state: placed.state, inputs: '', hop: spentHop(spent, instruction.keyword, instruction.at) };
  const inputs = fingerprint(sources);
  return { state: placed.state, inputs, hop: said(instruction, placed.count, written) };
}

function said({ keyword, at }: Copy, count: number | undefined, destination: string): Hop {
  return count === undefined
    ? hop(hops, 'copy', 'copiedUnknown', { keyword, destination }, { at })
    : hop(hops, 'copy', 'copied', { keyword, count, destination }, { at });
}

function sourcesOf(instruction: Copy, word: Word, text: string, state: StageState, origin: Origin): readonly Source[] {
  const heredoc =
    word.text.startsWith('<<') &&
    instruction.heredocs.find(({ at }) => at.from === word.at.from && at.to === word.at.to);
  if (heredoc) {
    const content = expandedBody(heredoc, valuesIn(state));
    const entry: Entry = { kind: 'file', mode: 0o644, uid: 0, gid: 0, layer: 0, content };
    return [{ kind: 'file', name: heredoc.name, pieces: [{ below: '', entry }] }];
  }
  if (instruction.keyword === 'ADD' && isRepository(text)) return [elsewhere];
  if (instruction.keyword === 'ADD' && /^https?:\/\//.test(text)) {
    return [{ kind: 'unknown', name: baseName(text.replace(/[?#].*$/, '')) }];
  }
  const found = lookUp(instruction, word, text, origin);
  return instruction.keyword === 'ADD' && origin.name === undefined ? found.map(unpacked) : found;
}

/** Something below the destination. */
const elsewhere: Source = { kind: 'unknown', name: '' };

/** `ADD` unpacks the archives of the context. */
function unpacked(source: Source): Source {
  return source.kind === 'file' && /\.(?:tar(?:\.\w+)?|tgz|tbz2|txz)$/.test(source.name) ? elsewhere : source;
}

function lookUp(instruction: Copy, word: Word, text: string, origin: Origin): readonly Source[] {
  const path = resolvePath('/', text);
  const { flags } = instruction;
  // A slash in front means the root of nothing: such a pattern matches no path.
  const patterns = flags.flatMap(({ name, value }) =>
    name === 'exclude' && value && !/^!?\//.test(value) ? [value] : [],
  );
  const excluded = patterns.length > 0 ? pathRules(patterns) : () => false;
  const parents = keepsParents(instruction);
  const matches = /[*?[]/.test(path) ? globbed(origin, path, parents) : [path];
  const pivot = parents ? pivotOf(text) : undefined;
  const sources = matches.flatMap((match) => one(origin, match, excluded, pivot));
  if (sources.length > 0) return sources;
  if (matches.length > 0 && incompleteIn(origin.files).length > 0 && /[*?[]/.test(path))
    return [{ kind: 'unknown', name: '' }];
  // BuildKit copies nothing where a pattern matches nothing; the classic builder refused. The folders before it must exist.
  if (/[*?[]/.test(path) && (parents || hasPlain(origin, path))) return [];
  throw new BuildStop(missing(origin, text, path), word.at);
}

function keepsParents({ flags }: Copy): boolean {
  return flags.some(({ name, value }) => name === 'parents' && value?.toLowerCase() !== 'false');
}

/** Whether the part of a pattern before its first wildcard is there. */
function hasPlain(origin: Origin, path: string): boolean {
  const plain = parentOf(path.slice(0, path.search(/[*?[]/) + 1));
  return plain === '/' || one(origin, plain, () => false, undefined).length > 0;
}

/** How many directories `--parents` leaves out: those before `/./`. */
function pivotOf(text: string): number {
  const at = text.indexOf('/./');
  return at === -1 ? 0 : resolvePath('/', text.slice(0, at)).split('/').filter(Boolean).length;
}

function missing(origin: Origin, source: string, path: string) {
  if (origin.name !== undefined) return { kind: 'missing-in-stage', source, stage: origin.name } as const;
  const ignored = origin.ignored(path.slice(1));
  const names = [...origin.files.entries.keys()].map((name) => name.slice(1)).filter((name) => !origin.ignored(name));
  const plain = path.slice(1);
  const suggestion =
    names.find((name) => baseName(name) === baseName(plain)) ??
    nearest(plain, names) ??
    nearest(baseName(plain), names);
  const refusal = { kind: 'missing-source', source, ignored } as const;
  return suggestion === undefined || ignored ? refusal : { ...refusal, suggestion };
}

function globbed({ files, ignored, name }: Origin, path: string, deep: boolean): readonly string[] {
  const pattern = glob(path, deep);
  const paths = [...files.entries.keys()].filter((one) => pattern.test(one));
  const kept = paths.filter((one) => name !== undefined || !isEmptied(files, one, ignored));
  return kept.length === 0 && incompleteIn(files).length > 0 ? [path] : kept;
}

function one(
  { files, ignored, name }: Origin,
  path: string,
  excluded: (path: string) => boolean,
  pivot: number | undefined,
): readonly Source[] {
  const found = find(files, path);
  const label =
    pivot === undefined
      ? baseName(path)
      : path
          .split('/')
          .slice(1 + pivot)
          .join('/');
  if (found.state === 'absent') return [];
  // It may be a file, or a directory whose content lands in the destination itself.
  if (found.state === 'unknown') {
    return [{ kind: 'unknown', name: label }, elsewhere];
  }
  const unsent = (at: string) => name === undefined && ignored(at.slice(1));
  const isLeftOut = pivot !== undefined && excluded(label);
  if (found.entry.kind === 'file') {
    const pieces = isLeftOut ? [] : [{ below: '', entry: found.entry }];
    return unsent(found.path) ? [] : [{ kind: 'file', name: label, pieces }];
  }
  // Patterns speak of paths below the source; with `--parents`, of paths below the pivot.
  const depth = pivot ?? found.path.split('/').filter(Boolean).length;
  const hidden = (at: string) =>
    unsent(at) ||
    excluded(
      at
        .split('/')
        .slice(1 + depth)
        .join('/'),
    );
  const pieces = under(files, found.path)
    .filter(([at]) => !hidden(at))
    .map(([at, entry]) => ({ below: at.slice(found.path === '/' ? 0 : found.path.length), entry }));
  const hazy = incompleteIn(files).some(
    (directory) => directory === '/' || found.path.startsWith(directory) || directory.startsWith(found.path),
  );
  if (hazy && path !== '/')
    return [
      { kind: 'directory', name: label, pieces },
      { kind: 'unknown', name: '' },
    ];
  if (pieces.length === 0 && path !== '/')
    return name === undefined && isEmptied(files, found.path, ignored)
      ? []
      : [{ kind: 'directory', name: label, pieces }];
  return [{ kind: 'directory', name: label, pieces }];
}

/** Ignored, and so is all that is in it: it is not sent. */
function isEmptied(files: Files, path: string, ignored: (path: string) => boolean): boolean {
  return ignored(path.slice(1)) && under(files, path).every(([at]) => ignored(at.slice(1)));
}

function isDirectory(files: Files, path: string): boolean {
  const found = find(files, path);
  return found.state === 'present' && found.entry.kind === 'directory';
}

interface Ownership {
  readonly uid: number;
  readonly gid: number;
  readonly mode: string | undefined;
}

function ownership({ flags }: Copy, { users }: StageState, word: (one: Word) => string): Ownership {
  const flagValue = (name: string) => {
    const flag = flags.find((one) => one.name === name);
    return flag?.value === undefined
      ? undefined
      : { value: word({ text: flag.value, at: flag.valueAt }), at: flag.valueAt };
  };
  const mode = flagValue('chmod');
  if (mode && mode.value !== '' && !isMode(mode.value)) {
    throw new BuildStop({ kind: 'bad-mode', mode: mode.value }, mode.at);
  }
  const owner = flagValue('chown');
  const who = resolveUser(users, owner?.value ?? '');
  if (who.state === 'missing')
    throw new BuildStop({ kind: 'unknown-user', user: who.name }, owner?.at ?? { path: '', from: 0, to: 0 });
  const { uid, gid } = who.state === 'known' ? who.identity : { uid: -1, gid: -1 };
  return { uid, gid, mode: mode?.value === '' ? undefined : mode?.value };
}

interface Goal {
  readonly destination: string;
  /** The destination is a directory that sources land in by their name. */
  readonly intoDirectory: boolean;
  /** Sources bring along the directories they are in. */
  readonly parents: boolean;
}

function place(
  state: StageState,
  sources: readonly Source[],
  { destination, intoDirectory, parents }: Goal,
  { uid, gid, mode }: Ownership,
): { state: StageState; count: number | undefined } {
  const layer = state.layers.length;
  let { files } = state;
  // A directory that is there already keeps its owner and mode; those that are made take them from the options.
  const made: Entry = { kind: 'directory', mode: directoryMode(mode), uid, gid, layer };
  const home = intoDirectory || sources.some(({ kind }) => kind === 'directory') ? destination : parentOf(destination);
  const entries: [string, Entry][] =
    sources.length === 0 && !parents ? [] : absent(files, home).map((path) => [path, made]);
  let hazy = false;
  for (const source of sources) {
    const isNamed = parents || (intoDirectory && source.kind !== 'directory');
    const goal = isNamed && source.name !== '' ? join(destination, source.name) : destination;
    if (source.kind === 'unknown') {
      hazy = true;
      if (!intoDirectory) entries.push([destination, { kind: 'file', mode: 0o755, uid, gid, layer }]);
      files = obscure(files, goal);
      if (intoDirectory && source.name !== '' && !source.name.includes('/'))
        entries.push([goal, { kind: 'file', mode: 0o755, uid, gid, layer }]);
      continue;
    }
    const between = parents && mode !== undefined ? { ...made, mode: newMode(made, mode) } : made;
    if (source.pieces.length > 0)
      for (const path of absent(files, parentOf(goal)))
        if (path.length > destination.length) entries.push([path, between]);
    for (const { below, entry } of source.pieces) {
      if (below === '' && goal === destination && entry.kind === 'directory') continue;
      const own = { ...entry, uid, gid, layer };
      const moded = mode === undefined ? own : { ...own, mode: newMode(own, mode) };
      entries.push([resolvePath('/', `${goal}/${below}`), moded]);
    }
  }
  files = write(
    files,
    entries.filter(([path]) => path !== '/'),
  );
  const count = entries.filter(([path, { kind }]) => kind === 'file' && path !== parentOf(path)).length;
  return { state: { ...state, files }, count: hazy ? undefined : count };
}

/** The directory and those it is in, outermost first, as far as they are not there. */
function absent(files: Files, directory: string): readonly string[] {
  const parts = directory.split('/').slice(1);
  return parts
    .map((_, index) => `/${parts.slice(0, index + 1).join('/')}`)
    .filter((path) => path !== '/' && find(files, path).state === 'absent');
}

/** A mode in letters changes what is copied; one in digits counts for the directories on the way too. */
function directoryMode(mode: string | undefined): number {
  return mode !== undefined && /^[0-7]+$/.test(mode) ? Number.parseInt(mode, 8) : 0o755;
}

/** What a change of the sources changes: names, modes and contents. */
function fingerprint(sources: readonly Source[]): string {
  return JSON.stringify(
    sources.map((source) =>
      source.kind === 'unknown'
        ? ['?', source.name]
        : [source.name, source.pieces.map(({ below, entry }) => [below, entry.mode, entry.content ?? '?', entry.kind])],
    ),
  );
}
