import { rangeOf } from '../../../../core/span.ts';
import { type ImageProfile, lintOf, type Pull, parseReference } from '../../../../lab/image/index.ts';
import { readDockerfile } from '../../../../model/dockerfile/read.ts';
import type { Part } from '../../part.ts';
import { withoutTriggers } from '../dockerfile/part.ts';
import { make } from './make.ts';

interface Input {
  readonly text: string;
  readonly args?: Readonly<Record<string, string>>;
}

interface Upstream {
  readonly error?: string;
  readonly warnings: readonly string[];
}

type Answer = 'refused' | readonly string[];
/** Of what cannot be built, no warnings are compared: some come before BuildKit stops, and some would come after. */
type Heard = Answer;

/** Every base has the small configuration that the program gives it. */
function registry(reference: string): Pull {
  if (!parseReference(reference).ok) return { ok: false, reason: 'invalid-reference' } as Pull;
  const image = { reference, repository: reference, certainty: 'known', env: { PATH: '/usr/bin:/bin' } };
  return { ok: true, image: image as unknown as ImageProfile };
}

function answer({ text, args = {} }: Input): Answer {
  const { dockerfile, findings } = readDockerfile({ path: 'Dockerfile', text });
  if (findings.some(({ severity }) => severity === 'error')) return 'refused';
  const said = lintOf(dockerfile, { registry, complete: true, args }).map(
    ({ check, detail, at }) => `${rangeOf(text, at).start.line} ${check}: ${detail}`,
  );
  return [...new Set(said)].sort();
}

const heard = ({ error, warnings }: Upstream): Heard => (error === undefined ? warnings : 'refused');

/** What differs, by the names of the checks: `+` only BuildKit warns, `-` only Timonel. */
function apart(ours: Answer, theirs: Heard): readonly string[] {
  if (theirs === 'refused') return ours === 'refused' || Array.isArray(ours) ? [] : ['no answer'];
  if (ours === 'refused') return ['refuses what is accepted'];
  if (!Array.isArray(ours)) return ['no answer'];
  const name = (one: string) => /^\d+ (\w+)/.exec(one)?.[1] ?? one;
  return [
    ...theirs.filter((one) => !ours.includes(one)).map((one) => `+${name(one)}`),
    ...ours.filter((one) => !theirs.includes(one)).map((one) => `-${name(one)}`),
  ];
}

export const dockerfileLint: Part = {
  name: 'dockerfile-lint',
  what: 'Dockerfiles: the warnings of `docker build --check`, with their lines and words',
  upstream: 'https://github.com/moby/buildkit/tree/master/frontend/dockerfile/linter',
  make: (random) => make(random) as never,
  answer: (input: Input) => answer(input) as never,
  heard: (said: Upstream) => heard(said) as never,
  same: (ours: Answer, theirs: Heard) => apart(ours, theirs).length === 0,
  kindOf: (_: Input, ours: Answer, theirs: Upstream) => [...new Set(apart(ours, heard(theirs)))].sort().join(' '),
  deviations: [
    {
      name: 'what follows `ONBUILD` is refused where it is written, not when somebody builds on the image',
      page: 'https://docs.docker.com/reference/dockerfile/#onbuild',
      input: { text: 'FROM scratch\nONBUILD COPY a\n' },
      covers: ({ text }: Input, _: Upstream, ours: Answer) =>
        ours === 'refused' && answer({ text: withoutTriggers(text) }) !== 'refused',
    },
    {
      name: 'a variable in `--mount` whose name is not of ASCII is told by its name: BuildKit tells its first byte',
      page: 'https://github.com/moby/buildkit/blob/v0.33.1/frontend/dockerfile/instructions/commands_runmount.go',
      input: { text: 'FROM scratch\nRUN --mount=type=cache,target=/c$ñ a\n' },
      covers: ({ text }: Input, theirs: Upstream, ours: Answer) =>
        /^RUN[^\n]*--mount[^\n]*\$ñ/im.test(text) &&
        apart(ours, heard(theirs)).every((one) => one.slice(1) === 'UndefinedVar'),
    },
  ],
};
