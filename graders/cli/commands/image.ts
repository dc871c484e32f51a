import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { askImage } from '../../ask.ts';
import { fill } from '../../core/messages.ts';
import { readText, sourceOf } from '../../course/files.ts';
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
  const folder = resolve(context.cwd, options.context ?? dirname(path));
  const asked = read.problem
    ? { problems: [read.problem] }
    : askImage(sourceOf(read), () => contextIn(folder, options, context));
  if (!('answer' in asked)) {
    printLines(context.err, filesLines([{ path, findings: asked.problems }], screen));
    return 2;
  }
  const { described, refusal } = asked.answer;
  if (options.format === 'json') printJson(context.out, imageJson(described, refusal, textOf, context.lang));
  else printLines(context.out, imageLines(described, refusal, screen));
  return described.built && described.start.starts ? 0 : 1;
}

function contextIn(folder: string, options: ImageOptions, context: Context) {
  if (!isFolder(folder)) throw new UsageError(fill(noContext, { folder: options.context ?? '' }, context.lang));
  return readContext(folder);
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
