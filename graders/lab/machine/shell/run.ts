import { own } from '../../../core/own.ts';
import { type Entry, find, namesIn, write } from '../files/files.ts';
import { isInside, join, parentOf, resolvePath } from '../files/paths.ts';
import { glob } from '../glob.ts';
import {
  type Execute,
  failed,
  type Input,
  type Machine,
  type Printed,
  type Ran,
  textOf,
  unforeseen,
} from '../machine.ts';
import { mayWrite } from '../programs/access.ts';
import { builtin } from './builtins.ts';
import { parseShell } from './parse.ts';
import type { Pipeline, Redirection, ShellWord, SimpleCommand } from './script.ts';

/** Options a script sets for itself. */
export interface ShellState {
  readonly machine: Machine;
  /** `set -e`: the first failure ends the script. */
  readonly errexit: boolean;
  /** What the script was started with: `$1` and those after it. */
  readonly args: readonly string[];
  /** The last command that was left running in the background. */
  readonly job?: Ran;
}

/**
 * What a shell does with a script. A command whose result nobody can foresee is taken to succeed: in a build it must, or
 * there is no image.
 * @param args what the script is started with
 */
export function runShell(
  machine: Machine,
  text: string,
  exec: Execute,
  options = '',
  args: readonly string[] = [],
): Ran {
  const script = parseShell(text);
  if (!script) return unforeseen(machine);
  if (script === 'no-script') return failed(machine, 2, { kind: 'syntax', program: 'sh' });
  const output: Printed[] = [];
  let foreseen = true;
  let state: ShellState = { machine, errexit: options.includes('e'), args };
  let last: Ran = { machine, output: [], exit: 0 };
  for (const pipeline of script) {
    if (skips(pipeline, last.exit)) continue;
    const step = runPipeline(state, pipeline, exec);
    if (step.ran.output) output.push(...step.ran.output);
    else foreseen = false;
    state = step.state;
    last = keepComplaint(step.ran, last);
    const fatal = state.errexit && typeof last.exit === 'number' && last.exit !== 0 && !guarded(script, pipeline);
    if (step.ends || fatal || last.exit === 'running') break;
  }
  const { exit, complaint } = last;
  // Whatever waits beside a command in the background keeps it alive.
  const { listens, runs } = exit === 'running' && !last.runs && state.job ? state.job : last;
  return {
    machine: state.machine,
    output: foreseen ? output : undefined,
    exit,
    ...(complaint && exit !== 0 && { complaint }),
    ...(listens && { listens }),
    ...(runs && { runs }),
  };
}

/** The failure of a command stays the reason when what hangs on it is skipped. */
function keepComplaint(ran: Ran, before: Ran): Ran {
  return ran.complaint || ran.exit === 0 || !before.complaint ? ran : { ...ran, complaint: before.complaint };
}

function skips({ after }: Pipeline, exit: Ran['exit']): boolean {
  if (after === '&&') return typeof exit === 'number' && exit !== 0;
  return after === '||' && exit === 0;
}

/** `set -e` does not end the script for a command whose result is asked for by `&&` or `||`. */
function guarded(script: readonly Pipeline[], pipeline: Pipeline): boolean {
  const next = script[script.indexOf(pipeline) + 1];
  return next?.after === '||' || next?.after === '&&';
}

interface Step {
  readonly state: ShellState;
  readonly ran: Ran;
  /** `exec` or `exit`: nothing after it runs. */
  readonly ends: boolean;
}

function runPipeline(state: ShellState, { commands, background }: Pipeline, exec: Execute): Step {
  let stdin: Input;
  let step: Step = { state, ran: { machine: state.machine, output: [], exit: 0 }, ends: false };
  for (const command of commands) {
    step = runCommand(step.state, command, exec, stdin);
    stdin = textOf(step.ran.output) ?? null;
  }
  if (commands.length > 1) step = { ...step, ends: false };
  return background ? inBackground(step) : step;
}

/** The shell goes on at once: if it comes to its end, so does the container. */
function inBackground({ state, ran }: Step): Step {
  return { state: { ...state, job: ran }, ran: { machine: ran.machine, output: undefined, exit: 0 }, ends: false };
}

function runCommand(state: ShellState, command: SimpleCommand, exec: Execute, piped: Input): Step {
  const { machine } = state;
  const env = { ...machine.env };
  for (const { name, value } of command.assignments) env[name] = valueToSet(machine, value, state.args);
  const argv = command.words.flatMap((word) => expandWord(machine, word, state.args));
  if (argv.length === 0) {
    const assigned = { ...machine, env };
    return redirected({ ...state, machine: assigned }, command, { machine: assigned, output: [], exit: 0 }, false);
  }
  const input = inputOf(state, command, piped);
  if (input === 'missing') return { state, ran: failed(machine, 1), ends: false };
  const own = builtin({ ...state, machine: { ...machine, env } }, argv, exec);
  if (own) return redirected(own.state, command, own.ran, own.ends);
  const ran = exec({ ...machine, env }, argv, input);
  return redirected({ ...state, machine: { ...ran.machine, env: machine.env, cwd: machine.cwd } }, command, ran, false);
}

/** What a variable is set to: neither split at blanks nor taken for a pattern. */
function valueToSet(machine: Machine, { parts }: ShellWord, args: readonly string[]): string {
  const whole = parts.map((part, index) =>
    index === 0 && part.kind === 'text' && part.text.startsWith('~') ? part : { ...part, quoted: true },
  );
  return expandWord(machine, { parts: whole }, args).join('');
}

function inputOf({ machine, args }: ShellState, { stdin, redirections }: SimpleCommand, piped: Input) {
  if (stdin) return expandWord(machine, stdin, args).join('');
  const from = redirections.find(({ mode }) => mode === '<');
  if (!from) return piped;
  const found = find(machine.files, resolvePath(machine.cwd, expandWord(machine, from.target).join(' ')));
  return found.state === 'absent' ? 'missing' : found.state === 'present' ? (found.entry.content ?? null) : null;
}

/** Sends standard output into a file where the command says so. */
function redirected(state: ShellState, { redirections }: SimpleCommand, ran: Ran, ends: boolean): Step {
  const toFile = redirections.findLast(({ mode, descriptor }) => descriptor === 1 && (mode === '>' || mode === '>>'));
  const toError = redirections.some(({ mode, descriptor }) => mode === '>&' && descriptor === 1);
  if (!toFile) return { state, ran: toError ? { ...ran, output: [] } : ran, ends };
  const { machine } = state;
  const path = resolvePath(machine.cwd, expandWord(machine, toFile.target).join(' '));
  if (isInside('/dev', path)) return { state, ran: { ...ran, output: path === '/dev/stdout' ? ran.output : [] }, ends };
  const saved = save(machine, path, textOf(ran.output), toFile.mode);
  if (!saved) return { state, ran: failed(machine, 1, { kind: 'no-file', file: path, program: 'sh' }), ends };
  return { state: { ...state, machine: saved }, ran: { ...ran, machine: saved, output: [] }, ends };
}

/** Undefined when the directory does not exist, or the user may not write there. */
function save(
  machine: Machine,
  path: string,
  text: string | undefined,
  mode: Redirection['mode'],
): Machine | undefined {
  const { files, uid, gid, layer } = machine;
  const parent = find(files, parentOf(path));
  const before = find(files, path);
  if (parent.state === 'absent') return undefined;
  if (parent.state === 'present' && before.state !== 'present' && !mayWrite(machine, parent.entry)) return undefined;
  if (before.state === 'present' && !mayWrite(machine, before.entry)) return undefined;
  const kept =
    mode === '>' || before.state === 'absent' ? '' : before.state === 'present' ? before.entry.content : undefined;
  const entry: Entry = {
    kind: 'file',
    mode: 0o644,
    uid,
    gid,
    layer,
    ...(before.state === 'present' && { mode: before.entry.mode, uid: before.entry.uid, gid: before.entry.gid }),
  };
  const whole = kept === undefined || text === undefined ? entry : { ...entry, content: kept + text };
  return { ...machine, files: write(files, [[path, whole]]) };
}

/** Variables, `~`, splitting at blanks outside quotes, and globs over the files that are known. */
export function expandWord(machine: Machine, { parts }: ShellWord, args: readonly string[] = []): readonly string[] {
  const fields: string[] = [];
  let field: string | undefined;
  let pattern = false;
  const close = () => {
    if (field !== undefined) fields.push(...(pattern ? globbed(machine, field) : [field]));
    field = undefined;
    pattern = false;
  };
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'text') {
      const home = index === 0 && !part.quoted && (parts.length === 1 ? /^~(?=\/|$)/ : /^~\//).test(part.text);
      field = (field ?? '') + (home ? (machine.env.HOME ?? '/root') + part.text.slice(1) : part.text);
      pattern ||= !part.quoted && /[*?]/.test(part.text);
      continue;
    }
    if (part.kind === 'arguments' && part.which === '@' && part.quoted) {
      for (const [at, arg] of args.entries()) {
        if (at > 0) close();
        field = (field ?? '') + arg;
      }
      continue;
    }
    const value = part.kind === 'arguments' ? argumentText(part.which, args) : variableText(machine, part);
    if (part.quoted) {
      field = (field ?? '') + value;
      continue;
    }
    const pieces = value.split(/\s+/);
    for (const [at, piece] of pieces.entries()) {
      if (at > 0) close();
      if (piece !== '') field = (field ?? '') + piece;
    }
  }
  close();
  machine.budget.spend(
    'bytes',
    fields.reduce((sum, text) => sum + text.length, 0),
  );
  return fields;
}

function argumentText(which: '@' | '*' | number, args: readonly string[]): string {
  return typeof which === 'number' ? (args[which - 1] ?? '') : args.join(' ');
}

function variableText(
  { env }: Machine,
  { name, fallback = '' }: { readonly name: string; readonly fallback?: string },
) {
  return own(env, name) || fallback;
}

function globbed(machine: Machine, pattern: string): readonly string[] {
  const slash = pattern.lastIndexOf('/');
  const directory = slash === -1 ? machine.cwd : resolvePath(machine.cwd, pattern.slice(0, slash) || '/');
  const matches = glob(pattern.slice(slash + 1));
  const names = namesIn(machine.files, directory).filter((name) => matches.test(name) && !name.startsWith('.'));
  if (names.length === 0) return [pattern];
  return names.sort().map((name) => (slash === -1 ? name : join(pattern.slice(0, slash) || '/', name)));
}
