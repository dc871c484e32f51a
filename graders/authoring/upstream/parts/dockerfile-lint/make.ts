import type { Random } from '../../random.ts';
import { written } from '../dockerfile/written.ts';

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: words of a Dockerfile

const variables = [
  'X',
  'Y',
  'VERSION',
  'API_KEY',
  'TARGETARCH',
  'TARGETPLATFORM',
  'PATH',
  'VERSOIN',
  'HTTP_PROXY',
  'ñ',
  '1',
];
const names = [
  'X',
  'Y',
  'VERSION',
  'API_KEY',
  'TOKEN_FILE',
  'DB_PASSWORD',
  'secret_name',
  'KEY',
  'MONKEY',
  'PUBLIC_KEY',
  'APP_HOME',
];
const stages = ['base', 'Build', 'final', 'scratch', 'context', 'base', 'linux-app', 'arm64'];
const skippable = [
  'all',
  'JSONArgsRecommended',
  'UndefinedVar,StageNameCasing',
  'SecretsUsedInArgOrEnv, FromAsCasing',
  'ConsistentInstructionCasing',
  'WorkdirRelativePath',
];

const use = (random: Random): string => {
  const name = random.pick(variables);
  return random.pick([
    `$${name}`,
    `\${${name}}`,
    `\${${name}:-z}`,
    `\${${name}:+z}`,
    `\${${name}#a}`,
    `\\$${name}`,
    `'$${name}'`,
    `"$${name}"`,
  ]);
};
const word = (random: Random): string =>
  random.chance(0.5)
    ? random.pick(['a', 'b/c', '/d', './e', 'a.b', '"a b"', '8080'])
    : `${random.pick(['', 'a', '/x/'])}${use(random)}`;
const cased = (random: Random, text: string): string =>
  random.chance(0.88) ? text : random.chance(0.6) ? text.toLowerCase() : text.charAt(0) + text.slice(1).toLowerCase();
const port = (random: Random): string =>
  random.pick([
    '80',
    '80/tcp',
    '80/TCP',
    '53/Udp',
    '8000-8002',
    '8080:80',
    '127.0.0.1:80:80/TCP',
    '$X',
    '${VERSION:-81}/Sctp',
    '[::1]:80:80',
    ':80',
  ]);

/** A word is half the time a text, half the time with a variable in it. */
const lines: readonly ((random: Random) => string)[] = [
  (random) =>
    `ARG ${random.pick(names)}${random.chance(0.6) ? `=${word(random)}` : ''}${random.chance(0.2) ? ` ${random.pick(names)}=${word(random)}` : ''}`,
  (random) =>
    `ENV ${random.pick(names)}=${word(random)}${random.chance(0.3) ? ` ${random.pick(names)}=${word(random)}` : ''}`,
  (random) => `ENV ${random.pick(names)} ${word(random)}`,
  (random) => `LABEL ${random.pick(names)}${random.pick(['=', ' '])}${word(random)}`,
  (random) => `WORKDIR ${random.pick(['app', '/app', './x', '$X', 'C:\\\\app', '"/a b"', word(random)])}`,
  (random) => `USER ${random.pick(['app', '1000', use(random), word(random)])}`,
  (random) => `EXPOSE ${Array.from({ length: random.between(1, 2) }, () => port(random)).join(' ')}`,
  (random) => `VOLUME ${random.pick(['/d', `["/d", "/${use(random).replaceAll('"', '')}"]`, `/d${use(random)}`])}`,
  (random) => `STOPSIGNAL ${random.pick(['SIGTERM', '9', '${X:-SIGINT}'])}`,
  (random) => `CMD ${random.pick(['a b', '["a", "b"]', '["a"', "['a']", 'exec a $X', '$X'])}`,
  (random) => `ENTRYPOINT ${random.pick(['a b', '["a", "b"]', 'exec a'])}`,
  (random) => `HEALTHCHECK ${random.pick(['CMD a', 'NONE', '--interval=5s CMD ["a"]'])}`,
  (random) => `SHELL ["/bin/${random.pick(['sh', 'bash'])}", "-c"]`,
  () => 'MAINTAINER yo <yo@example.org>',
  (random) =>
    `RUN ${random.pick(['true', 'echo $X', '["true"]', 'a \\\n  && b', 'a \\\n\n  && b', 'a \\\n# c\n  b', 'a \\\n  b \\\n\n', '<<E\necho $Y\nE', `--mount=type=cache,target=/c${use(random).replace(/[",']/g, '')} a`])}`,
  (random) =>
    `COPY ${random.maybe(0.2, () => '--chown=$X ') ?? ''}${random.maybe(0.15, () => '--from=base ') ?? ''}${random.pick(['a', 'a b', `a ${use(random)}`, '["a", "b"]'])} /x/`,
  (random) => `COPY <<${random.pick(['E', '"E"'])} /x\n${random.pick(['$X', '${Y:-z}', 'hola', "'$VERSOIN'"])}\nE`,
  (random) => `ADD ${random.pick(['a', 'https://example.com/x', '--chmod=644 a', '--checksum=$X a'])} ${word(random)}`,
  (random) =>
    `ONBUILD ${random.pick(['RUN a', 'WORKDIR x', 'CMD a', 'ENV KEY=1', 'ARG X', 'USER $Y', 'EXPOSE 80/TCP', 'ENV X 1'])}`,
  (random) =>
    `# ${random.pick(['base the image', 'X what it is', 'nota', 'check=skip=UndefinedVar', 'Check = skip=all', 'check=experimental=all;skip=JSONArgsRecommended', 'check=nada'])}`,
  () => '#',
  () => '',
  (random) => `  # ${random.pick(['nota', 'check=skip=all'])}`,
];

function from(random: Random): string {
  const platform = random.maybe(0.2, () =>
    random.pick([
      '$BUILDPLATFORM',
      '$TARGETPLATFORM',
      '${TARGETPLATFORM}',
      'linux/amd64',
      'linux/arm64',
      'amd64',
      'aarch64',
      'windows/amd64',
      'linux/$TARGETARCH',
      '${TARGETPLATFORM:-x}',
      '$Z',
      '${Z:-linux}/arm64',
    ]),
  );
  const image = random.pick([
    'ejemplo/base',
    'ejemplo/base:1',
    'scratch',
    'base',
    'final',
    'ejemplo/base:${VERSION:-1}',
    'ejemplo/$X',
    '$IMAGEN',
    '${VERSOIN:-a}',
    'ejemplo/base:$VERSION',
  ]);
  const stage = random.chance(0.6) ? ` ${random.pick(['AS', 'AS', 'as', 'As'])} ${random.pick(stages)}` : '';
  return `${cased(random, 'FROM')} ${platform === undefined ? '' : `--platform=${platform} `}${image}${stage}`;
}

function line(random: Random): string {
  const text = random.pick(lines)(random);
  return text.replace(/^[A-Z]+/, (keyword) => cased(random, keyword));
}

/** A Dockerfile that can mostly be built, with habits that BuildKit warns about; now and then one with a slip as well. */
export function make(random: Random): { readonly text: string; readonly args?: Readonly<Record<string, string>> } {
  const args = random.maybe(0.25, () =>
    Object.fromEntries(
      random
        .some(['X', 'VERSION', 'IMAGEN', 'TARGETPLATFORM', 'API_KEY'], 0.3)
        .map((name) => [name, name === 'TARGETPLATFORM' ? 'linux/arm64' : 'b']),
    ),
  );
  const given = args && Object.keys(args).length > 0 ? { args } : {};
  if (random.chance(0.15)) return { text: written(random), ...given };
  const check = random.maybe(
    0.25,
    () =>
      `# check=${random.pick(['skip=', 'skip=', 'experimental='])}${random.pick(skippable)}${random.pick(['', ';error=true', ';experimental=InvalidDefinitionDescription'])}`,
  );
  const globals = random.list(2, () =>
    random.pick([
      'ARG X=1',
      'ARG X',
      'ARG VERSION=1',
      'ARG VERSION',
      'ARG IMAGEN=ejemplo/base',
      'arg IMAGEN',
      'ARG API_KEY=1',
      '# X nota',
      'ARG IMAGEN=Mal//a',
    ]),
  );
  const built = Array.from({ length: random.pick([1, 1, 2, 3]) }, () => [
    from(random),
    ...random.list(6, () => line(random)),
  ]);
  const text = [...(check === undefined ? [] : [check]), ...globals, ...built.flat()].join(
    random.chance(0.05) ? '\r\n' : '\n',
  );
  return { text: `${text}${random.chance(0.9) ? '\n' : ''}`, ...given };
}
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: words of a Dockerfile
