import { OutOfBudget } from '../budget.ts';
import { baseName, resolvePath } from '../files/paths.ts';
import { type Execute, failed, type Input, type Machine, type Ran, unforeseen } from '../machine.ts';
import { isKnown } from '../unknown.ts';
import { locate } from './locate.ts';
import { programs } from './programs.ts';
import { python } from './python.ts';
import { isPython } from './python-name.ts';
import { ownServer } from './servers.ts';

/** Programs to which an argument that nobody knows means little: they print it, or hand it on. */
const bears =
  /^(?:echo|printf|test|\[|true|false|sleep|apt|apt-get|apk|pip3?|env|nohup|cat|ls|grep|id|getent|basename|dirname|which|curl|wget|exit|(?:user|group)add|add(?:user|group)|mkdir|rm|touch|chown|tini|dumb-init|gosu|su-exec|nslookup|nc)$/;

/** Deeper is a script that calls itself: nobody waits for its end. */
const deepest = 40;

/**
 * Starts a program and follows it as far as its effects are modelled.
 * @returns exit 127 when it is nowhere in the image, 126 when it may not be executed
 */
export const execute: Execute = (machine, argv, stdin) => {
  const { nested } = machine;
  if (nested > 0) return follow(machine, argv, stdin);
  try {
    return follow(machine, argv, stdin);
  } catch (stop) {
    if (!(stop instanceof OutOfBudget)) throw stop;
    return { ...unforeseen(machine), spent: stop.resource };
  }
};

/** Every program costs a step, and more where there are many files to keep. */
const follow: Execute = (machine, argv, stdin) => {
  const { nested, budget, files } = machine;
  budget.spend('steps', 1 + files.entries.size / 200);
  if (nested >= deepest) return unforeseen(machine);
  const ran = start({ ...machine, nested: nested + 1 }, argv, stdin);
  budget.spend('objects', Math.max(0, ran.machine.files.entries.size - files.entries.size));
  return { ...ran, machine: { ...ran.machine, nested } };
};

const start: Execute = (machine, argv, stdin) => {
  const [name = ''] = argv;
  const located = locate(machine, name);
  if (located.state === 'absent') return failed(machine, 127, { kind: 'not-found', program: name });
  if (located.state === 'not-executable') return failed(machine, 126, { kind: 'not-executable', program: name });
  if (located.state === 'unknown') return act(machine, argv, baseName(name), stdin);
  const { content } = located.entry;
  if (content === undefined) return act(machine, argv, baseName(name), stdin);
  return script(machine, argv, located.path, content, stdin);
};

function act(machine: Machine, argv: readonly string[], name: string, stdin: Input): Ran {
  if (!isKnown(name) || (!bears.test(name) && !argv.every(isKnown))) return unforeseen(machine);
  const program = isPython(name) ? python : programs.get(name);
  if (program) return program(machine, argv, execute, stdin);
  return ownServer(machine, argv) ?? unforeseen(machine);
}

/** A text file is started through the interpreter its first line names. */
function script(machine: Machine, [, ...args]: readonly string[], path: string, content: string, stdin: Input): Ran {
  const [, line] = /^#!\s*(.*)/.exec(content) ?? [];
  const words = (line ?? '/bin/sh').trim().split(/\s+/);
  if (/\r$/.test(line ?? '')) return failed(machine, 127, { kind: 'not-found', program: `${line}` });
  return execute(machine, [...words, resolvePath(machine.cwd, path), ...args], stdin);
}
