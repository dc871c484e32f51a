import type { Budget, Resource } from './budget.ts';
import type { Catalogue } from './catalogue.ts';
import { type Files, obscure } from './files/files.ts';
import type { Users } from './files/users.ts';

/** What a process sees: the inside of a container, at build time or at run time. Immutable. */
export interface Machine {
  readonly files: Files;
  readonly users: Users;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Effective user id. */
  readonly uid: number;
  readonly gid: number;
  /** Layer that writes go to. */
  readonly layer: number;
  /** What is known of its image. */
  readonly catalogue: Catalogue;
  readonly budget: Budget;
  /** Size of what was installed, in MB. */
  readonly installed: number;
  /** Programs that are waiting for one they started. */
  readonly nested: number;
}

/** A piece of standard output and the program that wrote it. */
export interface Printed {
  readonly text: string;
  /** Name of the program: `python3`, `echo`. */
  readonly by: string;
}

/** What a process did before it ended. */
export interface Ran {
  readonly machine: Machine;
  /** Undefined when nobody can tell without executing it. */
  readonly output: readonly Printed[] | undefined;
  /** `running`: it serves and does not end. */
  readonly exit: number | 'running' | 'unknown';
  /** The first thing that went wrong, as the process would complain. */
  readonly complaint?: Complaint;
  /** Address and port it listens on, as far as the source tells. */
  readonly listens?: readonly Listening[];
  /** The file an interpreter runs, where that is known. */
  readonly runs?: Running;
  /** It was followed until this much work was done; the rest is unknown. */
  readonly spent?: Resource;
}

/** A program that an interpreter runs. */
export interface Running {
  readonly interpreter: 'node';
  /** Absolute path. */
  readonly file: string;
  /** It removes the types of TypeScript and compiles nothing. */
  readonly strips?: true;
  /** It watches its files and starts again when they change. */
  readonly watches?: true;
  /** The variables it sees. */
  readonly env: Readonly<Record<string, string>>;
  /** Undefined when something made the file whose effects are not modelled. */
  readonly content?: string;
}

export type Complaint =
  | { readonly kind: 'not-found'; readonly program: string }
  | { readonly kind: 'not-executable'; readonly program: string }
  | { readonly kind: 'no-file'; readonly file: string; readonly program: string }
  /** A directory cannot be copied into itself. */
  | { readonly kind: 'into-itself'; readonly file: string; readonly program: string }
  | { readonly kind: 'no-module'; readonly module: string }
  | { readonly kind: 'python'; readonly error: string; readonly file: string; readonly line: number }
  /** Node refuses the file it was given, with one of its codes. */
  | { readonly kind: 'node'; readonly error: string; readonly file: string }
  /** A package manager finds no package of this name: it has not been told which there are. */
  | { readonly kind: 'no-package'; readonly program: string; readonly name: string }
  /** It asks a question, and nobody is there to answer. */
  | { readonly kind: 'no-answer'; readonly program: string }
  | { readonly kind: 'syntax'; readonly program: string };

export interface Listening {
  /** `any`: all addresses; `loopback`: only from inside the container. */
  readonly address: 'any' | 'loopback';
  readonly port: number;
}

/** What a process reads from its standard input: undefined for nothing, null for what nobody knows. */
export type Input = string | null | undefined;

/** Starts a program by its name or path, as `execve` after a search in `PATH` does. */
export type Execute = (machine: Machine, argv: readonly string[], stdin?: Input) => Ran;

/**
 * A program: what it does with its arguments.
 * @param argv the arguments, the name of the program first
 * @param exec starts other programs
 */
export type Program = (machine: Machine, argv: readonly string[], exec: Execute, stdin?: Input) => Ran;

export function done(machine: Machine, text = '', by = ''): Ran {
  return { machine, output: text === '' ? [] : [{ text, by }], exit: 0 };
}

export function failed(machine: Machine, exit: number, complaint?: Complaint): Ran {
  const ran: Ran = { machine, output: [], exit };
  return complaint ? { ...ran, complaint } : ran;
}

/** A process nobody can foresee: it may print anything and leave any file behind. */
export function unforeseen(machine: Machine, directory = '/'): Ran {
  return { machine: { ...machine, files: obscure(machine.files, directory) }, output: undefined, exit: 'unknown' };
}

/** The known text of an output; undefined when some of it is not known. */
export function textOf(output: Ran['output']): string | undefined {
  return output?.map(({ text }) => text).join('');
}
