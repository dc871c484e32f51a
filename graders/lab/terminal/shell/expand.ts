import type { Files } from '../../machine/index.ts';
import {
  arithmetic,
  glob,
  isKnown,
  matcher,
  namesIn,
  resolvePath,
  type ShellList,
  type ShellWord,
  type WordPart,
} from '../../machine/index.ts';

/** What the words of a command are expanded with. */
export interface Scope {
  readonly cwd: string;
  readonly files: Files;
  readonly args: readonly string[];
  readonly nounset: boolean;
  get(name: string): string | undefined;
  /** The values of an array by their keys; a variable is an array of one. */
  array(name: string): ReadonlyMap<string, string>;
  /** The key of an array that an index stands for. */
  key(name: string, index: string): string | undefined;
  /** The file from which the commands of a `<( )` are read. */
  process(script: ShellList): string;
  set(name: string, value: string): void;
  /** What the commands of a `$( )` print. */
  substitute(script: ShellList): string;
}

/** The shell ends: `${x?}` of a variable that is not set, any use of one after `set -u`, an expression that is none. */
export class BadExpansion extends Error {}

/** A word as one text, neither split nor taken for a pattern. */
export function textOf({ parts }: ShellWord, scope: Scope): string {
  return parts.map((part, index) => partText(part, index === 0, scope)).join('');
}

/** A word as a pattern: quoted characters stand for themselves. */
export function patternOf({ parts }: ShellWord, scope: Scope): string {
  return parts
    .map((part, index) => {
      const text = partText(part, index === 0, scope);
      return part.quoted ? text.replace(/[*?[\]\\]/g, '\\$&') : text;
    })
    .join('');
}

/**
 * The fields a word becomes: braces, variables, `~`, splitting at blanks outside quotes, patterns of files.
 * @see https://www.gnu.org/software/bash/manual/bash.html#Shell-Expansions
 */
export function fieldsOf(word: ShellWord, scope: Scope): readonly string[] {
  return braced(word).flatMap((one) => split(one, scope));
}

/** `{a,b}` and `{1..5}` outside quotes, once for each word. */
function braced(word: ShellWord): readonly ShellWord[] {
  const at = word.parts.findIndex((part) => part.kind === 'text' && !part.quoted && braces.test(part.text));
  const part = word.parts[at];
  if (part?.kind !== 'text') return [word];
  const [whole = '', inside = ''] = braces.exec(part.text) ?? [];
  const begin = part.text.indexOf(whole);
  const range = /^(-?\d+)\.\.(-?\d+)$/.exec(inside);
  const texts = range ? between(Number(range[1]), Number(range[2])) : inside.split(',');
  return texts.flatMap((text) => {
    const replaced = { ...part, text: part.text.slice(0, begin) + text + part.text.slice(begin + whole.length) };
    return braced({ parts: word.parts.map((one, index) => (index === at ? replaced : one)) });
  });
}

const braces = /\{([^{}\s]*,[^{}\s]*|-?\d+\.\.-?\d+)\}/;

function between(from: number, to: number): readonly string[] {
  const length = Math.min(Math.abs(to - from) + 1, 1000);
  return Array.from({ length }, (_, index) => String(from <= to ? from + index : from - index));
}

function split({ parts }: ShellWord, scope: Scope): readonly string[] {
  const fields: string[] = [];
  let field: string | undefined;
  let isPattern = false;
  const close = () => {
    if (field !== undefined) fields.push(...(isPattern ? globbed(scope, field) : [field]));
    field = undefined;
    isPattern = false;
  };
  const isList = parts.some((part) => part.kind === 'parameter' && part.quoted && listOf(part, scope));
  for (const [index, part] of parts.entries()) {
    // `"$@"` without arguments is no field at all, and no empty one.
    if (isList && part.kind === 'text' && part.quoted && part.text === '') continue;
    const all = part.kind === 'parameter' && part.quoted ? listOf(part, scope) : undefined;
    if (all) {
      for (const [at, arg] of all.entries()) {
        if (at > 0) close();
        field = (field ?? '') + arg;
      }
      continue;
    }
    const text = partText(part, index === 0, scope);
    if (part.kind === 'text' || part.quoted) {
      field = (field ?? '') + text;
      isPattern ||= !part.quoted && /[*?[]/.test(text);
      continue;
    }
    for (const [at, piece] of text.split(/[ \t\n]+/).entries()) {
      if (at > 0) close();
      if (piece !== '') field = (field ?? '') + piece;
    }
    isPattern ||= field !== undefined && /[*?]/.test(text);
  }
  close();
  return fields;
}

function globbed({ cwd, files }: Scope, pattern: string): readonly string[] {
  const slash = pattern.lastIndexOf('/');
  const directory = slash === -1 ? cwd : resolvePath(cwd, pattern.slice(0, slash) || '/');
  const fits = glob(pattern.slice(slash + 1));
  const hidden = pattern.slice(slash + 1).startsWith('.');
  const names = namesIn(files, directory).filter((name) => fits.test(name) && (hidden || !name.startsWith('.')));
  if (names.length === 0) return [pattern];
  return [...names].sort().map((name) => (slash === -1 ? name : `${pattern.slice(0, slash)}/${name}`));
}

function partText(part: WordPart, isFirst: boolean, scope: Scope): string {
  switch (part.kind) {
    case 'text': {
      const isHome = isFirst && !part.quoted && /^~(?=\/|$)/.test(part.text);
      return isHome ? (scope.get('HOME') ?? '') + part.text.slice(1) : part.text;
    }
    case 'parameter':
      return parameter(part, scope);
    case 'command':
      return scope.substitute(part.script).replace(/\n+$/, '');
    case 'process':
      return scope.process(part.script);
    case 'arithmetic': {
      const written = textOf(part.text, scope);
      const value = arithmetic(written, { get: (name) => scope.get(name) ?? '', set: scope.set });
      if (!isKnown(value)) throw new BadExpansion(`${written}: syntax error in expression`);
      return value;
    }
  }
}

type Parameter = Extract<WordPart, { kind: 'parameter' }>;

/** What `"$@"`, `"${x[@]}"` and their like stand for, a field each; undefined for any other parameter. */
function listOf(part: Parameter, scope: Scope): readonly string[] | undefined {
  const { name, index, change, asks } = part;
  const isAll = index === undefined ? name === '@' : wordOf(index) === '@';
  if (!isAll || change?.operator === 'length') return undefined;
  const values = index === undefined ? scope.args : [...scope.array(name)[asks === 'keys' ? 'keys' : 'values']()];
  if (!change) return values;
  if (change.operator === ':') {
    // Of the arguments, the first is the name of the script.
    const from = index === undefined ? ['bash', ...values] : values;
    return sliced(from, change.word, scope, (start, end) => from.slice(start, end));
  }
  return values.map((value) => changed(value, part, scope));
}

const wordOf = ({ parts }: ShellWord): string | undefined =>
  parts.map((part) => (part.kind === 'text' ? part.text : '\u0000')).join('');

function parameter(part: Parameter, scope: Scope): string {
  const { name, index, change, asks } = part;
  const list = index && /^[@*]$/.test(wordOf(index) ?? '') ? scope.array(name) : undefined;
  if (list && change?.operator === 'length') return String(list.size);
  if (list || (name === '@' && change?.operator === ':'))
    return (listOf({ ...part, ...(list && { index: everything }) }, scope) ?? []).join(' ');
  if (asks === 'keys') return changed(scope.get(scope.get(name) ?? ''), part, scope);
  const key = index && scope.key(name, textOf(index, scope));
  if (index && key === undefined) throw new BadExpansion(`${name}: bad array subscript`);
  return changed(key === undefined ? scope.get(name) : scope.array(name).get(key), part, scope);
}

const everything: ShellWord = { parts: [{ kind: 'text', text: '@', quoted: false }] };

/** `${x:1:2}`: from a place on, so many; what is negative counts from the end. */
function sliced<T extends { readonly length: number }>(
  value: T,
  word: ShellWord,
  scope: Scope,
  cut: (from: number, to: number) => T,
): T {
  const number = (text: string): number => {
    const got = arithmetic(text.trim() === '' ? '0' : text, { get: (name) => scope.get(name) ?? '', set: scope.set });
    if (!isKnown(got)) throw new BadExpansion(`${text}: syntax error in expression`);
    return Number(got);
  };
  const [start = '', length] = textOf(word, scope).split(':');
  const first = number(start);
  const from = first < 0 ? Math.max(0, value.length + first) : first;
  if (length === undefined) return cut(from, value.length);
  const count = number(length);
  return cut(from, Math.max(from, count < 0 ? value.length + count : from + count));
}

/** The value of a parameter as its `${ }` changes it. */
function changed(value: string | undefined, { name, change }: Parameter, scope: Scope): string {
  const required = () => {
    if (value === undefined && scope.nounset && /^\w/.test(name)) throw new BadExpansion(`${name}: unbound variable`);
    return value ?? '';
  };
  if (!change) return required();
  const { operator, colon, word } = change;
  const isSet = value !== undefined && (!colon || value !== '');
  switch (operator) {
    case '-':
      return isSet ? value : textOf(word, scope);
    case '=':
      if (!isSet) scope.set(name, textOf(word, scope));
      return scope.get(name) ?? '';
    case '+':
      return isSet ? textOf(word, scope) : '';
    case '?':
      if (!isSet) throw new BadExpansion(`${name}: ${textOf(word, scope) || 'parameter null or not set'}`);
      return value;
    case 'length':
      return String(required().length);
    case ':': {
      const text = required();
      return sliced(text, word, scope, (from, to) => text.slice(from, to));
    }
    case '^':
      return required().replace(/^./u, (sign) => sign.toUpperCase());
    case '^^':
      return required().toUpperCase();
    case ',':
      return required().replace(/^./u, (sign) => sign.toLowerCase());
    case ',,':
      return required().toLowerCase();
    case 'other':
      throw new BadExpansion(`\${${name}}: bad substitution`);
    case '/':
    case '//':
      return substituted(required(), operator, textOf(word, scope));
    default:
      return trimmed(required(), operator, patternOf(word, scope));
  }
}

/** `${x#p}`, `${x%p}` and their greedy forms. */
function trimmed(value: string, operator: string, pattern: string): string {
  if (value.length > 2000 || pattern.length > 100) throw new BadExpansion('bad substitution');
  const fits = matcher(pattern);
  const places = Array.from({ length: value.length + 1 }, (_, at) => at);
  if (operator.startsWith('#')) {
    const heads = places.filter((at) => fits(value.slice(0, at)));
    return value.slice((operator === '#' ? heads[0] : heads.at(-1)) ?? 0);
  }
  const tails = places.filter((at) => fits(value.slice(at)));
  return value.slice(0, (operator === '%' ? tails.at(-1) : tails[0]) ?? value.length);
}

function substituted(value: string, operator: string, text: string): string {
  const slash = text.indexOf('/');
  const [from, to] = slash === -1 ? [text, ''] : [text.slice(0, slash), text.slice(slash + 1)];
  if (from === '') return value;
  if (/[*?[\]#%]/.test(from)) throw new BadExpansion(`\${…/${text}}: bad substitution`);
  return operator === '//' ? value.split(from).join(to) : value.replace(from, () => to);
}
