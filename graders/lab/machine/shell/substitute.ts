import { textOf } from '../machine.ts';
import { hole } from '../unknown.ts';
import type { Substitute } from './expand.ts';
import { leaveSubshell, type Shell } from './shell.ts';
import { after, joined } from './world.ts';

/** Runs a `$( )` in a copy of the shell. What it prints is unknown where it may go more than one way. */
export function substitute(shell: Shell): Substitute {
  return (world, script) => {
    const inside = joined(shell.list([{ ...world, output: [] }], script, true));
    const [only] = inside;
    if (!only) return { text: hole, world };
    const text = inside.length === 1 && only.left !== 'running' ? textOf(only.output) : undefined;
    const { machine, exit, complaint } = leaveSubshell(world, only);
    return { text: text?.replace(/\n+$/, '') ?? hole, world: after({ ...world, machine }, exit, complaint) };
  };
}
