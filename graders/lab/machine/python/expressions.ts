import { own } from '../../../core/own.ts';
import type { Context } from './context.ts';
import { method } from './methods.ts';
import { add, format, multiply, ordered, shown, subtract } from './operations.ts';
import { NotModelled, type Token } from './tokens.ts';
import { builtins, isModule, Raised, Tuple, truth, type Value } from './values.ts';

/** @throws Raised | NotModelled | a SyntaxError as Raised */
export function evaluate(tokens: readonly Token[], context: Context): Value {
  const evaluator = new Evaluator(tokens, context);
  const value = evaluator.expression();
  evaluator.end();
  return value;
}

class Evaluator {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly context: Context,
  ) {}

  end(): void {
    if (this.at >= this.tokens.length) return;
    this.refuseNeighbours();
    throw new NotModelled();
  }

  private refuseNeighbours(): void {
    const left = this.tokens[this.at];
    if (!left) return;
    // Two values side by side, as in Python 2's `print "hola"`, are never Python 3.
    const before = this.tokens[this.at - 1];
    const isValue = (token: Token | undefined) => token?.kind === 'string' || token?.kind === 'number';
    const isWord = before?.kind === 'name' || isValue(before) || before?.text === ')';
    if (isWord && (isValue(left) || (left.kind === 'name' && !operatorWords.has(left.text))))
      throw new Raised('SyntaxError');
  }

  expression(): Value {
    const condition = this.wordAhead('if', 'lambda', 'for');
    if (condition === -1) return this.either();
    const otherwise = this.wordAhead('else');
    if (this.tokens[condition]?.text !== 'if' || otherwise < condition) throw new NotModelled();
    const end = this.endOfOperand(otherwise + 1);
    const part = (from: number, to: number) => evaluate(this.tokens.slice(from, to), this.context);
    const chosen = truth(part(condition + 1, otherwise)) ? part(this.at, condition) : part(otherwise + 1, end);
    this.at = end;
    return chosen;
  }

  private either(): Value {
    let left = this.both();
    while (this.takeWord('or')) left = truth(left) ? this.skip(left, 'or') : this.both();
    return left;
  }

  private both(): Value {
    let left = this.negation();
    while (this.takeWord('and')) left = truth(left) ? this.negation() : this.skip(left, 'or', 'and');
    return left;
  }

  /** Leaves out an operand that Python does not look at, up to one of some words. */
  private skip(value: Value, ...words: readonly string[]): Value {
    this.at = this.endOfOperand(this.at, words);
    return value;
  }

  /** Where a word stands in what is left of this expression, outside brackets; -1 where it does not. */
  private wordAhead(...words: readonly string[]): number {
    const end = this.endOfOperand(this.at);
    const found = this.endOfOperand(this.at, words);
    return found < end ? found : -1;
  }

  /** The index after an operand: of a comma, a bracket that closes, or one of some words, outside brackets. */
  private endOfOperand(from: number, words: readonly string[] = []): number {
    let depth = 0;
    for (let index = from; index < this.tokens.length; index++) {
      const { kind, text } = this.tokens[index] as Token;
      if (kind === 'op' && '([{'.includes(text)) depth++;
      else if (kind === 'op' && ')]}'.includes(text) && depth-- === 0) return index;
      else if (depth === 0 && (kind === 'op' ? text === ',' : kind === 'name' && words.includes(text))) return index;
    }
    return this.tokens.length;
  }

  private negation(): Value {
    return this.takeWord('not') ? !truth(this.negation()) : this.comparison();
  }

  private comparison(): Value {
    const left = this.sum();
    const sign = this.tokens[this.at];
    if (sign?.kind === 'op' && (sign.text === '==' || sign.text === '!=')) {
      this.at++;
      const right = this.sum();
      if (typeof left === 'object' || typeof right === 'object') throw new NotModelled();
      return (left === right) === (sign.text === '==');
    }
    if (sign?.kind === 'op' && /^[<>]=?$/.test(sign.text)) {
      this.at++;
      return ordered(left, sign.text, this.sum());
    }
    if (this.takeWord('in')) return this.contains(this.sum(), left);
    if (this.word('not') && this.tokens[this.at + 1]?.text === 'in') {
      this.at += 2;
      return !this.contains(this.sum(), left);
    }
    if (this.takeWord('is')) {
      const not = this.takeWord('not');
      const right = this.sum();
      if (right !== null) throw new NotModelled();
      return (left === null) !== not;
    }
    return left;
  }

  private contains(whole: Value, part: Value): boolean {
    if (isModule(whole) && whole.path === 'os.environ' && typeof part === 'string') {
      return own(this.context.env, part) !== undefined;
    }
    if (typeof whole === 'string' && typeof part === 'string') return whole.includes(part);
    if (!Array.isArray(whole) || typeof part === 'object') throw new NotModelled();
    return whole.includes(part);
  }

  private sum(): Value {
    let left = this.product();
    for (;;) {
      if (this.takeOp('+')) left = add(left, this.product());
      else if (this.takeOp('-')) left = subtract(left, this.product());
      else return left;
    }
  }

  private product(): Value {
    let left = this.unary();
    for (;;) {
      if (this.takeOp('*')) left = multiply(left, this.unary());
      else if (this.takeOp('%')) left = format(left, this.unary());
      else if (this.op('/') || this.op('//') || this.op('**') || this.op('@')) throw new NotModelled();
      else return left;
    }
  }

  private unary(): Value {
    if (!this.takeOp('-')) return this.postfix(this.atom());
    const value = this.unary();
    if (typeof value !== 'number') throw new NotModelled();
    return -value;
  }

  private postfix(start: Reference): Value {
    let value = start;
    for (;;) {
      if (this.takeOp('.')) {
        const name = this.tokens[this.at++]?.text ?? '';
        value = { of: resolve(value, this.context), member: name };
      } else if (this.takeOp('(')) value = { value: this.called(value) };
      else if (this.takeOp('[')) value = { value: this.indexed(resolve(value, this.context)) };
      else {
        if ('builtin' in value) this.refuseNeighbours();
        return resolve(value, this.context);
      }
    }
  }

  private called(callee: Reference): Value {
    const args: Value[] = [];
    const named: Record<string, Value> = {};
    while (!this.takeOp(')')) {
      const [name, equals] = [this.tokens[this.at], this.tokens[this.at + 1]];
      if (name?.kind === 'name' && equals?.kind === 'op' && equals.text === '=') {
        this.at += 2;
        named[name.text] = this.expression();
      } else if (this.op('*') || this.op('**')) throw new NotModelled();
      else args.push(this.expression());
      if (!this.takeOp(',') && !this.op(')')) return this.unexpected();
    }
    if ('builtin' in callee) return this.context.callBuiltin(callee.builtin, args, named);
    if ('member' in callee) return method(callee.of, callee.member, args, named, this.context);
    return this.context.call(callee.value, args, named);
  }

  private indexed(value: Value): Value {
    const key = this.expression();
    if (!this.takeOp(']')) throw new NotModelled();
    if (isModule(value) && value.path === 'os.environ' && typeof key === 'string') {
      const found = own(this.context.env, key);
      if (found === undefined) throw new Raised('KeyError');
      return found;
    }
    const items = isModule(value) && value.path === 'sys.argv' ? this.context.argv : value;
    if (!Array.isArray(items) || typeof key !== 'number') throw new NotModelled();
    const item: Value | undefined = items.at(key);
    if (item === undefined) throw new Raised('IndexError');
    return item;
  }

  private atom(): Reference {
    const token = this.tokens[this.at++];
    if (!token) throw new Raised('SyntaxError');
    if (token.kind === 'string') return { value: this.strings(token) };
    if (token.kind === 'number') {
      if (!/^(?:0|[1-9][\d_]*)$/.test(token.text)) throw new NotModelled();
      return { value: Number(token.text.replaceAll('_', '')) };
    }
    if (token.kind === 'name') return this.name(token.text);
    if (token.text === '(') return { value: this.parenthesised() };
    if (token.text === '[') return { value: this.items(']') };
    throw new NotModelled();
  }

  private parenthesised(): Value {
    if (this.takeOp(')')) return new Tuple();
    const value = this.expression();
    if (this.takeOp(')')) return value;
    if (!this.takeOp(',')) return this.unexpected();
    return Tuple.from([value, ...this.items(')')]);
  }

  private items(close: string): readonly Value[] {
    const items: Value[] = [];
    while (!this.takeOp(close)) {
      items.push(this.expression());
      if (!this.takeOp(',') && !this.op(close)) throw new NotModelled();
    }
    return items;
  }

  /** Adjacent literals are one string. */
  private strings(first: Token): string {
    let value = this.string(first);
    while (this.tokens[this.at]?.kind === 'string') value += this.string(this.tokens[this.at++] as Token);
    return value;
  }

  private string({ value = '', pieces }: Token): string {
    if (!pieces) return value;
    return pieces
      .map((piece) => ('text' in piece ? piece.text : shown(evaluate(piece.expression, this.context))))
      .join('');
  }

  private name(name: string): Reference {
    if (name === 'True' || name === 'False') return { value: name === 'True' };
    if (name === 'None') return { value: null };
    if (keywordsBeyond.has(name)) throw new NotModelled();
    const value = this.context.lookup(name);
    if (value !== undefined) return { value };
    if (!builtins.has(name)) throw new Raised('NameError');
    return { builtin: name };
  }

  private unexpected(): never {
    this.end();
    throw new NotModelled();
  }

  private op(text: string): boolean {
    const token = this.tokens[this.at];
    return token?.kind === 'op' && token.text === text;
  }

  private takeOp(text: string): boolean {
    const found = this.op(text);
    if (found) this.at++;
    return found;
  }

  private word(text: string): boolean {
    const token = this.tokens[this.at];
    return token?.kind === 'name' && token.text === text;
  }

  private takeWord(text: string): boolean {
    const found = this.word(text);
    if (found) this.at++;
    return found;
  }
}

const operatorWords = new Set(['if', 'else', 'for', 'in', 'is', 'and', 'or', 'not', 'async', 'await']);
const keywordsBeyond = new Set(['lambda', 'await', 'yield', 'not', 'for', 'in', 'if', 'else']);

/** Something that may be called before it is known to be a value. */
type Reference =
  | { readonly value: Value }
  | { readonly builtin: string }
  | { readonly of: Value; readonly member: string };

function resolve(reference: Reference, context: Context): Value {
  if ('value' in reference) return reference.value;
  if ('builtin' in reference) throw new NotModelled();
  if (isModule(reference.of)) {
    const path = `${reference.of.path}.${reference.member}`;
    return context.member(path) ?? { kind: 'module', path };
  }
  throw new NotModelled();
}
