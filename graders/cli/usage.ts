import type { Command, CommanderError } from 'commander';
import { fill } from '../core/messages.ts';
import { nearest } from '../core/nearest.ts';
import type { Lang } from '../core/text.ts';
import { usageOf } from './program.ts';
import {
  badCall,
  badValue,
  missingArgument,
  missingValue,
  tooManyArguments,
  unknownCommand,
  unknownCommandMeant,
  unknownOption,
} from './sentences.ts';

/** The command that was meant, within another one where there are such: `export` of `notebook export`. */
export function commandIn(top: Command, argv: readonly string[]): Command {
  let command = top;
  for (const word of argv) command = command.commands.find((known) => known.name() === word) ?? command;
  return command;
}

/** A mistake in the words of the command, as a sentence in the person's language. */
export function usageProblem(problem: CommanderError, top: Command, argv: readonly string[], lang: Lang): string {
  const command = commandIn(top, argv);
  const name = /'([^']*)'/.exec(problem.message)?.[1] ?? '';
  const usage = usageOf(command, lang).replace(/^npx timonel ?/, '');
  switch (problem.code) {
    case 'commander.unknownCommand': {
      const suggestion = nearest(
        name,
        command.commands.map((known) => known.name()),
      );
      const within = command === top ? '' : `${command.name()} `;
      return suggestion === undefined
        ? fill(unknownCommand, { name: `${within}${name}`, within }, lang)
        : fill(unknownCommandMeant, { name: `${within}${name}`, suggestion: `${within}${suggestion}` }, lang);
    }
    case 'commander.unknownOption':
      return fill(unknownOption, { name, command: pathOf(command) }, lang).replace('  ', ' ');
    case 'commander.missingArgument':
      return fill(missingArgument, { name: name.toUpperCase(), usage }, lang);
    case 'commander.missingMandatoryOptionValue':
      return fill(missingArgument, { name: optionName(name), usage }, lang);
    case 'commander.optionMissingArgument':
      return fill(missingValue, { name: optionName(name) }, lang);
    case 'commander.invalidArgument': {
      const [, , value = ''] = /'([^']*)' argument '([^']*)'/.exec(problem.message) ?? [];
      const allowed = /Allowed choices are ([^.]*)\./.exec(problem.message)?.[1]?.replaceAll(', ', ' | ') ?? '';
      return fill(badValue, { name: optionName(name), value, allowed }, lang);
    }
    case 'commander.excessArguments':
      return fill(tooManyArguments, { usage }, lang);
    default:
      return fill(badCall, {}, lang);
  }
}

/** `notebook export`, of the command within another one. */
const pathOf = (command: Command): string =>
  command.parent ? `${pathOf(command.parent)} ${command.name()}`.trim() : '';

/** `--dir` of `--dir <dir>`. */
const optionName = (flags: string): string => flags.split(/[ ,|]+/).find((part) => part.startsWith('--')) ?? flags;
