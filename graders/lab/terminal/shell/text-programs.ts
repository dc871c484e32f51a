import { re2 } from '../../../core/re2/re2.ts';
import { decoded, encoded } from '../tool/base64.ts';
import { awk } from './awk.ts';
import { jq } from './jq/jq.ts';
import { ended, gathered, linesOf, optionsOf, type TextInput, type TextOutput, type TextProgram } from './text.ts';

/** Programs that read text and print text, as far as scripts of a course use them. */
export const textPrograms: ReadonlyMap<string, TextProgram> = new Map<string, TextProgram>([
  ['cat', cat],
  ['less', cat],
  ['more', cat],
  ['tac', over((lines) => [...lines].reverse())],
  ['rev', over((lines) => lines.map((line) => [...line].reverse().join('')))],
  ['nl', over((lines) => lines.map((line, index) => `${String(index + 1).padStart(6)}\t${line}`))],
  ['head', head],
  ['tail', tail],
  ['wc', wc],
  ['sort', sort],
  ['uniq', uniq],
  ['grep', (input) => grep(input, 'basic')],
  ['egrep', (input) => grep(input, 'extended')],
  ['fgrep', (input) => grep(input, 'fixed')],
  ['cut', cut],
  ['tr', tr],
  ['sed', sed],
  ['awk', awk],
  ['jq', jq],
  ['seq', seq],
  ['base64', base64],
  ['column', over((lines) => lines)],
  ['yes', ({ args }) => ({ out: `${args.join(' ') || 'y'}\n`.repeat(1000) })],
]);

function over(change: (lines: readonly string[]) => readonly string[]): TextProgram {
  return (input) => {
    const { operands } = optionsOf(input.args, 'st');
    const given = gathered('cat', operands, input);
    return { ...given, out: ended(change(linesOf(given.out))) };
  };
}

function cat(input: TextInput): TextOutput {
  const { operands, switches } = optionsOf(input.args, '');
  const given = gathered('cat', operands, input);
  if (!switches.has('n')) return given;
  const numbered = linesOf(given.out).map((line, index) => `${String(index + 1).padStart(6)}\t${line}`);
  return { ...given, out: ended(numbered) };
}

function countOf(args: readonly string[], values: ReadonlyMap<string, string>): string {
  return values.get('n') ?? values.get('lines') ?? args.find((arg) => /^-\d+$/.test(arg))?.slice(1) ?? '10';
}

function head(input: TextInput): TextOutput {
  const { values, operands } = optionsOf(input.args, 'nc');
  const given = gathered('head', operands, input);
  const bytes = values.get('c');
  if (bytes !== undefined) return { ...given, out: given.out.slice(0, Number(bytes)) };
  const count = Number(countOf(input.args, values));
  return { ...given, out: ended(linesOf(given.out).slice(0, count)) };
}

function tail(input: TextInput): TextOutput {
  const { values, operands } = optionsOf(input.args, 'nc');
  const given = gathered('tail', operands, input);
  const count = countOf(input.args, values);
  const lines = linesOf(given.out);
  if (count.startsWith('+')) return { ...given, out: ended(lines.slice(Number(count.slice(1)) - 1)) };
  return { ...given, out: ended(Number(count) === 0 ? [] : lines.slice(-Number(count))) };
}

function wc(input: TextInput): TextOutput {
  const { switches, operands } = optionsOf(input.args, '');
  const given = gathered('wc', operands, input);
  const all = !['l', 'w', 'c', 'm'].some((letter) => switches.has(letter));
  const numbers = [
    ...(all || switches.has('l') ? [given.out.split('\n').length - 1] : []),
    ...(all || switches.has('w') ? [given.out.split(/\s+/).filter(Boolean).length] : []),
    ...(all || switches.has('c') || switches.has('m') ? [given.out.length] : []),
  ];
  const width = numbers.length === 1 ? 0 : 7;
  const name = operands.length === 1 ? ` ${operands[0]}` : '';
  return { ...given, out: `${numbers.map((one) => String(one).padStart(width)).join(' ')}${name}\n` };
}

function sort(input: TextInput): TextOutput {
  const { switches, values, operands } = optionsOf(input.args, 'kto');
  const given = gathered('sort', operands, input);
  const key = values.get('k');
  const numeric = switches.has('n') || /n/.test(key ?? '');
  const column = Number(/^\d+/.exec(key ?? '')?.[0] ?? 0);
  const separator = values.get('t');
  const part = (line: string) => {
    if (column === 0) return line;
    const fields = separator === undefined ? line.trim().split(/\s+/) : line.split(separator);
    return fields.slice(column - 1).join(separator ?? ' ');
  };
  const compare = (a: string, b: string): number => {
    const [x, y] = [part(a), part(b)];
    if (numeric) {
      const difference = (Number.parseFloat(x) || 0) - (Number.parseFloat(y) || 0);
      if (difference !== 0) return difference;
    }
    return x < y ? -1 : x > y ? 1 : 0;
  };
  let lines = [...linesOf(given.out)].sort(compare);
  if (switches.has('r') || /r/.test(key ?? '')) lines.reverse();
  if (switches.has('u')) lines = [...new Set(lines)];
  return { ...given, out: ended(lines) };
}

function uniq(input: TextInput): TextOutput {
  const { switches, operands } = optionsOf(input.args, '');
  const given = gathered('uniq', operands, input);
  const groups: { line: string; count: number }[] = [];
  for (const line of linesOf(given.out)) {
    const last = groups.at(-1);
    if (last?.line === line) last.count++;
    else groups.push({ line, count: 1 });
  }
  const shown = groups.filter(({ count }) => (!switches.has('d') || count > 1) && (!switches.has('u') || count === 1));
  const text = ({ line, count }: (typeof groups)[number]) =>
    switches.has('c') ? `${String(count).padStart(7)} ${line}` : line;
  return { ...given, out: ended(shown.map(text)) };
}

/** A pattern of `grep` or `sed` in the syntax of RE2. @param kind `basic`: `\|`, `\(`, `\+` are operators and `|`, `(`, `+` are not */
export function patternOf(pattern: string, kind: 'basic' | 'extended' | 'fixed'): string {
  if (kind === 'fixed') return pattern.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
  if (kind === 'extended') return pattern;
  return pattern.replace(/\\?[|+?(){}]/g, (sign) => (sign.startsWith('\\') ? sign.slice(1) : `\\${sign}`));
}

function grep(input: TextInput, usual: 'basic' | 'extended' | 'fixed'): TextOutput {
  const { switches, values, operands } = optionsOf(input.args, 'emABC');
  const given = values.get('e');
  const [first = '', ...rest] = operands;
  const pattern = given ?? first;
  const kind = switches.has('F') ? 'fixed' : switches.has('E') || switches.has('P') ? 'extended' : usual;
  let text = patternOf(pattern, kind);
  if (switches.has('w')) text = `\\b(?:${text})\\b`;
  if (switches.has('x')) text = `^(?:${text})$`;
  const expression = re2(`${switches.has('i') ? '(?i)' : ''}${text}`);
  if (!expression) return { out: '', err: `grep: ${pattern}: invalid regular expression\n`, exit: 2 };
  const all = gathered('grep', given === undefined ? rest : operands, input);
  const lines = linesOf(all.out);
  const hits = lines.map((line) => expression.matchesIn(line) !== switches.has('v'));
  const found = hits.filter(Boolean).length;
  const exit = all.exit === 1 ? 2 : found > 0 ? 0 : 1;
  const err = all.err ?? '';
  if (switches.has('q') || switches.has('quiet') || switches.has('silent'))
    return { out: '', err, exit: found > 0 ? 0 : exit };
  if (switches.has('c')) return { out: `${found}\n`, err, exit };
  if (switches.has('o'))
    return { out: ended(lines.flatMap((line) => matchesOf(text, line, switches.has('i')))), err, exit };
  const [before, after] = [
    Number(values.get('B') ?? values.get('C') ?? 0),
    Number(values.get('A') ?? values.get('C') ?? 0),
  ];
  const most = Number(values.get('m') ?? Number.POSITIVE_INFINITY);
  let count = 0;
  const near = new Set<number>();
  for (const [index, hit] of hits.entries()) {
    if (!hit || ++count > most) continue;
    for (let at = index - before; at <= index + after; at++) near.add(at);
  }
  const shown = lines.flatMap((line, index) =>
    near.has(index) ? [switches.has('n') ? `${index + 1}:${line}` : line] : [],
  );
  return { out: ended(shown), err, exit };
}

/** Every match of a line, in a sign that no text has. */
function matchesOf(pattern: string, line: string, folds: boolean): readonly string[] {
  const marked = re2(`${folds ? '(?i)' : ''}${pattern}`)?.replaceAll(line, '\uE000\\0\uE001') ?? '';
  return [...marked.matchAll(/\uE000([^\uE001]*)\uE001/g)]
    .map(([, match = '']) => match)
    .filter((match) => match !== '');
}

function cut(input: TextInput): TextOutput {
  const { values, operands, switches } = optionsOf(input.args, 'dfcb');
  const given = gathered('cut', operands, input);
  const list = values.get('f') ?? values.get('c') ?? values.get('b') ?? '1';
  const isWanted = (number: number) =>
    list.split(',').some((part) => {
      const [from = '', to] = part.split('-');
      return to === undefined
        ? number === Number(from)
        : number >= Number(from || 1) && number <= Number(to || Number.POSITIVE_INFINITY);
    });
  const delimiter = values.has('f') ? (values.get('d') ?? '\t') : '';
  const lines = linesOf(given.out).flatMap((line) => {
    if (values.has('f') && !line.includes(delimiter)) return switches.has('s') ? [] : [line];
    return [
      line
        .split(delimiter)
        .filter((_, index) => isWanted(index + 1))
        .join(delimiter),
    ];
  });
  return { ...given, out: ended(lines) };
}

function tr({ args, stdin }: TextInput): TextOutput {
  const { switches, operands } = optionsOf(args, '');
  const [from = [], to = []] = operands.map(charactersOf);
  const isNot = switches.has('c') || switches.has('C');
  const isIn = (char: string) => from.includes(char) !== isNot;
  if (switches.has('d')) return { out: [...stdin].filter((char) => !isIn(char)).join('') };
  const last = to.at(-1) ?? '';
  const changed =
    to.length === 0
      ? [...stdin]
      : [...stdin].map((char) => (isIn(char) ? (isNot ? last : (to[from.indexOf(char)] ?? last)) : char));
  if (!switches.has('s')) return { out: changed.join('') };
  const squeezed = to.length === 0 ? from : to;
  return { out: changed.filter((char, index) => char !== changed[index - 1] || !squeezed.includes(char)).join('') };
}

function charactersOf(set: string): readonly string[] {
  const named = set
    .replace(/\[:upper:\]/g, 'A-Z')
    .replace(/\[:lower:\]/g, 'a-z')
    .replace(/\[:digit:\]/g, '0-9')
    .replace(/\[:space:\]/g, ' \t\n')
    .replace(/\\n/g, '\n')
    .replace(/\\t/g, '\t');
  const chars = [...named];
  const out: string[] = [];
  for (let at = 0; at < chars.length; at++) {
    const [from = '', dash, to] = chars.slice(at, at + 3);
    if (dash !== '-' || to === undefined || to < from || to.charCodeAt(0) - from.charCodeAt(0) > 200) {
      out.push(from);
      continue;
    }
    for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++) out.push(String.fromCharCode(code));
    at += 2;
  }
  return out;
}

interface SedCommand {
  readonly applies: (line: string, number: number, isLast: boolean) => boolean;
  readonly does: (line: string) => {
    readonly line: string | undefined;
    readonly prints?: boolean;
    readonly quits?: boolean;
  };
}

/** `s`, `p`, `d` and `q` with an address: a line, a range of lines, `$` or a pattern. */
function sed(input: TextInput): TextOutput {
  const { switches, values, operands } = optionsOf(input.args, 'e');
  const script = values.get('e') ?? operands[0] ?? '';
  const files = values.has('e') ? operands : operands.slice(1);
  const kind = switches.has('E') || switches.has('r') ? 'extended' : 'basic';
  const commands = splitSed(script).map((one) => sedCommand(one, kind));
  if (commands.some((one) => one === undefined))
    return { out: '', err: `sed: -e expression #1: not understood: ${script}\n`, exit: 1 };
  const known = commands.filter((one) => one !== undefined);
  const quiet = switches.has('n');
  if (switches.has('i') || switches.has('in-place') || values.has('in-place'))
    return inPlace(files, known, quiet, input);
  const given = gathered('sed', files, input);
  return { ...given, out: edited(given.out, known, quiet) };
}

/** `sed -i`: each file is written anew, and nothing is printed. */
function inPlace(
  files: readonly string[],
  commands: readonly SedCommand[],
  quiet: boolean,
  input: TextInput,
): TextOutput {
  if (files.length === 0) return { out: '', err: 'sed: no input files\n', exit: 4 };
  const read = files.map((path) => ({ path, text: input.read(path) }));
  const missing = read.filter(({ text }) => text === undefined);
  return {
    out: '',
    writes: read.flatMap(({ path, text }) =>
      text === undefined ? [] : [{ path, text: edited(text, commands, quiet) }],
    ),
    err: missing.map(({ path }) => `sed: can't read ${path}: No such file or directory\n`).join(''),
    exit: missing.length > 0 ? 2 : 0,
  };
}

function edited(text: string, commands: readonly SedCommand[], quiet: boolean): string {
  const lines = linesOf(text);
  const out: string[] = [];
  for (const [index, written] of lines.entries()) {
    let line: string | undefined = written;
    let quits = false;
    for (const command of commands) {
      if (line === undefined || !command.applies(line, index + 1, index === lines.length - 1)) continue;
      const done = command.does(line);
      if (done.prints && done.line !== undefined) out.push(done.line);
      line = done.line;
      quits ||= done.quits === true;
    }
    if (line !== undefined && !quiet) out.push(line);
    if (quits) break;
  }
  return ended(out);
}

const splitSed = (script: string): readonly string[] =>
  script
    .split(/\n|;(?=\s*(?:\d|\$|\/|[spdq]))/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

function sedCommand(text: string, kind: 'basic' | 'extended'): SedCommand | undefined {
  const [, address = '', body = ''] = /^((?:\d+|\$|\/(?:[^/\\]|\\.)*\/)(?:,(?:\d+|\$))?)?\s*(.*)$/s.exec(text) ?? [];
  const applies = addressOf(address, kind);
  if (!applies) return undefined;
  if (body === 'p') return { applies, does: (line) => ({ line, prints: true }) };
  if (body === 'd') return { applies, does: () => ({ line: undefined }) };
  if (body === 'q') return { applies, does: (line) => ({ line, quits: true }) };
  const sign = body.charAt(1);
  if (!body.startsWith('s') || sign === '' || /[\w\s]/.test(sign)) return undefined;
  const parts = body.slice(2).split(new RegExp(`(?<!\\\\)\\${sign}`));
  const [pattern = '', replacement = '', flags = ''] = parts;
  const expression = re2(`${/i/i.test(flags) ? '(?i)' : ''}${patternOf(pattern.replaceAll(`\\${sign}`, sign), kind)}`);
  if (!expression || parts.length !== 3 || !/^[gpiI]*$/.test(flags)) return undefined;
  const into = replacement
    .replaceAll(`\\${sign}`, sign)
    .replace(/(\\?)&/g, (_, slash: string) => (slash ? '&' : '\\0'))
    .replace(/\\n/g, '\n');
  const change = (line: string) =>
    flags.includes('g') ? expression.replaceAll(line, into) : expression.replaceFirst(line, into);
  return {
    applies,
    does: (line) => ({
      line: change(line),
      ...(flags.includes('p') && expression.matchesIn(line) && { prints: true }),
    }),
  };
}

function addressOf(address: string, kind: 'basic' | 'extended'): SedCommand['applies'] | undefined {
  if (address === '') return () => true;
  if (address.startsWith('/')) {
    const expression = re2(patternOf(address.slice(1, address.lastIndexOf('/')), kind));
    return expression && ((line) => expression.matchesIn(line));
  }
  const [from = '', to] = address.split(',');
  const at = (written: string, number: number, isLast: boolean) =>
    written === '$' ? isLast : number === Number(written);
  if (to === undefined) return (_, number, isLast) => at(from, number, isLast);
  return (_, number) => number >= Number(from) && (to === '$' || number <= Number(to));
}

function seq({ args }: TextInput): TextOutput {
  const numbers = args.filter((arg) => /^-?\d+$/.test(arg)).map(Number);
  const [from, step, to] =
    numbers.length === 1 ? [1, 1, numbers[0]] : numbers.length === 2 ? [numbers[0], 1, numbers[1]] : numbers;
  if (from === undefined || to === undefined || step === undefined || step === 0)
    return { out: '', err: 'seq: missing operand\n', exit: 1 };
  const count = Math.min(10_000, Math.max(0, Math.floor((to - from) / step) + 1));
  return { out: ended(Array.from({ length: count }, (_, index) => String(from + index * step))) };
}

function base64(input: TextInput): TextOutput {
  const { switches, operands } = optionsOf(input.args, 'w');
  const given = gathered('base64', operands, input);
  if (switches.has('d') || switches.has('decode')) return { ...given, out: decoded(given.out) };
  return { ...given, out: `${encoded(given.out)}\n` };
}
