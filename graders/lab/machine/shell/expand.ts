import { own } from '../../../core/own.ts';
import { namesIn } from '../files/files.ts';
import { join, resolvePath } from '../files/paths.ts';
import { glob } from '../glob.ts';
import type { Machine } from '../machine.ts';
import { hole, isKnown } from '../unknown.ts';
import { arithmetic } from './arithmetic.ts';
import type { Change, List, ShellWord, WordPart } from './script.ts';
import type { World } from './world.ts';

/** Runs the commands of a `$( )`: what they print without the last line ends, and how they end. */
export type Substitute = (world: World, script: List) => { readonly text: string; readonly world: World };

/** `${x?}` of a variable that is not set, or any use of one after `set -u`: the shell ends. */
export class Unset extends Error {
  constructor(readonly variable: string) {
    super(variable);
  }
}

/** Expands the words of one command, one after the other. What they run and set is in `world` afterwards. */
export class Expander {
  constructor(
    public world: World,
    private readonly substitute: Substitute,
  ) {}

  /** A word as one text: what a variable is set to, or where a redirection leads. Neither split nor taken for a pattern. */
  text({ parts }: ShellWord): string {
    const text = parts.map((part, index) => this.partText(part, index === 0)).join('');
    this.world.machine.budget.spend('bytes', text.length);
    return text;
  }

  /** Variables, `~`, splitting at blanks outside quotes, and globs over the files that are known. */
  fields(word: ShellWord): readonly string[] {
    const fields = this.split(word);
    this.world.machine.budget.spend(
      'bytes',
      fields.reduce((sum, text) => sum + text.length, 0),
    );
    return fields;
  }

  /** A word as a pattern of `case` or `[[ = ]]`: quoted characters stand for themselves. */
  pattern({ parts }: ShellWord): string {
    return parts
      .map((part, index) =>
        part.quoted ? escaped(this.partText(part, index === 0)) : this.partText(part, index === 0),
      )
      .join('');
  }

  private split({ parts }: ShellWord): readonly string[] {
    const fields: string[] = [];
    let field: string | undefined;
    let isPattern = false;
    const close = () => {
      if (field !== undefined) fields.push(...(isPattern ? globbed(this.world.machine, field) : [field]));
      field = undefined;
      isPattern = false;
    };
    const pieces = (texts: readonly string[]) => {
      for (const [at, text] of texts.entries()) {
        if (at > 0) close();
        if (text !== '') field = (field ?? '') + text;
      }
    };
    for (const [index, part] of parts.entries()) {
      if (part.kind === 'text') {
        const text = this.partText(part, index === 0);
        field = (field ?? '') + text;
        isPattern ||= !part.quoted && /[*?[]/.test(text);
      } else if (part.kind === 'parameter' && part.name === '@' && part.quoted && !part.change) {
        for (const [at, arg] of this.world.args.entries()) {
          if (at > 0) close();
          field = (field ?? '') + arg;
        }
      } else if (part.quoted) field = (field ?? '') + this.partText(part, index === 0);
      else {
        const text = this.partText(part, index === 0);
        pieces(text.split(/[ \t\n]+/));
        isPattern ||= field !== undefined && /[*?]/.test(text);
      }
    }
    close();
    return fields;
  }

  private partText(part: WordPart, isFirst: boolean): string {
    switch (part.kind) {
      case 'text': {
        const isHome = isFirst && !part.quoted && /^~(?=\/|$)/.test(part.text);
        return isHome ? this.valueOf('HOME') + part.text.slice(1) : part.text;
      }
      case 'parameter':
        return this.parameter(part.name, part.change);
      case 'command': {
        const { text, world } = this.substitute(this.world, part.script);
        this.world = world;
        return text;
      }
      case 'process':
        return hole;
      case 'arithmetic':
        return arithmetic(this.text(part.text), {
          get: (name) => this.valueOf(name),
          set: (name, value) => {
            this.world = assign(this.world, name, value);
          },
        });
    }
  }

  private parameter(name: string, change: Change | undefined): string {
    const value = lookUp(this.world, name);
    if (!change) return this.required(name, value);
    const { operator, colon, word } = change;
    if (value !== undefined && !isKnown(value)) return /^[-=+?]$/.test(operator) ? hole : hole;
    const isSet = value !== undefined && (!colon || value !== '');
    switch (operator) {
      case '-':
        return isSet ? value : this.text(word);
      case '=': {
        if (isSet) return value;
        const given = this.text(word);
        this.world = assign(this.world, name, given);
        return given;
      }
      case '+':
        return isSet ? this.text(word) : '';
      case '?':
        if (!isSet) throw new Unset(name);
        return value;
      case 'length':
        return String(this.required(name, value).length);
      case ':':
      case '^':
      case '^^':
      case ',':
      case ',,':
      case 'other':
        return hole;
      default:
        return changed(this.required(name, value), operator, this.pattern(word), word);
    }
  }

  private required(name: string, value: string | undefined): string {
    if (value === undefined && this.world.nounset && /^\w/.test(name)) throw new Unset(name);
    return value ?? '';
  }

  private valueOf(name: string): string {
    return lookUp(this.world, name) ?? '';
  }
}

/** The value of a variable or special parameter; undefined when it is not set. */
export function lookUp({ variables, machine, args, exit, hasMore }: World, name: string): string | undefined {
  if (/^\d+$/.test(name)) return name === '0' ? 'sh' : args[Number(name) - 1];
  switch (name) {
    case '@':
    case '*':
      return args.join(' ');
    case '#':
      return args.every(isKnown) ? String(args.length) : hole;
    case '?':
      return String(exit);
    case '$':
    case '!':
    case '-':
    case 'RANDOM':
    case 'SECONDS':
    case 'PPID':
      return hole;
    case 'PWD':
      return machine.cwd;
  }
  const value = variables.get(name) ?? own(machine.env, name);
  if (value !== undefined) return value;
  return hasMore || machine.host.mayHave(name) ? hole : undefined;
}

/** Sets a variable: an exported one for the programs too. */
export function assign(world: World, name: string, value: string): World {
  const { machine, variables } = world;
  if (Object.hasOwn(machine.env, name))
    return { ...world, machine: { ...machine, env: { ...machine.env, [name]: value } } };
  return { ...world, variables: new Map(variables).set(name, value) };
}

function escaped(text: string): string {
  return text.replace(/[*?[\]\\]/g, '\\$&');
}

/** `${x#p}` and its like. */
function changed(value: string, operator: string, pattern: string, word: ShellWord): string {
  if (!isKnown(value) || !isKnown(pattern)) return hole;
  if (operator === '/' || operator === '//') return replaced(value, operator, word);
  if (value.length > 300 || pattern.length > 100) return hole;
  const fits = matcher(pattern);
  const ends = Array.from({ length: value.length + 1 }, (_, at) => at);
  if (operator.startsWith('#')) {
    const heads = ends.filter((at) => fits(value.slice(0, at)));
    const at = operator === '#' ? heads[0] : heads.at(-1);
    return at === undefined ? value : value.slice(at);
  }
  const tails = ends.filter((at) => fits(value.slice(at)));
  const at = operator === '%' ? tails.at(-1) : tails[0];
  return at === undefined ? value : value.slice(0, at);
}

/** `${x/a/b}` with plain texts; a hole for patterns. */
function replaced(value: string, operator: string, { parts }: ShellWord): string {
  const text = parts.map((part) => (part.kind === 'text' ? part.text : hole)).join('');
  const slash = text.indexOf('/');
  const [from, to] = slash === -1 ? [text, ''] : [text.slice(0, slash), text.slice(slash + 1)];
  if (!isKnown(text) || from === '' || /[*?[\]\\#%]/.test(from)) return hole;
  return operator === '//' ? value.split(from).join(to) : value.replace(from, () => to);
}

/** A pattern of the shell over a whole text; a slash is a character like others. */
export function matcher(pattern: string): (text: string) => boolean {
  const plain = glob(pattern.replaceAll('/', '\u0001'), false);
  return (text) => plain.test(text.replaceAll('/', '\u0001'));
}

function globbed(machine: Machine, pattern: string): readonly string[] {
  if (!isKnown(pattern)) return [pattern];
  const slash = pattern.lastIndexOf('/');
  const directory = slash === -1 ? machine.cwd : resolvePath(machine.cwd, pattern.slice(0, slash) || '/');
  const matches = glob(pattern.slice(slash + 1));
  const names = namesIn(machine.files, directory).filter((name) => matches.test(name) && !name.startsWith('.'));
  if (names.length === 0) return [pattern];
  return [...names].sort().map((name) => (slash === -1 ? name : join(pattern.slice(0, slash) || '/', name)));
}
