import type { Text } from '../../core/text.ts';
import type { EngineStep } from '../../lab/image/index.ts';

/** A command on offer. */
export interface Command {
  /** Kebab-case; what the student writes in the list. */
  readonly id: string;
  /** The command as typed in a terminal. */
  readonly text: Text;
  readonly does: EngineStep;
}

/** Something that must hold when the last command has run. What is omitted is not compared. */
export interface Goal {
  readonly text: Text;
  readonly container?: string;
  readonly state?: 'running' | 'exited' | 'absent';
  /** A file as a process of the container reads it; null when it must not be there. */
  readonly file?: string;
  readonly reads?: string | null;
  readonly image?: string;
  readonly present?: boolean;
}

/** Commands to choose and order; they are carried out on an empty machine and the result is looked at. */
export interface Params {
  /** Key of the section in the answer; `plan` when omitted. */
  readonly section?: string;
  readonly registry?: readonly string[];
  readonly commands: readonly [Command, Command, ...Command[]];
  readonly goals: readonly [Goal, ...Goal[]];
}
