import { own } from '../../../core/own.ts';
import { canonical, type Entry, emptyFiles, type Files, type Unknown, type Users, write } from '../../machine/index.ts';
import type { ImageProfile } from '../profile.ts';
import type { StageState, StartCommand } from './stage.ts';

const nothing = {
  args: {},
  ownCmd: false,
  exposes: [],
  volumes: [],
  labels: {},
  stopSignal: '',
  healthcheck: undefined,
  onbuild: [],
  layers: [],
  steps: [],
  installed: 0,
  shell: ['/bin/sh', '-c'],
} as const;

export const usualPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** `FROM scratch`. */
export const fromScratch: StageState = {
  ...nothing,
  base: undefined,
  files: emptyFiles,
  users: { uids: { root: 0 }, gids: { root: 0 }, more: false },
  env: { PATH: usualPath },
  workdir: '/',
  user: '',
  entrypoint: undefined,
  cmd: undefined,
};

/** The state a stage begins with when it is based on an image. */
export function fromProfile(base: ImageProfile): StageState {
  return {
    ...nothing,
    base,
    files: filesOf(base),
    users: usersOf(base),
    env: { PATH: usualPath, ...base.env },
    workdir: base.workdir,
    user: base.user,
    entrypoint: inherited(base.entrypoint),
    cmd: inherited(base.cmd),
    exposes: base.exposes.map((port) => `${port}/tcp`),
    volumes: base.volumes,
  };
}

function inherited(argv: readonly string[]): StartCommand | undefined {
  return argv.length === 0 ? undefined : { argv, form: 'exec', brokenJson: false };
}

/** Where a catalogued image has files that the catalogue does not list. */
const systemDirectories: readonly Unknown[] = [
  '/usr',
  '/etc',
  '/var',
  '/opt',
  '/root',
  '/run',
  '/dev',
  '/proc',
  '/sys',
  '/boot',
].map((directory) => ({ directory, from: 'base' }));

function filesOf(base: ImageProfile): Files {
  const opaque = base.programs === 'any';
  const unknown: readonly Unknown[] = opaque ? [{ directory: '/', from: 'base' }] : systemDirectories;
  const empty: Files = { entries: new Map(), unknown, merged: true };
  const programs = base.programs === 'any' ? [...base.entrypoint.slice(0, 1)] : base.programs;
  const entries: [string, Entry][] = [
    ...base.files
      .filter((path) => path.endsWith('/'))
      .map((path): [string, Entry] => [path.slice(0, -1), directory(path)]),
    ...base.files.filter((path) => !path.endsWith('/')).map((path): [string, Entry] => [path, file(0o644)]),
    ...workdirOf(base),
    ...loaderOf(base),
    ...programs.filter((path) => path.startsWith('/')).map((path): [string, Entry] => [path, program(base, path)]),
  ];
  return write(
    empty,
    entries.map(([path, entry]) => [canonical(empty, path), entry]),
  );
}

/** The directory a base image starts in is there, and its user's. */
function workdirOf({ workdir, user, users }: ImageProfile): readonly [string, Entry][] {
  const uid = Object.hasOwn(users, user) ? (own(users, user) ?? 0) : 0;
  return workdir === '/' ? [] : [[workdir, { ...directory(workdir), uid, gid: uid }]];
}

function directory(path: string): Entry {
  const mode = path === '/tmp/' ? 0o777 : path === '/root/' ? 0o700 : 0o755;
  return { kind: 'directory', mode, uid: 0, gid: 0, layer: -1 };
}

/** What loads programs that are not linked statically: whoever copies the whole system copies it too. */
function loaderOf({ packageManager }: ImageProfile): readonly [string, Entry][] {
  if (packageManager === 'none') return [];
  return [[packageManager === 'apk' ? '/lib/ld-musl-x86_64.so.1' : '/lib64/ld-linux-x86-64.so.2', file(0o755)]];
}

/** Interpreters and shells of the distributions are never linked statically; of other programs nobody knows. */
function program({ packageManager }: ImageProfile, path: string): Entry {
  const dynamic = packageManager !== 'none' && /\/(?:python[\d.]*|node|ruby|perl|php|bash|dash)$/.test(path);
  return dynamic ? { ...file(0o755), dynamic } : file(0o755);
}

const file = (mode: number): Entry => ({ kind: 'file', mode, uid: 0, gid: 0, layer: -1 });

function usersOf({ users, programs }: ImageProfile): Users {
  return {
    uids: users,
    gids: { ...users, staff: 50, users: 100, nogroup: 65534, adm: 4, tty: 5, wheel: 10, sudo: 27 },
    more: programs === 'any',
  };
}
