import type {
  Arm,
  ArrayElement,
  Assignment,
  Branch,
  Change,
  Command,
  List,
  Pipeline,
  Redirection,
  Script,
  ShellWord,
  WordPart,
} from './script.ts';

/** `sh`: what any shell of an image may be taken to read. `bash`: with arrays, `${x:1:2}`, `${x^^}`, `<( )` and `$'…'` too. */
export type Language = 'sh' | 'bash';

/**
 * Reads a script of the POSIX shell, and what is common of bash: `[[ ]]`, `function`, `(( ))`, `&>`, `+=`.
 * @returns undefined for anything beyond
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html
 */
export function parseShell(text: string, language: Language = 'sh'): Script {
  try {
    return new ShellReader(text, language).script();
  } catch (stop) {
    if (stop instanceof NoScript) return 'no-script';
    if (stop instanceof Beyond) return undefined;
    throw stop;
  }
}

class Beyond extends Error {}

/** The words between the signs of a word whose signs are quoted. */
function splitAt({ parts }: ShellWord, sign: string): readonly ShellWord[] {
  const words: WordPart[][] = [[]];
  for (const part of parts) {
    if (part.kind !== 'text') {
      words.at(-1)?.push(part);
      continue;
    }
    const [first = '', ...others] = part.text.split(sign);
    words.at(-1)?.push({ ...part, text: first });
    for (const text of others) words.push([{ ...part, text }]);
  }
  return words.map((one) => ({ parts: one }));
}

const isBlank = ({ parts }: ShellWord): boolean =>
  parts.every((part) => part.kind === 'text' && part.text.trim() === '');

class NoScript extends Error {}

/** What stands behind a backslash in `$'…'`. */
const ansi = new Map(
  [...'ntr']
    .map((sign, at) => [sign, '\n\t\r'.charAt(at)] as const)
    .concat([
      ['\\', '\\'],
      ["'", "'"],
      ['"', '"'],
      ['e', '\u001b'],
    ]),
);

/** Commands in commands, deeper than anybody writes them. */
const deepest = 60;

/** Words that begin or end something where a command may stand. */
const reserved = new Set(
  'if then elif else fi for while until do done case esac function select { } ! [[ time coproc in'.split(' '),
);

/** A heredoc whose body is still to come. */
interface Pending {
  readonly name: string;
  readonly chomp: boolean;
  give(content: string): void;
}

class ShellReader {
  private at = 0;
  private depth = 0;
  private readonly pendingHeredocs: Pending[] = [];

  constructor(
    private readonly text: string,
    private readonly language: Language,
  ) {}

  /** @throws Beyond | NoScript */
  script(): List {
    const list = this.list([]);
    if (this.at < this.text.length) throw new Beyond();
    return list;
  }

  /** Commands up to one of the words that end the list, which is left to be read. */
  private list(ends: readonly string[]): List {
    if (++this.depth > deepest) throw new Beyond();
    const pipelines: Pipeline[] = [];
    let after: Pipeline['after'] = ';';
    for (;;) {
      this.blanks(true);
      if (this.at >= this.text.length) {
        if (ends.length > 0) throw new Beyond();
        break;
      }
      if (ends.some((end) => this.isNext(end))) break;
      const from = this.at;
      const negated = this.negation();
      const commands = [this.command()];
      while (this.pipe()) {
        this.blanks(true);
        commands.push(this.command());
      }
      const to = this.at;
      const next = this.connector();
      pipelines.push({ after, commands, negated, background: next === '&', from, to });
      after = next === '&&' || next === '||' ? next : ';';
    }
    if (after !== ';') throw new Beyond();
    this.depth--;
    return pipelines;
  }

  private isNext(end: string): boolean {
    return /^[a-z}]/.test(end) ? this.reservedWord() === end : this.text.startsWith(end, this.at);
  }

  /** A word without quotes or variables where a command may begin. */
  private reservedWord(): string | undefined {
    const word = /^(?:[a-z]+|[{}!]|\[\[)(?=[\s;&|()<>]|$)/.exec(this.text.slice(this.at, this.at + 12))?.[0];
    // `time` measures what stands behind it: a program starts that.
    if (word === 'time' && this.language === 'bash') return undefined;
    return word !== undefined && reserved.has(word) ? word : undefined;
  }

  private expect(word: string): void {
    this.blanks(true);
    if (!this.isNext(word)) throw new Beyond();
    this.at += word.length;
  }

  private negation(): boolean {
    let negated = false;
    while (this.reservedWord() === '!') {
      this.at++;
      this.blanks(false);
      negated = !negated;
    }
    return negated;
  }

  private connector(): '&&' | '||' | ';' | '&' {
    this.blanks(false);
    if (this.text.startsWith(';;', this.at) || this.text.startsWith(';&', this.at)) return ';';
    for (const sign of ['&&', '||', ';', '&'] as const) {
      if (!this.text.startsWith(sign, this.at)) continue;
      this.at += sign.length;
      return sign;
    }
    if (this.at >= this.text.length) this.newline();
    else if (this.text[this.at] === '\n') this.newline();
    else if (this.text[this.at] !== ')' && this.reservedWord() === undefined) throw new Beyond();
    return ';';
  }

  private newline(): void {
    this.at++;
    for (const heredoc of this.pendingHeredocs.splice(0)) heredoc.give(this.body(heredoc));
  }

  private body({ name, chomp }: Pending): string {
    let content = '';
    while (this.at < this.text.length) {
      const newline = this.text.indexOf('\n', this.at);
      const end = newline === -1 ? this.text.length : newline;
      const line = this.text.slice(this.at, end).replace(chomp ? /^\t+/ : /^(?!)/, '');
      this.at = end + 1;
      if (line === name) return content;
      content += `${line}\n`;
    }
    return content;
  }

  private pipe(): boolean {
    this.blanks(false);
    if (this.text[this.at] !== '|' || this.text[this.at + 1] === '|') return false;
    this.at++;
    if (this.text[this.at] === '&') throw new Beyond();
    return true;
  }

  private command(): Command {
    this.blanks(false);
    if (this.text.startsWith('((', this.at)) {
      const text = this.arithmetic(this.at + 2);
      if (text) return { kind: 'arithmetic', text, ...this.redirections() };
    }
    if (this.text[this.at] === '(') {
      this.at++;
      const body = this.list([')']);
      this.at++;
      return { kind: 'subshell', body, ...this.redirections() };
    }
    const named = /^([A-Za-z_:][\w.:-]*)[ \t]*\([ \t]*\)/.exec(this.text.slice(this.at, this.at + 100));
    if (named) {
      this.at += named[0].length;
      return this.functionOf(named[1] ?? '');
    }
    return this.compound(this.reservedWord()) ?? this.simple();
  }

  private compound(word: string | undefined): Command | undefined {
    switch (word) {
      case undefined:
      case 'in':
        return undefined;
      case '{': {
        this.at++;
        const body = this.list(['}']);
        this.at++;
        return { kind: 'group', body, ...this.redirections() };
      }
      case 'if':
        return this.conditional();
      case 'while':
      case 'until': {
        this.at += 5;
        const test = this.list(['do']);
        this.at += 2;
        const body = this.list(['done']);
        this.at += 4;
        return { kind: word, test, body, ...this.redirections() };
      }
      case 'for':
        return this.loop();
      case 'case':
        return this.choice();
      case 'function': {
        this.at += 8;
        this.blanks(false);
        const named = /^([\w.:-]+)[ \t]*(?:\([ \t]*\))?/.exec(this.text.slice(this.at, this.at + 100));
        if (!named) throw new Beyond();
        this.at += named[0].length;
        return this.functionOf(named[1] ?? '');
      }
      case '[[':
        return this.test();
      default:
        throw new Beyond();
    }
  }

  private functionOf(name: string): Command {
    this.blanks(true);
    if (++this.depth > deepest) throw new Beyond();
    const body = this.command();
    this.depth--;
    if (body.kind === 'simple') throw new Beyond();
    return { kind: 'function', name, body, redirections: [] };
  }

  private conditional(): Command {
    const branches: Branch[] = [];
    let otherwise: List | undefined;
    for (let word = 'if'; word !== 'fi'; ) {
      this.at += word.length;
      if (word === 'else') otherwise = this.list(['fi']);
      else {
        const test = this.list(['then']);
        this.at += 4;
        branches.push({ test, body: this.list(['elif', 'else', 'fi']) });
      }
      word = this.reservedWord() ?? 'fi';
    }
    this.at += 2;
    return { kind: 'if', branches, ...(otherwise && { otherwise }), ...this.redirections() };
  }

  private loop(): Command {
    this.at += 3;
    this.blanks(false);
    if (this.text.startsWith('((', this.at)) return this.countingLoop();
    let words: readonly ShellWord[] | 'arguments' = 'arguments';
    const name = /^[A-Za-z_]\w*/.exec(this.text.slice(this.at, this.at + 80))?.[0] ?? '';
    if (name === '') throw new Beyond();
    this.at += name.length;
    this.blanks(true);
    if (this.reservedWord() === 'in') {
      this.at += 2;
      words = this.wordsOfLine();
    }
    const body = this.bodyOfLoop();
    return { kind: 'for', name, words, body, ...this.redirections() };
  }

  private bodyOfLoop(): List {
    this.blanks(false);
    if (this.text[this.at] === ';') this.at++;
    this.expect('do');
    const body = this.list(['done']);
    this.at += 4;
    return body;
  }

  /**
   * `for ((a; b; c)); do …`: a loop whose test takes the step first, but for the first time, so that `continue` does not leave it out.
   * @see https://www.gnu.org/software/bash/manual/html_node/Looping-Constructs.html
   */
  private countingLoop(): Command {
    const from = this.at;
    const head = this.arithmetic(this.at + 2, true);
    const [start, test, step, ...more] = head ? splitAt(head, ';') : [];
    if (!start || !test || !step || more.length > 0) throw new Beyond();
    const to = this.at;
    const body = this.bodyOfLoop();
    if (isBlank(start) && isBlank(test) && isBlank(step))
      return { kind: 'for', name: '', words: 'endless', body, ...this.redirections() };
    const entered = `__for${from}`;
    const one = (text: ShellWord, after: Pipeline['after'] = ';'): Pipeline => ({
      after,
      commands: [{ kind: 'arithmetic', text, redirections: [] }],
      negated: false,
      background: false,
      from,
      to,
    });
    const text = (written: string): ShellWord => ({ parts: [{ kind: 'text', text: written, quoted: true }] });
    const loop: Command = {
      kind: 'while',
      test: [
        one(text(entered)),
        ...(isBlank(step) ? [] : [one(step, '&&')]),
        one(text(`${entered} = 1`)),
        one(isBlank(test) ? text('1') : test),
      ],
      body,
      redirections: [],
    };
    // With `!`, so that an expression which is 0 ends no script with `set -e`.
    const begin = [...(isBlank(start) ? [] : [one(start)]), one(text(`${entered} = 0`))].map((first) => ({
      ...first,
      negated: true,
    }));
    return { kind: 'group', body: [...begin, { ...one(test), commands: [loop] }], ...this.redirections() };
  }

  private wordsOfLine(): readonly ShellWord[] {
    const words: ShellWord[] = [];
    for (;;) {
      this.blanks(false);
      if (this.at >= this.text.length || /[\n;]/.test(this.text.charAt(this.at))) return words;
      words.push(this.someWord());
    }
  }

  /** @throws Beyond where there is no word */
  private someWord(): ShellWord {
    const before = this.at;
    const word = this.word();
    if (this.at === before) throw new Beyond();
    return word;
  }

  private choice(): Command {
    this.at += 4;
    this.blanks(false);
    const word = this.someWord();
    this.expect('in');
    const arms: Arm[] = [];
    for (;;) {
      this.blanks(true);
      if (this.reservedWord() === 'esac') break;
      if (this.text[this.at] === '(') this.at++;
      const patterns: ShellWord[] = [];
      do {
        if (patterns.length > 0) this.at++;
        this.blanks(false);
        patterns.push(this.someWord());
        this.blanks(false);
      } while (this.text[this.at] === '|');
      if (this.text[this.at] !== ')') throw new Beyond();
      this.at++;
      const body = this.list([';;', ';&', 'esac']);
      const end = /^;;?&?/.exec(this.text.slice(this.at, this.at + 3))?.[0] ?? '';
      this.at += end.length;
      arms.push({ patterns, body, falls: end.endsWith('&') });
    }
    this.at += 4;
    return { kind: 'case', word, arms, ...this.redirections() };
  }

  private test(): Command {
    this.at += 2;
    const words: ShellWord[] = [];
    for (;;) {
      this.blanks(true);
      const sign = /^(?:&&|\|\||[()<>])/.exec(this.text.slice(this.at, this.at + 2))?.[0];
      if (sign !== undefined) {
        this.at += sign.length;
        words.push({ parts: [{ kind: 'text', text: sign, quoted: false }] });
        continue;
      }
      const before = this.at;
      const word = plainText(words.at(-1) ?? { parts: [] }) === '=~' ? this.pattern() : this.word();
      if (this.at === before) throw new Beyond();
      if (plainText(word) === ']]') return { kind: 'test', words, ...this.redirections() };
      words.push(word);
    }
  }

  /** The right side of `=~` may have parentheses and bars. */
  private pattern(): ShellWord {
    if (/["'$]/.test(this.text.charAt(this.at))) return this.word();
    const text = /^[^\s]+/.exec(this.text.slice(this.at))?.[0] ?? '';
    this.at += text.length;
    return { parts: [{ kind: 'text', text, quoted: true }] };
  }

  private redirections(): { redirections: readonly Redirection[]; stdin?: ShellWord } {
    const redirections: Redirection[] = [];
    let stdin: ShellWord | undefined;
    for (;;) {
      this.blanks(false);
      const next = this.redirectionAt(redirections);
      if (next === undefined) return { redirections, ...(stdin && { stdin }) };
      if (next) stdin = next;
    }
  }

  /** Reads one redirection. @returns undefined where there is none, the word of a heredoc, or false for any other */
  private redirectionAt(into: Redirection[]): ShellWord | false | undefined {
    const match = /^(\d*)(<<<|<<-?|>>|>&|<&|>\||&>>?|<>|<|>)/.exec(this.text.slice(this.at, this.at + 12));
    if (!match) return undefined;
    const [whole, digits = '', sign = ''] = match;
    if (/^[<>]\(/.test(this.text.slice(this.at, this.at + 2))) {
      if (this.language === 'sh' || this.text[this.at] === '>') throw new Beyond();
      return undefined;
    }
    this.at += whole.length;
    if (sign === '<<' || sign === '<<-') return this.heredoc(sign === '<<-');
    this.blanks(false);
    if (sign === '<<<') {
      const { parts } = this.someWord();
      return {
        parts: [...parts.map((part) => ({ ...part, quoted: true })), { kind: 'text', text: '\n', quoted: true }],
      };
    }
    if (sign === '<&' || sign === '<>') throw new Beyond();
    const mode = sign === '>|' ? '>' : sign === '&>>' ? '&>' : (sign as Redirection['mode']);
    const target = this.someWord();
    into.push({ descriptor: digits === '' ? (mode === '<' ? 0 : 1) : Number(digits), mode, target });
    return false;
  }

  private simple(): Command {
    const assignments: Assignment[] = [];
    const words: ShellWord[] = [];
    const redirections: Redirection[] = [];
    let stdin: ShellWord | undefined;
    for (;;) {
      this.blanks(false);
      const rest = this.text.slice(this.at, this.at + 80);
      if (rest === '' || /^[\n;|)]/.test(rest) || (rest.startsWith('&') && !rest.startsWith('&>'))) break;
      if (rest.startsWith('(') && isCall(words, rest)) throw new NoScript();
      if (rest.startsWith('(')) throw new Beyond();
      const heredoc = this.redirectionAt(redirections);
      if (heredoc) stdin = heredoc;
      if (heredoc !== undefined) continue;
      const assignment = this.assignment(words, rest);
      if (assignment) {
        assignments.push(assignment);
        if (words.length > 0) words.push({ parts: [{ kind: 'text', text: assignment.name, quoted: true }] });
        continue;
      }
      if (words.length === 0 && this.reservedWord() !== undefined) throw new Beyond();
      words.push(this.someWord());
    }
    if (words.length === 0 && assignments.length === 0 && redirections.length === 0 && !stdin) throw new Beyond();
    return { kind: 'simple', assignments, words, redirections, ...(stdin && { stdin }) };
  }

  /** `x=y` before a command, and `declare x=(a b)`, whose list is read here too. */
  private assignment(words: readonly ShellWord[], rest: string): Assignment | undefined {
    if (words.length > 0 && (this.language === 'sh' || !declares(words))) return undefined;
    const [whole = '', name = '', index, plus] =
      /^([A-Za-z_]\w*)(?:\[([^[\]\n'"]*)\])?(\+?)=/.exec(rest) ??
      /^([A-Za-z_]\w*)(?:\[["']([^[\]\n'"]*)["']\])(\+?)=/.exec(rest) ??
      [];
    const isList = rest[whole.length] === '(';
    if (name === '' || (words.length > 0 && !isList)) return undefined;
    if ((isList || index !== undefined) && this.language === 'sh') {
      if (isList) throw new Beyond();
      return undefined;
    }
    this.at += whole.length;
    const appends = plus === '+';
    const at = index === undefined ? {} : { index: { parts: this.inside(index) } };
    if (!isList) return { name, value: this.word(), appends, ...at };
    if (index !== undefined) throw new Beyond();
    return { name, value: { parts: [] }, appends, elements: this.elements() };
  }

  /** The list of an array up to its parenthesis: `(a b)`, `([key]=value)`. */
  private elements(): readonly ArrayElement[] {
    const elements: ArrayElement[] = [];
    this.at++;
    for (;;) {
      this.blanks(true);
      if (this.text[this.at] === ')') break;
      const keyed = /^\[(["']?)([^[\]\n'"]*)\1\]=/.exec(this.text.slice(this.at, this.at + 100));
      if (keyed) this.at += keyed[0].length;
      elements.push({
        value: keyed ? this.word() : this.someWord(),
        ...(keyed && { key: { parts: this.inside(keyed[2] ?? '') } }),
      });
    }
    this.at++;
    return elements;
  }

  /** The parts of a text that stands in other signs: an index. */
  private inside(text: string): readonly WordPart[] {
    const reader = new ShellReader(text, this.language);
    reader.depth = this.depth + 1;
    return reader.lines();
  }

  /** The body comes after the line: until then the word is empty. Quotes around the name keep its variables as they are. */
  private heredoc(chomp: boolean): ShellWord {
    this.blanks(false);
    const delimiter = this.someWord();
    const name = plainText(delimiter);
    if (name === undefined) throw new Beyond();
    const literal = delimiter.parts.some(({ quoted }) => quoted);
    const parts: WordPart[] = [];
    const give = (content: string) => {
      parts.push(
        ...(literal
          ? [{ kind: 'text', text: content, quoted: true } as const]
          : new ShellReader(content, this.language).lines()),
      );
    };
    this.pendingHeredocs.push({ name, chomp, give });
    return { parts };
  }

  /** The whole text with its variables, quotes being characters like others. @throws Beyond */
  lines(): readonly WordPart[] {
    return this.inQuotes(() => this.at >= this.text.length);
  }

  private word(): ShellWord {
    return { parts: this.parts(/[ \t\r\n;|&<>()]/) };
  }

  /** The pieces of a word up to a character that ends it. */
  private parts(end: RegExp): readonly WordPart[] {
    const parts: WordPart[] = [];
    const add = (text: string, quoted: boolean) => parts.push({ kind: 'text', text, quoted });
    while (this.at < this.text.length) {
      const char = this.text.charAt(this.at);
      if (this.language === 'bash' && char === '<' && this.text[this.at + 1] === '(') {
        this.at += 2;
        parts.push({ kind: 'process', script: this.list([')']), quoted: true });
        this.at++;
        continue;
      }
      if (end.test(char)) break;
      if (char === "'") add(this.single(), true);
      else if (char === '"') {
        const opened = this.at++;
        parts.push(...this.inQuotes(() => this.text[this.at] === '"'));
        if (this.at >= this.text.length) throw this.unclosed(opened);
        this.at++;
      } else if (char === '\\') {
        if (this.text[this.at + 1] !== '\n') add(this.text.charAt(this.at + 1), true);
        this.at += 2;
      } else if (char === '$' || char === '`') parts.push(this.expansion(false));
      else {
        let plain = '';
        for (; this.at < this.text.length; this.at++) {
          const next = this.text.charAt(this.at);
          if (end.test(next) || /['"\\$`]/.test(next)) break;
          plain += next;
        }
        add(plain, false);
      }
    }
    return parts;
  }

  /** A quote that nothing closes is an error of the line it is on: a shell has already run the lines before. */
  private unclosed(quote: number): Error {
    return this.text.slice(0, quote).includes('\n') ? new Beyond() : new NoScript();
  }

  private single(): string {
    const close = this.text.indexOf("'", this.at + 1);
    if (close === -1) throw this.unclosed(this.at);
    const inside = this.text.slice(this.at + 1, close);
    this.at = close + 1;
    return inside;
  }

  /** What stands in double quotes, or in a heredoc. */
  private inQuotes(isEnd: () => boolean): readonly WordPart[] {
    const parts: WordPart[] = [];
    let text = '';
    while (this.at < this.text.length && !isEnd()) {
      const char = this.text.charAt(this.at);
      const next = this.text.charAt(this.at + 1);
      if (char === '$' || char === '`') {
        parts.push({ kind: 'text', text, quoted: true }, this.expansion(true));
        text = '';
      } else if (char === '\\' && next !== '' && /["\\$`\n]/.test(next)) {
        if (next !== '\n') text += next;
        this.at += 2;
      } else {
        text += char;
        this.at++;
      }
    }
    parts.push({ kind: 'text', text, quoted: true });
    return parts;
  }

  private expansion(quoted: boolean): WordPart {
    if (this.text[this.at] === '`') return this.backquoted(quoted);
    const next = this.text.charAt(this.at + 1);
    if (next === '(') {
      const text = this.text[this.at + 2] === '(' ? this.arithmetic(this.at + 3) : undefined;
      if (text) return { kind: 'arithmetic', text, quoted };
      this.at += 2;
      const script = this.list([')']);
      this.at++;
      return { kind: 'command', script, quoted };
    }
    if (next === "'" && !quoted) return this.ansiQuoted();
    if (next === '{') return this.braced(quoted);
    const name = /^(?:[A-Za-z_]\w*|[0-9@*#?$!-])/.exec(this.text.slice(this.at + 1, this.at + 200))?.[0];
    this.at += 1 + (name?.length ?? 0);
    return name === undefined ? { kind: 'text', text: '$', quoted } : { kind: 'parameter', name, quoted };
  }

  /** `$'a\\tb'`. */
  private ansiQuoted(): WordPart {
    if (this.language === 'sh') throw new Beyond();
    const found = /^\$'((?:[^'\\]|\\[\s\S])*)'/.exec(this.text.slice(this.at, this.at + 2000));
    if (!found) throw new Beyond();
    this.at += found[0].length;
    const text = (found[1] ?? '').replace(/\\([\s\S])/g, (_, sign: string) => ansi.get(sign) ?? `\\${sign}`);
    return { kind: 'text', text, quoted: true };
  }

  private backquoted(quoted: boolean): WordPart {
    let inside = '';
    for (this.at++; this.text[this.at] !== '`'; this.at++) {
      if (this.at >= this.text.length) throw new Beyond();
      if (this.text[this.at] === '\\' && /[$`\\]/.test(this.text.charAt(this.at + 1))) this.at++;
      inside += this.text.charAt(this.at);
    }
    this.at++;
    const reader = new ShellReader(inside, this.language);
    reader.depth = this.depth + 1;
    return { kind: 'command', script: reader.script(), quoted };
  }

  private braced(quoted: boolean): WordPart {
    const head = /^\$\{(#?)(!?)([A-Za-z_]\w*|\d+|[@*#?$!-])/.exec(this.text.slice(this.at, this.at + 200));
    if (!head) throw new Beyond();
    const [whole, length, keys, name = ''] = head;
    if (keys === '!' && this.language === 'sh') throw new Beyond();
    this.at += whole.length;
    const index = this.index();
    const empty: ShellWord = { parts: [] };
    const parameter = {
      kind: 'parameter',
      name,
      quoted,
      ...(index && { index }),
      ...(keys === '!' && { asks: 'keys' as const }),
    } as const;
    if (this.text[this.at] === '}') {
      this.at++;
      if (length !== '#') return parameter;
      return { ...parameter, change: { operator: 'length', colon: false, word: empty } };
    }
    if (++this.depth > deepest || length === '#') throw new Beyond();
    const rest = this.text.slice(this.at, this.at + 2);
    const sign =
      /^(?::?[-=+?]|##?|%%?|\/\/?)/.exec(rest)?.[0] ??
      (this.language === 'bash' ? /^(?::|\^\^?|,,?)/.exec(rest)?.[0] : '') ??
      '';
    this.at += sign.length;
    const word: ShellWord = { parts: this.parts(/\}/) };
    if (this.text[this.at] !== '}') throw new Beyond();
    this.at++;
    this.depth--;
    const colon = sign.length > 1 && sign.startsWith(':');
    const operator = sign === '' ? 'other' : ((colon ? sign.slice(1) : sign) as Change['operator']);
    return { ...parameter, change: { operator, colon, word } };
  }

  /** `[@]`, `[*]`, `[0]` behind the name of an array. */
  private index(): ShellWord | undefined {
    if (this.language === 'sh' || this.text[this.at] !== '[') return undefined;
    const close = this.text.indexOf(']', this.at);
    if (close === -1) throw new Beyond();
    // `${list[${#list[@]}-1]}` has brackets of its own.
    const nested = /^\[((?:[^[\]\n]|\$\{[^}\n]*\})*)\]/.exec(this.text.slice(this.at, this.at + 200));
    if (!nested) throw new Beyond();
    this.at += nested[0].length;
    return { parts: this.inside((nested[1] ?? '').replace(/^(["'])(.*)\1$/, '$2')) };
  }

  /** The text up to `))`; undefined where it is no arithmetic, and nothing is read. @param several expressions with `;` between them */
  private arithmetic(from: number, several = false): ShellWord | undefined {
    let open = 0;
    for (let at = from; at < this.text.length && at < from + 500; at++) {
      const char = this.text.charAt(at);
      if (char === '\n' || char === '"' || char === "'" || (char === ';' && !several)) return undefined;
      if (char === '(') open++;
      if (char !== ')') continue;
      if (open > 0) open--;
      else if (this.text[at + 1] !== ')') return undefined;
      else {
        const inside = new ShellReader(this.text.slice(from, at), this.language);
        inside.depth = this.depth + 1;
        this.at = at + 2;
        return { parts: inside.lines() };
      }
    }
    return undefined;
  }

  /** Skips blanks, continued lines and comments; newlines too where no command has begun. */
  private blanks(newlines: boolean): void {
    for (;;) {
      const char = this.text[this.at];
      if (char === ' ' || char === '\t' || char === '\r') this.at++;
      else if (char === '\\' && this.text[this.at + 1] === '\n') this.at += 2;
      else if (char === '\n' && newlines) this.newline();
      else if (char === '#' && /^$|[\s;&|()]/.test(this.text.charAt(this.at - 1))) {
        const end = this.text.indexOf('\n', this.at);
        this.at = end === -1 ? this.text.length : end;
      } else return;
    }
  }
}

/** `python -c print("hola")`: a parenthesis outside quotes after a word, which is no function and no list of bash. */
function isCall(words: readonly ShellWord[], rest: string): boolean {
  const last = words.at(-1);
  if (!last || (words.length === 1 && /^\(\s*\)/.test(rest))) return false;
  return !plainText(last)?.endsWith('=');
}

/** A command that declares what stands behind it: `declare -a x=(a b)`. */
function declares([first]: readonly ShellWord[]): boolean {
  const name = first && plainText(first);
  return name !== undefined && /^(?:declare|local|readonly|typeset|export)$/.test(name);
}

/** The text of a word without variables. */
export function plainText({ parts }: ShellWord): string | undefined {
  return parts.every(({ kind }) => kind === 'text')
    ? parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')
    : undefined;
}
