/** A word of a shell command, with what is left to expand. */
export interface ShellWord {
  readonly parts: readonly WordPart[];
}

export type WordPart =
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'variable'; readonly name: string; readonly fallback?: string; readonly quoted: boolean }
  /** What the script was started with: `$@`, `$*`, or one of them by its number. */
  | { readonly kind: 'arguments'; readonly which: '@' | '*' | number; readonly quoted: boolean };

export interface Redirection {
  readonly descriptor: number;
  readonly mode: '>' | '>>' | '<' | '>&';
  readonly target: ShellWord;
}

export interface SimpleCommand {
  readonly assignments: readonly { readonly name: string; readonly value: ShellWord }[];
  readonly words: readonly ShellWord[];
  readonly redirections: readonly Redirection[];
  /** A heredoc, as one word whose parts are all quoted. */
  readonly stdin?: ShellWord;
}

/** Commands joined by `|`. */
export interface Pipeline {
  /** How it hangs on the one before: `a && b`, `a || b`, `a ; b`. */
  readonly after: '&&' | '||' | ';';
  readonly commands: readonly SimpleCommand[];
  readonly background: boolean;
}

/**
 * `undefined`: the script uses something of the language that is not modelled (loops, functions, `$( )`). `no-script`: no
 * shell takes it, and nothing of it runs.
 */
export type Script = readonly Pipeline[] | 'no-script' | undefined;
