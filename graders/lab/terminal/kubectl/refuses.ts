import { nearest } from '../../../core/nearest.ts';
import type { UsageProblem } from '../tool/tool.ts';

/**
 * What `kubectl` says to a call it cannot read.
 * @see https://github.com/spf13/cobra/blob/main/command.go and https://github.com/spf13/pflag/blob/master/flag.go
 */
export function refuses(problem: UsageProblem): { readonly stderr: string; readonly exit: number } {
  const called = problem.path.join(' ');
  const help = `See '${called} --help' for usage.\n`;
  switch (problem.why) {
    case 'unknown-flag': {
      const told = problem.word.startsWith('--')
        ? `unknown flag: --${problem.flag}`
        : `unknown shorthand flag: '${problem.flag}' in ${problem.word}`;
      return { stderr: `error: ${told}\n${help}`, exit: 1 };
    }
    case 'needs-value': {
      const { name, short } = problem.flag;
      const isShort = !problem.word.startsWith('--');
      const told = isShort
        ? `flag needs an argument: '${short ?? name}' in ${problem.word}`
        : `flag needs an argument: --${name}`;
      return { stderr: `error: ${told}\n${help}`, exit: 1 };
    }
    case 'bad-value': {
      const { name, short, value } = problem.flag;
      const shown = short === undefined ? `--${name}` : `-${short}, --${name}`;
      const why =
        value === 'number'
          ? `strconv.ParseInt: parsing ${JSON.stringify(problem.value)}: invalid syntax`
          : value === 'duration'
            ? `time: invalid duration ${JSON.stringify(problem.value)}`
            : `strconv.ParseBool: parsing ${JSON.stringify(problem.value)}: invalid syntax`;
      return {
        stderr: `error: invalid argument ${JSON.stringify(problem.value)} for ${JSON.stringify(shown)} flag: ${why}\n${help}`,
        exit: 1,
      };
    }
    case 'unknown-command': {
      const names = (problem.command.commands ?? []).map(({ name }) => name);
      const meant = nearest(problem.word, names);
      const hint = meant === undefined ? '' : `\n\nDid you mean this?\n\t${meant}\n`;
      const modelled = (problem.command.commands ?? [])
        .filter(({ run, commands }) => run || commands)
        .map(({ name }) => name);
      return {
        stderr: `error: unknown command ${JSON.stringify(problem.word)} for ${JSON.stringify(called)}${hint}\ntimonel: ${modelled.join(' ')}\n`,
        exit: 1,
      };
    }
    case 'operands':
      return {
        stderr: `error: accepts between ${problem.least} and ${problem.most} arg(s), received ${problem.operands.length}\n${help}`,
        exit: 1,
      };
  }
}
