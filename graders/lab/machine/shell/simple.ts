import { evaluate } from '../test.ts';
import { isKnown } from '../unknown.ts';
import { arithmetic } from './arithmetic.ts';
import { builtin } from './builtins.ts';
import { assign, Expander, lookUp } from './expand.ts';
import { decided, ranWorlds } from './ran.ts';
import { redirect } from './redirect.ts';
import type { ShellWord, SimpleCommand } from './script.ts';
import type { Shell } from './shell.ts';
import { substitute } from './substitute.ts';
import { after, either, type World } from './world.ts';

/** Functions that call themselves deeper than this are not followed. */
const deepest = 40;

export function simple(shell: Shell, world: World, command: SimpleCommand): readonly World[] {
  const expander = new Expander(after(world, world.exit), substitute(shell));
  const argv = command.words.flatMap((word) => expander.fields(word));
  const asks = command.assignments.some(({ value }) => value.parts.some(({ kind }) => kind === 'command'));
  if (!asks && argv.length === 0) expander.world = after(expander.world, 0);
  const values = command.assignments.map(({ name, value, appends }) => {
    const text = expander.text(value);
    return [name, appends ? (lookUp(expander.world, name) ?? '') + text : text] as const;
  });
  if (argv.length === 0) {
    const assigned = values.reduce((one, [name, text]) => assign(one, name, text), expander.world);
    return redirect(shell, assigned, command, (inside) => [inside]);
  }
  return redirect(shell, expander.world, command, (inside) => start(shell, inside, argv, values));
}

function start(
  shell: Shell,
  world: World,
  argv: readonly string[],
  values: readonly (readonly [string, string])[],
): readonly World[] {
  const [name = '', ...args] = argv;
  const { env } = world.machine;
  const own =
    values.length === 0
      ? world
      : { ...world, machine: { ...world.machine, env: { ...env, ...Object.fromEntries(values) } } };
  const restore = (one: World): World => (values.length === 0 ? one : { ...one, machine: { ...one.machine, env } });
  const body = world.functions.get(name);
  if (body) return call(shell, own, name, args, body).map(restore);
  const done = builtin(shell, own, argv);
  if (done) return done.map(restore);
  return ranWorlds(world, shell.exec(own.machine, argv, own.stdin));
}

function call(
  shell: Shell,
  world: World,
  _name: string,
  args: readonly string[],
  body: Parameters<Shell['command']>[1],
): readonly World[] {
  const { nested } = world.machine;
  world.machine.budget.spend('steps', 2);
  if (nested >= deepest) return either(world);
  const inside = { ...world, args, machine: { ...world.machine, nested: nested + 1 } };
  return shell.command(inside, body).map(({ left, ...one }) => ({
    ...one,
    args: world.args,
    machine: { ...one.machine, nested },
    ...(left && left !== 'return' && { left }),
  }));
}

/** `[[ ]]`: the words of it are neither split nor taken for patterns of files. */
export function testCommand(shell: Shell, world: World, words: readonly ShellWord[]): readonly World[] {
  const expander = new Expander(world, substitute(shell));
  const texts = words.map((word, index) => {
    const before = words[index - 1]?.parts[0];
    const isPattern = before?.kind === 'text' && /^[!=]?=$/.test(before.text);
    return isPattern ? expander.pattern(word) : expander.text(word);
  });
  return decided(expander.world, evaluate(expander.world.machine, texts, 'double'));
}

export function arithmeticCommand(shell: Shell, world: World, text: ShellWord): readonly World[] {
  const expander = new Expander(world, substitute(shell));
  const value = arithmetic(expander.text(text), {
    get: (name) => lookUp(expander.world, name) ?? '',
    set: (name, given) => {
      expander.world = assign(expander.world, name, given);
    },
  });
  return decided(expander.world, isKnown(value) ? value !== '0' : undefined);
}
