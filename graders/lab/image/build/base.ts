import { memo } from '../../../core/memo.ts';
import { own } from '../../../core/own.ts';
import {
  canonical,
  type Entry,
  emptyFiles,
  type Files,
  list,
  type Scope,
  type Users,
  write,
} from '../../machine/index.ts';
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
  history: [],
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
  users: { uids: new Map([['root', 0]]), gids: new Map([['root', 0]]), more: false },
  env: { PATH: usualPath },
  workdir: '/',
  user: '',
  entrypoint: undefined,
  cmd: undefined,
};

/** The state a stage begins with when it is based on an image. */
export const fromProfile: (base: ImageProfile) => StageState = memo((base) => ({
  ...nothing,
  base,
  files: filesOf(base),
  users: usersOf(base),
  env: { PATH: usualPath, ...base.env },
  workdir: base.workdir,
  user: base.user,
  // On Windows a `RUN` is for `cmd`.
  ...(/windows|nanoserver/.test(base.reference) && { shell: ['cmd', '/S', '/C'] }),
  entrypoint: inherited(base.entrypoint),
  cmd: inherited(base.cmd),
  exposes: base.exposes.map((port) => `${port}/tcp`),
  volumes: base.volumes,
}));

function inherited(argv: readonly string[]): StartCommand | undefined {
  return argv.length === 0 ? undefined : { argv, form: 'exec', brokenJson: false };
}

/** Where a catalogued image has files that the catalogue does not list. */
const systemDirectories: readonly Scope[] = [
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
].map((directory) => ({ directory, holds: 'base' }));

function filesOf(base: ImageProfile): Files {
  const opaque = base.programs === 'any';
  const scopes: readonly Scope[] = opaque ? [{ directory: '/', holds: 'base' }] : systemDirectories;
  const empty: Files = { entries: new Map(), scopes, merged: true };
  const programs = base.programs === 'any' ? [...base.entrypoint.slice(0, 1)] : base.programs;
  const entries: [string, Entry][] = [
    ...base.files
      .filter((path) => path.endsWith('/'))
      .map((path): [string, Entry] => [path.slice(0, -1), directory(base, path.slice(0, -1))]),
    ...base.files.filter((path) => !path.endsWith('/')).map((path): [string, Entry] => [path, file(0o644)]),
    ...Object.entries(base.texts ?? {}).map(([path, means]): [string, Entry] => [path, { ...file(0o644), means }]),
    ...(base.files.includes('/var/') ? [['/var/run', runLink] as [string, Entry]] : []),
    ...workdirOf(base),
    ...loaderOf(base),
    ...programs.filter((path) => path.startsWith('/')).map((path): [string, Entry] => [path, program(base, path)]),
  ];
  const files = write(
    empty,
    entries.map(([path, entry]) => [canonical(empty, path), entry]),
  );
  return (base.listed ?? []).reduce(list, files);
}

const runLink: Entry = { kind: 'link', mode: 0o777, uid: 0, gid: 0, layer: -1, target: '/run' };

/** The directory a base image starts in is there, and its user's. */
function workdirOf(base: ImageProfile): readonly [string, Entry][] {
  const { workdir, user, users } = base;
  if (workdir === '/' || base.files.includes(`${workdir}/`)) return [];
  const uid = (user === '' ? undefined : own(users, user)) ?? somebody;
  return [[workdir, { ...directory(base, workdir), uid, gid: uid }]];
}

/** Whose directories of an image nobody knows: whoever asks may write to them. */
const somebody = -1;

/** Directories that belong to root in every image. */
const ofRoot: ReadonlySet<string> = new Set(
  '/etc /root /home /srv /mnt /media /var /usr/local/bin /opt /run'.split(' '),
);

function directory({ users, known = [] }: ImageProfile, path: string): Entry {
  const mode = path === '/tmp' ? 0o777 : path === '/root' ? 0o700 : 0o755;
  const home = /^\/home\/([\w-]+)$/.exec(path)?.[1];
  const owner = (home === undefined ? undefined : own(users, home)) ?? somebody;
  const uid = ofRoot.has(path) || path === '/tmp' || known.includes(path) ? 0 : owner;
  return { kind: 'directory', mode, uid, gid: uid, layer: -1 };
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
  const uids = new Map(Object.entries(users));
  const others = { staff: 50, users: 100, nogroup: 65534, adm: 4, tty: 5, wheel: 10, sudo: 27 };
  return { uids, gids: new Map([...uids, ...Object.entries(others)]), more: programs === 'any' };
}
