import type { Lang, Text } from '../../../core/text.ts';
import type { Desk, JobDoes } from '../desk/desk.ts';
import type { Inside } from './inside.ts';

/** How much of the real command is here. `none`: it is known to exist, and says that it is not modelled. */
export type Fidelity = 'full' | 'partial' | 'none';

/** A flag, as data: help, completion, the fuzzer and the table of fidelity all come from it. */
export interface Flag {
  /** Without dashes: `namespace`. One of a single letter has no long form. */
  readonly name: string;
  readonly short?: string;
  /** Absent: it is a switch, which takes no value but `--flag=false`. */
  readonly value?: 'text' | 'number' | 'duration' | 'list';
  /** The value it has when it is written without one: `--dry-run`. */
  readonly bare?: string;
  /** `full` when omitted. */
  readonly fidelity?: Fidelity;
  /** What it is for; flags whose name says it all do without. */
  readonly says?: Text;
  /** What may stand there, for completion and the fuzzer. */
  readonly offers?: readonly string[] | Offer;
}

/** What a learner may name at a place, found on the desk when they ask. */
export type Offer = (desk: Desk) => readonly string[];

/** A command or a group of commands. */
export interface Command {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly says: Text;
  /** What stands behind the flags in the usage line: `IMAGE [COMMAND] [ARG...]`. */
  readonly takes?: string;
  readonly flags?: readonly Flag[];
  /** Flags of the real command that do nothing here but say so: `prune`, `output=` for one that takes a value, `output|o=` for one with a short form. */
  readonly beyond?: readonly string[];
  readonly commands?: readonly Command[];
  /** Flags end where the first operand begins: `docker run IMAGE ls -l`. */
  readonly stopsAtOperand?: boolean;
  /** What the operands may be. */
  readonly offers?: Offer;
  readonly fidelity?: Fidelity;
  /** What is different here from the real command. */
  readonly differs?: Text;
  /** Absent for a group, and for a command that is not modelled. */
  readonly run?: (call: Call) => Outcome;
}

/** Why a call cannot be read, in terms of the command's declaration. */
export type UsageProblem = { readonly path: readonly string[]; readonly command: Command } & (
  | { readonly why: 'unknown-flag'; readonly flag: string; readonly word: string }
  | { readonly why: 'needs-value'; readonly flag: Flag; readonly word: string }
  | { readonly why: 'bad-value'; readonly flag: Flag; readonly value: string; readonly word: string }
  | { readonly why: 'unknown-command'; readonly word: string }
  | { readonly why: 'operands'; readonly operands: readonly string[]; readonly least: number; readonly most: number }
);

/** A program of the learner's shell; the default export of every `lab/terminal/<tool>/tool.ts`. */
export interface Tool {
  readonly command: Command;
  /** Flags that every command of the tool takes. */
  readonly everywhere?: readonly Flag[];
  /** What the real program prints, and with which exit code, when it is called wrongly. */
  readonly refuses: (problem: UsageProblem) => { readonly stderr: string; readonly exit: number };
  /** The version of the real program that was compared. */
  readonly version: string;
}

/** One call of a command, its words already read. */
export interface Call {
  readonly desk: Desk;
  /** Names of the commands on the way: `['docker', 'image', 'ls']`. */
  readonly path: readonly string[];
  /** All words as they were typed, the program first. */
  readonly argv: readonly string[];
  readonly operands: readonly string[];
  /** What follows `--`; undefined where there is none. */
  readonly rest: readonly string[] | undefined;
  readonly flags: Flags;
  readonly stdin: string;
  /** Directory of the learner's files. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Standard output is the terminal and no pipe or file. */
  readonly tty: boolean;
  readonly lang: Lang;
}

/** The flags of a call, by their long name. */
export interface Flags {
  has(name: string): boolean;
  /** A switch; `--flag=false` is false. */
  on(name: string, otherwise?: boolean): boolean;
  /** The last value. */
  text(name: string): string | undefined;
  /** Every value, in order. */
  all(name: string): readonly string[];
  /** A value of a `list` flag, split at its commas. */
  list(name: string): readonly string[];
}

/** What a command did. */
export interface Outcome {
  readonly desk: Desk;
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
  /** Simulated seconds it took; a fraction of one when omitted. What it waited for is already in the desk's clock. */
  readonly seconds?: number;
  /**
   * It does not come to an end by itself. In the background it becomes a job; in the foreground of a script it is where
   * the script stays.
   */
  readonly stays?: JobDoes;
  /** The shell it opens, and the desk then, where somebody sits before the terminal; in a script there is nobody. */
  readonly opens?: { readonly inside: Inside; readonly desk: Desk; readonly said?: string };
  /** How many commands it counts for in the budget of a script, where it is more work than one. */
  readonly effort?: number;
  /** What the real command would do here is not known: whoever grades abstains. */
  readonly beyond?: Text;
  /** What the lab has to say beside the command's own words. */
  readonly notes?: readonly Text[];
}

/** A command that ended well. */
export function printed(desk: Desk, stdout = '', stderr = ''): Outcome {
  return { desk, stdout, stderr, exit: 0 };
}

/** A command that ended badly. @param stderr with its final newline */
export function refused(desk: Desk, stderr: string, exit = 1): Outcome {
  return { desk, stdout: '', stderr, exit };
}

/** A command whose real counterpart does something that is not known here: nothing is done, and whoever grades abstains. */
export function beyond({ desk, lang }: Pick<Call, 'desk' | 'lang'>, says: Text): Outcome {
  return { ...refused(desk, `timonel: ${says[lang]}\n`, 2), beyond: says };
}
