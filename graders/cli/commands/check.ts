import { type Checked, check as inspect } from '../../check.ts';
import { code } from '../../core/code.ts';
import { isFault } from '../../core/fault/fault.ts';
import { fill } from '../../core/messages.ts';
import type { Source } from '../../core/source.ts';
import { type CheckJson, checkJson } from '../../render/json.ts';
import { textsOf } from '../../render/places.ts';
import { githubFiles, githubFilesSummary } from '../../render/sinks/github.ts';
import { sarifFiles } from '../../render/sinks/sarif.ts';
import { filesLines } from '../../render/terminal/files.ts';
import { sentence } from '../../render/terminal/wrap.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { printJson, printLines } from '../print.ts';
import { screenFor } from '../screen.ts';
import { nothingToCheck, skippedFiles } from '../sentences.ts';
import { addStepSummary } from '../step-summary.ts';
import { loadWorld, type World } from '../world.ts';

/** Schema and rules on Dockerfiles and manifests of any project. */
export function check(
  paths: readonly string[],
  { format }: { format: 'human' | 'json' | 'sarif' | 'github' },
  context: Context,
): ExitCode {
  const worlds = paths.map((path) => loadWorld(context.cwd, path));
  const files = worlds.flatMap(checkWorld);
  if (files.length === 0) throw new UsageError(fill(nothingToCheck, { paths: inCode(paths) }, context.lang));
  const textOf = textsOf(worlds.flatMap(({ shown }): readonly Source[] => shown));
  const screen = screenFor(context, textOf);
  tellSkipped(worlds, context);
  if (format === 'human') printLines(context.out, filesLines(files, screen));
  else printFor(format, checkJson(files, textOf, context.lang), context);
  return exitCode(worlds, files);
}

function printFor(format: 'json' | 'sarif' | 'github', checked: CheckJson, context: Context): void {
  if (format === 'json') printJson(context.out, checked);
  if (format === 'sarif') context.out.write(sarifFiles(checked.files, context));
  if (format === 'github') {
    context.out.write(githubFiles(checked.files));
    addStepSummary(githubFilesSummary(checked.files, context.lang), context);
  }
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
