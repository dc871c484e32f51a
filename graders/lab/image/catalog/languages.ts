import { type Family, officialTags, onHub } from './family.ts';
import { alpine, buildpack, debianSlim, plain, programsIn, type System } from './systems.ts';

const usualPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The system under a language image, by the variant in its tag. */
function systemOf(tag: string): System {
  if (tag.includes('alpine')) return alpine;
  return tag.includes('slim') ? debianSlim : buildpack;
}

const python: Family = {
  repositories: [onHub('python')],
  recommended: '3.14-slim',
  tagged: (tag) => officialTags({ from: 2, to: 3 }, 'rc')(tag) && minorAtMost(tag, 3, 16),
  profile(tag) {
    const system = systemOf(tag);
    return {
      ...plain(system, ['python3']),
      env: {
        PATH: `/usr/local/bin:${usualPath}`,
        LANG: 'C.UTF-8',
        PYTHON_VERSION: /^3\.[\d.]+/.exec(tag)?.[0] ?? '3.14',
      },
      programs: [
        ...system.programs,
        ...programsIn('/usr/local/bin', 'python python3 pip pip3 pydoc python3-config idle'),
        ...programsIn('/usr/local/bin', /^3\.\d+/.test(tag) ? `python${/^3\.\d+/.exec(tag)?.[0]}` : 'python3.14'),
      ],
      size: system.size + (system === buildpack ? 270 : 42),
    };
  },
};

const node: Family = {
  repositories: [onHub('node')],
  recommended: '24-slim',
  tagged: officialTags(
    { from: 0, to: 27 },
    'lts current argon boron carbon dubnium erbium fermium gallium hydrogen iron jod krypton',
  ),
  profile(tag) {
    const system = systemOf(tag);
    return {
      ...plain(system, ['node']),
      entrypoint: ['docker-entrypoint.sh'],
      env: { PATH: usualPath, NODE_VERSION: /^\d+[\d.]*/.exec(tag)?.[0] ?? '24' },
      programs: [
        ...system.programs,
        ...programsIn('/usr/local/bin', 'node nodejs npm npx corepack yarn yarnpkg docker-entrypoint.sh'),
      ],
      users: { ...system.users, node: 1000 },
      files: [...system.files, '/home/node/'],
      size: system.size + (system === buildpack ? 340 : 145),
    };
  },
};

const golang: Family = {
  repositories: [onHub('golang')],
  recommended: '1.26-alpine',
  tagged: officialTags({ from: 1, to: 1 }, 'tip'),
  profile(tag) {
    const system = systemOf(tag);
    return {
      ...plain(system, [tag.includes('alpine') ? '/bin/sh' : 'bash']),
      workdir: '/go',
      env: { PATH: `/go/bin:/usr/local/go/bin:${usualPath}`, GOPATH: '/go', GOTOOLCHAIN: 'local' },
      programs: [...system.programs, ...programsIn('/usr/local/go/bin', 'go gofmt')],
      files: [...system.files, '/go/', '/go/bin/', '/go/src/'],
      size: system.size + 240,
    };
  },
};

const java: Family = {
  repositories: [
    onHub('eclipse-temurin'),
    onHub('openjdk'),
    onHub('amazoncorretto'),
    onHub('ibm-semeru-runtimes'),
    onHub('sapmachine'),
  ],
  recommended: '25-jre',
  tagged: (tag) => /^(?:latest|\d+|lts|open-\d+)/.test(tag) || /^(?:slim|oracle|jdk|jre|al\d)/.test(tag),
  profile(tag) {
    const system = tag.includes('alpine') ? alpine : debianSlim;
    const jre = tag.includes('jre') || tag.includes('headless');
    return {
      ...plain(system, ['jshell']),
      entrypoint: tag.includes('jdk') || jre || /^\d/.test(tag) ? ['/__cacert_entrypoint.sh'] : [],
      env: { PATH: `/opt/java/openjdk/bin:${usualPath}`, JAVA_HOME: '/opt/java/openjdk' },
      programs: [
        ...system.programs,
        '/__cacert_entrypoint.sh',
        ...programsIn('/opt/java/openjdk/bin', jre ? 'java keytool' : 'java javac jar jshell jlink keytool jps'),
      ],
      files: [...system.files, '/opt/java/openjdk/'],
      size: system.size + (jre ? 190 : 350),
    };
  },
};

/** Build tools and interpreters that need nothing special: name, programs they add, versions. */
function interpreter(name: string, programs: string, to: number, cmd: readonly string[], words = ''): Family {
  return {
    repositories: [onHub(name)],
    tagged: (tag) => officialTags({ from: 0, to }, words)(tag) || /^\d/.test(tag),
    profile(tag) {
      const system = systemOf(tag);
      return {
        ...plain(system, cmd),
        programs: [...system.programs, ...programsIn('/usr/local/bin', programs)],
        size: system.size + 200,
      };
    },
  };
}

const phpCli = interpreter(
  'php',
  'php pecl docker-php-ext-install docker-php-ext-enable docker-php-entrypoint',
  8,
  ['php', '-a'],
  'cli fpm apache zts rc',
);

/** The variants with a server start it. */
const php: Family = {
  ...phpCli,
  profile(tag) {
    const cli = { ...phpCli.profile(tag), entrypoint: ['docker-php-entrypoint'] };
    const server = tag.includes('apache') ? 'apache2-foreground' : tag.includes('fpm') ? 'php-fpm' : undefined;
    if (server === undefined) return cli;
    return {
      ...cli,
      cmd: [server],
      behaviour: 'serves',
      listens: [server === 'php-fpm' ? 9000 : 80],
      programs: Array.isArray(cli.programs) ? [...cli.programs, `/usr/local/bin/${server}`] : cli.programs,
    };
  },
};

const anyPerl = interpreter('perl', 'perl cpan cpanm', 5, ['perl'], 'stable devel threaded');

/** The small variant keeps what installs modules. @see https://github.com/Perl/docker-perl */
const perl: Family = {
  ...anyPerl,
  profile(tag) {
    const own = anyPerl.profile(tag);
    return {
      ...own,
      programs: own.programs === 'any' ? 'any' : [...own.programs, ...programsIn('/usr/bin', 'curl make')],
    };
  },
};

function minorAtMost(tag: string, major: number, last: number): boolean {
  const [, found, minor] = /^(\d+)\.(\d+)/.exec(tag) ?? [];
  return Number(found) !== major || Number(minor) <= last;
}

export const languages: readonly Family[] = [
  python,
  node,
  golang,
  java,
  interpreter('ruby', 'ruby irb gem bundle rake', 4, ['irb']),
  interpreter('rust', 'rustc cargo rustup', 1, ['bash'], 'nightly'),
  php,
  perl,
  interpreter('maven', 'mvn java javac jar', 4, ['mvn'], 'sapmachine eclipse-temurin amazoncorretto'),
  interpreter('gradle', 'gradle java javac jar', 9, ['gradle'], 'jdk jdk8 jdk11 jdk17 jdk21 jdk25'),
  interpreter('gcc', 'gcc g++ gfortran', 16, ['bash']),
  interpreter('elixir', 'elixir iex mix', 1, ['iex'], 'otp'),
  interpreter('erlang', 'erl erlc rebar3', 29, ['erl'], 'R1\\d[\\w.]*'),
  interpreter('swift', 'swift swiftc', 6, ['bash']),
  interpreter('julia', 'julia', 1, ['julia'], 'rc'),
  interpreter('r-base', 'R Rscript', 4, ['R']),
];
