import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildFinding } from '../../checks/image/refusals.ts';
import type { Finding } from '../../core/finding.ts';
import { fill } from '../../core/messages.ts';
import { readText, sourceOf } from '../../course/files.ts';
import { describeImage, type ImageDescription, pull } from '../../lab/image/index.ts';
import { readDockerfile } from '../../model/dockerfile/read.ts';
import { imageJson } from '../../render/json.ts';
import { textsOf } from '../../render/places.ts';
import { filesLines } from '../../render/terminal/files.ts';
import { imageLines } from '../../render/terminal/image.ts';
import { readContext } from '../context.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { printJson, printLines } from '../print.ts';
import { screenFor } from '../screen.ts';
import { noContext } from '../sentences.ts';

export interface ImageOptions {
  readonly context?: string;
  readonly format: 'human' | 'json';
}

/**
 * Tells the image that a Dockerfile gives, and what a container of it does.
 * Exit code 1: the build stops, or the container does not start.
 */
export function image(typed: string, options: ImageOptions, context: Context): ExitCode {
  const path = isFolder(resolve(context.cwd, typed)) ? join(typed, 'Dockerfile') : typed;
  const read = readText(resolve(context.cwd, path), path);
  const textOf = textsOf(read.text === undefined ? [] : [{ path, text: read.text }]);
  const screen = screenFor(context, textOf);
  const parsed = read.problem ? undefined : readDockerfile(sourceOf(read));
  const problems = read.problem ? [read.problem] : (parsed?.findings ?? []);
  if (!parsed || problems.length > 0) {
    printLines(context.err, filesLines([{ path, findings: problems }], screen));
    return 2;
  }
  const folder = resolve(context.cwd, options.context ?? dirname(path));
  if (!isFolder(folder)) throw new UsageError(fill(noContext, { folder: options.context ?? '' }, context.lang));
  const described = describeImage(parsed.dockerfile, readContext(folder), (reference) => pull(reference));
  const refusal = described.built ? undefined : refusalOf(described);
  if (options.format === 'json') printJson(context.out, imageJson(described, refusal, textOf, context.lang));
  else printLines(context.out, imageLines(described, refusal, screen));
  return described.built && described.start.starts ? 0 : 1;
}

/** The finding of a build that stops; its proof is the way to there. */
function refusalOf({ refusal, at, hops }: Extract<ImageDescription, { readonly built: false }>): Finding {
  return buildFinding(refusal, at, { hops, outcome: { refusal: refusal.kind } });
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
