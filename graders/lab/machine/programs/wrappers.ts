import { own as valueIn } from '../../../core/own.ts';
import { mayRead } from '../access.ts';
import { type Entry, find, namesIn, write } from '../files/files.ts';
import { baseName, join, resolvePath } from '../files/paths.ts';
import { resolveUser } from '../files/users.ts';
import { done, failed, type Machine, type Program, type Ran, unforeseen } from '../machine.ts';
import { runShell } from '../shell/run.ts';
import { isKnown } from '../unknown.ts';
import { locate } from './locate.ts';
import { lacking } from './servers.ts';
import { listVariables } from './variables.ts';

const shell: Program = (machine, argv, exec, stdin) => {
  const [name = 'sh', ...args] = argv;
  let options = '';
  while (/^[-+]\w/.test(args[0] ?? '')) {
    const option = args.shift() ?? '';
    options += option;
    if (/^[-+]\w*o$/.test(option)) options += ` ${args.shift()}`;
  }
  if (/-\w*c/.test(options)) return runShell(machine, args[0] ?? '', exec, { options, args: args.slice(2), stdin });
  const readsInput = args.length === 0 || args[0] === '-' || /-\w*s/.test(options);
  if (readsInput)
    return typeof stdin === 'string' ? runShell(machine, stdin, exec, { options }) : unread(machine, stdin);
  const found = find(machine.files, resolvePath(machine.cwd, args[0] ?? ''));
  if (found.state === 'absent' && isProgram(machine, args[0] ?? ''))
    return failed(machine, 126, { kind: 'not-executable', program: args[0] ?? '' });
  if (found.state === 'absent')
    return failed(machine, 127, {
      kind: 'no-file',
      file: args[0] ?? '',
      program: baseName(name),
      because: 'absent',
    });
  if (found.state === 'unknown' || found.entry.content === undefined) return unforeseen(machine);
  if (!mayRead(machine, found))
    return failed(machine, 126, {
      kind: 'no-file',
      file: args[0] ?? '',
      program: baseName(name),
      because: 'unreadable',
    });
  return runShell(machine, found.entry.content.replace(/\r\n/g, '\n'), exec, { options, args: args.slice(1), stdin });
};

/** A shell without a script: it has nothing to do, or something that nobody knows (`curl … | sh`). */
function unread(machine: Machine, stdin: null | undefined): Ran {
  if (stdin === undefined && machine.host.interactive) return { machine, output: undefined, exit: 'running' };
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
  if (index === args.length) return listVariables({ ...machine, env }, 'env');
  return exec({ ...machine, env }, args.slice(index), stdin);
};

/**
 * The entry scripts of official images: what follows is the command, or options for the image's own program. Databases look
 * for their variables first, nginx fills in its templates.
 */
const entryScript: Program = (machine, [, ...args], exec) => {
  const [first = ''] = args;
  const { own } = machine.host.catalogue;
  if (locate(machine, 'node').state === 'found') {
    const isForNode = first.startsWith('-') || locate(machine, first).state === 'absent';
    return exec(machine, isForNode ? ['node', ...args] : args);
  }
  const program = own?.argv.at(own.argv[0]?.includes('entrypoint') ? 1 : 0);
  if (locate(machine, 'nginx').state === 'found') {
    // It ends in `exec "$@"`, to which an option is no program.
    if (first.startsWith('-')) return failed(machine, 2, { kind: 'not-found', program: first });
    return exec(filledIn(machine), args);
  }
  const words = first.startsWith('-') && program !== undefined ? [program, ...args] : args;
  if (words.length === 0) return done(machine);
  const missing =
    program !== undefined && baseName(words[0] ?? '') === baseName(program) ? lacking(machine) : undefined;
  return missing ?? exec(machine, words);
};

/** nginx's image makes `conf.d/x.conf` of `templates/x.conf.template`, with the variables of its environment. */
function filledIn(machine: Machine): Machine {
  const templates = namesIn(machine.files, '/etc/nginx/templates').filter((name) => name.endsWith('.template'));
  const made = templates.map((name): [string, Entry] => {
    const found = find(machine.files, join('/etc/nginx/templates', name));
    const { content, ...rest } = found.state === 'present' ? found.entry : noEntry;
    const text = content?.replace(/\$\{(\w+)\}|\$(\w+)/g, (whole, braced?: string, bare?: string) => {
      const variable = braced ?? bare ?? '';
      return valueIn(machine.env, variable) ?? whole;
    });
    const known = text !== undefined && isKnown(text) ? { content: text } : {};
    return [`/etc/nginx/conf.d/${name.slice(0, -'.template'.length)}`, { ...rest, ...known }];
  });
  return made.length === 0 ? machine : { ...machine, files: write(machine.files, made) };
}

const noEntry: Entry = { kind: 'file', mode: 0o644, uid: 0, gid: 0, layer: -1 };

const phpEntryScript: Program = (machine, [, ...args], exec) =>
  exec(machine, args[0]?.startsWith('-') ? ['php', ...args] : args);

const waits = handOver(afterOptions);
const asItIs = handOver((args) => args);

/** Programs that start other programs. */
export const wrappers: ReadonlyMap<string, Program> = new Map<string, Program>([
  ['sh', shell],
  ['bash', shell],
  ['dash', shell],
  ['ash', shell],
  ['zsh', shell],
  ['env', withEnvironment],
  ['nohup', asItIs],
  ['nice', waits],
  ['setsid', waits],
  ['stdbuf', waits],
  ['tini', waits],
  ['dumb-init', waits],
  ['catatonit', waits],
  ['docker-init', waits],
  ['timeout', handOver((args) => afterOptions(args).slice(1))],
  ['busybox', asItIs],
  ['sudo', waits],
  ['gosu', asUser],
  ['su-exec', asUser],
  ['setpriv', waits],
  ['docker-entrypoint.sh', entryScript],
  ['entrypoint.sh', entryScript],
  ['__cacert_entrypoint.sh', entryScript],
  ['docker-php-entrypoint', phpEntryScript],
]);
