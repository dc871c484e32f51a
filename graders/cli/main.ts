import { resolve } from 'node:path';
import { type Command, CommanderError } from 'commander';
import { fill } from '../core/messages.ts';
import { wrap } from '../render/terminal/wrap.ts';
import { type Context, type ExitCode, type Io, UsageError } from './io.ts';
import { chooseLang, langOfLocale, optionValue } from './lang.ts';
import { printLines } from './print.ts';
import { program } from './program.ts';
import { paletteFor } from './screen.ts';
import { ourFault, unknownLang } from './sentences.ts';
import { commandIn, usageProblem } from './usage.ts';

/**
 * Runs one command.
 * @param argv the words after `timonel`
 * @returns the exit code; nothing is thrown, whatever the input
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const lang = chooseLang(argv, io.env);
  const root = resolve(io.cwd, optionValue(argv, '--course') ?? optionValue(argv, '--root') ?? io.root);
  const context: Context = { ...io, root, lang: lang ?? langOfLocale(io.env) };
  if (lang === undefined) return complain(fill(unknownLang, {}, context.lang), context);
  let code: ExitCode = 0;
  const top = program(context, (result) => {
    code = result;
  });
  try {
    await top.parseAsync(argv, { from: 'user' });
    return code;
  } catch (problem) {
    return explain(problem, top, argv, context);
  }
}

function explain(problem: unknown, top: Command, argv: readonly string[], context: Context): ExitCode {
  if (problem instanceof UsageError) return complain(problem.message, context);
  if (problem instanceof CommanderError) {
    // A call without a command.
    if (problem.code === 'commander.help') commandIn(top, argv).outputHelp();
    if (problem.code === 'commander.help' || problem.exitCode === 0) return 0;
    return complain(usageProblem(problem, top, argv, context.lang), context);
  }
  const reason = problem instanceof Error ? problem.message : String(problem);
  if (context.env.TIMONEL_DEBUG) context.err.write(`${problem instanceof Error ? problem.stack : reason}\n`);
  return complain(fill(ourFault, { reason }, context.lang), context);
}

function complain(sentence: string, { err, env }: Context): ExitCode {
  const palette = paletteFor(err, env);
  printLines(err, wrap(sentence, Math.min(err.columns ?? 100, 110), palette));
  return 2;
}

/** What runs in the worker threads of a command, which begin with the bundle as the command itself does. */
export async function work(): Promise<void> {
  await (await import('./work.ts')).begin();
}
