import type { Span } from '../../core/span.ts';
import type { Instruction, Run, ShellCommand } from './dockerfile.ts';

/**
 * The simple commands of a `RUN`, found without understanding the script: good enough to ask which programs are called
 * with which options, wherever they stand (after `&&`, inside `if`, in a heredoc). Commands inside `$( )` are left out.
 */
export function commandsOf(run: Omit<Run, 'commands'>): readonly ShellCommand[] {
  const { command, heredocs } = run;
  if (command.form === 'exec') {
    const [first, ...args] = command.words;
    return first ? [{ name: first.text, nameAt: first.at, args, at: command.at, after: '' }] : [];
  }
  const own = split(command.text, run.part);
  const bodies = scripts(run).flatMap(({ text, span }) => split(text, span));
  return heredocs.length > 0 && own.every(({ name }) => name === '') ? bodies : [...own, ...bodies];
}

/** The heredocs that a shell executes: `RUN <<EOF`, `RUN bash <<EOF`. */
function scripts({ command, heredocs }: Omit<Run, 'commands'>) {
  if (
    command.form === 'exec' ||
    !/^(?:(?:bash|sh|ash|dash)\s[^|&;]*)?\d*<<-?\S+(?:\s*(?:bash|sh)(?:\s.*)?)?$/.test(command.text)
  )
    return [];
  return heredocs
    .filter(({ content }) => !/^#!(?!.*sh\b)/.test(content))
    .map(({ content, chomp, bodyAt }) => ({
      text: content,
      span: (from: number, to: number): Span =>
        chomp ? bodyAt : { path: bodyAt.path, from: bodyAt.from + from, to: bodyAt.from + to },
    }));
}

/** The `RUN` that an instruction is, or that `ONBUILD` keeps for later. */
export function runOf(instruction: Instruction): Run | undefined {
  if (instruction.keyword === 'RUN') return instruction;
  return instruction.keyword === 'ONBUILD' && instruction.trigger.keyword === 'RUN' ? instruction.trigger : undefined;
}

/** The shell commands of an instruction, of any kind. */
export function shellCommands(instruction: Instruction): readonly ShellCommand[] {
  return runOf(instruction)?.commands() ?? [];
}

const introducers: ReadonlySet<string> = new Set('if then else elif while until do ! { time'.split(' '));

function split(text: string, span: (from: number, to: number) => Span): readonly ShellCommand[] {
  const commands: ShellCommand[] = [];
  let words: { text: string; from: number; to: number }[] = [];
  let after = '';
  const close = (sign: string) => {
    while (words[0] && (introducers.has(words[0].text) || /^[A-Za-z_]\w*=/.test(words[0].text))) words.shift();
    const [first, ...args] = words;
    const last = words.at(-1);
    if (first && last) {
      commands.push({
        name: first.text,
        nameAt: span(first.from, first.to),
        args: args.map((word) => ({ text: word.text, at: span(word.from, word.to) })),
        at: span(first.from, last.to),
        after,
      });
    }
    after = sign;
    words = [];
  };
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at, at + 3);
    const sign = /^(?:&&|\|\||[;|\n()]|&(?![>\d]))/.exec(rest)?.[0];
    if (sign) {
      close(sign);
      at += sign.length;
    } else if (/\s/.test(text.charAt(at))) at++;
    else if (text[at] === '#') at = lineEnd(text, at);
    else if (text.startsWith('\\\n', at)) at += 2;
    else {
      const to = wordEnd(text, at);
      words.push({ text: unquoted(text.slice(at, to)), from: at, to });
      at = to;
    }
  }
  close('');
  return commands;
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 ? text.length : newline;
}

function wordEnd(text: string, from: number): number {
  for (let at = from; at < text.length; ) {
    const char = text.charAt(at);
    if (/[\s;|()]/.test(char) || (char === '&' && !/[<>]/.test(text.charAt(at - 1)))) return Math.max(at, from + 1);
    at = skipPart(text, at);
  }
  return text.length;
}

/** The index after a quoted string, an escape, a substitution or a plain character. */
function skipPart(text: string, at: number): number {
  const char = text.charAt(at);
  if (char === '\\') return Math.min(text.length, at + 2);
  if (char === "'" || char === '`') return past(text, text.indexOf(char, at + 1));
  if (char === '"') {
    let end = at + 1;
    while (end < text.length && text[end] !== '"')
      end = text.startsWith('$(', end) ? skipNested(text, end + 1) : end + (text[end] === '\\' ? 2 : 1);
    return Math.min(text.length, end + 1);
  }
  if (text.startsWith('$(', at)) return skipNested(text, at + 1);
  if (text.startsWith('${', at)) return past(text, text.indexOf('}', at));
  return at + 1;
}

function past(text: string, index: number): number {
  return index === -1 ? text.length : index + 1;
}

function skipNested(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at + 1;
  }
  return text.length;
}

function unquoted(word: string): string {
  return word.replace(/\\\n/g, '').replace(/^(["'])([^"'\\]*)\1$/, '$2');
}
