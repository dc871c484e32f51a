import type { Random } from '../../random.ts';

/** Words that stand anywhere, and those that break something. */
// biome-ignore-start lint/suspicious/noTemplateCurlyInString: words of a Dockerfile
const values = [
  'a',
  'b/c',
  '/d',
  './e',
  '8080',
  '$X',
  '${X}',
  '${X:-y}',
  '${X:+z}',
  '"a b"',
  "'c d'",
  'e\\ f',
  '$Y',
  '${Y}',
  '',
];
const scraps = [
  ...'\\"\'${}[]()<>#-=:/,*?!&|; \t\n@%^~`',
  '--',
  '<<',
  '<<A',
  '\\\n',
  '\r\n',
  '# ',
  '\n\n',
  'FROM ',
  'ñ',
  '0',
];

const images = [
  ...[
    'scratch',
    'ejemplo/base',
    'ejemplo/base:1',
    'ejemplo/base:1 AS a',
    'ejemplo/base:1 as B',
    'a',
    'base',
    '${X}',
    'ejemplo/base:${X}',
  ],
  ...[
    '--platform=linux/amd64 ejemplo/base:1',
    '--platform=$BUILDPLATFORM ejemplo/base AS c',
    '--platform=x ejemplo/base',
  ],
  ...[
    'Ejemplo/base',
    'ejemplo//base',
    'a b',
    'ejemplo/base AS 1a',
    'ejemplo/base AS context',
    'localhost:5000/x:y',
    '$Z',
  ],
];

const ports = [
  '80',
  '80/tcp',
  '80/TCP',
  '53/udp',
  '80 443',
  '8000-8002',
  '8002-8000',
  '70000',
  'x',
  '80/x',
  '127.0.0.1:80:80',
  '$X',
  '8080/',
  '',
];
const commands = [
  '["a", "b"]',
  "['a']",
  '["a",]',
  'a b',
  'a && b',
  '[a]',
  '[]',
  '["$X"]',
  '"a" b',
  '["a"',
  '["a"] b',
  '',
  'a \\\n  b',
];
const durations = ['5s', '1m', '0s', '-1s', '5', '1ms', '500us', 'x', ''];

// biome-ignore-end lint/suspicious/noTemplateCurlyInString: words of a Dockerfile

type Make = (random: Random) => string;

const pair: Make = (random) => `${random.pick(['A', 'X', 'A_B', 'a-b', '1', ''])}=${random.pick(values)}`;
const pairs: Make = (random) => Array.from({ length: random.between(1, 3) }, () => pair(random)).join(' ');
const flags = (random: Random, from: readonly string[]): string =>
  random
    .some(from, 0.15)
    .map((flag) => `${flag} `)
    .join('');

const copyFlags = [
  '--from=a',
  '--from=0',
  '--from=ejemplo/base',
  '--chown=1:1',
  '--chmod=755',
  '--chmod=u+x',
  '--link',
  '--parents',
  '--exclude=*.o',
  '--chmod=9',
  '--from',
  '--x',
];
const addFlags = [
  '--chown=1',
  '--chmod=644',
  '--link',
  '--keep-git-dir=true',
  '--checksum=sha256:x',
  '--unpack=false',
  '--from=a',
];
const runFlags = [
  '--mount=type=cache,target=/c',
  '--mount=type=bind,source=a,target=/a',
  '--mount=type=secret,id=s',
  '--mount=type=x',
  '--mount=target=/t,type=tmpfs',
  '--network=none',
  '--network=x',
  '--security=insecure',
  '--device=x',
];
const sources = [
  'a',
  'a b',
  '.',
  './a',
  '*.txt',
  '["a", "b"]',
  '["a b"',
  'https://example.com/x.tar',
  'git@github.com:a/b.git',
  '<<A',
  '../a',
  '"a"',
  '',
];
const targets = ['/x', '/x/', '.', './', 'x y/', ''];

const instructions: Readonly<Record<string, Make>> = {
  ARG: (random) => random.pick(['X', 'X=1', 'X=', 'X=1 Y=$X', 'Y', '1=2', '', 'X="a b"', pair(random)]),
  ENV: (random) => (random.chance(0.2) ? random.pick(['A b c', 'A', 'A  b', 'A "b c"', '']) : pairs(random)),
  LABEL: (random) => (random.chance(0.2) ? random.pick(['a b', 'a', '"a b"=c', 'a.b/c="d e"', '']) : pairs(random)),
  WORKDIR: (random) => random.pick(values),
  USER: (random) => random.pick(['1000', '1000:1000', 'app', '$X', ':1', '', '"1"', 'a b']),
  EXPOSE: (random) => random.pick(ports),
  VOLUME: (random) => random.pick(['/d', '/d /e', '["/d"]', '["/d", ""]', '$X', '', '[]', '/d /d']),
  CMD: (random) => random.pick(commands),
  ENTRYPOINT: (random) => random.pick(commands),
  SHELL: (random) =>
    random.pick(['["/bin/sh", "-c"]', '["/bin/bash", "-o", "pipefail", "-c"]', '/bin/sh -c', '[]', '["a"', '']),
  STOPSIGNAL: (random) => random.pick(['SIGTERM', 'SIGRTMIN+3', '9', 'TERM', 'SIGX', '$X', '', '65', 'sigterm']),
  HEALTHCHECK: (random) =>
    flags(random, [
      `--interval=${random.pick(durations)}`,
      `--timeout=${random.pick(durations)}`,
      '--retries=3',
      '--retries=x',
      '--start-period=1s',
      '--start-interval=1s',
      '--x=1',
    ]) + random.pick(['CMD a', 'CMD ["a"]', 'NONE', 'none', 'CMD', 'a', '', 'NONE x', 'CMD a | b']),
  MAINTAINER: (random) => random.pick(['yo <yo@example.org>', '']),
  RUN: (random) =>
    flags(random, runFlags) +
    random.pick(['true', '["true"]', 'true \\\n  && true', '<<A\ntrue\nA', '<<A\ntrue', 'true # c', '']),
  COPY: (random) =>
    `${flags(random, copyFlags)}${random.pick(sources)} ${random.pick(targets)}${random.chance(0.1) ? '\nA' : ''}`,
  ADD: (random) => `${flags(random, addFlags)}${random.pick(sources)} ${random.pick(targets)}`,
  ONBUILD: (random) =>
    random.pick([
      'RUN true',
      'COPY a /a',
      'FROM x',
      'ONBUILD RUN true',
      'MAINTAINER x',
      '',
      'ENV A=1',
      'CMD ["a"]',
      'x',
    ]),
  FROM: (random) => random.pick(images),
};
const names = Object.keys(instructions);

function line(random: Random): string {
  if (random.chance(0.05)) return random.pick(['', '# c', '  # c', '#', 'NADA x', '\t']);
  const name = random.pick(names);
  const word = random.chance(0.06) ? name.toLowerCase() : name;
  const make = instructions[name] as Make;
  const gap = random.chance(0.05) ? random.pick(['  ', '\t', ' \\\n ', '']) : ' ';
  return `${random.chance(0.05) ? '  ' : ''}${word}${gap}${make(random)}${random.chance(0.04) ? ' \\' : ''}`;
}

/** A Dockerfile as somebody may write it, one of two with a slip in it. */
export function written(random: Random): string {
  const begin = random.pick([
    '',
    '',
    '',
    '',
    '# syntax=docker/dockerfile:1\n',
    '# escape=`\n',
    '# check=skip=all\n',
    '# check=error=true\n',
    'ARG X=1\n',
    'ARG X\n',
    '\uFEFF',
    '# escape=x\n',
  ]);
  const first = random.chance(0.92) ? `FROM ${random.pick(random.chance(0.6) ? images.slice(0, 5) : images)}\n` : '';
  const rest = Array.from({ length: random.between(0, 7) }, () => line(random)).join('\n');
  const text = `${begin}${first}${rest}${random.chance(0.8) ? '\n' : ''}`;
  if (random.chance(0.65)) return text;
  const at = random.between(0, text.length);
  return text.slice(0, at) + (random.chance(0.7) ? random.pick(scraps) : '') + text.slice(at + random.between(0, 3));
}
