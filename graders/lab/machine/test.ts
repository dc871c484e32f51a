import { own } from '../../core/own.ts';
import { canWrite, mayExecute, mayRead } from './access.ts';
import { find } from './files/files.ts';
import { resolvePath } from './files/paths.ts';
import { glob } from './glob.ts';
import type { Machine } from './machine.ts';
import { isKnown } from './unknown.ts';

/** Three values: true, false, and what nobody knows. */
type Maybe = boolean | undefined;

/**
 * What `test`, `[ ]` and `[[ ]]` say.
 * @param flavour `double`: the right side of `=` is a pattern, and `&&` and `||` join
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/test.html
 */
export function evaluate(machine: Machine, words: readonly string[], flavour: 'single' | 'double' = 'single'): Maybe {
  const reader = new Reader(machine, words, flavour);
  if (words.length === 0) return false;
  const answer = reader.either();
  return reader.isDone() ? answer : undefined;
}

const not = (one: Maybe): Maybe => (one === undefined ? undefined : !one);
const and = (a: Maybe, b: Maybe): Maybe =>
  a === false || b === false ? false : a === undefined || b === undefined ? undefined : true;
const or = (a: Maybe, b: Maybe): Maybe => not(and(not(a), not(b)));

const unary = /^-[a-hkprstuvwxzLnSGNO]$/;
const binary = /^(?:==?|!=|=~|<|>|-(?:eq|ne|lt|le|gt|ge|nt|ot|ef))$/;

class Reader {
  private at = 0;

  constructor(
    private readonly machine: Machine,
    private readonly words: readonly string[],
    private readonly flavour: 'single' | 'double',
  ) {}

  isDone(): boolean {
    return this.at >= this.words.length;
  }

  either(): Maybe {
    let answer = this.all();
    while (this.takes('-o', '||')) answer = or(answer, this.all());
    return answer;
  }

  private all(): Maybe {
    let answer = this.one();
    while (this.takes('-a', '&&')) answer = and(answer, this.one());
    return answer;
  }

  private takes(old: string, sign: string): boolean {
    if (this.words[this.at] !== (this.flavour === 'double' ? sign : old)) return false;
    this.at++;
    return true;
  }

  private one(): Maybe {
    const [word = '', next, third] = this.words.slice(this.at, this.at + 3);
    // Three words with an operator in the middle are a comparison, whatever they look like.
    if (next !== undefined && third !== undefined && binary.test(next)) {
      this.at += 3;
      return this.compare(word, next, third);
    }
    if (word === '!' && next !== undefined) {
      this.at++;
      return not(this.one());
    }
    if (word === '(' && next !== undefined) {
      this.at++;
      const answer = this.either();
      return this.words[this.at++] === ')' ? answer : undefined;
    }
    if (unary.test(word) && next !== undefined) {
      this.at += 2;
      return this.ask(word, next);
    }
    this.at++;
    return isKnown(word) ? word !== '' : word.length > 1 ? true : undefined;
  }

  private compare(a: string, operator: string, b: string): Maybe {
    if (!isKnown(a) || !isKnown(b)) return undefined;
    switch (operator) {
      case '=':
      case '==':
        return this.flavour === 'double' ? matches(a, b) : a === b;
      case '!=':
        return this.flavour === 'double' ? not(matches(a, b)) : a !== b;
      case '<':
        return a < b;
      case '>':
        return a > b;
      case '=~':
        return /^[\w\s.^$/-]{1,200}$/.test(b) ? new RegExp(b).test(a) : undefined;
    }
    const [x, y] = [Number(a.trim()), Number(b.trim())];
    if (/^-(?:nt|ot|ef)$/.test(operator)) return undefined;
    // A text that is no number is an error, which is not zero either.
    if (!/^\s*[-+]?\d+\s*$/.test(a) || !/^\s*[-+]?\d+\s*$/.test(b)) return false;
    const order: Readonly<Record<string, boolean>> = {
      '-eq': x === y,
      '-ne': x !== y,
      '-lt': x < y,
      '-le': x <= y,
      '-gt': x > y,
      '-ge': x >= y,
    };
    return own(order, operator);
  }

  private ask(option: string, word: string): Maybe {
    if (option === '-n' || option === '-z') {
      const isEmpty = isKnown(word) ? word === '' : word.length > 1 ? false : undefined;
      return option === '-z' ? isEmpty : not(isEmpty);
    }
    if (option === '-v') return Object.hasOwn(this.machine.env, word) ? true : undefined;
    if (option === '-t') return false;
    if (!isKnown(word)) return undefined;
    return this.askFile(option, word);
  }

  private askFile(option: string, word: string): Maybe {
    const { machine } = this;
    const path = resolvePath(machine.cwd, word);
    if (option === '-L' || option === '-h') {
      const found = find(machine.files, path);
      const entry = machine.files.entries.get(path);
      return entry ? entry.kind === 'link' : found.state === 'unknown' ? undefined : false;
    }
    const found = word === '' ? ({ state: 'absent' } as const) : find(machine.files, path);
    if (found.state === 'absent') return false;
    if (found.state === 'unknown') return undefined;
    const { entry } = found;
    switch (option) {
      case '-e':
      case '-a':
        return true;
      case '-f':
        return entry.kind === 'file';
      case '-d':
        return entry.kind === 'directory';
      case '-s':
        return entry.kind === 'directory' ? true : entry.content === undefined ? undefined : entry.content !== '';
      case '-r':
        return mayRead(machine, found);
      case '-w':
        return canWrite(machine, path);
      case '-x':
        return mayExecute(machine, found.path, entry);
      case '-S':
      case '-p':
      case '-b':
      case '-c':
        return false;
      default:
        return undefined;
    }
  }
}

function matches(text: string, pattern: string): Maybe {
  if (/[+@?*!]\(/.test(pattern)) return undefined;
  return glob(pattern.replaceAll('[!', '[^').replaceAll('/', '\u0001'), false).test(text.replaceAll('/', '\u0001'));
}
