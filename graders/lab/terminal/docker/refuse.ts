import type { Desk } from '../desk/desk.ts';
import { type Outcome, refused, type UsageProblem } from '../tool/tool.ts';

/**
 * What the CLI says when it is called wrongly; `run` and `create` end with 125.
 * @see https://github.com/docker/cli/blob/v28.5.2/cli/cobra.go (`FlagErrorFunc`)
 */
export function refuses(problem: UsageProblem): { readonly stderr: string; readonly exit: number } {
  const called = problem.path.join(' ');
  const usage = `\n\nUsage:  ${called} [OPTIONS] ${problem.command.takes ?? 'COMMAND'}\n\nRun '${called} --help' for more information\n`;
  const exit = 125;
  switch (problem.why) {
    case 'unknown-flag': {
      const isShort = problem.flag.length === 1;
      const what = isShort
        ? `unknown shorthand flag: '${problem.flag}' in ${problem.word}`
        : `unknown flag: --${problem.flag}`;
      return { stderr: `${what}${usage}`, exit };
    }
    case 'needs-value': {
      const { name, short } = problem.flag;
      const isShort = !problem.word.startsWith('--');
      const what = isShort ? `'${short ?? name}' in ${problem.word}` : `--${name}`;
      return { stderr: `flag needs an argument: ${what}${usage}`, exit };
    }
    case 'bad-value': {
      const { name, short } = problem.flag;
      const shown = short === undefined ? `"--${name}"` : `"-${short}, --${name}"`;
      return { stderr: `invalid argument "${problem.value}" for ${shown} flag: invalid syntax${usage}`, exit };
    }
    case 'unknown-command': {
      const whole = [...problem.path.slice(1), problem.word].join(' ');
      return {
        stderr: `docker: unknown command: docker ${whole}\n\nRun '${called} --help' for more information\n`,
        exit: 1,
      };
    }
    case 'operands':
      return { stderr: operandText(problem.path, problem.command.takes, problem.least, problem.most), exit: 1 };
  }
}

function operandText(path: readonly string[], takes: string | undefined, least: number, most: number): string {
  const called = path.join(' ');
  const many = (count: number) => `${count} argument${count === 1 ? '' : 's'}`;
  const wants =
    least === most
      ? most === 0
        ? 'accepts no arguments'
        : `requires ${many(least)}`
      : most === Number.POSITIVE_INFINITY
        ? `requires at least ${many(least)}`
        : `requires at least ${least} and at most ${most} arguments`;
  return `docker: '${called}' ${wants}\n\nUsage:  ${called} [OPTIONS] ${takes ?? ''}\n\nRun '${called} --help' for more information\n`;
}

/** A call with too few or too many operands. @see https://github.com/docker/cli/blob/v28.5.2/cli/required.go */
export function wantsOperands(
  desk: Desk,
  path: readonly string[],
  takes: string,
  least: number,
  most = least,
): Outcome {
  return refused(desk, operandText(path, takes, least, most));
}

/** `Error response from daemon: …`. */
export const fromDaemon = (message: string): string => `Error response from daemon: ${message}\n`;
