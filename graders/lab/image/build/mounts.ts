import type { Mount, Run } from '../../../model/dockerfile/dockerfile.ts';
import {
  type Entry,
  type Files,
  find,
  incompleteIn,
  isInside,
  join,
  type Machine,
  obscure,
  remove,
  resolvePath,
  under,
  write,
} from '../../machine/index.ts';

/** Where a bind mount takes its files from: the context, a stage or an image. */
export type MountSource = (from: string | undefined) => Files;

export interface Mounted {
  /** The files while the command runs. */
  readonly files: Files;
  /** What a change of the mounted files changes, so that the step is not taken from the cache. */
  readonly inputs: string;
  /** What the image keeps of the files that the command leaves: nothing of what was only mounted. */
  unmounted(files: Files): Files;
}

/**
 * What the options `--mount` of a `RUN` show for the time of its command. What a cache holds from before, what a secret
 * says and what an image that nobody knows brings is unknown.
 * @see https://docs.docker.com/reference/dockerfile/#run---mount
 */
export function mount({ mounts }: Run, { cwd, files: own }: Machine, source: MountSource): Mounted {
  const shown = mounts.flatMap((one) => {
    const target = targetOf(one, cwd);
    return target === undefined ? [] : [{ one, target }];
  });
  const files = shown.reduce((before, { one, target }) => withMount(before, one, target, source), own);
  const added = files.scopes.filter((scope) => !own.scopes.includes(scope));
  return {
    files,
    inputs: mounts.map((one) => contentOf(one, source)).join('\n'),
    unmounted: (left) => {
      const covered = shown.map(({ target }) => target).filter((target) => !own.entries.has(target));
      const rest = covered.reduce(remove, left);
      const isAdded = (directory: string) => added.some((scope) => scope.directory === directory);
      return {
        ...rest,
        scopes: rest.scopes.filter((scope) => own.scopes.includes(scope) || !isAdded(scope.directory)),
      };
    },
  };
}

/** The cache of a step counts the files of its binds in; what caches and secrets hold it leaves out. */
function contentOf({ options }: Mount, source: MountSource): string {
  if ((options.type ?? 'bind') !== 'bind') return '';
  const shown = under(source(options.from), resolvePath('/', options.source ?? options.src ?? '/'));
  return JSON.stringify(shown.map(([path, { content, mode }]) => [path, mode, content ?? '?']));
}

function targetOf({ options }: Mount, cwd: string): string | undefined {
  const written = options.target ?? options.dst ?? options.destination;
  if (written !== undefined) return resolvePath(cwd, written);
  const secret = options.type === 'secret' && options.env === undefined ? (options.id ?? options.source) : undefined;
  return secret === undefined ? undefined : resolvePath('/run/secrets', secret);
}

function withMount(files: Files, { options }: Mount, target: string, source: MountSource): Files {
  switch (options.type ?? 'bind') {
    case 'bind':
      return bound(files, target, source(options.from), resolvePath('/', options.source ?? options.src ?? '/'));
    case 'cache':
      return obscure(made(files, target), target);
    case 'tmpfs':
      return made(files, target);
    case 'secret':
      return obscure(files, target);
    default:
      return files;
  }
}

function bound(files: Files, target: string, from: Files, source: string): Files {
  const found = find(from, source);
  const isFile = found.state === 'present' && found.entry.kind === 'file';
  const point = isFile ? files : made(files, target);
  const seenAt = (path: string) =>
    path === source ? target : join(target, path.slice(source === '/' ? 1 : source.length + 1));
  const shown = under(from, source).flatMap(([path, entry]) =>
    spellings(from, path).map((name): readonly [string, Entry] => [seenAt(name), entry]),
  );
  const covered = write(
    point,
    shown.filter(([at]) => at !== '/' && (isFile || at !== target) && !files.entries.has(at)),
  );
  // What is not known of the directories of a stage is not known of them here.
  return incompleteIn(from).reduce((before, directory) => {
    if (isInside(directory, source)) return obscure(before, target);
    const hazy = isInside(source, directory) ? spellings(from, directory) : [];
    return hazy.reduce((seen, name) => obscure(seen, seenAt(name)), before);
  }, covered);
}

/** Where `/bin` and `/usr/bin` are one, a program is in both wherever they are put. */
function spellings({ merged }: Files, path: string): readonly string[] {
  const short = merged ? path.replace(/^\/usr(?=\/(?:bin|sbin|lib|lib64)(?:\/|$))/, '') : path;
  return short === path ? [path] : [path, short];
}

/** The point of a mount that covers a directory is there, whatever the image has. */
function made(files: Files, target: string): Files {
  return target === '/' || find(files, target).state === 'present' ? files : write(files, [[target, directory]]);
}

const directory: Entry = { kind: 'directory', mode: 0o755, uid: 0, gid: 0, layer: 0 };
