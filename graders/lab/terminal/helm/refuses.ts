import { refuses as cobra } from '../mesh/refuses.ts';
import type { UsageProblem } from '../tool/tool.ts';

/** Helm keeps cobra's hint for commands that it does not have. @see https://github.com/helm/helm/blob/main/pkg/cmd/root.go (`SilenceUsage`) */
export function refuses(problem: UsageProblem): { readonly stderr: string; readonly exit: number } {
  const { stderr, exit } = cobra(problem);
  if (problem.why === 'unknown-command') return { stderr, exit };
  return { stderr: stderr.replace(/^Run '.*' for usage\.\n/m, ''), exit };
}
