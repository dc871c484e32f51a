import { own } from '../../../core/own.ts';
import { find } from '../files/files.ts';
import { resolvePath } from '../files/paths.ts';
import { done, failed, type Input, type Machine, type Program, type Ran } from '../machine.ts';
import { mayRead } from './access.ts';

/** Programs that only print. */
export const textTools: Readonly<Record<string, Program>> = {
  true: (machine) => done(machine),
  false: (machine) => failed(machine, 1),
  sleep: (machine, [, time]) => (time === 'infinity' ? { machine, output: [], exit: 'running' } : done(machine)),
  pwd: (machine) => done(machine, `${machine.cwd}\n`, 'pwd'),
  echo: (machine, [, ...args]) => {
    const option = /^-[neE]+$/.exec(args[0] ?? '')?.[0] ?? '';
    const text = args.slice(option === '' ? 0 : 1).join(' ');
    // dash and ash interpret escapes without being asked, bash does not.
    if (text.includes('\\')) return { machine, output: undefined, exit: 0 };
    return done(machine, option.includes('n') ? text : `${text}\n`, 'echo');
  },
  printf: (machine, [, format = '', ...args]) => {
    const text = formatted(format, args);
    return text === undefined ? { machine, output: undefined, exit: 0 } : done(machine, text, 'printf');
  },
  cat: (machine, [, ...names], _exec, stdin) => {
    const files = names.filter((name) => !name.startsWith('-') || name === '-');
    return files.length === 0 ? printed(machine, stdin, 'cat') : concatenated(machine, files, 'cat');
  },
  date: (machine) => ({ machine, output: undefined, exit: 0 }),
  whoami: (machine) => ({ machine, output: undefined, exit: 0 }),
  id: (machine) => ({ machine, output: undefined, exit: 0 }),
  uname: (machine) => ({ machine, output: undefined, exit: 0 }),
  which: (machine) => ({ machine, output: undefined, exit: 'unknown' }),
  ls: (machine) => ({ machine, output: undefined, exit: 'unknown' }),
  grep: (machine) => ({ machine, output: undefined, exit: 'unknown' }),
  test: (machine) => ({ machine, output: [], exit: 'unknown' }),
};

function printed(machine: Machine, text: Input, by: string): Ran {
  return typeof text !== 'string' ? { machine, output: undefined, exit: 'unknown' } : done(machine, text, by);
}

function concatenated(machine: Machine, names: readonly string[], by: string): Ran {
  let text = '';
  for (const name of names) {
    const found = find(machine.files, resolvePath(machine.cwd, name));
    if (found.state === 'absent') return failed(machine, 1, { kind: 'no-file', file: name, program: by });
    if (found.state === 'unknown' || found.entry.content === undefined)
      return { machine, output: undefined, exit: 'unknown' };
    if (!mayRead(machine, found)) return failed(machine, 1, { kind: 'no-file', file: name, program: by });
    text += found.entry.content;
  }
  return done(machine, text, by);
}

const letters: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  '"': '"',
  "'": "'",
  a: '\x07',
};

/** `printf` with `%s`, `%d` and simple escapes; undefined for more. */
function formatted(format: string, args: readonly string[]): string | undefined {
  if (/%(?![sd%])|\\(?![ntr\\"'a])/.test(format)) return undefined;
  if (format.includes('%d') && !args.every((arg) => /^-?\d{1,15}$/.test(arg))) return undefined;
  const pending = [...args];
  const once = () =>
    format.replace(/%([sd%])|\\(.)/g, (_, letter?: string, escaped?: string) => {
      if (escaped !== undefined) return own(letters, escaped) ?? escaped;
      return letter === '%' ? '%' : (pending.shift() ?? (letter === 'd' ? '0' : ''));
    });
  let text = once();
  const takes = /%[sd]/.test(format);
  while (takes && pending.length > 0) text += once();
  return text;
}
