import type { Span } from '../../core/span.ts';
import type { Hop } from '../../core/trace.ts';
import type { Dockerfile } from '../../model/dockerfile/dockerfile.ts';
import { incompleteIn, type Listening, modeText, nameOf, textOf } from '../machine/index.ts';
import { type Build, build } from './build/build.ts';
import type { Registry } from './build/from.ts';
import type { BuildRefusal } from './build/refusal.ts';
import type { BuiltImage, StartCommand } from './build/stage.ts';
import type { ContextFile } from './context.ts';
import { type SizeClass, sizeClass, sizeOf } from './size.ts';
import { type Container, type StartRefusal, start } from './start.ts';

/** What `timonel image` prints: plain data, the same in every run. */
export type ImageDescription =
  | {
      readonly built: true;
      /** Normalised reference of the base image; null for `scratch`. */
      readonly base: string | null;
      readonly config: ImageConfig;
      readonly layers: readonly LayerDescription[];
      /** What the Dockerfile put into the image, by path. */
      readonly files: readonly FileDescription[];
      /** The base image or a command may have put more there than is listed. */
      readonly incomplete: readonly string[];
      readonly size: { readonly megabytes: number; readonly class: SizeClass };
      readonly start: StartDescription;
      readonly hops: readonly Hop[];
    }
  | { readonly built: false; readonly refusal: BuildRefusal; readonly at: Span; readonly hops: readonly Hop[] };

export interface ImageConfig {
  readonly entrypoint: readonly string[] | null;
  readonly cmd: readonly string[] | null;
  readonly user: string;
  readonly workdir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly exposes: readonly string[];
  readonly volumes: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly stopSignal: string | null;
  readonly healthcheck: readonly string[] | 'none' | null;
}

export interface LayerDescription {
  readonly keyword: string;
  readonly at: Span;
  readonly paths: number;
}

export interface FileDescription {
  readonly path: string;
  readonly mode: string;
  readonly owner: string;
  /** Index into `layers`. */
  readonly layer: number;
}

export interface StartDescription {
  readonly starts: boolean;
  readonly refusal: StartRefusal | null;
  readonly argv: readonly string[];
  /** Path of the program of process 1, where it is known. */
  readonly program: string | null;
  readonly user: { readonly name: string; readonly uid: number | null };
  readonly workdir: string;
  /** What it prints; null when nobody can tell without executing it. */
  readonly output: string | null;
  readonly exit: number | 'running' | 'unknown';
  readonly listens: readonly Listening[];
  /** What its `HEALTHCHECK` finds; null without one. */
  readonly health: 'healthy' | 'unhealthy' | 'unknown' | null;
}

/** Builds an image and starts a container from it, and tells what came out. */
export function describeImage(
  dockerfile: Dockerfile,
  context: readonly ContextFile[],
  registry: Registry,
): ImageDescription {
  const answer: Build = build(dockerfile, context, registry);
  if (!answer.ok) return { built: false, refusal: answer.refusal, at: answer.at, hops: answer.hops };
  const { image } = answer;
  const megabytes = sizeOf(image);
  const started = start(image);
  return {
    built: true,
    base: image.base?.reference ?? null,
    config: configOf(image),
    layers: image.layers.map(({ keyword, at, paths }) => ({ keyword, at, paths: paths.length })),
    files: filesOf(image),
    incomplete: incompleteIn(image.files),
    size: { megabytes, class: sizeClass(megabytes) },
    start: startOf(started.outcome),
    hops: [...answer.hops, ...started.hops],
  };
}

const words = (command: StartCommand | undefined): readonly string[] | null => command?.argv ?? null;

function configOf(image: BuiltImage): ImageConfig {
  const { user, workdir, env, exposes, volumes, labels, stopSignal, healthcheck } = image;
  return {
    entrypoint: words(image.entrypoint),
    cmd: words(image.cmd),
    user: user === '' ? 'root' : user,
    workdir,
    env,
    exposes,
    volumes,
    labels,
    stopSignal: stopSignal === '' ? null : stopSignal,
    healthcheck: healthcheck ?? null,
  };
}

function filesOf({ files, users }: BuiltImage): readonly FileDescription[] {
  return [...files.entries]
    .filter(([, { layer }]) => layer >= 0)
    .map(([path, entry]) => ({
      path,
      mode: modeText(entry),
      owner: `${nameOf(users.uids, entry.uid) ?? entry.uid}:${nameOf(users.gids, entry.gid) ?? entry.gid}`,
      layer: entry.layer,
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function startOf(container: Container): StartDescription {
  const { starts, argv, user, workdir, exit, listens } = container;
  return {
    starts,
    refusal: container.refusal ?? null,
    argv,
    program: container.program ?? null,
    user,
    workdir,
    output: container.starts ? (textOf(container.output) ?? null) : null,
    exit,
    listens,
    health: container.health ?? null,
  };
}
