import type { UsageProblem } from '../tool/tool.ts';

/**
 * What `linkerd` and `istioctl` say to a call they cannot read: both leave it to cobra.
 * @see https://github.com/spf13/cobra/blob/main/command.go and https://github.com/spf13/pflag/blob/master/flag.go
 */
export function refuses(problem: UsageProblem): { readonly stderr: string; readonly exit: number } {
  const called = problem.path.join(' ');
  const told = (): string => {
    switch (problem.why) {
      case 'unknown-flag':
        return problem.word.startsWith('--')
          ? `unknown flag: --${problem.flag}`
          : `unknown shorthand flag: '${problem.flag}' in ${problem.word}`;
      case 'needs-value':
        return `flag needs an argument: ${problem.word.startsWith('--') ? `--${problem.flag.name}` : `'${problem.flag.short ?? problem.flag.name}' in ${problem.word}`}`;
      case 'bad-value':
        return `invalid argument ${JSON.stringify(problem.value)} for "--${problem.flag.name}" flag`;
      case 'unknown-command':
        return `unknown command ${JSON.stringify(problem.word)} for ${JSON.stringify(called)}`;
      case 'operands':
        return `accepts between ${problem.least} and ${problem.most} arg(s), received ${problem.operands.length}`;
    }
  };
  const modelled = (problem.command.flags ?? []).map(({ name }) => (name.length === 1 ? `-${name}` : `--${name}`));
  const names = (problem.command.commands ?? []).filter(({ run, commands }) => run || commands).map(({ name }) => name);
  const hint = problem.why === 'unknown-command' ? names : modelled;
  const listed = hint.length > 0 ? `timonel: ${hint.join(' ')}\n` : '';
  return { stderr: `Error: ${told()}\nRun '${called} --help' for usage.\n${listed}`, exit: 1 };
}
