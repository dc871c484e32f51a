import { textOf } from '../machine.ts';
import type { Pipeline } from './script.ts';
import { leaveSubshell, type Shell } from './shell.ts';
import { after, joined, printed, type World } from './world.ts';

/** Commands that read their input only so far: what feeds them ends with them. */
const stopsEarly = /^(?:head|true|false|:|exit|sed|grep|awk|read)$/;

/** Runs commands joined by `|`, each on what the one before it prints. */
export function pipe(shell: Shell, world: World, { commands }: Pipeline, asked: boolean): readonly World[] {
  const [first, ...others] = commands;
  if (!first) return [world];
  if (others.length === 0) return shell.command(world, first, asked);
  let current: readonly World[] = [{ ...world, output: [] }];
  for (const [index, command] of commands.entries()) {
    const isLast = index === commands.length - 1;
    current = joined(
      current.flatMap((before) => {
        const input = index === 0 ? world.stdin : (textOf(before.output) ?? null);
        const fed = { ...enter(world, before), stdin: input, output: [] };
        return shell.command(fed, command, true).map((inside) => {
          const ended = leaveSubshell({ ...world, output: [] }, inside);
          return next(before, ended, index === 0, isLast, shell, command);
        });
      }),
    );
  }
  return current.map((end) => {
    const { output, ...rest } = end;
    const whole = printed({ ...world, output: world.output }, output);
    return { ...rest, stdin: world.stdin, output: whole.output };
  });
}

/** Each command runs in a shell of its own, with the files as the one before left them. */
function enter(world: World, before: World): World {
  const { env, cwd } = world.machine;
  return { ...world, machine: { ...before.machine, env, cwd } };
}

function next(
  before: World,
  ended: World,
  isFirst: boolean,
  isLast: boolean,
  _shell: Shell,
  command: Pipeline['commands'][number],
): World {
  const running = before.left === 'running' ? before : undefined;
  if (running && !isFirst) {
    const early = command.kind === 'simple' && stopsEarly.test(nameOf(command));
    return early ? ended : { ...ended, left: 'running', ...(running.foreground && { foreground: running.foreground }) };
  }
  const failed = !isFirst && before.pipefail && before.exit !== 0;
  if (failed && ended.exit === 0 && ended.left === undefined) return after(ended, before.exit, before.complaint);
  return isLast ? ended : ended;
}

function nameOf({ words }: Extract<Pipeline['commands'][number], { kind: 'simple' }>): string {
  const [word] = words;
  return word?.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('') ?? '';
}
