import { type Entry, type Files, find, parentOf, resolvePath, under, write } from '../../machine/index.ts';
import { type Desk, noted } from '../desk/desk.ts';
import type { DockerContainer } from '../desk/docker.ts';
import { keptMounts } from '../desk/mounts.ts';
import { beyond, type Call, type Outcome, refused } from '../tool/tool.ts';
import { containerBy, replaceContainer } from './engine.ts';
import { fromDaemon, wantsOperands } from './refuse.ts';
import { humanSize } from './units.ts';

/** The files of a container, also of one that has not run yet. */
export const filesOf = ({ docker }: Desk, { machine, image, files }: DockerContainer): Files | undefined =>
  machine?.files ?? files ?? docker.images.find(({ id }) => id === image)?.image.files;

/** A side of the copy: a path of a container, or of the learner's machine. */
interface Side {
  readonly container?: string;
  readonly path: string;
}

/** @see https://github.com/docker/cli/blob/v28.5.2/cli/command/container/cp.go (`splitCpArg`) */
function sideOf(written: string): Side {
  if (/^[./~]/.test(written)) return { path: written };
  const [, container, path] = /^([^:]+):(.*)$/s.exec(written) ?? [];
  return container === undefined || path === undefined ? { path: written } : { container, path };
}

/** `docker cp`: from a container or into it. */
export function copy(call: Call): Outcome {
  const { desk, operands, path, cwd, flags } = call;
  const [from = '', to = ''] = operands;
  if (operands.length !== 2) return wantsOperands(desk, path, 'CONTAINER:SRC_PATH DEST_PATH|-', 2);
  const [source, target] = [sideOf(from), sideOf(to)];
  if (source.container !== undefined && target.container !== undefined)
    return refused(desk, 'copying between containers is not supported\n');
  const name = source.container ?? target.container;
  if (name === undefined) return refused(desk, 'must specify at least one container source\n');
  if (from === '-' || to === '-')
    return beyond(call, {
      es: 'El laboratorio no modela `docker cp` de un archivo tar por la tubería.',
      en: 'The lab does not model `docker cp` of a tar archive through a pipe.',
    });
  const one = containerBy(desk, name);
  const inside = one && filesOf(desk, one);
  if (!one || !inside) return refused(desk, fromDaemon(`No such container: ${name}`));
  const ways =
    source.container === undefined
      ? { from: desk.files, at: resolvePath(cwd, source.path), into: inside, to: resolvePath('/', target.path) }
      : { from: inside, at: resolvePath('/', source.path), into: desk.files, to: resolvePath(cwd, target.path) };
  const copied = copiedFiles(ways, /\/\.?$/.test(source.path));
  if ('missing' in copied) {
    const isLocal = copied.missing === 'source' ? source.container === undefined : target.container === undefined;
    if (!isLocal) {
      const gone = copied.missing === 'source' ? ways.at : parentOf(ways.to);
      return refused(desk, fromDaemon(`Could not find the file ${gone} in container ${name}`));
    }
    return refused(
      desk,
      copied.missing === 'source'
        ? `lstat ${ways.at}: no such file or directory\n`
        : `invalid output path: directory "${parentOf(ways.to)}" does not exist\n`,
    );
  }
  if ('unknown' in copied)
    return beyond(call, {
      es: `El laboratorio no sabe qué hay en \`${ways.at}\`.`,
      en: `The lab does not know what is in \`${ways.at}\`.`,
    });
  const { files, bytes } = copied;
  const where = source.container === undefined ? `${name}:${target.path}` : ways.to;
  const next =
    source.container === undefined ? withFiles(desk, one, files) : { ...desk, files: { ...files, scopes: [] } };
  return {
    desk: noted(next, 'container.copied', { name: one.name }),
    stdout: '',
    stderr: flags.on('quiet') ? '' : `Successfully copied ${humanSize(bytes)} to ${where}\n`,
    exit: 0,
  };
}

/** A container that has not run yet keeps what is put into it as it starts. */
function withFiles(desk: Desk, one: DockerContainer, files: Files): Desk {
  if (one.machine)
    return replaceContainer(keptMounts(desk, one, files), { ...one, machine: { ...one.machine, files } });
  return replaceContainer(desk, { ...one, files });
}

interface Ways {
  readonly from: Files;
  readonly at: string;
  readonly into: Files;
  readonly to: string;
}

/**
 * What is in the target afterwards, and how long the archive is that goes there.
 * @param contents of a folder only what is in it: `DIR/.`
 */
function copiedFiles(
  { from, at, into, to }: Ways,
  contents: boolean,
):
  | { readonly files: Files; readonly bytes: number }
  | { readonly missing: 'source' | 'target' }
  | { readonly unknown: true } {
  const found = find(from, at);
  if (found.state === 'absent') return { missing: 'source' };
  if (found.state !== 'present') return { unknown: true };
  const there = find(into, to);
  const isThere = there.state === 'present' && there.entry.kind === 'directory';
  if (there.state === 'absent' && to !== '/' && find(into, parentOf(to)).state === 'absent')
    return { missing: 'target' };
  const base = at.split('/').at(-1) ?? '';
  const root = isThere && !(contents && found.entry.kind === 'directory') ? `${to === '/' ? '' : to}/${base}` : to;
  const entries = under(from, at);
  if (entries.some(([, entry]) => entry.kind === 'file' && entry.content === undefined && !('size' in entry)))
    return { unknown: true };
  const placed = entries.map(([path, entry]): [string, Entry] => [`${root}${path.slice(at.length)}`, entry]);
  const bytes = entries.reduce(
    (sum, [, entry]) => sum + 512 + (entry.kind === 'file' ? Math.ceil((entry.content ?? '').length / 512) * 512 : 0),
    1024,
  );
  return { files: write(into, placed), bytes };
}

/**
 * `docker diff`: what a container has changed in the files of its image.
 * @see https://docs.docker.com/reference/cli/docker/container/diff/
 */
export function diff({ desk, operands, path }: Call): Outcome {
  const [name = ''] = operands;
  if (operands.length !== 1) return wantsOperands(desk, path, 'CONTAINER', 1);
  const one = containerBy(desk, name);
  if (!one) return refused(desk, fromDaemon(`No such container: ${name}`));
  const before = desk.docker.images.find(({ id }) => id === one.image)?.image.files.entries ?? new Map<string, Entry>();
  const now = filesOf(desk, one)?.entries ?? before;
  const isMounted = (at: string) => one.mounts.some(({ target }) => at === target || at.startsWith(`${target}/`));
  const marks = new Map<string, 'A' | 'C' | 'D'>();
  const changed = (at: string, mark: 'A' | 'C' | 'D') => {
    marks.set(at, mark);
    for (let up = parentOf(at); up !== '/' && up !== '.'; up = parentOf(up)) if (!marks.has(up)) marks.set(up, 'C');
  };
  for (const [at, entry] of now) {
    const old = before.get(at);
    if (isMounted(at) || old === entry) continue;
    if (!old) changed(at, 'A');
    else if (JSON.stringify(old) !== JSON.stringify(entry)) changed(at, 'C');
  }
  for (const at of before.keys()) if (!now.has(at) && !isMounted(at)) changed(at, 'D');
  const lines = [...marks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([at, mark]) => `${mark} ${at}\n`);
  return { desk, stdout: lines.join(''), stderr: '', exit: 0 };
}
