import { find } from '../files/files.ts';
import { baseName, resolvePath } from '../files/paths.ts';
import { resolveUser } from '../files/users.ts';
import { done, failed, type Machine, type Program, type Ran, unforeseen } from '../machine.ts';
import { runShell } from '../shell/run.ts';
import { mayRead } from './access.ts';
import { locate } from './locate.ts';

const shell: Program = (machine, argv, exec, stdin) => {
  const [name = 'sh', ...args] = argv;
  let options = '';
  while (/^[-+]\w/.test(args[0] ?? '')) {
    const option = args.shift() ?? '';
    options += option;
    if (/^[-+]\w*o$/.test(option)) options += ` ${args.shift()}`;
  }
  if (/-\w*c/.test(options)) return runShell(machine, args[0] ?? '', exec, options, args.slice(2));
  const readsInput = args.length === 0 || args[0] === '-' || /-\w*s/.test(options);
  if (readsInput) return typeof stdin === 'string' ? runShell(machine, stdin, exec, options) : unread(machine, stdin);
  const found = find(machine.files, resolvePath(machine.cwd, args[0] ?? ''));
  if (found.state === 'absent' && isProgram(machine, args[0] ?? ''))
    return failed(machine, 126, { kind: 'not-executable', program: args[0] ?? '' });
  if (found.state === 'absent')
    return failed(machine, 127, { kind: 'no-file', file: args[0] ?? '', program: baseName(name) });
  if (found.state === 'unknown' || found.entry.content === undefined) return unforeseen(machine);
  if (!mayRead(machine, found))
    return failed(machine, 126, { kind: 'no-file', file: args[0] ?? '', program: baseName(name) });
  return runShell(machine, found.entry.content.replace(/\r\n/g, '\n'), exec, options, args.slice(1));
};

/** A shell without a script: it has nothing to do, or something that nobody knows (`curl … | sh`). */
function unread(machine: Machine, stdin: null | undefined): Ran {
  return stdin === null ? unforeseen(machine) : done(machine);
}

/** `bash python`: a name that is no script here is looked up as a program, which is none either. */
function isProgram(machine: Machine, name: string): boolean {
  const located = locate(machine, name);
  return located.state === 'found' && located.entry.content === undefined;
}

/** Hands over to the program that follows its own options. */
function handOver(skip: (args: readonly string[]) => readonly string[]): Program {
  return (machine, [, ...args], exec, stdin) => {
    const rest = skip(args);
    return rest.length === 0 ? done(machine) : exec(machine, rest, stdin);
  };
}

const afterOptions = (args: readonly string[]): readonly string[] => {
  const dashes = args.indexOf('--');
  return dashes !== -1 ? args.slice(dashes + 1) : args.slice(args.findIndex((arg) => !arg.startsWith('-')));
};

const asUser: Program = (machine, [, name = '', ...rest], exec) => {
  const who = resolveUser(machine.users, name);
  if (who.state === 'missing') return failed(machine, 1, { kind: 'no-file', file: name, program: 'gosu' });
  const switched = who.state === 'known' ? { ...machine, uid: who.identity.uid, gid: who.identity.gid } : machine;
  return exec(switched, rest);
};

const withEnvironment: Program = (machine, [, ...args], exec, stdin) => {
  const env: Record<string, string> = { ...machine.env };
  let index = 0;
  for (; index < args.length; index++) {
    const arg = args[index] ?? '';
    const equals = arg.indexOf('=');
    if (equals > 0) env[arg.slice(0, equals)] = arg.slice(equals + 1);
    else if (!arg.startsWith('-')) break;
  }
  if (index === args.length) return { machine, output: undefined, exit: 0 };
  return exec({ ...machine, env }, args.slice(index), stdin);
};

/** The entry scripts of the official language images: what follows is the command, or words for the interpreter. */
const entryScript: Program = (machine: Machine, [, ...args], exec) => {
  const [first = ''] = args;
  const isNode = locate(machine, 'node').state === 'found';
  if (isNode && (first.startsWith('-') || locate(machine, first).state === 'absent'))
    return exec(machine, ['node', ...args]);
  return exec(machine, args);
};

const phpEntryScript: Program = (machine, [, ...args], exec) =>
  exec(machine, args[0]?.startsWith('-') ? ['php', ...args] : args);

/** Programs that start other programs. */
export const wrappers: Readonly<Record<string, Program>> = {
  sh: shell,
  bash: shell,
  dash: shell,
  ash: shell,
  env: withEnvironment,
  nohup: handOver((args) => args),
  nice: handOver(afterOptions),
  setsid: handOver(afterOptions),
  stdbuf: handOver(afterOptions),
  tini: handOver(afterOptions),
  'dumb-init': handOver(afterOptions),
  timeout: handOver((args) => afterOptions(args).slice(1)),
  busybox: handOver((args) => args),
  sudo: handOver(afterOptions),
  gosu: asUser,
  'su-exec': asUser,
  'docker-entrypoint.sh': entryScript,
  '__cacert_entrypoint.sh': entryScript,
  'docker-php-entrypoint': phpEntryScript,
};
