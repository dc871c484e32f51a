/** A word of a shell command, with what is left to expand. */
export interface ShellWord {
  readonly parts: readonly WordPart[];
}

export type WordPart =
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  /** `$x`, `${x:-y}`, `$1`, `$@`, `$?`. */
  | {
      readonly kind: 'parameter';
      readonly name: string;
      readonly change?: Change;
      readonly quoted: boolean;
      /** Of an element, or of all: `${x[0]}`, `${x[@]}`. Only of bash. */
      readonly index?: ShellWord;
      /** `${!x[@]}` asks for the keys, `${!x}` for the variable whose name is in `x`. Only of bash. */
      readonly asks?: 'keys';
    }
  /** `$( )` and its older spelling with backquotes. */
  | { readonly kind: 'command'; readonly script: List; readonly quoted: boolean }
  /** `<( )`: the name of a file with what the commands print. Only of bash. */
  | { readonly kind: 'process'; readonly script: List; readonly quoted: boolean }
  /** `$(( ))`. */
  | { readonly kind: 'arithmetic'; readonly text: ShellWord; readonly quoted: boolean };

/**
 * What `${ }` does with a parameter. `length` is `${#x}`; `:`, `^` and `,` are of bash alone; `other` is something of bash that is not modelled.
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_06_02
 */
export interface Change {
  readonly operator:
    | '-'
    | '='
    | '+'
    | '?'
    | '#'
    | '##'
    | '%'
    | '%%'
    | '/'
    | '//'
    | ':'
    | '^'
    | '^^'
    | ','
    | ',,'
    | 'length'
    | 'other';
  /** `:-` and its like: an empty value counts as none. */
  readonly colon: boolean;
  readonly word: ShellWord;
}

export interface Redirection {
  readonly descriptor: number;
  /** `&>` sends both outputs into a file. */
  readonly mode: '>' | '>>' | '<' | '>&' | '&>';
  readonly target: ShellWord;
}

/** What a command of any kind may have after it. */
interface Redirected {
  readonly redirections: readonly Redirection[];
  /** A heredoc, as one word whose parts are all quoted. */
  readonly stdin?: ShellWord;
}

export interface Assignment {
  readonly name: string;
  readonly value: ShellWord;
  /** `x+=y`. */
  readonly appends: boolean;
  /** `x=(a b)` and `x[1]=y`. Only of bash. */
  readonly elements?: readonly ArrayElement[];
  readonly index?: ShellWord;
}

/** An element of the list of an array, with its key where it is written: `([key]=value)`. */
export interface ArrayElement {
  readonly value: ShellWord;
  readonly key?: ShellWord;
}

export interface SimpleCommand extends Redirected {
  readonly kind: 'simple';
  readonly assignments: readonly Assignment[];
  readonly words: readonly ShellWord[];
}

export interface Branch {
  readonly test: List;
  readonly body: List;
}

export interface Arm {
  readonly patterns: readonly ShellWord[];
  readonly body: List;
  /** `;&` and `;;&` go on with the next arm. */
  readonly falls: boolean;
}

export type Command =
  | SimpleCommand
  | ({ readonly kind: 'group' | 'subshell'; readonly body: List } & Redirected)
  | ({ readonly kind: 'if'; readonly branches: readonly Branch[]; readonly otherwise?: List } & Redirected)
  | ({ readonly kind: 'while' | 'until'; readonly test: List; readonly body: List } & Redirected)
  /** Without words it goes through the arguments. `for ((;;))` has an endless list. */
  | ({
      readonly kind: 'for';
      readonly name: string;
      readonly words: readonly ShellWord[] | 'arguments' | 'endless';
      readonly body: List;
    } & Redirected)
  | ({ readonly kind: 'case'; readonly word: ShellWord; readonly arms: readonly Arm[] } & Redirected)
  | ({ readonly kind: 'function'; readonly name: string; readonly body: Command } & Redirected)
  /** `[[ ]]`. */
  | ({ readonly kind: 'test'; readonly words: readonly ShellWord[] } & Redirected)
  /** `(( ))`. */
  | ({ readonly kind: 'arithmetic'; readonly text: ShellWord } & Redirected);

/** Commands joined by `|`. */
export interface Pipeline {
  /** How it hangs on the one before: `a && b`, `a || b`, `a ; b`. */
  readonly after: '&&' | '||' | ';';
  readonly commands: readonly Command[];
  /** `! a`. */
  readonly negated: boolean;
  readonly background: boolean;
  /** Where it stands in its text; for one inside `$( )`, in the text between the parentheses. */
  readonly from: number;
  readonly to: number;
}

export type List = readonly Pipeline[];

/**
 * `undefined`: the script uses something of the language that is not modelled (`select`, `coproc`; for `sh` also arrays and process substitution).
 * `no-script`: no shell takes it, and nothing of it runs.
 */
export type Script = List | 'no-script' | undefined;
