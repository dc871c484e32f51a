import { parse } from 'acorn';
import { type Node, nameOf } from './syntax.ts';

/** A statement of a module's body. */
export interface Statement extends Range {
  /** The names it makes. */
  readonly makes: readonly string[];
  /** What it may refer to, of all that has a name around it. */
  readonly names: ReadonlySet<string>;
  /** `const name = …;`, of which nothing is a function that could leave. */
  readonly isConstant: boolean;
  /** What of it could as well stand in another module: the whole statement, or the methods in it. */
  readonly movable: readonly Movable[];
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** A function that looks at nothing that changes. */
export interface Movable extends Range {
  /** How it is called in its module, which no other is. */
  readonly name: string;
  /** What it may refer to. */
  readonly names: ReadonlySet<string>;
  /** The braces or the expression it consists of. */
  readonly body: Range & { readonly isExpression: boolean };
  /** The name under which another module hands it out, and how it is written there. */
  readonly away: { readonly name: string; readonly text: string };
  /** What stands in its place. @param asked how the function is asked for */
  readonly standIn: (asked: string) => string;
}

/** The statements of modules, each read once. */
export class Statements {
  private readonly read = new Map<string, readonly Statement[]>();

  of({ body }: { readonly body: string }): readonly Statement[] {
    const statements = this.read.get(body) ?? statementsOf(body);
    this.read.set(body, statements);
    return statements;
  }
}

/** The statements of a module's body, in their order. */
function statementsOf(body: string): readonly Statement[] {
  const { body: parsed } = parse(`(${body})`, { ecmaVersion: 2022 }) as unknown as { readonly body: readonly [Node] };
  const around = parsed[0].expression as Node;
  const statements = (around.body as Node).body as readonly Node[];
  const made = new Set(statements.flatMap(madeBy));
  const changed = new Set<string>();
  for (const statement of statements) walk(statement, (node) => changedBy(node, made, changed));
  return new Reader(body, changed).read(statements);
}

/** The parenthesis before the body does not count. */
const before = 1;

const rangeOf = ({ start, end }: Node): Range => ({ from: start - before, to: end - before });

class Reader {
  private methods = 0;

  constructor(
    private readonly text: string,
    private readonly changed: ReadonlySet<string>,
  ) {}

  read(statements: readonly Node[]): readonly Statement[] {
    return statements.map((node) => {
      const makes = madeBy(node);
      const movable = this.movableOf(node);
      const isConstant = onlyConstant(node) !== undefined && movable.length === 0;
      return { ...rangeOf(node), makes, names: lookOf(node).names, isConstant, movable };
    });
  }

  private movableOf(node: Node): readonly Movable[] {
    if (node.type === 'FunctionDeclaration') return this.declared(node, node);
    const constant = onlyConstant(node);
    const value = constant?.init as Node | null | undefined;
    if (value?.type === 'ArrowFunctionExpression') return this.declared(node, value);
    const held = value?.type === 'ClassExpression' ? value : node.type === 'ClassDeclaration' ? node : undefined;
    if (held) return ((held.body as Node).body as readonly Node[]).flatMap((method) => this.method(held, method));
    return this.assigned(node);
  }

  /** `function name() {…}`, `const name = () => …` */
  private declared(node: Node, made: Node): readonly Movable[] {
    const [name = ''] = madeBy(node);
    const { names, isBound, looksAtThis } = lookOf(node);
    if (isBound || looksAtThis || this.isUnsteady(names)) return [];
    const range = rangeOf(node);
    return [
      {
        ...range,
        name,
        names,
        body: bodyOf(made),
        away: { name, text: this.text.slice(range.from, range.to) },
        standIn: (asked) =>
          node === made
            ? `function ${name}(...$) {\nreturn ${asked}(...$);\n}`
            : `const ${name} = (...$) => ${asked}(...$);`,
      },
    ];
  }

  /** A method of a class that is no more than a function with a `this`. */
  private method(held: Node, node: Node): readonly Movable[] {
    const value = node.value as Node | null;
    if (node.type !== 'MethodDefinition' || node.kind !== 'method' || node.computed === true || node.static === true)
      return [];
    if (!value || value.async === true) return [];
    const key = this.textOf(node.key as Node);
    if (key.startsWith('#')) return [];
    return this.withThis(
      rangeOf(node),
      value,
      `${held.id ? nameOf(held.id) : ''}.${key}`,
      (call) => `${key}(...$) {\n${call}\n}`,
    );
  }

  /** `type.prototype.name = function() {…};` */
  private assigned(node: Node): readonly Movable[] {
    const assignment = node.type === 'ExpressionStatement' ? (node.expression as Node) : undefined;
    if (assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=') return [];
    const [left, right] = [assignment.left as Node, assignment.right as Node];
    if (left.type !== 'MemberExpression' || right.type !== 'FunctionExpression' || right.async === true) return [];
    return this.withThis(rangeOf(right), right, this.textOf(left), (call) => `function(...$) {\n${call}\n}`);
  }

  private withThis(range: Range, made: Node, name: string, standIn: (call: string) => string): readonly Movable[] {
    const { names, isBound } = lookOf(made);
    if (isBound || this.isUnsteady(names)) return [];
    const away = `$method${this.methods++}`;
    const parameters = (made.params as readonly Node[]).map((one) => this.textOf(one)).join(', ');
    const star = made.generator === true ? '*' : '';
    return [
      {
        ...range,
        name: `${away} ${name}`,
        names,
        body: bodyOf(made),
        away: { name: away, text: `function${star} ${away}(${parameters}) ${this.textOf(made.body as Node)}` },
        standIn: (asked) => standIn(`return ${asked}.apply(this, $);`),
      },
    ];
  }

  private isUnsteady(names: ReadonlySet<string>): boolean {
    return [...names].some((name) => this.changed.has(name));
  }

  private textOf(node: Node): string {
    const { from, to } = rangeOf(node);
    return this.text.slice(from, to);
  }
}

const bodyOf = (made: Node): Movable['body'] => {
  const body = made.body as Node;
  return { ...rangeOf(body), isExpression: body.type !== 'BlockStatement' };
};

interface Look {
  readonly names: ReadonlySet<string>;
  /** It only works where it stands: `super`, a private name, `new.target`. */
  readonly isBound: boolean;
  /** `this` or `arguments`. */
  readonly looksAtThis: boolean;
}

/** What a piece of a module looks at. */
function lookOf(node: Node): Look {
  const names = new Set<string>();
  let [isBound, looksAtThis] = [false, false];
  walk(node, (inner, parent) => {
    if (inner.type === 'Identifier' && !isMember(inner, parent)) names.add(nameOf(inner));
    if (/^(?:Super|MetaProperty|PrivateIdentifier)$/.test(inner.type)) isBound = true;
    if (inner.type === 'ThisExpression') looksAtThis = true;
  });
  return { names, isBound, looksAtThis: looksAtThis || names.has('arguments') };
}

/** The names that a statement makes for those after it. */
function madeBy(node: Node): readonly string[] {
  const made = new Set<string>();
  const declared =
    (node.declarations as readonly Node[] | undefined) ??
    (/^(?:Function|Class)Declaration$/.test(node.type) ? [node] : []);
  for (const { id } of declared)
    walk(id as Node, (one, parent) => {
      if (one.type === 'Identifier' && !isMember(one, parent)) made.add(nameOf(one));
    });
  return [...made];
}

/** `const name = …;` */
function onlyConstant(node: Node): Node | undefined {
  if (node.type !== 'VariableDeclaration' || node.kind !== 'const') return undefined;
  const [declared, more] = node.declarations as readonly Node[];
  return declared && !more && (declared.id as Node).type === 'Identifier' ? declared : undefined;
}

/** The name after a dot, or before a colon. */
function isMember(node: Node, parent: Node | undefined): boolean {
  if (parent?.type === 'MemberExpression') return parent.property === node && parent.computed !== true;
  if (parent?.type === 'Property') return parent.key === node && parent.computed !== true && parent.shorthand !== true;
  return false;
}

/** Names of the module that a node gives another value. */
function changedBy(node: Node, made: ReadonlySet<string>, changed: Set<string>): void {
  const target =
    node.type === 'AssignmentExpression' ? node.left : node.type === 'UpdateExpression' ? node.argument : undefined;
  if (!target || (target as Node).type === 'MemberExpression') return;
  walk(target as Node, (one, parent) => {
    if (one.type === 'Identifier' && !isMember(one, parent) && made.has(nameOf(one))) changed.add(nameOf(one));
  });
}

function walk(node: Node, visit: (node: Node, parent?: Node) => void, parent?: Node): void {
  visit(node, parent);
  for (const key in node) {
    const inner = node[key];
    if (typeof inner !== 'object' || inner === null) continue;
    if (Array.isArray(inner)) for (const one of inner) walkAny(one, visit, node);
    else walkAny(inner, visit, node);
  }
}

function walkAny(value: unknown, visit: (node: Node, parent?: Node) => void, parent: Node): void {
  if (typeof value === 'object' && value !== null && 'type' in value) walk(value as Node, visit, parent);
}
