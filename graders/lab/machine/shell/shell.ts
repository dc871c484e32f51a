import type { Execute } from '../machine.ts';
import type { Command, List } from './script.ts';
import { after, type World } from './world.ts';

/** How commands are run: by the shell itself, which needs a way to start programs. */
export interface Shell {
  readonly exec: Execute;
  /** Whether somebody asks how the command ends (`if`, `&&`, `!`): then `set -e` does not end the script. */
  readonly asked: boolean;
  list(worlds: readonly World[], list: List, asked?: boolean): readonly World[];
  command(world: World, command: Command, asked?: boolean): readonly World[];
}

/** What is left of a copy of the shell when it has ended. */
export function leaveSubshell(outside: World, inside: World): World {
  const { env, cwd } = outside.machine;
  const { exit, complaint, left, output, foreground, job } = inside;
  const world = { ...outside, machine: { ...inside.machine, env, cwd }, output, ...(job && { job }) };
  const ended = after(world, exit, complaint);
  return left === 'running' ? { ...ended, left, ...(foreground && { foreground }) } : ended;
}
