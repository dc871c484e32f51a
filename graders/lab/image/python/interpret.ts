import { type Block, nest, type Statement } from './blocks.ts';
import { type Context, evaluate, Raised, shown } from './expressions.ts';
import { NotModelled, NotPython, type Token, tokenize } from './tokens.ts';
import { isFunction, isModule, type PyFunction, standardModules, truth, type Value } from './values.ts';

export type Interpretation =
  | { readonly kind: 'done'; readonly output: string; readonly exit: number }
  /** It stops with an exception: Python would name it, and exit with 1. */
  | { readonly kind: 'error'; readonly output: string; readonly error: string; readonly line: number }
  /** Beyond what is modelled: nobody can tell without executing it. */
  | { readonly kind: 'unknown' };

const maxSteps = 2000;
const maxDepth = 40;

/**
 * Works out what a small Python program prints, without executing it: assignments, `print`, strings in all their forms,
 * `+`, `%`, `.format`, f-strings, functions, `if`. Anything else gives `unknown`, never a wrong answer.
 * @param env environment of the process, for `os.environ`
 */
export function interpret(text: string, env: Readonly<Record<string, string>> = {}): Interpretation {
  const program = new Program(env);
  try {
    program.run(nest(tokenize(text)));
    return { kind: 'done', output: program.output, exit: 0 };
  } catch (stop) {
    if (stop instanceof Exit) return { kind: 'done', output: program.output, exit: stop.code };
    if (stop instanceof NotPython) return { kind: 'error', output: '', error: stop.error, line: stop.line };
    if (stop instanceof Raised) {
      // A syntax error is found before anything runs.
      const output = stop.error === 'SyntaxError' ? '' : program.output;
      return { kind: 'error', output, error: stop.error, line: program.line };
    }
    if (stop instanceof NotModelled || stop instanceof RangeError) return { kind: 'unknown' };
    throw stop;
  }
}

class Exit extends Error {
  constructor(readonly code: number) {
    super('exit');
  }
}

class Return extends Error {
  constructor(readonly value: Value) {
    super('return');
  }
}

type Scope = Map<string, Value>;

class Program {
  output = '';
  line = 1;
  private steps = 0;
  private readonly globals: Scope = new Map([['__name__', '__main__']]);
  private readonly scopes: Scope[] = [this.globals];

  constructor(private readonly env: Readonly<Record<string, string>>) {}

  run(block: Block): void {
    for (const statement of block) {
      if (++this.steps > maxSteps) throw new NotModelled();
      this.line = statement.line;
      this.statement(statement);
    }
  }

  private statement(statement: Statement): void {
    if (statement.kind === 'def') this.define(statement);
    else if (statement.kind === 'if') this.choose(statement);
    else this.simple(statement.tokens);
  }

  private choose({ branches }: Extract<Statement, { kind: 'if' }>): void {
    const chosen = branches.find(({ condition }) => condition === undefined || truth(this.value(condition)));
    if (chosen) this.run(chosen.body);
  }

  private define({ header, body }: Extract<Statement, { kind: 'def' }>): void {
    const name = header[0]?.text ?? '';
    this.scope.set(name, { kind: 'function', name, parameters: parametersOf(header), body });
  }

  private simple(tokens: readonly Token[]): void {
    const [first] = tokens;
    const word = first?.kind === 'name' ? first.text : '';
    if (word === 'pass' && tokens.length === 1) return;
    if (word === 'import' || word === 'from') {
      this.import(tokens);
      return;
    }
    if (word === 'return') throw new Return(tokens.length === 1 ? null : this.value(tokens.slice(1)));
    if (['global', 'nonlocal', 'raise', 'assert', 'del', 'yield', 'await', 'break', 'continue'].includes(word)) {
      throw new NotModelled();
    }
    const equals = assignmentAt(tokens);
    if (equals === -1) this.value(tokens);
    else this.assign(tokens, equals);
  }

  private assign(tokens: readonly Token[], equals: number): void {
    const [target, next] = tokens;
    const annotated = next?.kind === 'op' && next.text === ':';
    const sign = tokens[equals]?.text ?? '=';
    if (target?.kind !== 'name' || (equals !== 1 && !annotated)) throw new NotModelled();
    const right = tokens.slice(equals + 1);
    if (assignmentAt(right) !== -1) throw new NotModelled();
    if (sign === '=') this.scope.set(target.text, this.value(right));
    else if (sign === '+=')
      this.scope.set(
        target.text,
        this.value([target, { kind: 'op', text: '+' }, { kind: 'op', text: '(' }, ...right, { kind: 'op', text: ')' }]),
      );
    else throw new NotModelled();
  }

  /** `import sys`, `import os, sys`, `from os import environ as e`. */
  private import(tokens: readonly Token[]): void {
    const words = tokens.map(({ text }) => text);
    const from = words[0] === 'from' ? words.indexOf('import') : 0;
    if (from === -1) throw new NotModelled();
    const module = from === 0 ? '' : words.slice(1, from).join('');
    for (const part of words
      .slice(from + 1)
      .join(' ')
      .replace(/[()]/g, '')
      .split(',')) {
      const [path = '', , alias] = part.trim().replaceAll(' . ', '.').split(' ');
      const whole = module === '' ? path : `${module}.${path}`;
      if (path === '*' || !standardModules.has(whole.split('.')[0] ?? '')) throw new NotModelled();
      const name = alias ?? (module === '' ? (path.split('.')[0] ?? '') : path);
      this.scope.set(name, { kind: 'module', path: module === '' && alias === undefined ? name : whole });
    }
  }

  private get scope(): Scope {
    return this.scopes.at(-1) ?? this.globals;
  }

  private value(tokens: readonly Token[]): Value {
    return evaluate(tokens, this.context);
  }

  private get context(): Context {
    return {
      env: this.env,
      lookup: (name) => this.scope.get(name) ?? this.globals.get(name),
      call: (callee, args, named) => {
        if (isModule(callee)) return this.builtin(callee.path, args, named);
        return isFunction(callee) ? this.call(callee, args, named) : raise('TypeError');
      },
      callBuiltin: (name, args, named) => this.builtin(name, args, named),
    };
  }

  private call(
    { name, parameters, body }: PyFunction,
    args: readonly Value[],
    named: Readonly<Record<string, Value>>,
  ): Value {
    if (args.length > parameters.length || name === '') throw new Raised('TypeError');
    const scope: Scope = new Map();
    for (const [index, parameter] of parameters.entries()) {
      const given = args[index] ?? named[parameter.name];
      const value = given !== undefined ? given : parameter.fallback && this.value(parameter.fallback);
      if (value === undefined) throw new Raised('TypeError');
      scope.set(parameter.name, value);
    }
    if (this.scopes.length > maxDepth) throw new NotModelled();
    this.scopes.push(scope);
    try {
      this.run(body);
      return null;
    } catch (stop) {
      if (stop instanceof Return) return stop.value;
      throw stop;
    } finally {
      this.scopes.pop();
    }
  }

  private builtin(name: string, args: readonly Value[], named: Readonly<Record<string, Value>>): Value {
    const [first, second] = args;
    switch (name) {
      case 'print':
        return this.print(args, named);
      case 'str':
        return args.length === 0 ? '' : shown(first ?? null);
      case 'sys.stdout.write':
        if (typeof first !== 'string') throw new Raised('TypeError');
        this.output += first;
        return first.length;
      case 'sys.stdout.flush':
      case 'time.sleep':
        return null;
      case 'sys.stderr.write':
        return 0;
      case 'sys.exit':
      case 'exit':
      case 'quit':
        throw new Exit(typeof first === 'number' ? first : first === undefined || first === null ? 0 : 1);
      case 'os.getenv':
      case 'os.environ.get':
        if (typeof first !== 'string') throw new NotModelled();
        return this.env[first] ?? second ?? null;
      default:
        throw new NotModelled();
    }
  }

  private print(args: readonly Value[], named: Readonly<Record<string, Value>>): Value {
    const { sep = ' ', end = '\n', file, flush: _flush, ...others } = named;
    if (Object.keys(others).length > 0) throw new Raised('TypeError');
    if (file !== undefined && file !== null) {
      if (!isModule(file)) throw new NotModelled();
      if (file.path === 'sys.stderr') return null;
      if (file.path !== 'sys.stdout') throw new NotModelled();
    }
    this.output += args.map(shown).join(sep === null ? ' ' : shown(sep)) + (end === null ? '\n' : shown(end));
    return null;
  }
}

function raise(error: string): never {
  throw new Raised(error);
}

/** The index of the sign of an assignment, outside brackets; -1 for an expression. */
function assignmentAt(tokens: readonly Token[]): number {
  let depth = 0;
  return tokens.findIndex(({ kind, text }) => {
    if (kind !== 'op') return false;
    if ('([{'.includes(text)) depth++;
    else if (')]}'.includes(text)) depth--;
    return depth === 0 && /^(?:[-+*/%&|^@]|\*\*|\/\/|>>|<<)?=$/.test(text);
  });
}

/** `name(a, b: str = "x") -> None`. */
function parametersOf(header: readonly Token[]): PyFunction['parameters'] {
  const open = header.findIndex(({ text }) => text === '(');
  const close = header.findLastIndex(({ text }) => text === ')');
  if (open !== 1 || close === -1) throw new NotModelled();
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of header.slice(open + 1, close)) {
    if (token.kind === 'op' && '([{'.includes(token.text)) depth++;
    if (token.kind === 'op' && ')]}'.includes(token.text)) depth--;
    if (token.kind === 'op' && token.text === ',' && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter(({ length }) => length > 0).map(parameter);
}

function parameter(tokens: readonly Token[]): PyFunction['parameters'][number] {
  const [name] = tokens;
  if (name?.kind !== 'name') throw new NotModelled();
  const equals = assignmentAt(tokens);
  return equals === -1 ? { name: name.text } : { name: name.text, fallback: tokens.slice(equals + 1) };
}
