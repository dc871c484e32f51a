import type { ImageProfile, PackageManager } from '../profile.ts';

/** What an operating system brings to every image made on it. */
export interface System {
  readonly programs: readonly string[];
  readonly files: readonly string[];
  readonly users: Readonly<Record<string, number>>;
  readonly packageManager: PackageManager;
  readonly shell?: string;
  /** MB on disk. */
  readonly size: number;
}

/** Absolute paths from a directory and the names in it. */
export function programsIn(directory: string, names: string): readonly string[] {
  return names
    .trim()
    .split(/\s+/)
    .map((name) => `${directory}/${name}`);
}

const everyday = programsIn(
  '/usr/bin',
  `basename cat chgrp chmod chown cmp comm cp cut date dd df dirname du echo env expr factor false find fold grep egrep
  fgrep groups gunzip gzip head hostname id install kill ln ls md5sum mkdir mkfifo mktemp mv nice nl nohup nproc od paste
  printenv printf pwd readlink realpath rm rmdir sed seq sh sha1sum sha256sum sha512sum shuf sleep sort split stat stty
  sync tac tail tar tee test timeout touch tr true truncate tty uname uniq wc which whoami xargs yes zcat awk`,
);

/** What every distribution has. @see https://refspecs.linuxfoundation.org/FHS_3.0/fhs/ch03.html */
const folders = [
  '/etc/',
  '/tmp/',
  '/root/',
  '/home/',
  '/srv/',
  '/mnt/',
  '/media/',
  '/var/',
  '/usr/local/bin/',
  '/opt/',
  '/etc/passwd',
  '/etc/group',
];

const debianUsers = {
  root: 0,
  daemon: 1,
  bin: 2,
  sys: 3,
  sync: 4,
  games: 5,
  man: 6,
  lp: 7,
  mail: 8,
  news: 9,
  uucp: 10,
  proxy: 13,
  'www-data': 33,
  backup: 34,
  list: 38,
  irc: 39,
  _apt: 42,
  nobody: 65534,
};

const debianPrograms = [
  ...everyday,
  ...programsIn('/usr/bin', 'bash dash rbash perl apt apt-get apt-cache apt-key dpkg diff su passwd chsh gpasswd mawk'),
  ...programsIn('/usr/sbin', 'useradd usermod userdel groupadd groupmod chroot ldconfig'),
];

export const debian: System = {
  programs: debianPrograms,
  files: [...folders, '/etc/debian_version', '/etc/os-release', '/var/lib/apt/lists/'],
  users: debianUsers,
  packageManager: 'apt',
  shell: '/bin/sh',
  size: 120,
};

export const debianSlim: System = { ...debian, size: 78 };

/** Debian with compilers and version control: what the unsuffixed language images are made on. */
export const buildpack: System = {
  ...debian,
  programs: [
    ...debianPrograms,
    ...programsIn(
      '/usr/bin',
      `curl wget git gcc g++ cc make python3 hg svn ssh gpg unzip xz bzip2 patch ps top free autoconf file pkg-config`,
    ),
  ],
  size: 750,
};

export const ubuntu: System = {
  ...debian,
  users: { ...debianUsers, ubuntu: 1000 },
  files: [...debian.files, '/home/ubuntu/'],
  size: 78,
};

const busyboxPrograms = [
  ...everyday,
  ...programsIn(
    '/bin',
    `ash busybox ps ping netstat nc wget vi less more watch top free mount umount su login ip ifconfig route nslookup
    telnet traceroute unzip bzip2 diff clear hexdump hostid`,
  ),
  ...programsIn('/usr/sbin', 'adduser addgroup deluser delgroup'),
];

const alpineUsers = {
  root: 0,
  bin: 1,
  daemon: 2,
  lp: 4,
  sync: 5,
  shutdown: 6,
  halt: 7,
  mail: 8,
  news: 9,
  uucp: 10,
  cron: 16,
  ftp: 21,
  sshd: 22,
  games: 35,
  ntp: 123,
  guest: 405,
  nobody: 65534,
};

export const alpine: System = {
  programs: [...busyboxPrograms, '/sbin/apk'],
  files: [...folders, '/etc/alpine-release', '/etc/os-release'],
  users: alpineUsers,
  packageManager: 'apk',
  shell: '/bin/sh',
  size: 8,
};

export const busybox: System = {
  programs: [...busyboxPrograms, '/usr/sbin/httpd'],
  files: ['/etc/', '/tmp/', '/root/', '/home/', '/var/', '/etc/passwd', '/etc/group'],
  users: { root: 0, daemon: 1, bin: 2, sys: 3, sync: 4, mail: 8, 'www-data': 33, operator: 37, nobody: 65534 },
  packageManager: 'none',
  shell: '/bin/sh',
  size: 5,
};

/** Fedora and its relatives. */
export const redhat: System = {
  ...debian,
  programs: [
    ...everyday,
    ...programsIn('/usr/bin', 'bash curl dnf yum microdnf rpm su diff python3'),
    ...programsIn('/usr/sbin', 'useradd usermod groupadd'),
  ],
  files: [...folders, '/etc/os-release', '/etc/redhat-release'],
  users: {
    root: 0,
    bin: 1,
    daemon: 2,
    adm: 3,
    lp: 4,
    sync: 5,
    mail: 8,
    operator: 11,
    games: 12,
    ftp: 14,
    nobody: 65534,
  },
  packageManager: 'dnf',
  size: 190,
};

/** Google's distroless images: no shell, no package manager, only what one runtime needs. */
export const distroless: System = {
  programs: [],
  files: ['/etc/', '/tmp/', '/root/', '/home/nonroot/', '/var/', '/etc/passwd', '/etc/group', '/etc/os-release'],
  users: { root: 0, nobody: 65534, nonroot: 65532 },
  packageManager: 'none',
  size: 3,
};

/** An image with nothing in it but what its author put there. */
export const bare: System = {
  programs: [],
  files: ['/etc/', '/tmp/', '/etc/passwd', '/etc/group'],
  users: { root: 0, nobody: 65534 },
  packageManager: 'none',
  size: 0,
};

/** The profile of an image that adds nothing to its system. */
export function plain(system: System, cmd: readonly string[]): Omit<ImageProfile, 'reference' | 'repository'> {
  return {
    certainty: 'known',
    entrypoint: [],
    cmd,
    user: '',
    workdir: '/',
    env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' },
    exposes: [],
    listens: [],
    volumes: [],
    programs: system.programs,
    files: system.files,
    users: system.users,
    packageManager: system.packageManager,
    behaviour: 'exits',
    requires: [],
    size: system.size,
  };
}
