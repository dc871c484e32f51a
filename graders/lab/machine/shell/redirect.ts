import { canWrite, mayRead } from '../access.ts';
import { type Entry, find, write } from '../files/files.ts';
import { isInside, resolvePath } from '../files/paths.ts';
import { usersFrom } from '../files/users.ts';
import { type Complaint, type Machine, textOf } from '../machine.ts';
import { isKnown } from '../unknown.ts';
import { Expander } from './expand.ts';
import type { Redirection, ShellWord } from './script.ts';
import type { Shell } from './shell.ts';
import { substitute } from './substitute.ts';
import { after, printed, type World } from './world.ts';

interface Redirected {
  readonly redirections: readonly Redirection[];
  readonly stdin?: ShellWord;
}

/** Where the outputs of a command go. */
interface Outputs {
  /** The file of standard output. */
  readonly file?: string;
  /** Standard output does not reach the terminal or the pipe. */
  readonly hidden: boolean;
}

/**
 * Runs a command with its inputs and outputs where it says. A file that cannot be opened is a failure of the command, which
 * then does not run.
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_08_01
 */
export function redirect(
  shell: Shell,
  world: World,
  { redirections, stdin: heredoc }: Redirected,
  run: (inside: World) => readonly World[],
): readonly World[] {
  if (redirections.length === 0 && !heredoc) return run(world);
  const expander = new Expander(world, substitute(shell));
  let stdin = world.stdin;
  if (heredoc) stdin = known(expander.text(heredoc));
  let outputs: Outputs = { hidden: false };
  for (const redirection of redirections) {
    const target = expander.text(redirection.target);
    if (redirection.mode === '<') {
      const input = read(expander.world.machine, target);
      if ('kind' in input) return [after(expander.world, 1, input)];
      stdin = input.text;
      continue;
    }
    const opened = open(expander.world.machine, redirection, target, outputs);
    if ('kind' in opened) return [after(expander.world, 1, opened)];
    expander.world = { ...expander.world, machine: opened.machine };
    outputs = opened.outputs;
  }
  const before = expander.world;
  const errors = redirections.filter(({ descriptor, mode }) => descriptor === 2 || mode === '&>');
  const { aside, ...silent } = before;
  return run({ ...silent, stdin, output: [] }).map((inside) => {
    const { aside: more = '', ...closed } = close(before, inside, outputs);
    const told = errors.length > 0 ? (aside ?? '') : `${aside ?? ''}${more}`;
    // Where both go the same way, nobody knows what comes first.
    const mixed = errors.length > 0 && more !== '' ? { output: undefined } : {};
    return { ...closed, ...mixed, ...(told !== '' && { aside: told }) };
  });
}

const known = (text: string): string | null => (isKnown(text) ? text : null);

function read(machine: Machine, target: string): { readonly text: string | null | undefined } | Complaint {
  const path = resolvePath(machine.cwd, target);
  if (path === '/dev/null') return { text: undefined };
  const found = find(machine.files, path);
  const refused = found.state === 'absent' || (found.state === 'present' && !mayRead(machine, found));
  if (refused && isKnown(target)) return { kind: 'no-file', file: target, program: 'sh' };
  return { text: found.state === 'present' ? (found.entry.content ?? null) : null };
}

function open(
  machine: Machine,
  { mode, descriptor }: Redirection,
  target: string,
  outputs: Outputs,
): { readonly machine: Machine; readonly outputs: Outputs } | Complaint {
  if (mode === '>&' && /^\d$|^-$/.test(target)) {
    const away = descriptor === 1 && target !== '1';
    return { machine, outputs: away ? { hidden: true } : outputs };
  }
  const takesOutput = descriptor === 1 || (mode !== '>' && mode !== '>>');
  const path = resolvePath(machine.cwd, target);
  if (isInside('/dev', path)) {
    const shown = /^\/dev\/(?:stdout|fd\/1|tty)$/.test(path);
    return { machine, outputs: takesOutput && !shown ? { hidden: true } : outputs };
  }
  if (isKnown(target) && !canWrite(machine, path)) return { kind: 'no-file', file: target, program: 'sh' };
  const opened = isKnown(target) ? put(machine, path, '', mode === '>>') : machine;
  if (takesOutput) return { machine: opened, outputs: { hidden: true, file: path } };
  // What goes to standard error is not followed.
  return { machine: isKnown(target) ? put(machine, path, undefined, true) : machine, outputs };
}

function close(before: World, inside: World, { file, hidden }: Outputs): World {
  const { output, machine } = inside;
  const text = textOf(output);
  const saved = file === undefined || text === '' ? machine : put(machine, file, text, true);
  const shown = hidden ? before.output : printed(before, output).output;
  return { ...inside, machine: saved, stdin: before.stdin, output: shown };
}

/** Writes to a file that may be written to, or makes it. */
function put(machine: Machine, path: string, text: string | undefined, appends: boolean): Machine {
  const { files, uid, gid, layer } = machine;
  const before = find(files, path);
  const fresh: Entry = { kind: 'file', mode: 0o644, uid, gid, layer };
  const { content, manifests: _same, means, ...rest } = before.state === 'present' ? before.entry : fresh;
  const kept = !appends || before.state === 'absent' ? '' : before.state === 'present' ? content : undefined;
  const whole = kept === undefined || text === undefined ? undefined : kept + text;
  const meant = appends && means !== undefined && text !== undefined ? means + text : undefined;
  const entry: Entry = {
    ...rest,
    layer,
    ...(whole !== undefined && isKnown(whole) && { content: whole }),
    ...(meant !== undefined && isKnown(meant) && { means: meant }),
  };
  const users = usersFrom(machine.users, path, text !== undefined && isKnown(text) ? text : undefined);
  return { ...machine, users, files: write(files, [[before.state === 'present' ? before.path : path, entry]]) };
}
