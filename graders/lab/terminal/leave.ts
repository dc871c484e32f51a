import { containerBy } from './docker/engine.ts';
import { ended } from './docker/run.ts';
import { runScript } from './shell/interpret.ts';
import { programsOf } from './shell/programs.ts';
import type { Session } from './shell/state.ts';
import { tools } from './tools.ts';

/**
 * Leaves the shell inside a container. A container whose first process it was comes to its end; what `--rm` promised is done.
 * @returns the session on the learner's own machine, and what is said
 */
export function leave({ inside, ...session }: Session): { readonly session: Session; readonly output: string } {
  const { says = '', container, command } = inside?.leaving ?? {};
  const one = container === undefined ? undefined : containerBy(session.desk, container);
  const left = one ? { ...session, desk: ended(session.desk, one) } : session;
  if (!command) return { session: left, output: says };
  const ran = runScript(left, command.join(' '), programsOf(tools), { lang: 'en', interactive: true });
  return { session: ran.session, output: says + ran.steps.map(({ output }) => output).join('') };
}
