import {
  type Entry,
  emptyFiles,
  type Files,
  find,
  incompleteUnder,
  list,
  obscure,
  remove,
  under,
  write,
} from '../../machine/index.ts';
import type { Desk } from './desk.ts';
import type { DockerContainer, Mount } from './docker.ts';

type Mounted = Pick<DockerContainer, 'mounts'>;

/** Where what is mounted is kept: a folder of the learner's machine, or a volume; a `tmpfs` is kept nowhere. */
interface Store {
  readonly files: Files;
  readonly path: string;
}

/**
 * The files of a container with what is mounted into it, as that is by now. What the image has at a mount point is hidden, but for
 * an empty volume, which gets a copy of it.
 * @see https://docs.docker.com/engine/storage/volumes/#mounting-a-volume-over-existing-data
 */
export function withMounts(files: Files, { mounts }: Mounted, desk: Desk): Files {
  return mounts.reduce((before, mount) => withMount(before, mount, storeOf(desk, mount)), files);
}

function withMount(files: Files, { type, target }: Mount, { files: from, path }: Store): Files {
  const own = find(files, target);
  // What is in memory stays where it is, and is gone with the container.
  if (type === 'tmpfs' && own.state === 'present') return files;
  const source = find(from, path);
  if (source.state === 'present' && source.entry.kind === 'file') return write(files, [[target, source.entry]]);
  const stored = below(from, path);
  const isOpaque = incompleteUnder(from, path);
  if (type === 'volume' && stored.length === 0 && !isOpaque) {
    if (own.state === 'present') return files;
    const made = write(files, [[target, directory]]);
    return own.state === 'absent' ? list(made, target) : made;
  }
  const point = source.state === 'present' && path !== '/' ? source.entry : directory;
  const shown = stored.map(([name, entry]): [string, Entry] => [`${target}${name}`, entry]);
  const covered = list(write(remove(files, target), [[target, point], ...shown]), target);
  return isOpaque ? obscure(covered, target) : covered;
}

/** The desk once what a container has in its mounts is kept where others find it. */
export function keptMounts(desk: Desk, { mounts }: Mounted, files: Files): Desk {
  return mounts.filter(({ readOnly }) => !readOnly).reduce((before, mount) => keptMount(before, mount, files), desk);
}

function keptMount(desk: Desk, mount: Mount, files: Files): Desk {
  const { type, source, target } = mount;
  const own = find(files, target);
  if (type === 'tmpfs' || own.state !== 'present') return desk;
  const isOpaque = incompleteUnder(files, target);
  if (type === 'volume') {
    const kept = write(emptyFiles, below(files, target));
    const now = isOpaque ? obscure(kept, '/') : kept;
    const volumes = desk.docker.volumes.map((one) => (one.name === source ? { ...one, files: now } : one));
    return { ...desk, docker: { ...desk.docker, volumes } };
  }
  if (own.entry.kind !== 'directory') return { ...desk, files: write(desk.files, [[source, own.entry]]) };
  // What a program that nobody knows does to the learner's own folder is not made up.
  const after = new Map(below(files, target));
  const before = new Map(below(desk.files, source));
  const changed = [...after].filter(([name, entry]) => before.get(name) !== entry);
  const gone = isOpaque ? [] : [...before.keys()].filter((name) => !after.has(name));
  if (changed.length === 0 && gone.length === 0) return desk;
  const left = gone.reduce((rest, name) => remove(rest, source + name), desk.files);
  return {
    ...desk,
    files: write(
      left,
      changed.map(([name, entry]): [string, Entry] => [source + name, { ...entry, layer: 0 }]),
    ),
  };
}

/** Whether a mount is of a folder that the learner's machine does not have. */
export const isNowhere = ({ files }: Desk, { type, source }: Mount): boolean =>
  type === 'bind' && find(files, source).state === 'absent';

/** The desk once the daemon has made the folders that `-v` names, which belong to root. */
export function withFolders(desk: Desk, { mounts }: Mounted): Desk {
  const folders = mounts.filter((one) => isNowhere(desk, one)).map(({ source }): [string, Entry] => [source, made]);
  return folders.length > 0 ? { ...desk, files: write(desk.files, folders) } : desk;
}

function storeOf({ files, docker }: Desk, { type, source }: Mount): Store {
  if (type === 'bind') return { files, path: source };
  const volume = type === 'volume' ? docker.volumes.find(({ name }) => name === source) : undefined;
  return { files: volume?.files ?? emptyFiles, path: '/' };
}

/** What is below a folder, by its path from there: `/a/b`. */
function below(files: Files, folder: string): readonly (readonly [string, Entry])[] {
  const found = find(files, folder);
  const at = found.state === 'present' ? found.path : folder;
  return under(files, at).flatMap(([path, entry]) =>
    path === at ? [] : [[path.slice(at === '/' ? 0 : at.length), entry]],
  );
}

const directory: Entry = { kind: 'directory', mode: 0o755, uid: 0, gid: 0, layer: -1 };
const made: Entry = { ...directory, layer: 0 };
