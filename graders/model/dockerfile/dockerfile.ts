import type { Source } from '../../core/source.ts';
import type { Span } from '../../core/span.ts';
import type { Flag } from '../../parse/dockerfile/flags.ts';
import type { Heredoc } from '../../parse/dockerfile/heredoc.ts';
import type { Comment, Directive } from '../../parse/dockerfile/lines.ts';

export type { Comment, Directive, Flag, Heredoc };

/** A word with the place it was written in. Before expansion: quotes, escapes and variables are still in it. */
export interface Word {
  readonly text: string;
  readonly at: Span;
}

/** What a process is started with. */
export type Command =
  /** `["python", "app.py"]`: the words go to the system as they are. */
  | { readonly form: 'exec'; readonly words: readonly Word[]; readonly at: Span }
  /** `python app.py`: handed as one text to the shell of the stage. */
  | {
      readonly form: 'shell';
      readonly text: string;
      readonly at: Span;
      /** It was meant as JSON, and is not. */
      readonly brokenJson: boolean;
    };

/** A simple command inside a `RUN`: `apt-get install -y curl`. */
export interface ShellCommand {
  readonly name: string;
  /** The words after the name, quotes removed. */
  readonly args: readonly Word[];
  readonly at: Span;
  readonly nameAt: Span;
  /** What hangs it on the command before: `|` for a pipe; empty for the first. */
  readonly after: string;
}

interface Common {
  /** As written: `run`, `RUN`. */
  readonly written: string;
  readonly keywordAt: Span;
  /** The whole instruction, without the bodies of its heredocs. */
  readonly at: Span;
  /** The whole instruction to the last line of its last heredoc. */
  readonly wholeAt: Span;
  readonly flags: readonly Flag[];
  readonly heredocs: readonly Heredoc[];
  /** The arguments after the flags, joined and trimmed. */
  readonly args: Word;
  /** Where the characters `from` to `to` of `args.text` were written. */
  readonly part: (from: number, to: number) => Span;
  /** Blank lines among the continuation lines. */
  readonly emptyLines: readonly Span[];
}

/** `name=value`. For `ARG name`, no value. */
export interface Assignment {
  readonly name: string;
  readonly nameAt: Span;
  readonly value?: Word;
  readonly at: Span;
}

export interface From extends Common {
  readonly keyword: 'FROM';
  readonly image: Word;
  readonly as?: Word;
  readonly asKeyword?: Word;
}

export interface Arg extends Common {
  readonly keyword: 'ARG';
  readonly declares: readonly Assignment[];
}

export interface Env extends Common {
  readonly keyword: 'ENV' | 'LABEL';
  readonly sets: readonly Assignment[];
  /** `ENV name value`, without `=`. */
  readonly legacy: boolean;
}

export interface Run extends Common {
  readonly keyword: 'RUN';
  readonly command: Command;
  /** The options of `--mount=…`, one record per mount. */
  readonly mounts: readonly Mount[];
  /** The programs it calls, as far as they can be seen without understanding the script. */
  readonly commands: () => readonly ShellCommand[];
}

export interface Mount {
  readonly options: Readonly<Record<string, string>>;
  readonly at: Span;
}

export interface Start extends Common {
  readonly keyword: 'CMD' | 'ENTRYPOINT';
  readonly command: Command;
}

export interface ShellChoice extends Common {
  readonly keyword: 'SHELL';
  readonly words: readonly Word[];
}

export interface Copy extends Common {
  readonly keyword: 'COPY' | 'ADD';
  /** Heredocs among them stand as `<<NAME`. */
  readonly sources: readonly Word[];
  readonly destination: Word;
}

export interface Healthcheck extends Common {
  readonly keyword: 'HEALTHCHECK';
  /** Absent for `NONE`. */
  readonly command?: Command;
}

export interface Onbuild extends Common {
  readonly keyword: 'ONBUILD';
  readonly trigger: Trigger;
}

/** Instructions whose arguments are words between blanks (or a JSON array). */
export interface Words extends Common {
  readonly keyword: 'EXPOSE' | 'VOLUME';
  readonly words: readonly Word[];
}

/** Instructions that take one text. */
export interface Single extends Common {
  readonly keyword: 'WORKDIR' | 'USER' | 'STOPSIGNAL' | 'MAINTAINER';
  readonly value: Word;
}

export type Instruction = From | Arg | Env | Run | Start | ShellChoice | Copy | Healthcheck | Onbuild | Words | Single;

/** What may follow `ONBUILD`. */
export type Trigger = Exclude<Instruction, From | Onbuild>;

export type Keyword = Instruction['keyword'];

/** From one `FROM` to the next. */
export interface Stage {
  readonly index: number;
  /** Lower-cased, as Docker compares it. */
  readonly name?: string;
  readonly from: From;
  /** Without the `FROM`. */
  readonly instructions: readonly Exclude<Instruction, From>[];
}

/** A Dockerfile as written: nothing is expanded or resolved. A file with a syntax error has no stages. */
export interface Dockerfile {
  readonly source: Source;
  /** `\` or a backtick. */
  readonly escapeChar: string;
  readonly directives: readonly Directive[];
  /** Every comment, directives included. */
  readonly comments: readonly Comment[];
  /** The `ARG`s before the first `FROM`. */
  readonly globalArgs: readonly Arg[];
  readonly stages: readonly Stage[];
  /** All instructions in file order. */
  readonly instructions: readonly Instruction[];
}
