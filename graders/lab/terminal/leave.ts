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
  const leaving = inside?.leaving;
  if (!leaving) return { session, output: '' };
  if ('container' in leaving) {
    const one = containerBy(session.desk, leaving.container);
    return { session: one ? { ...session, desk: ended(session.desk, one) } : session, output: '' };
  }
  const ran = runScript(session, leaving.command.join(' '), programsOf(tools), { lang: 'en', interactive: true });
  return { session: ran.session, output: ran.steps.map(({ output }) => output).join('') };
}
