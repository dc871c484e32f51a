import type { Ran } from '../machine.ts';
import { after, either, printed, type World } from './world.ts';

/** The ways a program may have gone. One that nobody knows may end well or not, or go on for ever. */
export function ranWorlds(world: World, ran: Ran): readonly World[] {
  const { env, cwd } = world.machine;
  const machine = { ...ran.machine, env, cwd };
  const aside = `${world.aside ?? ''}${ran.aside ?? ''}`;
  const ended = printed({ ...world, machine, ...(aside !== '' && { aside }) }, ran.output);
  if (typeof ran.exit === 'number') return [after(ended, ran.exit, ran.complaint)];
  const { server, runs, exit } = ran;
  const foreground = { exit, ...(server && { server }), ...(runs && { runs }) };
  const running = { ...after(ended, 0), left: 'running' as const, foreground };
  return exit === 'running' ? [running] : [...either(ended), ...(ran.ends ? [] : [running])];
}

/** A command that only answers a question. */
export function decided(world: World, answer: boolean | undefined): readonly World[] {
  return answer === undefined ? either(world) : [after(world, answer ? 0 : 1)];
}
