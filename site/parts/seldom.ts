import { parse } from 'acorn';
import { type Edit, edited } from './edits.ts';
import { type Node, nameOf } from './syntax.ts';

/** A piece of a module: itself without some of its functions, or some of those. */
export interface Piece {
  readonly path: string;
  readonly text: string;
}

/** What is shorter, in characters, is not worth what a piece costs. */
const least = 300;

/** In which piece a function of a module stands, by its name; undefined for the module itself. */
export type PieceOf = (name: string) => string | undefined;

/** What is known of a module as a whole. */
interface Whole {
  readonly path: string;
  readonly text: string;
  /** Somebody takes all that it hands out: what it hands out stays. */
  readonly isTakenWhole: boolean;
}

interface Moved {
  readonly name: string;
  readonly piece: string;
  /** The statement, with `export` where it is written there. */
  readonly node: Node;
  readonly declaration: Node;
  readonly names: ReadonlySet<string>;
}

/**
 * A module in pieces: functions that few of those run who run the module stand apart, and come when they are called. A module asks for
 * what is in its pieces, and they for what is in it, as other modules do.
 */
export function inPieces({ path, text, isTakenWhole }: Whole, pieceOf: PieceOf): readonly Piece[] {
  const { body } = parse(text, { ecmaVersion: 2022, sourceType: 'module' }) as unknown as { body: readonly Node[] };
  const handed = handedOut(body);
  const moved = body.flatMap((node): readonly Moved[] => {
    const declaration = (node.type === 'ExportNamedDeclaration' ? (node.declaration as Node | null) : node) ?? node;
    const name = functionName(declaration);
    const piece = name === undefined ? undefined : pieceOf(name);
    if (name === undefined || piece === undefined || (isTakenWhole && handed.has(name))) return [];
    return [{ name, piece, node, declaration, names: namesIn(declaration) }];
  });
  const changing = changed(body);
  const free = moved.filter(({ names }) => ![...changing].some((name) => names.has(name)));
  const lengths = new Map<string, number>();
  for (const { piece, node } of free) lengths.set(piece, (lengths.get(piece) ?? 0) + node.end - node.start);
  const apart = free.filter(({ piece }) => (lengths.get(piece) ?? 0) >= least);
  if (apart.length === 0) return [{ path, text }];
  const home = new Map(apart.map(({ name, piece }) => [name, piece]));
  const own = declared(body);
  const imports = imported(body);
  const pieces = [...new Set(home.values())].map((piece): Piece => {
    const inside = apart.filter((one) => one.piece === piece);
    const needed = new Set(inside.flatMap(({ names }) => [...names]));
    const from = (name: string) => home.get(name) ?? path;
    const taken = [...needed].filter((name) => own.has(name) && from(name) !== piece);
    return {
      path: piece,
      text: [
        ...[...needed].flatMap((name) => imports.get(name) ?? []),
        ...taken.map((name) => `import { ${name} } from ${JSON.stringify(from(name))};`),
        ...inside.map(({ declaration }) => text.slice(declaration.start, declaration.end)),
        `export { ${inside.map(({ name }) => name).join(', ')} };`,
      ].join('\n'),
    };
  });
  return [{ path, text: withoutThem(text, body, apart, handed, own) }, ...pieces];
}

/** What is left of a module: it takes from its pieces what it calls, passes on what it handed out, and hands them what they call. */
function withoutThem(
  text: string,
  body: readonly Node[],
  apart: readonly Moved[],
  handed: ReadonlyMap<string, readonly string[]>,
  own: ReadonlySet<string>,
): string {
  const home = new Map(apart.map(({ name, piece }) => [name, piece]));
  const gone = new Set(apart.map(({ node }) => node));
  const edits: Edit[] = [...gone].map(({ start, end }) => ({ from: start, to: end, text: '' }));
  const left = new Set<string>();
  for (const node of body) {
    if (gone.has(node) || node.type === 'ImportDeclaration') continue;
    if (node.type === 'ExportNamedDeclaration' && !node.declaration && !node.source) {
      const kept = (node.specifiers as readonly Node[]).filter(({ local }) => !home.has(nameOf(local)));
      const all = kept.map(({ start, end }) => text.slice(start, end)).join(', ');
      edits.push({ from: node.start, to: node.end, text: all === '' ? '' : `export { ${all} };` });
    } else for (const name of namesIn(node)) left.add(name);
  }
  const needed = new Set(apart.flatMap(({ names }) => [...names]));
  const more = [...needed].filter((name) => own.has(name) && !home.has(name) && !handed.get(name)?.includes(name));
  const passed = apart.flatMap(({ name, piece }) =>
    (handed.get(name) ?? []).map((as) => `export { ${name} as ${as} } from ${JSON.stringify(piece)};`),
  );
  return [
    ...[...home]
      .filter(([name]) => left.has(name))
      .map(([name, at]) => `import { ${name} } from ${JSON.stringify(at)};`),
    edited(text, edits),
    ...passed,
    more.length > 0 ? `export { ${more.join(', ')} };` : '',
  ].join('\n');
}

/** The name of a function that a statement makes and nothing else. */
export function functionName(node: Node): string | undefined {
  if (node.type === 'FunctionDeclaration') return node.id ? nameOf(node.id) : undefined;
  if (node.type !== 'VariableDeclaration' || node.kind !== 'const') return undefined;
  const [one, ...others] = node.declarations as readonly Node[];
  const init = one?.init as Node | null | undefined;
  return one && others.length === 0 && init?.type === 'ArrowFunctionExpression' ? nameOf(one.id) : undefined;
}

/** Every name that stands in a piece of a program, whatever it means there. */
function namesIn(piece: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(piece)) for (const one of piece) namesIn(one, found);
  else if (typeof piece === 'object' && piece !== null) {
    const node = piece as Node;
    if (node.type === 'Identifier') found.add(nameOf(node));
    for (const [key, inner] of Object.entries(node)) {
      const isOnlyAName = (key === 'property' || key === 'key') && node.computed !== true && node.shorthand !== true;
      if (!isOnlyAName) namesIn(inner, found);
    }
  }
  return found;
}

/**
 * The names that functions of a module pass on without calling them. What has such a name is there as soon as whoever names it runs,
 * called or not; in tables and lists of the module itself it is put off.
 */
export function passedOn(body: readonly Node[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (piece: unknown, within: boolean): void => {
    if (Array.isArray(piece)) for (const one of piece) visit(one, within);
    else if (typeof piece === 'object' && piece !== null) {
      const node = piece as Node;
      if (node.type === 'Identifier' && within) found.add(nameOf(node));
      const inside = within || /Function|Method|Class/.test(node.type);
      for (const [key, inner] of Object.entries(node)) {
        const isOnlyAName = (key === 'property' || key === 'key') && node.computed !== true;
        const isCalled = key === 'callee' && (inner as Node).type === 'Identifier';
        const isMade = key === 'id' || key === 'params';
        if (!isOnlyAName && !isCalled && !isMade) visit(inner, inside);
      }
    }
  };
  visit(body, false);
  return found;
}

/** The names of a module that it makes itself. */
function declared(body: readonly Node[]): ReadonlySet<string> {
  return new Set(
    body.flatMap((node) => {
      const declaration = node.type.startsWith('Export') ? (node.declaration as Node | null | undefined) : node;
      if (!declaration) return [];
      if (declaration.type === 'VariableDeclaration')
        return (declaration.declarations as readonly Node[]).flatMap(({ id }) => [...namesIn(id)]);
      return /^(?:Function|Class)Declaration$/.test(declaration.type) && declaration.id ? [nameOf(declaration.id)] : [];
    }),
  );
}

/** Names that mean something else later: only the module itself can change them. */
function changed(body: readonly Node[]): ReadonlySet<string> {
  return new Set(
    body
      .filter(({ type, kind }) => type === 'VariableDeclaration' && kind !== 'const')
      .flatMap(({ declarations }) => (declarations as readonly Node[]).flatMap(({ id }) => [...namesIn(id)])),
  );
}

/** What a module hands out of its own: local name → the names it has outside. */
function handedOut(body: readonly Node[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (local: string, outside: string) => found.set(local, [...(found.get(local) ?? []), outside]);
  for (const node of body) {
    if (node.type !== 'ExportNamedDeclaration' || node.source) continue;
    for (const one of node.specifiers as readonly Node[]) add(nameOf(one.local), nameOf(one.exported));
    if (node.declaration) for (const name of declared([node])) add(name, name);
  }
  return found;
}

/** How each imported name is imported, alone. */
function imported(body: readonly Node[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const node of body) {
    if (node.type !== 'ImportDeclaration') continue;
    const from = JSON.stringify((node.source as { readonly value?: string }).value);
    for (const one of node.specifiers as readonly Node[]) {
      const local = nameOf(one.local);
      const wanted = one.type === 'ImportNamespaceSpecifier' ? '*' : one.imported ? nameOf(one.imported) : 'default';
      found.set(local, `import ${wanted === '*' ? `* as ${local}` : `{ ${wanted} as ${local} }`} from ${from};`);
    }
  }
  return found;
}
