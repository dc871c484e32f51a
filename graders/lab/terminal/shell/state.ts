import type { Text } from '../../../core/text.ts';
import type { ShellCommand } from '../../machine/index.ts';
import { type Desk, home } from '../desk/desk.ts';
import { learner } from '../desk/open.ts';
import type { Inside } from '../tool/inside.ts';

/** What a shell remembers between two commands. Immutable. */
export interface ShellState {
  readonly cwd: string;
  readonly before: string;
  /** Exported variables. */
  readonly env: Readonly<Record<string, string>>;
  readonly variables: ReadonlyMap<string, string>;
  /** Arrays, the values by their keys; those of an indexed one are numbers, in ascending order. */
  readonly arrays: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Names that `declare -A` made associative. */
  readonly associative: ReadonlySet<string>;
  readonly functions: ReadonlyMap<string, ShellCommand>;
  readonly args: readonly string[];
  /** `$?`. */
  readonly exit: number;
  /** `$!`. */
  readonly lastJob: number | undefined;
  readonly errexit: boolean;
  readonly nounset: boolean;
  readonly pipefail: boolean;
}

export const freshShell: ShellState = {
  cwd: home,
  before: home,
  env: {
    HOME: `/home/${learner.name}`,
    USER: learner.name,
    PATH: '/usr/local/bin:/usr/bin:/bin',
    SHELL: '/bin/bash',
    LANG: 'C.UTF-8',
    TERM: 'xterm',
  },
  variables: new Map(),
  arrays: new Map(),
  associative: new Set(),
  functions: new Map(),
  args: [],
  exit: 0,
  lastJob: undefined,
  errexit: false,
  nounset: false,
  pipefail: false,
};

/** A desk and whoever works at it. */
export interface Session {
  readonly desk: Desk;
  readonly shell: ShellState;
  /** Where the person is who types, if that is not their own machine. */
  readonly inside?: Inside;
}

/** A pipeline that was run, and what reached the terminal. */
export interface Step {
  /** As it stands in the script. */
  readonly command: string;
  /** From 1. */
  readonly line: number;
  readonly output: string;
  readonly exit: number;
  /** The desk's clock when it began. */
  readonly at: number;
  /** How many facts and requests there were when it ended: those from the step before on are its own. */
  readonly facts: number;
  readonly sent: number;
  readonly notes: readonly Text[];
  /** What the real command would do here is not known. */
  readonly beyond?: Text;
  /** It opened a shell for whoever typed it. */
  readonly opens?: Inside;
}

/** Where a run of a script stands between two of its statements. */
export interface Moment {
  /** Statements of the script that are over. */
  readonly done: number;
  readonly session: Session;
  /** How many steps there were. */
  readonly steps: number;
  /** What was used of its limits. */
  readonly commands: number;
  readonly printed: number;
  readonly line: number;
  readonly status: number;
  /** The desk's clock when the script began. */
  readonly began: number;
}

/** How a script came to its end. */
export type End =
  | { readonly how: 'end' | 'exit' }
  /** Something of the language that is not read here, or nothing that any shell reads. */
  | { readonly how: 'unread' | 'no-script' }
  /** A command in the foreground that does not end by itself. */
  | { readonly how: 'stays'; readonly line: number; readonly command: string }
  /** It went on for too long, printed too much or called itself too deeply. */
  | { readonly how: 'spent'; readonly what: 'commands' | 'output' | 'time' | 'depth'; readonly line: number };
