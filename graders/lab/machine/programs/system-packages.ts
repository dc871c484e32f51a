import { own } from '../../../core/own.ts';
import { type Entry, type Files, find, list, obscure, under, write } from '../files/files.ts';
import { baseName, resolvePath } from '../files/paths.ts';
import { failed, type Machine, type Program, type Ran } from '../machine.ts';
import { locate } from './locate.ts';
import { operands, valueAfter } from './operands.ts';

/** Where the programs of a package land, for the packages whose programs a container is started with. */
const programsOf: Readonly<Record<string, string>> = {
  python3: '/usr/bin/python3',
  'python-is-python3': '/usr/bin/python',
  'python3-pip': '/usr/bin/pip3 /usr/bin/pip /usr/bin/python3',
  'py3-pip': '/usr/bin/pip3 /usr/bin/pip /usr/bin/python3',
  'python3-venv': '/usr/bin/python3',
  'python3-dev': '/usr/bin/python3',
  'python3-setuptools': '/usr/bin/python3',
  nodejs: '/usr/bin/node',
  npm: '/usr/bin/npm /usr/bin/npx /usr/bin/node',
  bash: '/usr/bin/bash',
  curl: '/usr/bin/curl',
  wget: '/usr/bin/wget',
  git: '/usr/bin/git',
  make: '/usr/bin/make',
  gcc: '/usr/bin/gcc',
  'g++': '/usr/bin/g++',
  'build-essential': '/usr/bin/gcc /usr/bin/g++ /usr/bin/make',
  'build-base': '/usr/bin/gcc /usr/bin/g++ /usr/bin/make',
  nginx: '/usr/sbin/nginx',
  tini: '/usr/bin/tini /sbin/tini',
  'dumb-init': '/usr/bin/dumb-init',
  gosu: '/usr/sbin/gosu',
  'su-exec': '/sbin/su-exec',
  'default-jre': '/usr/bin/java',
  'default-jre-headless': '/usr/bin/java',
  'default-jdk': '/usr/bin/java /usr/bin/javac',
  ruby: '/usr/bin/ruby',
  php: '/usr/bin/php',
  golang: '/usr/bin/go',
  go: '/usr/bin/go',
  sudo: '/usr/bin/sudo',
  unzip: '/usr/bin/unzip',
  jq: '/usr/bin/jq',
  shadow: '/usr/sbin/useradd /usr/sbin/groupadd',
};

/** Packages that bring no program anybody starts. */
const libraries =
  /^(?:lib|python3-|py3-|fonts-|ca-certificates|tzdata|locales|openssl|gnupg|apt-transport-https|software-properties-common|.*-(?:dev|libs|doc|data|common)$)/;

/** MB on disk, roughly. */
function weightOf(name: string): number {
  if (/^(?:build-essential|build-base|gcc|g\+\+|golang|go|default-jdk|openjdk)/.test(name)) return 280;
  return /^(?:nodejs|npm|python3|git|default-jre|nginx)/.test(name) ? 60 : libraries.test(name) ? 4 : 12;
}

const aptLists = '/var/lib/apt/lists/partial';

/** `apt-get`, whose package lists are not in the image: before they are fetched it finds no package. */
export const apt: Program = (machine, argv, exec, stdin) => {
  const [program = 'apt-get', ...args] = argv;
  const [command, ...names] = operands(args, [
    '-t',
    '-o',
    '-c',
    '--option',
    '--config-file',
    '--target-release',
    '--default-release',
  ]);
  if (command === 'update') {
    const { layer } = machine;
    const lists = { kind: 'directory', mode: 0o700, uid: 42, gid: 0, layer } as const;
    return { machine: { ...machine, files: write(machine.files, [[aptLists, lists]]) }, output: undefined, exit: 0 };
  }
  const unheard =
    command === 'install' && machine.host.catalogue.aptNeedsUpdate
      ? names.find((name) => mustBeFetched(machine, name))
      : undefined;
  const fetches = args.some((arg) => arg === '--update');
  if (unheard !== undefined && !fetches && knowsNoLists(machine)) {
    return failed(machine, 100, { kind: 'no-package', program: baseName(program), name: unheard });
  }
  if (unheard !== undefined && stdin === undefined && asks(machine, args, unheard)) {
    return failed(machine, 1, { kind: 'no-answer', program: baseName(program) });
  }
  return systemInstaller(['install'])(machine, argv, exec, stdin);
};

/**
 * Whether it asks before it installs a package, as it does where others come with it. Quiet twice is a yes.
 * @see https://manpages.debian.org/apt-get
 */
function asks({ files }: Machine, args: readonly string[], name: string): boolean {
  const agreed = args.some((arg) =>
    /^-[a-zA-Z]*(?:y|qq|q=2)|^--(?:yes|assume-yes|option|simulate|dry-run|download-only)|^-o|^-s$|^-d$/.test(arg),
  );
  const twice = args.filter((arg) => arg === '-q' || arg === '--quiet').length > 1;
  const configured = under(files, '/etc/apt').some(([, { layer }]) => layer >= 0);
  return bringsOthers.has(name) && !agreed && !twice && !configured;
}

/** Packages that need others which no small base image has. */
const bringsOthers: ReadonlySet<string> = new Set(
  'python3 python3-pip nodejs npm curl wget git gcc g++ build-essential nginx default-jre default-jre-headless default-jdk ruby php golang jq'.split(
    ' ',
  ),
);

/** A package whose program is not in the image; of others it may be that they are there already. */
function mustBeFetched(machine: Machine, name: string): boolean {
  const [program] = Object.hasOwn(programsOf, name) ? (own(programsOf, name) ?? '').split(' ') : [];
  return program !== undefined && locate(machine, baseName(program)).state === 'absent';
}

/** What other commands did may have brought the lists. */
function knowsNoLists({ files }: Machine): boolean {
  const lists = find(files, aptLists);
  return lists.state === 'absent' || (lists.state === 'unknown' && lists.from === 'base');
}

/** A system package manager: what it installs is there afterwards; of packages not in the table nobody knows. */
export function systemInstaller(install: readonly string[]): Program {
  return (machine, [, ...args]) => {
    const [command = '', ...names] = operands(args, [
      '-t',
      '--virtual',
      '--repository',
      '-X',
      '-o',
      '-c',
      '-p',
      '--root',
    ]);
    if (!install.includes(command)) return { machine, output: undefined, exit: 0 };
    return installed(
      machine,
      names.map((name) => name.replace(/[=<>~@:].*$/, '')),
      args,
    );
  };
}

/**
 * The configuration that the package of nginx brings: it goes to the background, and its site listens on port 80.
 * @see https://packages.debian.org/nginx-common and Alpine's `http.d`
 */
function withSites(machine: Machine, files: Files): Files {
  const onAlpine = locate(machine, 'apk').state === 'found';
  const sites = onAlpine ? '/etc/nginx/http.d' : '/etc/nginx/sites-enabled';
  const text = (means: string): Entry => ({ kind: 'file', mode: 0o644, uid: 0, gid: 0, layer: machine.layer, means });
  const directory: Entry = { kind: 'directory', mode: 0o755, uid: 0, gid: 0, layer: machine.layer };
  const user = onAlpine ? 'nginx' : 'www-data';
  const root = onAlpine ? 'location / { return 404; }' : 'root /var/www/html;';
  const main = `user ${user}; pid /run/nginx.pid; events {} http { include /etc/nginx/mime.types; include /etc/nginx/conf.d/*.conf; include ${sites}/*; }`;
  const there = find(files, '/etc/nginx/nginx.conf').state === 'present';
  if (there) return files;
  const named = onAlpine ? `${sites}/default.conf` : `${sites}/default`;
  return list(
    write(files, [
      ['/etc/nginx/conf.d', directory],
      [sites, directory],
      ['/etc/nginx/nginx.conf', text(onAlpine ? main.replace('include /etc/nginx/conf.d/*.conf; ', '') : main)],
      [named, text(`server { listen 80; ${root} }`)],
    ]),
    '/etc/nginx',
  );
}

function installed(machine: Machine, names: readonly string[], args: readonly string[]): Ran {
  const { layer } = machine;
  const added = names.flatMap((name) =>
    Object.hasOwn(programsOf, name) ? (own(programsOf, name) ?? '').split(' ') : [],
  );
  let files = write(
    machine.files,
    added.map((path) => [path, { kind: 'file', mode: 0o755, uid: 0, gid: 0, layer }]),
  );
  if (names.some((name) => !Object.hasOwn(programsOf, name) && !libraries.test(name))) files = obscure(files, '/usr');
  // On Alpine the package may bring `python` besides `python3`, depending on the release.
  const alpinePython = names.includes('python3') && locate(machine, 'apk').state === 'found';
  if (alpinePython && find(files, '/usr/bin/python').state !== 'present') {
    files = write(files, [
      ['/usr/bin/python', { kind: 'link', mode: 0o777, uid: 0, gid: 0, layer, target: 'python3' }],
    ]);
  }
  for (const scope of ['/etc', '/var', '/lib']) files = obscure(files, scope);
  // Into a root of its own (`--root`, `--installroot`) may come anything.
  const elsewhere = valueAfter(args, ['-p', '--root', '--installroot']);
  if (elsewhere !== undefined) files = obscure(files, resolvePath(machine.cwd, elsewhere));
  if (names.includes('nginx')) files = withSites(machine, files);
  const size = names.reduce((sum, name) => sum + weightOf(name), 0);
  return {
    machine: { ...machine, files, installed: machine.installed + size, users: { ...machine.users, more: true } },
    output: undefined,
    exit: 0,
  };
}
