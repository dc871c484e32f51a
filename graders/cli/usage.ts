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

/** A mistake in the words of the command, as a sentence in the person's language. */
export function usageProblem(problem: CommanderError, top: Command, argv: readonly string[], lang: Lang): string {
  const command = top.commands.find((known) => argv.includes(known.name())) ?? top;
  const name = /'([^']*)'/.exec(problem.message)?.[1] ?? '';
  const usage = usageOf(command, lang).replace(/^npx timonel ?/, '');
  switch (problem.code) {
    case 'commander.unknownCommand': {
      const suggestion = nearest(
        name,
        top.commands.map((known) => known.name()),
      );
      return suggestion === undefined
        ? fill(unknownCommand, { name }, lang)
        : fill(unknownCommandMeant, { name, suggestion }, lang);
    }
    case 'commander.unknownOption':
      return fill(unknownOption, { name, command: command === top ? '' : command.name() }, lang).replace('  ', ' ');
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

/** `--dir` of `--dir <dir>`. */
const optionName = (flags: string): string => flags.split(/[ ,|]+/).find((part) => part.startsWith('--')) ?? flags;
