import type { Pipeline, Redirection, Script, ShellWord, SimpleCommand, WordPart } from './script.ts';

/**
 * Reads the part of the POSIX shell that build instructions are made of: simple commands, quotes, variables, `&&`, `||`,
 * `;`, pipes, redirections and heredocs.
 * @returns undefined for anything beyond
 */
export function parseShell(text: string): Script {
  try {
    return new ShellReader(text).script();
  } catch (stop) {
    if (stop instanceof NoScript) return 'no-script';
    if (stop instanceof Beyond) return undefined;
    throw stop;
  }
}

class Beyond extends Error {}

class NoScript extends Error {}

const reserved = new Set(
  'if then elif else fi for while until do done case esac function select { } ! [[ time'.split(' '),
);

/** A heredoc whose body is still to come. */
interface Pending {
  readonly name: string;
  readonly chomp: boolean;
  give(content: string): void;
}

class ShellReader {
  private at = 0;
  private readonly pendingHeredocs: Pending[] = [];

  constructor(private readonly text: string) {}

  /** @throws Beyond | NoScript */
  script(): readonly Pipeline[] {
    const pipelines: Pipeline[] = [];
    let after: Pipeline['after'] = ';';
    for (;;) {
      this.blanks(true);
      if (this.at >= this.text.length) return pipelines;
      const commands = [this.command()];
      while (this.operator('|')) {
        this.blanks(true);
        commands.push(this.command());
      }
      const next = this.connector();
      pipelines.push({ after, commands, background: next === '&' });
      after = next === '&' || next === '\n' ? ';' : next;
    }
  }

  private connector(): '&&' | '||' | ';' | '&' | '\n' {
    this.blanks(false);
    for (const sign of ['&&', '||', ';', '&'] as const) {
      if (!this.text.startsWith(sign, this.at)) continue;
      if (this.text.startsWith(';;', this.at)) throw new Beyond();
      this.at += sign.length;
      return sign;
    }
    if (this.at < this.text.length && this.text[this.at] !== '\n') throw new Beyond();
    this.newline();
    return '\n';
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

  private operator(sign: '|'): boolean {
    this.blanks(false);
    if (this.text[this.at] !== sign || this.text[this.at + 1] === '|') return false;
    this.at++;
    if (this.text[this.at] === '&') throw new Beyond();
    return true;
  }

  private command(): SimpleCommand {
    const assignments: SimpleCommand['assignments'][number][] = [];
    const words: ShellWord[] = [];
    const redirections: Redirection[] = [];
    let stdin: SimpleCommand['stdin'];
    for (;;) {
      this.blanks(false);
      const rest = this.text.slice(this.at, this.at + 80);
      if (rest === '' || /^[\n;|&)]/.test(rest) || (rest.startsWith('&') && !rest.startsWith('&>'))) break;
      if (rest.startsWith('(') && isCall(words, rest)) throw new NoScript();
      if (/^[(`]/.test(rest)) throw new Beyond();
      const redirection = /^(\d*)(<<-?|>>|>&|<&|>\||&>|<|>)/.exec(rest);
      if (redirection) {
        this.at += redirection[0].length;
        if (redirection[2] === '<<' || redirection[2] === '<<-') {
          stdin = this.heredoc(redirection[2] === '<<-');
          continue;
        }
        redirections.push(this.redirection(redirection));
        continue;
      }
      const assignment = words.length === 0 ? /^([A-Za-z_]\w*)=/.exec(rest) : null;
      if (assignment) {
        this.at += assignment[0].length;
        assignments.push({ name: assignment[1] ?? '', value: this.word() });
        continue;
      }
      const word = this.word();
      if (words.length === 0 && reserved.has(plainText(word) ?? '')) throw new Beyond();
      words.push(word);
    }
    if (words.length === 0 && assignments.length === 0 && redirections.length === 0) throw new Beyond();
    const command = { assignments, words, redirections };
    return stdin ? { ...command, stdin } : command;
  }

  /** The body comes after the line: until then the word is empty. Quotes around the name keep its variables as they are. */
  private heredoc(chomp: boolean): ShellWord {
    this.blanks(false);
    const delimiter = this.word();
    const name = plainText(delimiter);
    if (name === undefined) throw new Beyond();
    const literal = delimiter.parts.some(({ quoted }) => quoted);
    const parts: WordPart[] = [];
    const give = (content: string) => {
      parts.push(
        ...(literal ? [{ kind: 'text', text: content, quoted: true } as const] : new ShellReader(content).lines()),
      );
    };
    this.pendingHeredocs.push({ name, chomp, give });
    return { parts };
  }

  /** The whole text with its variables, quotes being characters like others. @throws Beyond */
  lines(): readonly WordPart[] {
    const parts: WordPart[] = [];
    let text = '';
    while (this.at < this.text.length) {
      const char = this.text.charAt(this.at);
      const next = this.text.charAt(this.at + 1);
      if (char === '`') throw new Beyond();
      if (char === '$') {
        parts.push({ kind: 'text', text, quoted: true }, this.variable(true));
        text = '';
      } else if (char === '\\' && /[\\$`\n]/.test(next)) {
        if (next !== '\n') text += next;
        this.at += 2;
      } else {
        text += char;
        this.at++;
      }
    }
    return [...parts, { kind: 'text', text, quoted: true }];
  }

  private redirection([, descriptor = '', sign = '']: RegExpExecArray): Redirection {
    if (sign === '<&' || sign === '>|' || sign === '&>') throw new Beyond();
    this.blanks(false);
    const target = this.word();
    const mode = sign as Redirection['mode'];
    return { descriptor: descriptor === '' ? (mode === '<' ? 0 : 1) : Number(descriptor), mode, target };
  }

  private word(): ShellWord {
    const parts: WordPart[] = [];
    const add = (text: string, quoted: boolean) => parts.push({ kind: 'text', text, quoted });
    for (; this.at < this.text.length; ) {
      const char = this.text.charAt(this.at);
      if (/[ \t\r\n;|&<>()]/.test(char)) break;
      if (char === '`') throw new Beyond();
      if (char === "'") add(this.single(), true);
      else if (char === '"') this.double(parts);
      else if (char === '\\') {
        if (this.text[this.at + 1] !== '\n') add(this.text.charAt(this.at + 1), true);
        this.at += 2;
      } else if (char === '$') parts.push(this.variable(false));
      else {
        const plain = /^[^ \t\r\n;|&<>()'"\\$`]+/.exec(this.text.slice(this.at))?.[0] ?? char;
        add(plain, false);
        this.at += plain.length;
      }
    }
    return { parts };
  }

  private single(): string {
    const close = this.text.indexOf("'", this.at + 1);
    if (close === -1) throw new Beyond();
    const inside = this.text.slice(this.at + 1, close);
    this.at = close + 1;
    return inside;
  }

  private double(parts: WordPart[]): void {
    this.at++;
    let text = '';
    const flush = () => parts.push({ kind: 'text', text, quoted: true });
    while (this.at < this.text.length) {
      const char = this.text.charAt(this.at);
      if (char === '"') {
        this.at++;
        flush();
        return;
      }
      if (char === '`') throw new Beyond();
      if (char === '$') {
        flush();
        text = '';
        parts.push(this.variable(true));
      } else if (char === '\\' && /["\\$`\n]/.test(this.text.charAt(this.at + 1))) {
        if (this.text[this.at + 1] !== '\n') text += this.text.charAt(this.at + 1);
        this.at += 2;
      } else {
        text += char;
        this.at++;
      }
    }
    throw new Beyond();
  }

  private variable(quoted: boolean): WordPart {
    const rest = this.text.slice(this.at, this.at + 200);
    if (rest.startsWith('$(') || rest.startsWith("$'")) throw new Beyond();
    const [whole, braced, fallback, bare] =
      /^\$(?:\{([A-Za-z_]\w*)(?::?-([^{}$`'"]*))?\}|([A-Za-z_]\w*))/.exec(rest) ?? [];
    const own = /^\$(?:([@*1-9])|\{([@*1-9])\})/.exec(rest);
    if (own) {
      this.at += own[0].length;
      const which = own[1] ?? own[2] ?? '';
      return { kind: 'arguments', which: which === '@' || which === '*' ? which : Number(which), quoted };
    }
    if (whole === undefined) {
      if (/^\$[{#?$!0]/.test(rest)) throw new Beyond();
      this.at++;
      return { kind: 'text', text: '$', quoted };
    }
    this.at += whole.length;
    const name = braced ?? bare ?? '';
    return fallback === undefined ? { kind: 'variable', name, quoted } : { kind: 'variable', name, fallback, quoted };
  }

  /** Skips blanks, continued lines and comments; newlines too where no command has begun. */
  private blanks(newlines: boolean): void {
    for (;;) {
      const char = this.text[this.at];
      if (char === ' ' || char === '\t' || char === '\r') this.at++;
      else if (char === '\\' && this.text[this.at + 1] === '\n') this.at += 2;
      else if (char === '\n' && newlines) this.newline();
      else if (char === '#' && /^$|\s/.test(this.text.charAt(this.at - 1))) {
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

/** The text of a word without variables. */
function plainText({ parts }: ShellWord): string | undefined {
  return parts.every(({ kind }) => kind === 'text')
    ? parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')
    : undefined;
}
