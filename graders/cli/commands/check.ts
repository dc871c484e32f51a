import { type Checked, check as inspect } from '../../check.ts';
import { code } from '../../core/code.ts';
import { isFault } from '../../core/fault/fault.ts';
import { fill } from '../../core/messages.ts';
import type { Source } from '../../core/source.ts';
import { checkJson } from '../../render/json.ts';
import { textsOf } from '../../render/places.ts';
import { filesLines } from '../../render/terminal/files.ts';
import { sentence } from '../../render/terminal/wrap.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { printJson, printLines } from '../print.ts';
import { screenFor } from '../screen.ts';
import { nothingToCheck, skippedFiles } from '../sentences.ts';
import { loadWorld, type World } from '../world.ts';

/** Schema and rules on Dockerfiles and manifests of any project. */
export function check(paths: readonly string[], { format }: { format: 'human' | 'json' }, context: Context): ExitCode {
  const worlds = paths.map((path) => loadWorld(context.cwd, path));
  const files = worlds.flatMap(checkWorld);
  if (files.length === 0) throw new UsageError(fill(nothingToCheck, { paths: inCode(paths) }, context.lang));
  const textOf = textsOf(worlds.flatMap(({ shown }): readonly Source[] => shown));
  const screen = screenFor(context, textOf);
  tellSkipped(worlds, context);
  if (format === 'json') printJson(context.out, checkJson(files, textOf, context.lang));
  else printLines(context.out, filesLines(files, screen));
  return exitCode(worlds, files);
}

function checkWorld({ sources, problems }: World): readonly Checked[] {
  const unreadable = problems.map((problem) => ({ path: problem.at.path, findings: [problem] }));
  return [...inspect(sources), ...unreadable];
}

function tellSkipped(worlds: readonly World[], context: Context): void {
  const skipped = worlds.flatMap((world) => world.skipped);
  if (skipped.length === 0) return;
  const screen = screenFor(context);
  const data = { count: skipped.length, names: inCode(skipped.slice(0, 5)), more: Math.max(0, skipped.length - 5) };
  const told = fill(skippedFiles, data, context.lang) + (data.more > 0 ? ' …' : '');
  printLines(context.err, [screen.palette.faint(sentence(told, screen.palette)), '']);
}

function exitCode(worlds: readonly World[], files: readonly Checked[]): ExitCode {
  if (worlds.some(({ unreadable }) => unreadable) || files.some(({ findings }) => findings.some(isFault))) return 2;
  return files.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

const inCode = (names: readonly string[]): readonly string[] => names.map(code);
