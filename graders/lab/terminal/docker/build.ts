import { sha256 } from '../../../core/sha256.ts';
import type { Text } from '../../../core/text.ts';
import type { Dockerfile } from '../../../model/dockerfile/dockerfile.ts';
import { readDockerfile } from '../../../model/dockerfile/read.ts';
import {
  type Build,
  type BuildRefusal,
  build,
  builtProfile,
  type ContextFile,
  imageProblem,
  type Pull,
  pull,
  sizeOf,
  stagesBehind,
  type Warning,
} from '../../image/index.ts';
import { resolvePath, under } from '../../machine/index.ts';
import { type Desk, later, noted } from '../desk/desk.ts';
import { imageBy } from '../desk/images.ts';
import { fileAt } from '../desk/open.ts';
import { familiar, normalisedReference } from '../desk/reference.ts';
import { type Call, type Outcome, printed, refused } from '../tool/tool.ts';
import { listed, report, excerpt as source, warningsOf } from './checks.ts';
import { newId, withDocker } from './engine.ts';
import { wantsOperands } from './refuse.ts';
import { humanSize } from './units.ts';

const takes = 'PATH | URL | -';

/** What a build is worth in commands. */
const effort = 15;

/**
 * `docker build` with BuildKit: what the image lab builds, told as `buildx` tells it.
 * @see https://github.com/docker/buildx/blob/v0.29.1/commands/build.go
 */
export function buildImage(call: Call): Outcome {
  return { ...buildOne(call), effort };
}

function buildOne(call: Call): Outcome {
  const { desk, operands, flags, cwd, path } = call;
  const [written = ''] = operands;
  if (operands.length !== 1) return wantsOperands(desk, path, takes, 1);
  if (written === '-' || /^(?:https?:|git@|git:|ssh:)/.test(written)) return unknownContext(desk, written);
  const directory = resolvePath(cwd, written);
  const root = desk.files.entries.get(directory);
  if (directory !== '/' && root?.kind !== 'directory') {
    return failed(desk, `unable to prepare context: path "${written}" not found`);
  }
  const tags: string[] = [];
  for (const tag of flags.all('tag')) {
    const reference = normalisedReference(tag);
    if (reference === undefined) return failed(desk, `invalid tag "${tag}": invalid reference format`);
    tags.push(reference);
  }
  const file = resolvePath(flags.has('file') ? cwd : directory, flags.text('file') ?? 'Dockerfile');
  const content = fileAt(desk, file)?.content;
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (content === undefined) {
    return failed(desk, `failed to solve: failed to read dockerfile: open ${name}: no such file or directory`);
  }
  const source = { path: relative(directory, file), text: content };
  const { dockerfile, findings } = readDockerfile(withArguments(source, flags.all('build-arg')));
  if (findings.length > 0 || dockerfile.stages.length === 0)
    return unreadable(desk, content, findings[0]?.at.from ?? 0);
  const target = flags.text('target');
  const plain = readDockerfile(source).dockerfile;
  const warnings = (stages?: ReadonlySet<number>) =>
    warningsOf(plain, {
      registry: (reference) => found(desk, reference),
      context: contextOf(desk, directory),
      args: flags.all('build-arg'),
      target,
      ...(stages && { stages }),
    });
  const stages =
    target === undefined ? dockerfile.stages : dockerfile.stages.slice(0, stageIndex(dockerfile.stages, target) + 1);
  if (stages.length === 0) return failed(desk, `failed to solve: target stage "${target}" could not be found`);
  if (flags.on('check')) {
    const wanted = target === undefined ? undefined : stagesBehind(plain, stages.length - 1);
    return checked(desk, dockerfile, warnings(wanted), content, name);
  }
  const built = build({ ...dockerfile, stages }, contextOf(desk, directory), (reference) => found(desk, reference));
  if (!built.ok) {
    const shown = excerpt(content, lineAt(content, built.at.from));
    return { ...failed(desk, `failed to solve: ${reason(built.refusal)}`, shown), seconds: 1 };
  }
  const told = listed(warnings(new Set(built.steps.map(({ stage }) => stage))), content);
  const made = finished(call, desk, built, tags, content, directory);
  return flags.on('quiet') ? made : { ...made, stderr: `${made.stderr}${told}` };
}

/** `--check` builds nothing: it looks at every stage, and ends badly where there is something to say. */
function checked(
  desk: Desk,
  dockerfile: Dockerfile,
  warnings: readonly Warning[],
  content: string,
  name: string,
): Outcome {
  const problem = imageProblem(dockerfile);
  const shown = problem && warnings.length === 0 ? '' : report(warnings, content, name);
  if (!problem)
    return {
      ...printed(desk, shown, warnings.length > 0 ? '' : checkProgress(content)),
      exit: warnings.length > 0 ? 1 : 0,
    };
  const line = lineAt(content, problem.at.from);
  const why = `${shown === '' ? '' : '\n'}ERROR: ${reason(problem.refusal)}\n${source(content, name, line, line)}`;
  return { ...refused(desk, `${checkProgress(content)}${why}`), stdout: shown };
}

function checkProgress(content: string): string {
  const rows = [
    '[internal] load build definition from Dockerfile',
    `=> transferring dockerfile: ${humanSize(content.length + 36)}`,
    '[internal] load .dockerignore',
    '=> transferring context: 2B',
  ];
  const lines = rows.map((row) => ` => ${row.padEnd(66)} 0.0s\n`);
  return `[+] Building 0.2s (2/2) FINISHED                                  docker:default\n${lines.join('')}`;
}

/** What `FROM` finds: an image of a registry, or one that the learner built, whose content may be anything. */
export function found(desk: Desk, reference: string): Pull {
  const own = imageBy(desk, reference);
  if (!own || own.pulled) return pull(reference);
  return { ok: true, image: { ...builtProfile(own.image, reference), certainty: 'opaque', programs: 'any' } };
}

/** `--build-arg` gives a declared argument another value. */
function withArguments(source: { path: string; text: string }, given: readonly string[]) {
  let { text } = source;
  for (const one of given) {
    const [name = '', value] = one.split(/=(.*)/s);
    if (/^\w+$/.test(name) && value !== undefined)
      text = text.replace(
        new RegExp(`^([ \\t]*ARG[ \\t]+)${name}(?:=\\S*)?[ \\t]*$`, 'gim'),
        (_, head: string) => `${head}${name}="${value}"`,
      );
  }
  return { ...source, text };
}

function stageIndex(stages: readonly { readonly name?: string | undefined }[], target: string): number {
  const byName = stages.findIndex(({ name }) => name === target.toLowerCase());
  return byName === -1 && /^\d+$/.test(target) && Number(target) < stages.length ? Number(target) : byName;
}

function relative(directory: string, file: string): string {
  return file.startsWith(`${directory}/`) ? file.slice(directory.length + 1) : file;
}

function contextOf({ files }: Desk, directory: string): readonly ContextFile[] {
  return under(files, directory).flatMap(([path, { kind, content, mode, size }]) =>
    kind === 'file'
      ? [{ path: relative(directory, path), text: content ?? '', mode, ...(size !== undefined && { size }) }]
      : [],
  );
}

/** @param shown lines of the Dockerfile before the message */
function failed(desk: Desk, message: string, shown = ''): Outcome {
  return refused(
    desk,
    `${shown}ERROR: ${message.startsWith('failed to solve') ? 'failed to build: ' : ''}${message}\n`,
  );
}

function unknownContext(desk: Desk, written: string): Outcome {
  const beyond: Text = {
    es: `El laboratorio construye a partir de una carpeta; \`${written}\` no lo modela.`,
    en: `The lab builds from a folder; it does not model \`${written}\`.`,
  };
  return { ...refused(desk, `timonel: ${beyond.es}\n`), beyond };
}

function unreadable(desk: Desk, content: string, from: number): Outcome {
  if (/^(?:\s*(?:#.*)?\n?)*$/.test(content)) return failed(desk, 'failed to solve: file with no instructions');
  const line = lineAt(content, from);
  const text = content.split('\n')[line - 1] ?? '';
  const [keyword = ''] = text.trim().split(/\s+/);
  const why =
    keyword === ''
      ? 'file with no instructions'
      : `dockerfile parse error on line ${line}: unknown instruction: ${keyword}`;
  return failed(desk, `failed to solve: ${why}`, excerpt(content, line));
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Lines of the Dockerfile around the one that failed. */
function excerpt(content: string, line: number): string {
  const lines = content.replace(/\n$/, '').split('\n');
  const rows = lines
    .map((text, index) => ({ text, number: index + 1 }))
    .filter(({ number }) => Math.abs(number - line) <= 2)
    .map(({ text, number }) => `${String(number).padStart(4)} | ${number === line ? '>>>' : '   '} ${text}`.trimEnd());
  return `Dockerfile:${line}\n--------------------\n${rows.join('\n')}\n--------------------\n`;
}

/** Why BuildKit stops, in its words. @see https://github.com/moby/buildkit/blob/v0.25.1/frontend/dockerfile/dockerfile2llb/convert.go */
function reason(refusal: BuildRefusal): string {
  switch (refusal.kind) {
    case 'invalid-reference':
      return `failed to parse stage name "${refusal.reference}": invalid reference format`;
    case 'unknown-repository':
      return `${familiar(refusal.reference)}: failed to resolve source metadata for ${refusal.reference}: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed`;
    case 'unknown-tag':
      return `${familiar(refusal.reference)}: failed to resolve source metadata for ${refusal.reference}: ${refusal.reference}: not found`;
    case 'missing-source':
    case 'missing-in-stage':
      return `failed to compute cache key: failed to calculate checksum of ref: "/${refusal.source.replace(/^\.?\//, '')}": not found`;
    case 'unknown-user':
      return `process did not complete successfully: unable to find user ${refusal.user}: no matching entries in passwd file`;
    case 'run-failed':
      return `process did not complete successfully: exit code: ${refusal.exit}`;
    case 'run-endless':
      return 'Canceled: context canceled';
    case 'bad-port':
      return `invalid containerPort: ${refusal.port}`;
    case 'bad-mode':
      return `invalid chmod parameter: '${refusal.mode}'. it should be octal string and between 0 and 07777`;
    case 'bad-platform':
      return `failed to parse platform ${refusal.platform}`;
    case 'bad-signal':
      return `invalid signal: ${refusal.signal}`;
    case 'unset-variable':
      return `base name (${refusal.name}) should not be blank`;
    case 'empty':
      return `${refusal.keyword} requires at least one argument`;
    case 'circular':
      return `circular dependency detected on stage: ${refusal.stage}`;
    case 'warned':
      return `lint violation found for rules: ${refusal.checks.join(', ')}`;
  }
}

function finished(
  { flags, tty }: Call,
  desk: Desk,
  built: Extract<Build, { ok: true }>,
  tags: readonly string[],
  content: string,
  directory: string,
): Outcome {
  const { image, steps } = built;
  const isCached = !flags.on('no-cache');
  const id = sha256(
    JSON.stringify([
      steps.map(({ inputs }) => inputs),
      image.env,
      image.entrypoint?.argv,
      image.cmd?.argv,
      image.user,
      image.workdir,
      image.exposes,
      image.labels,
    ]),
  );
  const known = new Set(isCached ? desk.docker.cache : []);
  const keys = keysOf(steps);
  const rows = steps.filter(({ layer, keyword }) => layer || keyword === 'FROM');
  const base = image.base?.reference ?? 'scratch';
  const seconds =
    1 +
    rows.filter(({ layer }, index) => layer && !known.has(keys[index] ?? '')).length * 0.4 +
    (known.has(keys[0] ?? '') ? 0 : (image.base?.size ?? 0) / 40);
  const told = flags.on('quiet') ? '' : tell(rows, content, keys, known, base, id, tags, desk, directory);
  let next = later(desk, seconds);
  const size = sizeOf(image);
  next = withDocker(next, ({ images, cache }) => {
    const old = images.find((one) => one.id === id);
    const others = images
      .filter((one) => one.id !== id)
      .map((one) => ({ ...one, tags: one.tags.filter((tag) => !tags.includes(tag)) }));
    const own = {
      id,
      size,
      image,
      pulled: false,
      created: old?.created ?? next.clock,
      tags: [...new Set([...(old?.tags ?? []), ...tags])],
    };
    return { images: [...others, own], cache: [...new Set([...cache, ...keys])] };
  });
  next = noted(next, 'image.built', { image: id, tags: tags.map(familiar).join(' '), context: directory });
  const quiet = flags.on('quiet') ? `sha256:${id}\n` : '';
  return { desk: next, stdout: quiet, stderr: tty || !flags.on('quiet') ? told : '', exit: 0, seconds: 0 };
}

/** A step and all before it in its stage. */
function keysOf(steps: readonly { readonly stage: number; readonly inputs: string }[]): readonly string[] {
  const past = new Map<number, string>();
  return steps.map(({ stage, inputs }) => {
    const key = sha256(`${past.get(stage) ?? ''}${inputs}`);
    past.set(stage, key);
    return key;
  });
}

type Row = Extract<Build, { ok: true }>['steps'][number];

/** The display of BuildKit once it has ended. */
function tell(
  rows: readonly Row[],
  content: string,
  keys: readonly string[],
  known: ReadonlySet<string>,
  base: string,
  id: string,
  tags: readonly string[],
  desk: Desk,
  directory: string,
): string {
  const width = 66;
  const lines: string[] = [];
  const add = (text: string, seconds: number) =>
    void lines.push(` => ${text.slice(0, width).padEnd(width)} ${seconds.toFixed(1)}s`);
  add('[internal] load build definition from Dockerfile', 0);
  add(`=> transferring dockerfile: ${humanSize(content.length + 36)}`, 0);
  if (base !== 'scratch') add(`[internal] load metadata for ${base}`, 0.7);
  add('[internal] load .dockerignore', 0);
  add('=> transferring context: 2B', 0);
  const total = rows.length;
  let copies = false;
  for (const [index, row] of rows.entries()) {
    const text = content.slice(row.at.from, row.at.to).replace(/\s*\\?\n\s*/g, ' ');
    const isCached = row.keyword !== 'FROM' && known.has(keys[index] ?? '');
    if (!copies && /^(?:COPY|ADD)$/.test(row.keyword)) {
      copies = true;
      add('[internal] load build context', 0);
      const bytes = contextOf(desk, directory).reduce((sum, one) => sum + one.text.length, 0);
      add(`=> transferring context: ${humanSize(bytes)}`, 0);
    }
    const name =
      row.keyword === 'FROM'
        ? `[${index + 1}/${total}] FROM ${base === 'scratch' ? 'scratch' : base}`
        : `[${index + 1}/${total}] ${text}`;
    add(`${isCached ? 'CACHED ' : ''}${name}`, isCached ? 0 : row.keyword === 'RUN' ? 1.2 : 0.1);
  }
  add('exporting to image', 0.1);
  add('=> exporting layers', 0.1);
  add(`=> writing image sha256:${id.slice(0, 56)}`, 0);
  for (const tag of tags) add(`=> naming to ${tag}`, 0);
  const done = lines.filter((line) => !line.startsWith(' => =>')).length;
  return `[+] Building ${(1 + total * 0.3).toFixed(1)}s (${done}/${done}) FINISHED                                  docker:default\n${lines.join('\n')}\n`;
}

/** Puts an image of a registry into the local store. @returns undefined where there is none */
export function pulled(desk: Desk, reference: string, image: Parameters<typeof sizeOf>[0]): Desk {
  const seed = newId(desk, reference);
  const id = sha256(`registry/${reference}`);
  return withDocker(seed.desk, ({ images }) => {
    const old = images.find((one) => one.id === id);
    const others = images
      .filter((one) => one.id !== id)
      .map((one) => ({ ...one, tags: one.tags.filter((tag) => tag !== reference) }));
    return {
      images: [
        ...others,
        {
          id,
          size: sizeOf(image),
          image,
          pulled: true,
          created: -86_400 * 21,
          tags: [...new Set([...(old?.tags ?? []), reference])],
        },
      ],
    };
  });
}
