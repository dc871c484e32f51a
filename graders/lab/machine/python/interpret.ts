import { own } from '../../../core/own.ts';
import { type Block, nest, type Statement } from './blocks.ts';
import type { Context } from './context.ts';
import { evaluate } from './expressions.ts';
import { shown } from './operations.ts';
import { assignmentAt, importsIn, isBareAnnotation, parametersOf } from './statements.ts';
import { NotModelled, NotPython, type Token, tokenize } from './tokens.ts';
import {
  exceptions,
  isFunction,
  isModule,
  type PyFunction,
  Raised,
  standardModules,
  truth,
  type Value,
} from './values.ts';

export type Interpretation =
  | { readonly kind: 'done'; readonly output: string; readonly exit: number }
  /** It stops with an exception: Python would name it, and exit with 1. */
  | { readonly kind: 'error'; readonly output: string; readonly error: string; readonly line: number }
  /** Beyond what is modelled: nobody can tell without executing it. */
  | { readonly kind: 'unknown' };

const maxSteps = 2000;
const maxDepth = 40;

/** How a program was started. */
export interface Start {
  /** `sys.argv`. */
  readonly argv?: readonly string[];
  /** The text of a module that lies beside the program; undefined where there is none. */
  readonly source?: (module: string) => string | undefined;
}

/**
 * Works out what a small Python program prints, without executing it: assignments, `print`, strings in all their forms,
 * `+`, `%`, `.format`, f-strings, functions, `if`, `for` over what is known, modules beside it. Anything else gives
 * `unknown`, never a wrong answer.
 * @param env environment of the process, for `os.environ`
 */
export function interpret(text: string, env: Readonly<Record<string, string>> = {}, start: Start = {}): Interpretation {
  const program = new Program(env, start);
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
  private globals: Scope = new Map([['__name__', '__main__']]);
  private scopes: Scope[] = [this.globals];
  /** Modules that lie beside the program, once they were imported. */
  private readonly modules = new Map<string, Scope>();

  constructor(
    private readonly env: Readonly<Record<string, string>>,
    private readonly start: Start,
  ) {}

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
    else if (statement.kind === 'for') this.repeat(statement);
    else this.simple(statement.tokens);
  }

  private choose({ branches }: Extract<Statement, { kind: 'if' }>): void {
    const chosen = branches.find(({ condition }) => condition === undefined || truth(this.value(condition)));
    if (chosen) this.run(chosen.body);
  }

  private repeat({ target, over, body }: Extract<Statement, { kind: 'for' }>): void {
    const items = this.value(over);
    if (typeof items !== 'string' && !Array.isArray(items)) throw new NotModelled();
    for (const item of items as Iterable<Value>) {
      this.scope.set(target, item);
      this.run(body);
    }
  }

  private define({ header, body }: Extract<Statement, { kind: 'def' }>): void {
    const name = header[0]?.text ?? '';
    const globals = this.globals;
    this.scope.set(name, { kind: 'function', name, parameters: parametersOf(header), body, globals });
  }

  private simple(tokens: readonly Token[]): void {
    const [first] = tokens;
    const word = first?.kind === 'name' ? first.text : '';
    if (word === 'pass' && tokens.length === 1) return;
    if (word === 'import' || word === 'from') {
      this.import(tokens);
      return;
    }
    if (word === 'return' && this.scopes.length === 1) throw new Raised('SyntaxError');
    if (word === 'return') throw new Return(tokens.length === 1 ? null : this.value(tokens.slice(1)));
    if (word === 'raise') this.raise(tokens.slice(1));
    if (isBareAnnotation(tokens)) return;
    if (['global', 'nonlocal', 'assert', 'del', 'yield', 'await', 'break', 'continue'].includes(word)) {
      throw new NotModelled();
    }
    const equals = assignmentAt(tokens);
    if (equals === -1) this.value(tokens);
    else this.assign(tokens, equals);
  }

  /** `raise SystemExit(1)`, `raise ValueError("…")`. @throws Exit | Raised | NotModelled */
  private raise([name, open, ...rest]: readonly Token[]): never {
    const word = name?.kind === 'name' ? name.text : '';
    if (!exceptions.has(word) || this.scope.has(word) || this.globals.has(word)) throw new NotModelled();
    if (open !== undefined && (open.text !== '(' || rest.at(-1)?.text !== ')')) throw new NotModelled();
    if (word !== 'SystemExit') throw new Raised(word);
    throw new Exit(exitCode(rest.length > 1 ? this.value(rest.slice(0, -1)) : null));
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

  private import(tokens: readonly Token[]): void {
    for (const { module, path, alias } of importsIn(tokens)) {
      const whole = module === '' ? path : `${module}.${path}`;
      if (path === '*') throw new NotModelled();
      if (!standardModules.has(whole.split('.')[0] ?? '')) {
        this.importBeside(module, path, alias);
        continue;
      }
      const name = alias ?? (module === '' ? (path.split('.')[0] ?? '') : path);
      this.scope.set(name, { kind: 'module', path: module === '' && alias === undefined ? name : whole });
    }
  }

  /** A module that lies beside the program: it runs once, with names of its own. */
  private importBeside(module: string, path: string, alias: string | undefined): void {
    const scope = this.moduleScope(module === '' ? path : module);
    if (module === '') {
      if (path.includes('.')) throw new NotModelled();
      this.scope.set(alias ?? path, { kind: 'module', path });
      return;
    }
    const value = scope.get(path);
    if (value === undefined) throw new NotModelled();
    this.scope.set(alias ?? path, value);
  }

  private moduleScope(name: string): Scope {
    const known = this.modules.get(name);
    if (known) return known;
    const text = this.start.source?.(name);
    // A package runs the files of the packages above it first.
    if (text === undefined || name.includes('.')) throw new NotModelled();
    const scope: Scope = new Map([['__name__', name]]);
    this.modules.set(name, scope);
    const block = nest(tokenize(text));
    this.within(scope, () => this.run(block));
    return scope;
  }

  /** Does something with other global names. */
  private within(globals: Scope, act: () => void): void {
    const [before, scopes, line] = [this.globals, this.scopes, this.line];
    if (scopes.length > maxDepth) throw new NotModelled();
    this.globals = globals;
    this.scopes = [globals];
    act();
    this.globals = before;
    this.scopes = scopes;
    this.line = line;
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
      argv: this.start.argv,
      member: (path) => this.member(path),
      lookup: (name) => this.scope.get(name) ?? this.globals.get(name),
      call: (callee, args, named) => {
        if (isModule(callee)) return this.builtin(callee.path, args, named);
        return isFunction(callee) ? this.call(callee, args, named) : raise('TypeError');
      },
      callBuiltin: (name, args, named) => this.builtin(name, args, named),
    };
  }

  /** A name of a module that lies beside the program. */
  private member(path: string): Value | undefined {
    const dot = path.indexOf('.');
    const scope = this.modules.get(path.slice(0, dot));
    if (dot === -1 || !scope) return undefined;
    const value = scope.get(path.slice(dot + 1));
    if (value === undefined) throw new Raised('AttributeError');
    return value;
  }

  private call(
    { name, parameters, body, globals }: PyFunction,
    args: readonly Value[],
    named: Readonly<Record<string, Value>>,
  ): Value {
    if (args.length > parameters.length || name === '') throw new Raised('TypeError');
    const scope: Scope = new Map();
    for (const [index, parameter] of parameters.entries()) {
      const given = args[index] ?? own(named, parameter.name);
      const value = given !== undefined ? given : parameter.fallback && this.value(parameter.fallback);
      if (value === undefined) throw new Raised('TypeError');
      scope.set(parameter.name, value);
    }
    if (this.scopes.length > maxDepth) throw new NotModelled();
    const before = this.globals;
    this.globals = globals ?? before;
    this.scopes.push(scope);
    try {
      this.run(body);
      return null;
    } catch (stop) {
      if (stop instanceof Return) return stop.value;
      throw stop;
    } finally {
      this.scopes.pop();
      this.globals = before;
    }
  }

  private builtin(name: string, args: readonly Value[], named: Readonly<Record<string, Value>>): Value {
    const [first, second] = args;
    const inner = this.member(name);
    if (inner !== undefined) return isFunction(inner) ? this.call(inner, args, named) : raise('TypeError');
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
        throw new Exit(exitCode(first ?? null));
      case 'range':
        return range(args);
      case 'len':
        return this.length(first);
      case 'os.getenv':
      case 'os.environ.get':
        if (typeof first !== 'string') throw new NotModelled();
        return own(this.env, first) ?? second ?? null;
      default:
        throw new NotModelled();
    }
  }

  private length(value: Value | undefined): number {
    const whole = value !== undefined && isModule(value) && value.path === 'sys.argv' ? this.start.argv : value;
    if (typeof whole === 'string') return [...whole].length;
    if (!Array.isArray(whole)) throw new NotModelled();
    return whole.length;
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

function exitCode(value: Value): number {
  return typeof value === 'number' ? value : value === null ? 0 : 1;
}

/** `range(3)`, `range(1, 4)`. */
function range(args: readonly Value[]): readonly Value[] {
  const [from, to] = args.length === 1 ? [0, args[0]] : args;
  if (typeof from !== 'number' || typeof to !== 'number' || args.length > 2 || to - from > maxSteps) {
    throw new NotModelled();
  }
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

function raise(error: string): never {
  throw new Raised(error);
}
