import type { Command, Flag, Flags, Tool, UsageProblem } from './tool.ts';

export interface ReadCall {
  readonly path: readonly string[];
  readonly command: Command;
  readonly operands: readonly string[];
  readonly rest: readonly string[] | undefined;
  readonly flags: Flags;
  /** Flags that exist and are not modelled. */
  readonly beyond: readonly string[];
  readonly help: boolean;
}

/**
 * Reads the words of a call as cobra and pflag do: `--flag value`, `--flag=value`, `-fvalue`, `-it`, `--`.
 * @param words the program first
 * @see https://pkg.go.dev/github.com/spf13/pflag#hdr-Command_line_flag_syntax
 */
export function readCall(tool: Tool, words: readonly string[]): ReadCall | UsageProblem {
  const argv = commandsFirst(tool, words);
  const path = [argv[0] ?? tool.command.name];
  let command = tool.command;
  let inherited: readonly Flag[] = tool.everywhere ?? [];
  const values = new Map<string, string[]>();
  const operands: string[] = [];
  const beyond: string[] = [];
  let help = false;
  const known = () => [...(command.flags ?? []), ...inherited, ...beyondOf(command)];
  const set = (flag: Flag, value: string) => {
    if (flag.fidelity === 'none') beyond.push(flag.name.length === 1 ? `-${flag.name}` : `--${flag.name}`);
    values.set(flag.name, [...(values.get(flag.name) ?? []), value]);
  };
  let index = 1;
  for (; index < argv.length; index++) {
    const word = argv[index] ?? '';
    if (word === '--') break;
    if (word === '--help' || (word === '-h' && !known().some(({ short, name }) => short === 'h' || name === 'h'))) {
      help = true;
      continue;
    }
    if (word.length < 2 || !word.startsWith('-')) {
      const sub = operands.length === 0 ? commandIn(command, word) : undefined;
      if (sub) {
        inherited = [...inherited, ...(command.flags ?? [])];
        command = sub;
        path.push(sub.name);
        continue;
      }
      if (command.commands && !command.run && operands.length === 0)
        return { path, command, why: 'unknown-command', word };
      operands.push(word);
      if (command.stopsAtOperand) {
        operands.push(...argv.slice(index + 1));
        index = argv.length;
      }
      continue;
    }
    const problem = word.startsWith('--') ? long(word) : shorts(word);
    if (problem) return problem;
  }
  const rest = index < argv.length ? argv.slice(index + 1) : undefined;
  return { path, command, operands, rest, flags: flagsOf(values), beyond: [...new Set(beyond)], help };

  function long(word: string): UsageProblem | undefined {
    const equals = word.indexOf('=');
    const name = equals === -1 ? word.slice(2) : word.slice(2, equals);
    const flag = known().find((one) => one.name === name && name.length > 1);
    if (!flag) return { path, command, why: 'unknown-flag', flag: name, word };
    if (equals !== -1) return give(flag, word.slice(equals + 1), word);
    if (flag.value === undefined) return give(flag, 'true', word);
    if (flag.bare !== undefined) return give(flag, flag.bare, word);
    if (index + 1 >= argv.length) return { path, command, why: 'needs-value', flag, word };
    return give(flag, argv[++index] ?? '', word);
  }

  function shorts(word: string): UsageProblem | undefined {
    for (let at = 1; at < word.length; at++) {
      const letter = word.charAt(at);
      const flag = known().find(({ short, name }) => short === letter || name === letter);
      if (!flag) return { path, command, why: 'unknown-flag', flag: letter, word };
      if (flag.value === undefined) {
        set(flag, 'true');
        continue;
      }
      const attached = word.slice(at + 1).replace(/^=/, '');
      if (attached !== '') return give(flag, attached, word);
      if (flag.bare !== undefined) return give(flag, flag.bare, word);
      if (index + 1 >= argv.length) return { path, command, why: 'needs-value', flag, word };
      return give(flag, argv[++index] ?? '', word);
    }
    return undefined;
  }

  function give(flag: Flag, value: string, word: string): UsageProblem | undefined {
    const isBad =
      (flag.value === undefined && !/^(?:true|false|1|0|t|f|T|F|TRUE|FALSE|True|False)$/.test(value)) ||
      (flag.value === 'number' && !/^[-+]?\d+$/.test(value)) ||
      (flag.value === 'duration' && !/^(?:0|-?(?:\d+(?:\.\d*)?(?:ns|us|µs|ms|s|m|h))+)$/.test(value));
    if (isBad) return { path, command, why: 'bad-value', flag, value, word };
    set(flag, value);
    return undefined;
  }
}

/**
 * The words of a call with the names of its commands in front: flags may stand before them, and are then those of the last one.
 * A flag that is not known there is taken to have a value, as cobra takes it.
 * @see stripFlags in https://github.com/spf13/cobra/blob/main/command.go
 */
function commandsFirst(tool: Tool, words: readonly string[]): readonly string[] {
  const [program = tool.command.name, ...rest] = words;
  const names: string[] = [];
  let command = tool.command;
  let flags: readonly Flag[] = [...(tool.everywhere ?? []), ...(command.flags ?? [])];
  for (let index = 0; command.commands && index < rest.length; index++) {
    const word = rest[index] ?? '';
    if (word === '--') break;
    if (word.length > 1 && word.startsWith('-')) {
      const name = word.replace(/^--?/, '');
      const flag = flags.find((one) => one.name === name || (word.length === 2 && one.short === name));
      const isSwitch = flag ? flag.value === undefined || flag.bare !== undefined : /^(?:h|help)$/.test(name);
      if (!word.includes('=') && (word.startsWith('--') || word.length === 2) && !isSwitch) index++;
      continue;
    }
    const sub = commandIn(command, word);
    if (!sub) break;
    names.push(word);
    rest.splice(index--, 1);
    command = sub;
    flags = [...flags, ...(command.flags ?? [])];
  }
  return [program, ...names, ...rest];
}

/** Flags that a command has and that are not modelled. */
export function beyondOf({ beyond = [] }: Command): readonly Flag[] {
  return beyond.map((written) => {
    const [names = '', value] = written.split('=');
    const [name = '', short] = names.split('|');
    return {
      name,
      fidelity: 'none',
      ...(short !== undefined && { short }),
      ...(value !== undefined && { value: 'text' as const }),
    };
  });
}

function commandIn({ commands = [] }: Command, word: string): Command | undefined {
  return commands.find(({ name, aliases }) => name === word || aliases?.includes(word));
}

function flagsOf(values: ReadonlyMap<string, readonly string[]>): Flags {
  const all = (name: string) => values.get(name) ?? [];
  return {
    has: (name) => values.has(name),
    on: (name, otherwise = false) => (values.has(name) ? /^(?:1|t)/i.test(all(name).at(-1) ?? '') : otherwise),
    text: (name) => all(name).at(-1),
    all,
    list: (name) => all(name).flatMap((value) => value.split(',')),
  };
}

/** Seconds of a duration as Go writes it: `1m30s`. @returns undefined for what is none */
export function seconds(text: string): number | undefined {
  if (text === '0') return 0;
  const parts = [...text.matchAll(/(\d+(?:\.\d*)?)(ns|us|µs|ms|s|m|h)/g)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== text.replace(/^-/, '')) return undefined;
  const units = new Map([
    ['ns', 1e-9],
    ['us', 1e-6],
    ['µs', 1e-6],
    ['ms', 1e-3],
    ['s', 1],
    ['m', 60],
    ['h', 3600],
  ]);
  return parts.reduce((sum, [, amount, unit = 's']) => sum + Number(amount) * (units.get(unit) ?? 0), 0);
}
