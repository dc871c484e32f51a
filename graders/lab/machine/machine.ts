import type { Budget, Resource } from './budget.ts';
import type { Catalogue } from './catalogue.ts';
import { type Files, obscure } from './files/files.ts';
import type { Users } from './files/users.ts';
import type { Names } from './names.ts';
import type { Server } from './server.ts';
import { isKnown } from './unknown.ts';

export type { Answers, Listening, Server } from './server.ts';

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
  /** What it stands on. */
  readonly host: Host;
  readonly budget: Budget;
  /** Size of what was installed, in MB. */
  readonly installed: number;
  /** Programs that are waiting for one they started. */
  readonly nested: number;
  /** Seconds that its programs have slept. */
  readonly clock: number;
  /** After so many seconds somebody looks: what is still going on then is taken to go on. */
  readonly horizon: number;
  /** Servers that were left running in the background. */
  readonly daemons: readonly Server[];
}

/** What a machine is made on, and cannot change. */
export interface Host {
  readonly catalogue: Catalogue;
  /** Somebody sits at a terminal: a shell without a script waits for what they type. */
  readonly interactive: boolean;
  /** The root file system cannot be written to. */
  readonly readOnly: boolean;
  /** What is mounted into it, by canonical path. */
  readonly mounts: readonly { readonly path: string; readonly readOnly: boolean }[];
  /** Whether its root has a capability of the runtime's default set. */
  has(capability: string): boolean;
  /** What it is called on its network; absent where nobody knows. */
  readonly hostname?: string;
  /** Whether a name has an address, or nobody knows. */
  resolves(name: string): boolean | undefined;
  /** Its DNS; absent where nobody knows. */
  readonly names?: Names;
  /** The status with which something in its own network answers; nobody may listen, and nobody may know. */
  asks(port: number, path: string): number | 'refused' | 'unknown';
  /** Whoever asks is told beside it that there may be more variables than those that are known. */
  readonly listsVariables?: boolean;
  /** Whether a variable that is not listed may be set nevertheless. */
  mayHave(variable: string): boolean;
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
  /** What it writes to standard error although it ends well, where that is known. */
  readonly aside?: string;
  /** `running`: it serves and does not end. */
  readonly exit: number | 'running' | 'unknown';
  /** The first thing that went wrong, as the process would complain. */
  readonly complaint?: Complaint;
  /** Of one that goes round for ever: why what it waits for fails. */
  readonly waits?: Complaint;
  /** Where it listens and what it answers, if it is a server. */
  readonly server?: Server;
  /** Its result is not known, but it does come to an end. */
  readonly ends?: true;
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
  /** `because` where it is known which of the two it is: there is no such file, or the user may not read it. */
  | {
      readonly kind: 'no-file';
      readonly file: string;
      readonly program: string;
      readonly because?: 'absent' | 'unreadable';
    }
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
  | { readonly kind: 'syntax'; readonly program: string }
  /** It goes to the background, and what was started has come to its end. */
  | { readonly kind: 'daemonised'; readonly program: string }
  /** DNS has none of these names, which it asked for because it was told another one. */
  | { readonly kind: 'no-name'; readonly program: string; readonly asked: string; readonly names: readonly string[] }
  /** It refuses its arguments. */
  | { readonly kind: 'usage'; readonly program: string }
  /** It does not start without one of these variables. */
  | { readonly kind: 'variable-missing'; readonly program: string; readonly variables: readonly string[] }
  | { readonly kind: 'cannot-write'; readonly program: string; readonly path: string; readonly readOnly?: true }
  | { readonly kind: 'capability'; readonly program: string; readonly capabilities: readonly string[] }
  /** nginx and its files. */
  | { readonly kind: 'no-configuration'; readonly path: string }
  | { readonly kind: 'configuration-refused'; readonly path: string; readonly near: string }
  | { readonly kind: 'host-unknown'; readonly host: string; readonly path: string }
  | { readonly kind: 'no-events'; readonly path: string }
  /** `useradd` of a name or a number that somebody has. */
  | { readonly kind: 'taken'; readonly program: string; readonly what: string };

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

/** A process nobody can foresee: it may print anything, leave any file behind and add anybody to the users. */
export function unforeseen(machine: Machine, directory = '/'): Ran {
  const users = directory === '/' && machine.uid === 0 ? { ...machine.users, more: true } : machine.users;
  return {
    machine: { ...machine, users, files: obscure(machine.files, directory) },
    output: undefined,
    exit: 'unknown',
  };
}

/** A process whose effects on files are known and whose result is not. */
export function uncertain(machine: Machine): Ran {
  return { machine, output: undefined, exit: 'unknown', ends: true };
}

/** A process that needs the network or a compiler, and is taken to succeed. */
export function succeeds(machine: Machine): Ran {
  return { machine, output: undefined, exit: 0 };
}

/** A server that keeps running. */
export function serving(machine: Machine, server: Server): Ran {
  return { machine, output: undefined, exit: 'running', server };
}

/** The known text of an output; undefined when some of it is not known. */
export function textOf(output: Ran['output']): string | undefined {
  const text = output?.map((piece) => piece.text).join('');
  return text !== undefined && isKnown(text) ? text : undefined;
}
