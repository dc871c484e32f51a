import { own } from '../../../core/own.ts';
import type { Lang, Text } from '../../../core/text.ts';
import {
  type Assignment,
  arithmetic,
  type Budget,
  evaluateTest,
  find,
  isKnown,
  matcher,
  parentOf,
  parseShell,
  resolvePath,
  type ShellCommand,
  type ShellList,
  type ShellPipeline,
  type ShellRedirection,
  type ShellWord,
  type SimpleCommand,
  write,
} from '../../machine/index.ts';
import type { Desk, JobDoes } from '../desk/desk.ts';
import { fileAt, fileOf } from '../desk/open.ts';
import type { Inside } from '../tool/inside.ts';
import { keyOf, nextIndex, type ShellArray, withElements } from './arrays.ts';
import { BadExpansion, fieldsOf, patternOf, type Scope, textOf } from './expand.ts';
import { workstation } from './machine.ts';
import type { End, Moment, Session, ShellState, Step } from './state.ts';

/** What a script may use: far more than an honest one does. */
export interface Limits {
  readonly commands: number;
  /** Characters printed, also those that go into pipes and files. */
  readonly output: number;
  /** Simulated seconds. */
  readonly time: number;
}

export const usualLimits: Limits = { commands: 1500, output: 1_000_000, time: 6 * 3600 };

/** Functions that call themselves deeper than this. */
const deepest = 50;

/** What a program got and prints to. */
export interface Io {
  /** What is left to be read of its standard input; `read` takes from it. */
  readonly input: { text: string };
  /** Standard output is the terminal. */
  readonly tty: boolean;
  out(text: string): void;
  err(text: string): void;
}

/** How a program ended. */
export interface Ended {
  readonly exit: number;
  readonly desk: Desk;
  /** Simulated seconds. */
  readonly seconds?: number;
  readonly effort?: number;
  readonly stays?: JobDoes;
  /** The shell it has opened for whoever sits before the terminal. */
  readonly opens?: Inside;
  readonly notes?: readonly Text[];
  readonly beyond?: Text;
}

/** Starts a program by its name; undefined when there is none of that name. */
export interface Programs {
  start(argv: readonly string[], io: Io, shell: Interpreter): Ended | undefined;
  has(name: string): boolean;
}

class Leave extends Error {
  constructor(
    readonly how: 'exit' | 'return' | 'break' | 'continue',
    readonly count: number,
  ) {
    super(how);
  }
}

class Stop extends Error {
  constructor(readonly end: End) {
    super('stop');
  }
}

export interface RunOptions {
  readonly lang: Lang;
  readonly limits?: Limits;
  /** Somebody sits before it: what does not end by itself gives the prompt back. */
  readonly interactive?: boolean;
  /** Name of the script in messages. */
  readonly name?: string;
  /** Told of each moment between two statements that a run of a script may go on from. */
  readonly passing?: (moment: Moment) => void;
}

export interface Ran {
  readonly session: Session;
  readonly steps: readonly Step[];
  readonly end: End;
}

/** Runs a script, or one line of a person, and gives everything that reached the terminal, step by step. */
export function runScript(session: Session, text: string, programs: Programs, options: RunOptions): Ran {
  return goOn(beginningOf(session), [], text, programs, options);
}

/**
 * Runs a text as the script of another shell, whose output goes where the caller says.
 * @param session what it sees; nobody else's
 */
export function evaluated(
  session: Session,
  text: string,
  programs: Programs,
  io: Io,
  options: RunOptions,
): { readonly desk: Desk; readonly exit: number; readonly commands: number; readonly end: End } {
  return new Interpreter(beginningOf(session), [], '', programs, options).another(text, io);
}

/** The moment before the first statement of a script. */
export const beginningOf = (session: Session): Moment => ({
  done: 0,
  session,
  steps: 0,
  commands: 0,
  printed: 0,
  line: 1,
  status: 0,
  began: session.desk.clock,
});

/**
 * Runs what is left of a script that has come as far as a moment, as if it had been run from its beginning.
 * @param steps those of the run that the moment is of
 * @param text begins with the statements that were run until then, character by character
 */
export function goOn(
  moment: Moment,
  steps: readonly Step[],
  text: string,
  programs: Programs,
  options: RunOptions,
): Ran {
  return new Interpreter(moment, steps, text, programs, options).run();
}

/** Runs one script. What it changes is its own; the session it began with stays as it was. */
export class Interpreter {
  desk: Desk;
  shell: ShellState;
  readonly lang: Lang;
  readonly interactive: boolean;
  private readonly steps: Step[];
  private readonly limits: Limits;
  private readonly began: number;
  private commands: number;
  private printed: number;
  private depth = 0;
  private functions = 0;
  /** Inside `$( )`: nothing is told of its own. */
  private hidden = 0;
  private line: number;
  private step: { output: string; notes: Text[]; beyond?: Text; opens?: Inside } | undefined;
  private status: number;

  constructor(
    private readonly from: Moment,
    steps: readonly Step[],
    private readonly text: string,
    private readonly programs: Programs,
    private readonly options: RunOptions,
  ) {
    const { session, commands, printed, line, status, began } = from;
    this.desk = session.desk;
    this.shell = session.shell;
    this.lang = options.lang;
    this.interactive = options.interactive === true;
    this.limits = options.limits ?? usualLimits;
    this.steps = steps.slice(0, from.steps);
    this.commands = commands;
    this.printed = printed;
    this.line = line;
    this.status = status;
    this.began = began;
  }

  run(): Ran {
    const end = this.follow();
    return { session: { desk: this.desk, shell: this.shell }, steps: this.steps, end };
  }

  private follow(): End {
    const script = parseShell(this.text, 'bash');
    if (script === undefined) return { how: isUnclosed(this.text) ? 'no-script' : 'unread' };
    if (script === 'no-script') return { how: 'no-script' };
    const io: Io = {
      input: { text: '' },
      tty: true,
      out: (text) => this.show(text),
      err: (text) => this.show(text),
    };
    try {
      this.depth++;
      this.pipelines(script, io, false, this.from.done, this.options.passing);
      return { how: 'end' };
    } catch (stop) {
      if (stop instanceof Leave) return { how: 'exit' };
      if (stop instanceof Stop) return stop.end;
      throw stop;
    }
  }

  /** Runs a text that is no script of a learner: nothing of it is a step. */
  another(
    text: string,
    io: Io,
  ): { readonly desk: Desk; readonly exit: number; readonly commands: number; readonly end: End } {
    let end: End = { how: 'end' };
    try {
      this.evaluate(text, io);
    } catch (stop) {
      if (stop instanceof Stop) end = stop.end;
      else if (!(stop instanceof Leave)) throw stop;
    }
    return { desk: this.desk, exit: this.shell.exit, commands: this.commands, end };
  }

  private show(text: string): undefined {
    if (this.step) this.step.output += text;
  }

  /** @throws Stop when too much was printed */
  private count(text: string): undefined {
    this.printed += text.length;
    if (this.printed > this.limits.output) throw new Stop({ how: 'spent', what: 'output', line: this.line });
  }

  list(list: ShellList, io: Io, asked = false): undefined {
    if (++this.depth > 150) throw new Stop({ how: 'spent', what: 'depth', line: this.line });
    try {
      this.pipelines(list, io, asked);
    } finally {
      this.depth--;
    }
  }

  private pipelines(list: ShellList, io: Io, asked: boolean, done = 0, passing?: RunOptions['passing']): undefined {
    for (const [index, pipeline] of list.entries()) {
      if (index < done) continue;
      if (index > done) passing?.(this.moment(index));
      const { exit } = this.shell;
      if (pipeline.after === '&&' ? exit !== 0 : pipeline.after === '||' && exit === 0) continue;
      const next = list[index + 1];
      const isAsked = asked || pipeline.negated || (next !== undefined && next.after !== ';');
      this.told(pipeline, io, isAsked);
      if (this.shell.errexit && this.shell.exit !== 0 && !isAsked) throw new Leave('exit', 0);
    }
  }

  private moment(done: number): Moment {
    const { desk, shell, steps, commands, printed, line, status, began } = this;
    return { done, session: { desk, shell }, steps: steps.length, commands, printed, line, status, began };
  }

  /** A pipeline of simple commands is a step of the transcript; those inside other commands are told one by one. */
  private told(pipeline: ShellPipeline, io: Io, asked: boolean): undefined {
    if (this.hidden === 0) this.line = this.lineOf(pipeline.from);
    const isStep = this.hidden === 0 && !this.step && pipeline.commands.some(({ kind }) => kind === 'simple');
    if (!isStep) return this.pipeline(pipeline, io, asked);
    const at = this.desk.clock;
    const line = this.line;
    const step: { output: string; notes: Text[]; beyond?: Text; opens?: Inside } = { output: '', notes: [] };
    this.step = step;
    try {
      this.pipeline(pipeline, io, asked);
    } finally {
      this.step = undefined;
      const command = this.text.slice(pipeline.from, pipeline.to).trim();
      this.steps.push({
        command,
        line,
        output: step.output,
        exit: this.status,
        at,
        facts: this.desk.facts.length,
        sent: this.desk.sent.length,
        notes: step.notes,
        ...(step.beyond && { beyond: step.beyond }),
        ...(step.opens && { opens: step.opens }),
      });
    }
  }

  private lineOf(from: number): number {
    return this.text.slice(0, from).split('\n').length;
  }

  private leave(exit: number): undefined {
    this.status = exit;
    this.shell = { ...this.shell, exit };
  }

  private pipeline(pipeline: ShellPipeline, io: Io, asked: boolean): undefined {
    const { commands, negated, background } = pipeline;
    if (background) return this.inBackground(pipeline, io);
    if (commands.length === 1 && commands[0]) this.command(commands[0], io, asked);
    else this.piped(commands, io);
    if (negated) this.leave(this.shell.exit === 0 ? 1 : 0);
  }

  private piped(commands: readonly ShellCommand[], io: Io): undefined {
    let { text: stdin } = io.input;
    let failed = 0;
    for (const [index, command] of commands.entries()) {
      const isLast = index === commands.length - 1;
      let output = '';
      const outside = this.shell;
      const through: Io = isLast
        ? { ...io, input: { text: stdin } }
        : { ...io, input: { text: stdin }, tty: false, out: (text) => (output += text) };
      this.separately(() => this.command(command, through, true));
      if (this.shell.exit !== 0) failed = this.shell.exit;
      const { exit } = this.shell;
      this.shell = { ...outside, exit };
      stdin = output;
    }
    if (this.shell.pipefail && failed !== 0) this.leave(failed);
  }

  /** A copy of the shell: `exit` and its like end it and nothing else. */
  private separately(run: () => void): undefined {
    try {
      run();
    } catch (stop) {
      if (!(stop instanceof Leave)) throw stop;
    }
  }

  private inBackground(pipeline: ShellPipeline, io: Io): undefined {
    const outside = this.shell;
    this.background = { command: this.text.slice(pipeline.from, pipeline.to).trim() };
    this.separately(() => this.pipeline({ ...pipeline, background: false }, { ...io, input: { text: '' } }, true));
    const made = this.background.pid;
    this.background = undefined;
    this.shell = { ...outside, exit: 0, lastJob: made ?? 4000 + this.desk.made };
    this.status = 0;
  }

  private background: { readonly command: string; pid?: number } | undefined;

  private command(command: ShellCommand, io: Io, asked: boolean): undefined {
    try {
      if (command.kind === 'simple') return this.simple(command, io);
      this.redirected(command, io, (inside) => this.compound(command, inside, asked));
    } catch (stop) {
      if (!(stop instanceof BadExpansion)) throw stop;
      this.complain(io, stop.message);
      this.leave(1);
      throw new Leave('exit', 1);
    }
  }

  private compound(command: Exclude<ShellCommand, SimpleCommand>, io: Io, asked: boolean): undefined {
    switch (command.kind) {
      case 'group':
        return this.list(command.body, io, asked);
      case 'subshell': {
        const outside = this.shell;
        this.separately(() => this.list(command.body, io, asked));
        this.shell = { ...outside, exit: this.shell.exit };
        return;
      }
      case 'if': {
        for (const { test, body } of command.branches) {
          this.list(test, io, true);
          if (this.shell.exit === 0) return this.list(body, io, asked);
        }
        this.leave(0);
        if (command.otherwise) this.list(command.otherwise, io, asked);
        return;
      }
      case 'while':
      case 'until':
        return this.looped(
          () => {
            this.list(command.test, io, true);
            return (this.shell.exit === 0) === (command.kind === 'while');
          },
          () => this.list(command.body, io, asked),
        );
      case 'for':
        return this.forEach(command, io, asked);
      case 'case':
        return this.choose(command, io, asked);
      case 'function':
        this.shell = { ...this.shell, functions: new Map(this.shell.functions).set(command.name, command.body) };
        return this.leave(0);
      case 'test':
        return this.test(command.words);
      case 'arithmetic': {
        const value = arithmetic(this.textOf(command.text), { get: (name) => this.get(name) ?? '', set: this.set });
        return this.leave(isKnown(value) && value !== '0' ? 0 : 1);
      }
    }
  }

  private looped(goesOn: () => boolean, body: () => void): undefined {
    let exit = 0;
    for (;;) {
      this.spend();
      try {
        if (!goesOn()) break;
        body();
        exit = this.shell.exit;
      } catch (stop) {
        if (!(stop instanceof Leave) || (stop.how !== 'break' && stop.how !== 'continue')) throw stop;
        if (stop.count > 1) throw new Leave(stop.how, stop.count - 1);
        if (stop.how === 'break') break;
      }
    }
    this.leave(exit);
  }

  private forEach(command: Extract<ShellCommand, { kind: 'for' }>, io: Io, asked: boolean): undefined {
    const { words, name, body } = command;
    if (words === 'endless')
      return this.looped(
        () => true,
        () => this.list(body, io, asked),
      );
    const values = words === 'arguments' ? this.shell.args : words.flatMap((word) => this.fieldsOf(word));
    let index = 0;
    this.looped(
      () => {
        const value = values[index++];
        if (value !== undefined) this.set(name, value);
        return value !== undefined;
      },
      () => this.list(body, io, asked),
    );
  }

  private choose({ word, arms }: Extract<ShellCommand, { kind: 'case' }>, io: Io, asked: boolean): undefined {
    const text = this.textOf(word);
    let falls = false;
    this.leave(0);
    for (const { patterns, body, falls: next } of arms) {
      if (!falls && !patterns.some((pattern) => matcher(patternOf(pattern, this.scope()))(text))) continue;
      this.list(body, io, asked);
      falls = next;
      if (!falls) return;
    }
  }

  private test(words: readonly ShellWord[]): undefined {
    const texts = words.map((word, index) => {
      const before = words[index - 1]?.parts[0];
      const isPattern = before?.kind === 'text' && /^[!=]?=$/.test(before.text);
      return isPattern ? patternOf(word, this.scope()) : this.textOf(word);
    });
    this.leave(evaluateTest(this.machine(), texts, 'double') === true ? 0 : 1);
  }

  private simple(command: SimpleCommand, io: Io): undefined {
    this.spend();
    const before = this.shell.exit;
    const argv = command.words.flatMap((word) => this.fieldsOf(word));
    const inArrays = command.assignments.filter(({ elements, index }) => elements ?? index);
    const isAssociative = argv.slice(1).some((arg) => /^-[a-z]*A/.test(arg)) && isDeclaration(argv);
    for (const one of inArrays) {
      if (argv[0] === 'local') this.localize(one.name);
      this.setArray(one, isAssociative);
    }
    const plain = command.assignments.filter((one) => !inArrays.includes(one));
    const values = plain.map(({ name, value, appends }) => {
      const text = this.textOf(value);
      return [name, appends ? (this.get(name) ?? '') + text : text] as const;
    });
    if (argv.length === 0) {
      for (const [name, value] of values) this.set(name, value);
      const asks = command.assignments.some(({ value }) => value.parts.some(({ kind }) => kind === 'command'));
      if (!asks || this.shell.exit === before) this.leave(asks ? this.shell.exit : 0);
      return this.redirected(command, io, () => {});
    }
    const { env } = this.shell;
    if (values.length > 0) this.shell = { ...this.shell, env: { ...env, ...Object.fromEntries(values) } };
    this.redirected(command, io, (inside) => this.invoke(argv, inside));
    if (values.length > 0) this.shell = { ...this.shell, env };
  }

  /** `x=(a b)`, `x+=(c)`, `x[1]=d`. */
  private setArray({ name, value, appends, elements, index }: Assignment, isAssociative: boolean): undefined {
    if (isAssociative) this.associate(name);
    const key = (word: ShellWord): string => {
      const found = keyOf(this.shell, name, this.textOf(word), this.get);
      if (found === undefined) throw new BadExpansion(`${name}: bad array subscript`);
      return found;
    };
    if (index) {
      const at = key(index);
      const before = appends ? (this.shell.arrays.get(name)?.get(at) ?? '') : '';
      this.shell = withElements(this.shell, name, [[at, before + this.textOf(value)]], true);
      return;
    }
    const before = this.shell.arrays.get(name) ?? new Map(this.get(name) === undefined ? [] : [['0', '']]);
    let next = appends ? nextIndex(before) : 0;
    const values = (elements ?? []).flatMap((one): readonly (readonly [string, string])[] => {
      const at = one.key && key(one.key);
      if (at === undefined) return this.fieldsOf(one.value).map((text) => [String(next++), text]);
      next = Number(at) + 1;
      return [[at, this.textOf(one.value)]];
    });
    this.setElements(name, values, appends);
  }

  setElements(name: string, elements: readonly (readonly [string, string])[], keeps: boolean): undefined {
    this.shell = withElements(this.shell, name, elements, keeps);
  }

  /** `declare -A`. */
  associate(name: string): undefined {
    this.shell = { ...this.shell, associative: new Set(this.shell.associative).add(name) };
  }

  /** What a variable was before its function made it its own, which it is again afterwards. */
  localize(name: string): undefined {
    const own = this.locals.at(-1);
    if (!own || own.has(name)) return;
    const { variables, arrays } = this.shell;
    own.set(name, { value: variables.get(name), array: arrays.get(name) });
  }

  private readonly locals: Map<
    string,
    { readonly value: string | undefined; readonly array: ShellArray | undefined }
  >[] = [];

  private forget(
    own: ReadonlyMap<string, { readonly value: string | undefined; readonly array: ShellArray | undefined }>,
  ) {
    const variables = new Map(this.shell.variables);
    const arrays = new Map(this.shell.arrays);
    for (const [name, { value, array }] of own) {
      variables.delete(name);
      arrays.delete(name);
      if (value !== undefined) variables.set(name, value);
      if (array) arrays.set(name, array);
    }
    this.shell = { ...this.shell, variables, arrays };
  }

  /** Runs a command by its words: a function, or whatever has the name. */
  invoke(argv: readonly string[], io: Io): undefined {
    const [name = '', ...args] = argv;
    const body = this.shell.functions.get(name);
    if (body) return this.call(body, args, io);
    const ended = this.programs.start(argv, io, this);
    if (!ended) {
      this.complain(io, `${name}: ${name.includes('/') ? 'No such file or directory' : 'command not found'}`);
      return this.leave(127);
    }
    this.desk = ended.desk;
    this.note(ended);
    this.spend((ended.effort ?? 1) - 1);
    this.pass(ended.seconds ?? 0);
    if (ended.stays) this.stay(ended.stays, io);
    else this.leave(ended.exit);
  }

  /** Whether a shell can be opened for somebody who goes on typing there. */
  canOpen(io: Io): boolean {
    return this.interactive && io.tty && !this.background && this.step !== undefined;
  }

  private note({ notes = [], beyond, opens }: Ended): undefined {
    if (!this.step) return;
    if (opens) this.step.opens = opens;
    this.step.notes.push(...notes);
    if (beyond) this.step.beyond ??= beyond;
  }

  /** Time goes by. @throws Stop after too much of it */
  pass(seconds: number): undefined {
    if (seconds > 0) this.desk = { ...this.desk, clock: this.desk.clock + seconds };
    if (this.desk.clock - this.began > this.limits.time)
      throw new Stop({ how: 'spent', what: 'time', line: this.line });
  }

  /** A command that does not end: a job in the background, and otherwise as far as a script gets. */
  private stay(does: JobDoes, io: Io): undefined {
    if (this.background) {
      const number = 1 + this.desk.jobs.reduce((most, job) => Math.max(most, job.number), 0);
      const pid = 4000 + this.desk.made + 1;
      const job = { number, pid, command: this.background.command, does };
      this.desk = { ...this.desk, made: this.desk.made + 1, jobs: [...this.desk.jobs, job] };
      this.background.pid = pid;
      if (this.interactive) io.err(`[${number}] ${pid}\n`);
      return this.leave(0);
    }
    if (!this.interactive) {
      this.status = 130;
      const command = this.step ? this.currentCommand : '';
      throw new Stop({ how: 'stays', line: this.line, command });
    }
    io.err('^C\n');
    this.leave(130);
  }

  private get currentCommand(): string {
    return this.text.split('\n')[this.line - 1]?.trim() ?? '';
  }

  private call(body: ShellCommand, args: readonly string[], io: Io): undefined {
    if (++this.functions > deepest) throw new Stop({ how: 'spent', what: 'depth', line: this.line });
    const outside = this.shell.args;
    this.shell = { ...this.shell, args };
    const own: (typeof this.locals)[number] = new Map();
    this.locals.push(own);
    try {
      this.command(body, io, false);
    } catch (stop) {
      if (!(stop instanceof Leave) || stop.how !== 'return') throw stop;
    } finally {
      this.functions--;
      this.locals.pop();
      this.forget(own);
      this.shell = { ...this.shell, args: outside };
    }
  }

  /** Ends a loop, a function or the shell. */
  leaving(how: Leave['how'], count: number): never {
    if (how === 'exit' || how === 'return') this.leave(count & 255);
    throw new Leave(how, how === 'break' || how === 'continue' ? Math.max(1, count) : count);
  }

  /** Runs a text as commands of this shell: `eval`, `.`, `bash -c`. */
  evaluate(text: string, io: Io): undefined {
    const script = parseShell(text, 'bash');
    if (script === undefined || script === 'no-script') {
      this.complain(io, 'syntax error');
      return this.leave(2);
    }
    this.hidden++;
    try {
      this.list(script, io);
    } finally {
      this.hidden--;
    }
  }

  /** As another process: what it sets is gone with it. */
  apart(run: () => void): undefined {
    const outside = this.shell;
    this.separately(run);
    this.shell = { ...outside, exit: this.shell.exit };
  }

  /** Whether a name is that of a command. */
  knows(name: string): boolean {
    return this.shell.functions.has(name) || this.programs.has(name);
  }

  /** Runs something that is ended when it does not end by itself. @returns whether it had to be */
  within(run: () => void): boolean {
    try {
      run();
      return false;
    } catch (stop) {
      if (stop instanceof Stop && stop.end.how === 'stays') return true;
      throw stop;
    }
  }

  private spend(count = 1): undefined {
    this.commands += count;
    if (this.commands > this.limits.commands) throw new Stop({ how: 'spent', what: 'commands', line: this.line });
  }

  complain(io: Io, message: string): undefined {
    const { name } = this.options;
    io.err(name === undefined ? `bash: ${message}\n` : `${name}: line ${this.line}: ${message}\n`);
  }

  /** The value of a variable or special parameter. */
  get = (name: string): string | undefined => {
    const { shell, desk } = this;
    if (/^\d+$/.test(name)) return name === '0' ? (this.options.name ?? 'bash') : shell.args[Number(name) - 1];
    switch (name) {
      case '@':
      case '*':
        return shell.args.join(' ');
      case '#':
        return String(shell.args.length);
      case '?':
        return String(shell.exit);
      case '$':
        return '3999';
      case '!':
        return shell.lastJob === undefined ? '' : String(shell.lastJob);
      case 'PWD':
        return shell.cwd;
      case 'OLDPWD':
        return shell.before;
      case 'SECONDS':
        return String(Math.floor(desk.clock - this.began));
      case 'RANDOM':
        return String((this.commands * 7919 + Math.floor(desk.clock) * 104_729) % 32_768);
      case '-':
        return shell.errexit ? 'ehB' : 'hB';
    }
    const kept = shell.variables.get(name) ?? shell.arrays.get(name)?.get('0');
    return kept ?? own(shell.env, name);
  };

  /** The values of an array by their keys; a variable is an array of one. */
  array(name: string): ShellArray {
    const known = this.shell.arrays.get(name);
    const value = known ? undefined : this.get(name);
    return known ?? new Map(value === undefined ? [] : [['0', value]]);
  }

  /** `<( )`: what its commands print, in a file that only they and their reader know. */
  private process(script: ShellList): string {
    const path = `/dev/fd/${63 - (this.processes++ % 50)}`;
    this.write(path, this.substituted(script));
    return path;
  }

  private processes = 0;

  set = (name: string, value: string): undefined => {
    const { env, variables, arrays } = this.shell;
    if (arrays.has(name)) {
      this.setElements(name, [['0', value]], true);
      return;
    }
    this.shell = Object.hasOwn(env, name)
      ? { ...this.shell, env: { ...env, [name]: value } }
      : { ...this.shell, variables: new Map(variables).set(name, value) };
  };

  private scope(): Scope {
    const { cwd, args, nounset } = this.shell;
    return {
      cwd,
      args,
      nounset,
      files: this.desk.files,
      get: this.get,
      array: (name) => this.array(name),
      key: (name, index) => keyOf(this.shell, name, index, this.get),
      process: (script) => this.process(script),
      set: this.set,
      substitute: (script) => this.substituted(script),
    };
  }

  private substituted(script: ShellList): string {
    let output = '';
    const add = (text: string) => {
      this.count(text);
      output += text;
    };
    const outside = this.shell;
    this.hidden++;
    try {
      const io: Io = { input: { text: '' }, tty: false, out: add, err: (text) => this.show(text) };
      this.separately(() => this.list(script, io, true));
    } finally {
      this.hidden--;
    }
    this.shell = { ...outside, exit: this.shell.exit };
    return output;
  }

  private textOf(word: ShellWord): string {
    return textOf(word, this.scope());
  }

  private fieldsOf(word: ShellWord): readonly string[] {
    return fieldsOf(word, this.scope());
  }

  /** The learner's machine, for what its programs decide. */
  machine(budget?: Budget) {
    return workstation(this.desk, this.shell, budget);
  }

  /** Opens the files of the redirections, runs, and writes what went into them. */
  private redirected(
    { redirections, stdin }: { readonly redirections: readonly ShellRedirection[]; readonly stdin?: ShellWord },
    io: Io,
    run: (inside: Io) => void,
  ): undefined {
    const counted: Io = {
      ...io,
      out: (text) => {
        this.count(text);
        io.out(text);
      },
      err: (text) => {
        this.count(text);
        io.err(text);
      },
    };
    let inside = stdin ? { ...counted, input: { text: this.textOf(stdin) } } : counted;
    for (const redirection of redirections) {
      const opened = this.opened(redirection, inside, counted);
      if (!opened) return this.leave(1);
      inside = opened;
    }
    run(inside);
  }

  private opened(redirection: ShellRedirection, inside: Io, io: Io): Io | undefined {
    const target = this.textOf(redirection.target);
    const { mode, descriptor } = redirection;
    if (mode === '>&') return duplicated(inside, descriptor, target);
    if (mode === '<') {
      const content = this.read(target);
      if (content === undefined) this.complain(io, `${target}: No such file or directory`);
      return content === undefined ? undefined : { ...inside, input: { text: content } };
    }
    const add = this.writer(target, mode === '>>');
    if (!add) {
      const found = find(this.desk.files, resolvePath(this.shell.cwd, target));
      const isDirectory = found.state === 'present' && found.entry.kind === 'directory';
      this.complain(io, `${target}: ${isDirectory ? 'Is a directory' : 'No such file or directory'}`);
      return undefined;
    }
    if (mode === '&>') return { ...inside, tty: false, out: add, err: add };
    return descriptor === 2 ? { ...inside, err: add } : { ...inside, tty: false, out: add };
  }

  /** The text of a file of the learner. */
  read(path: string): string | undefined {
    const at = resolvePath(this.shell.cwd, path);
    if (at === '/dev/null') return '';
    return fileAt(this.desk, at)?.content;
  }

  private writer(path: string, appends: boolean): ((text: string) => void) | undefined {
    const at = resolvePath(this.shell.cwd, path);
    if (/^\/dev\/(?:null|zero)$/.test(at)) return () => {};
    if (/^\/dev\/(?:tty|stdout|stderr)$/.test(at)) return (text) => this.show(text);
    const above = find(this.desk.files, parentOf(at));
    const found = find(this.desk.files, at);
    if (above.state !== 'present' || (found.state === 'present' && found.entry.kind === 'directory')) return undefined;
    if (!appends || found.state !== 'present') this.write(at, '');
    return (text) => {
      this.count(text);
      this.write(at, (this.read(at) ?? '') + text);
    };
  }

  write(at: string, content: string): undefined {
    this.desk = { ...this.desk, files: write(this.desk.files, [[at, fileOf(content)]]) };
  }
}

const isDeclaration = ([name = '']: readonly string[]): boolean => /^(?:declare|typeset|local)$/.test(name);

/** Whether a quote has no end: then no shell gets to the end of the text. */
function isUnclosed(text: string): boolean {
  const plain = text.replace(/<<-?\s*(['"]?)(\w+)\1[\s\S]*?\n\s*\2(?=\n|$)/g, '').replace(/(^|\s)#.*$/gm, '$1');
  return /['"]/.test(plain.replace(/\\[\s\S]|'[^']*'|"(?:[^"\\]|\\[\s\S])*"/g, ''));
}

/** `2>&1`, `>&2`: where one goes, the other goes too. */
function duplicated(io: Io, descriptor: number, target: string): Io {
  if (descriptor === 2 && target === '1') return { ...io, err: io.out };
  if (descriptor === 1 && target === '2') return { ...io, tty: false, out: io.err };
  return target === '-' ? { ...io, ...(descriptor === 2 ? { err: () => {} } : { out: () => {} }) } : io;
}
