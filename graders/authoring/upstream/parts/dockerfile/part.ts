import { posix } from 'node:path';
import {
  type BuiltImage,
  build,
  type ContextFile,
  type ImageProfile,
  type Pull,
  parseReference,
} from '../../../../lab/image/index.ts';
import { readDockerfile } from '../../../../model/dockerfile/read.ts';
import type { Part } from '../../part.ts';
import { written } from './written.ts';

interface Input {
  readonly text: string;
}

type Config = Readonly<Record<string, string | readonly string[] | Readonly<Record<string, string>>>>;

interface Upstream {
  readonly error?: string;
  /** Why it is refused when stages that the last one does not need are judged too. */
  readonly check?: string;
  readonly image?: {
    readonly env: readonly string[] | null;
    readonly entrypoint: readonly string[] | null;
    readonly cmd: readonly string[] | null;
    readonly workdir: string;
    readonly user: string;
    readonly exposes: readonly string[];
    readonly volumes: readonly string[];
    readonly labels: Readonly<Record<string, string>> | null;
    readonly stopSignal: string;
    readonly healthcheck: readonly string[] | null;
  };
}

/** `unknown` where the file is accepted and the build then stops at what BuildKit only meets when it runs. */
type Answer = 'refused' | 'unknown' | Config;
type Heard = 'refused' | 'refused in a stage that is not needed' | Config;

/** What BuildKit meets only when it runs the build. */
const later: readonly string[] = ['missing-source', 'missing-in-stage', 'unknown-user', 'run-failed', 'run-endless'];

const context: readonly ContextFile[] = ['a', 'b', 'a.txt', 'c d/e'].map((path) => ({ path, text: 'x' }));

/** Every base has the small configuration that the program gives it. */
function registry(reference: string): Pull {
  const parsed = parseReference(reference);
  if (!parsed.ok) return { ok: false, reason: 'invalid-reference' } as Pull;
  const image: ImageProfile = {
    reference,
    repository: reference,
    certainty: 'known',
    entrypoint: [],
    cmd: ['/bin/sh'],
    user: '',
    workdir: '/',
    env: { PATH: '/usr/bin:/bin' },
    exposes: [],
    listens: [],
    volumes: [],
    programs: 'any',
    files: [],
    users: {},
    packageManager: 'none',
    behaviour: 'exits',
    requires: [],
    size: 1,
  };
  return { ok: true, image } as Pull;
}

function answer({ text }: Input): Answer {
  const { dockerfile, findings } = readDockerfile({ path: 'Dockerfile', text });
  if (findings.some(({ severity }) => severity === 'error')) return 'refused';
  const built = build(dockerfile, context, registry);
  if (!built.ok) return later.includes(built.refusal.kind) ? 'unknown' : 'refused';
  const { image } = built;
  return {
    env: image.env,
    entrypoint: image.entrypoint?.argv ?? [],
    cmd: image.cmd?.argv ?? [],
    workdir: image.workdir,
    user: image.user,
    exposes: [...image.exposes].sort(),
    volumes: [...image.volumes].sort(),
    labels: image.labels,
    stopSignal: image.stopSignal,
    healthcheck: healthcheckOf(image),
  };
}

/** As the image keeps it: without a shell, or for the shell of the image. */
function healthcheckOf({ healthcheck, shell }: BuiltImage): readonly string[] {
  if (healthcheck === undefined) return [];
  if (healthcheck === 'none') return ['NONE'];
  const inShell = healthcheck.length === shell.length + 1 && shell.every((word, index) => word === healthcheck[index]);
  return inShell ? ['CMD-SHELL', ...healthcheck.slice(-1)] : ['CMD', ...healthcheck];
}

function heard({ error, check, image }: Upstream): Heard {
  if (error !== undefined || !image) return 'refused';
  if (check !== undefined) return 'refused in a stage that is not needed';
  const { env, entrypoint, cmd, labels, healthcheck, ...same } = image;
  const variables = (env ?? []).map((one): [string, string] => {
    const at = one.indexOf('=');
    return [one.slice(0, at), one.slice(at + 1)];
  });
  return {
    env: Object.fromEntries(variables),
    entrypoint: entrypoint ?? [],
    cmd: cmd ?? [],
    ...same,
    workdir: same.workdir || '/',
    labels: labels ?? {},
    healthcheck: healthcheck ?? [],
  };
}

/** In which respects two answers differ. What fails for want of a file fails all the same when something else is wrong too. */
function unlike(timonel: Answer, upstream: Heard): readonly string[] {
  if (upstream === 'refused in a stage that is not needed') return [];
  if (upstream === 'refused') return timonel === 'refused' || timonel === 'unknown' ? [] : ['accepts what is refused'];
  if (timonel === 'unknown') return [];
  if (timonel === 'refused') return ['refuses what is accepted'];
  return Object.keys(upstream).filter((key) => !isSame(timonel[key], upstream[key]));
}

function isSame(one: unknown, other: unknown): boolean {
  const text = (value: unknown) =>
    JSON.stringify(value, (_, inner: unknown) =>
      inner && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    );
  return text(one) === text(other);
}

const exposed = ({ exposes }: Config): readonly string[] => exposes as readonly string[];

/** An `ONBUILD`, whose lines are joined before. */
const trigger = /^[ \t]*onbuild\b.*$/gim;
export function withoutTriggers(text: string): string {
  const continued = /^#[ \t]*escape=`/i.test(text) ? /(?<!=)`[ \t]*\n/g : /\\[ \t]*\n/g;
  return text.replace(continued, '').replace(trigger, '');
}

export const dockerfile: Part = {
  name: 'dockerfile',
  what: 'Dockerfiles: whether they are refused, and the configuration of the image',
  upstream: 'https://pkg.go.dev/github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb#Dockerfile2LLB',
  make: (random) => ({ text: written(random) }),
  answer: (input: Input) => answer(input) as never,
  heard: (said: Upstream) => heard(said) as never,
  same: (timonel: Answer, upstream: Heard) => unlike(timonel, upstream).length === 0,
  kindOf: (_: Input, timonel: Answer, upstream: Upstream) =>
    `${unlike(timonel, heard(upstream)).join(', ')}${upstream.error ? `: ${upstream.error.replace(/^.*parse error on line \d+: |"[^"]*"/g, '…').slice(0, 80)}` : ''}`,
  deviations: [
    {
      name: 'what follows `ONBUILD` is refused where it is written, not when somebody builds on the image',
      page: 'https://docs.docker.com/reference/dockerfile/#onbuild',
      input: { text: 'FROM scratch\nONBUILD COPY a\n' },
      covers: ({ text }: Input, { error }: Upstream, timonel: Answer) =>
        timonel === 'refused' && error === undefined && answer({ text: withoutTriggers(text) }) !== 'refused',
    },
    {
      name: 'an absolute `WORKDIR` is told as the folder it leads to: the image keeps `/a/../b` as it is written',
      page: 'https://docs.docker.com/reference/dockerfile/#workdir',
      input: { text: 'FROM scratch\nWORKDIR /a/../b\n' },
      covers: (_: Input, upstream: Upstream, timonel: Answer) => {
        const theirs = heard(upstream);
        if (typeof timonel === 'string' || typeof theirs === 'string' || unlike(timonel, theirs).join() !== 'workdir')
          return false;
        return posix.normalize(String(theirs.workdir)).replace(/(?<=.)\/$/, '') === timonel.workdir;
      },
    },
    {
      name: 'of a range of ports, the first hundred: a list of thousands takes memory and tells nobody more',
      page: 'https://docs.docker.com/reference/dockerfile/#expose',
      input: { text: 'FROM scratch\nEXPOSE 8000-8200\n' },
      covers: (_: Input, upstream: Upstream, timonel: Answer) => {
        const [ours, theirs] = [timonel, heard(upstream)];
        if (typeof ours === 'string' || typeof theirs === 'string' || unlike(ours, theirs).join() !== 'exposes')
          return false;
        return exposed(ours).length >= 100 && exposed(ours).every((port) => exposed(theirs).includes(port));
      },
    },
  ],
};
