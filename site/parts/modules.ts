import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'acorn';
import { build, transform } from 'esbuild';
import { type Edit, edited } from './edits.ts';
import { type Written, writtenLists } from './lists.ts';
import { putOff } from './put-off.ts';
import { inPieces, type PieceOf, passedOn } from './seldom.ts';
import { type Node, nameOf, type Origin } from './syntax.ts';

/** A module of the graders as the pages run it. */
export interface Module {
  /** From the root of the repository. */
  readonly path: string;
  /** The body that `Registry` runs, as an expression. Other modules stand in it as `$ask("path")` and `$whole("path")`. */
  readonly body: string;
}

/** A module as ECMAScript, with what it takes and what it passes on. */
interface Parsed {
  readonly path: string;
  readonly text: string;
  readonly body: readonly Node[];
  /** Local name → where it comes from; `*` is all of a module. */
  readonly taken: ReadonlyMap<string, Origin>;
  /** Name handed out → where it comes from, for what is only passed on. */
  readonly passed: ReadonlyMap<string, Origin>;
  /** Modules of which everything is passed on. */
  readonly passedWhole: readonly string[];
}

/**
 * Every module that the entries reach, each as a body of its own. A name is taken from where it is made: whatever only passes it
 * on is left out of the way.
 * @param entries from the root of the repository
 */
export async function readModules(root: string, entries: readonly string[]): Promise<readonly Module[]> {
  return (await readProgram(root, entries)).whole;
}

/** All modules, whole, and again in pieces once it is known which functions are seldom run. */
export interface Program {
  readonly whole: readonly Module[];
  /** @param pieceOf the piece in which a function of a module stands, as `inPieces` asks for it */
  cut(pieceOf: (path: string) => PieceOf): Promise<readonly Module[]>;
}

/** @param entries as `readModules` */
export async function readProgram(root: string, entries: readonly string[]): Promise<Program> {
  const written = await writtenLists();
  const graph = await importsOf(root, entries, written);
  const texts = new Map(
    await Promise.all(
      [...graph.keys()].map(async (path) => {
        const source = written.get(path)?.source ?? readFileSync(join(root, path), 'utf8');
        return [path, await plain(path, source)] as const;
      }),
    ),
  );
  const parsed = new Map([...graph].map(([path, imports]) => [path, read(path, texts.get(path) ?? '', imports)]));
  // Most modules stay as they are when others are cut.
  const common = new Map<string, Promise<string>>();
  const toCommon = (text: string): Promise<string> => {
    const made = common.get(text) ?? asCommon(text);
    common.set(text, made);
    return made;
  };
  const bodies = async (all: ReadonlyMap<string, Parsed>) => {
    const modules = await Promise.all(
      [...all.keys()].map((path) => {
        const { body } = written.get(path) ?? {};
        return body === undefined ? modulesOf(path, all, toCommon) : [{ path, body }];
      }),
    );
    return modules.flat();
  };
  // Lists ask for modules by their names, and pages for their entries.
  const takenWhole = new Set([
    ...entries,
    ...[...written.keys()].flatMap((path) => [path, ...(graph.get(path)?.values() ?? [])]),
    ...[...parsed.values()].flatMap(({ taken }) =>
      [...taken.values()].flatMap(({ path, name }) => (name === '*' ? path : [])),
    ),
  ]);
  const cut = (pieceOf: (path: string) => PieceOf) => {
    const passed = passedIn(parsed);
    const pieceIn = (path: string): PieceOf => {
      const known = pieceOf(path);
      return (name) => (speaks.test(path) || passed.get(path)?.has(name) ? undefined : known(name));
    };
    const pieces = [...parsed].flatMap(([path, { text }]) =>
      inPieces({ path, text, isTakenWhole: takenWhole.has(path) }, pieceIn(path)).map((piece) => ({
        ...piece,
        of: path,
      })),
    );
    const own = new Map(pieces.map(({ path }) => [path, path]));
    return bodies(
      new Map(
        pieces.map(({ path, text, of }) => [path, read(path, text, new Map([...own, ...(graph.get(of) ?? [])]))]),
      ),
    );
  };
  return { whole: await bodies(parsed), cut };
}

/** What each module imports, by the words it uses. */
async function importsOf(
  root: string,
  entries: readonly string[],
  written: ReadonlyMap<string, Written>,
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...entries],
    bundle: true,
    write: false,
    outdir: '/',
    metafile: true,
    logLevel: 'silent',
    plugins: [
      {
        name: 'written',
        setup: ({ onLoad }) => {
          onLoad({ filter: /\.[jt]s$/ }, ({ path }) => {
            const { source } = written.get(path.slice(root.length + 1).replaceAll('\\', '/')) ?? {};
            return source === undefined ? undefined : { contents: source, loader: 'ts', resolveDir: dirname(path) };
          });
        },
      },
    ],
  });
  return new Map(
    Object.entries(metafile.inputs).map(([path, { imports }]) => [
      path,
      new Map(imports.map(({ original, path: to }) => [original ?? to, to])),
    ]),
  );
}

/** What puts results into words and lines is called when they are shown, in either language: nobody loads anything then. */
const speaks = /^(?:graders\/(?:core|render)|site)\//;

/** The names of each module that some function passes on without calling them, there or elsewhere. */
function passedIn(parsed: ReadonlyMap<string, Parsed>): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [path, { body, taken }] of parsed)
    for (const name of passedOn(body)) {
      const origin = taken.get(name);
      const made = origin ? madeAt(origin, parsed) : { path, name };
      found.set(made.path, (found.get(made.path) ?? new Set()).add(made.name));
    }
  return found;
}

/** A module as ECMAScript. */
async function plain(path: string, source: string): Promise<string> {
  const { code } = await transform(source, {
    loader: path.endsWith('.ts') ? 'ts' : 'js',
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
  });
  return code;
}

function read(path: string, text: string, imports: ReadonlyMap<string, string>): Parsed {
  const { body } = parse(text, { ecmaVersion: 2022, sourceType: 'module' }) as unknown as { body: readonly Node[] };
  const taken = new Map<string, Origin>();
  const passed = new Map<string, Origin>();
  const passedWhole: string[] = [];
  for (const node of body) {
    const from = sourceOf(node, imports);
    if (node.type === 'ImportDeclaration' && from !== undefined)
      for (const one of node.specifiers as readonly Node[])
        taken.set(nameOf(one.local), { path: from, name: wanted(one) });
    if (node.type === 'ExportAllDeclaration' && from !== undefined) passedWhole.push(from);
    if (node.type === 'ExportNamedDeclaration' && from !== undefined)
      for (const one of node.specifiers as readonly Node[])
        passed.set(nameOf(one.exported), { path: from, name: nameOf(one.local) });
  }
  // `import { a } from …; export { a };` is passing on too.
  for (const node of body) {
    if (node.type !== 'ExportNamedDeclaration' || node.source) continue;
    for (const one of node.specifiers as readonly Node[]) {
      const origin = taken.get(nameOf(one.local));
      if (origin && origin.name !== '*') passed.set(nameOf(one.exported), origin);
    }
  }
  return { path, text, body, taken, passed, passedWhole };
}

function sourceOf(node: Node, imports: ReadonlyMap<string, string>): string | undefined {
  const source = node.source as { readonly value: string } | null | undefined;
  return source ? imports.get(source.value) : undefined;
}

/** The name that an import asks for. */
function wanted(specifier: Node): string {
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  return specifier.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(specifier.imported);
}

/** Where a name is made, past everything that only passes it on. */
function madeAt({ path, name }: Origin, parsed: ReadonlyMap<string, Parsed>): Origin {
  const module = parsed.get(path);
  const passed = module?.passed.get(name);
  if (passed) return madeAt(passed, parsed);
  for (const other of module?.passedWhole ?? []) {
    const made = madeAt({ path: other, name }, parsed);
    if (hands(made, parsed)) return made;
  }
  return { path, name };
}

/** Whether a module makes a name itself. */
function hands({ path, name }: Origin, parsed: ReadonlyMap<string, Parsed>): boolean {
  return parsed.get(path)?.body.some((node) => madeBy(node).includes(name)) === true;
}

/** The names that a statement hands out. */
function madeBy(node: Node): readonly string[] {
  if (node.type !== 'ExportNamedDeclaration' || node.source) return [];
  const declared = node.declaration as Node | null;
  const names = (node.specifiers as readonly Node[]).map(({ exported }) => nameOf(exported));
  if (!declared) return names;
  const declarations = (declared.declarations as readonly Node[] | undefined) ?? [declared];
  return [...names, ...declarations.map(({ id }) => nameOf(id))];
}

/** The module, another with the sentences in it, and one for each of its long texts. */
async function modulesOf(
  path: string,
  parsed: ReadonlyMap<string, Parsed>,
  toCommon: (text: string) => Promise<string>,
): Promise<readonly Module[]> {
  const module = parsed.get(path) as Parsed;
  const sentences: string[] = [];
  const texts: string[] = [];
  const edits: Edit[] = [];
  for (const node of module.body) {
    const isPassing = node.type.startsWith('Export') && node.source;
    if (node.type === 'ImportDeclaration' || isPassing) edits.push({ from: node.start, to: node.end, text: '' });
    else
      edits.push(
        ...putOff(node, {
          taken: module.taken,
          isFunction: (origin) => isFunction(madeAt(origin, parsed), parsed),
          say: ({ start, end }) => `${sentencesName}.all[${sentences.push(module.text.slice(start, end)) - 1}]`,
          takeOut: ({ start, end }) => `${textName}${texts.push(module.text.slice(start, end)) - 1}.it`,
        }),
      );
  }
  const code = await toCommon([...takenBy(module, parsed), edited(module.text, edits)].join('\n'));
  const aside: Module[] = texts.map((text, index) => ({
    path: `${path}?text${index}`,
    body: `($hand) => {\n$hand({ it: () => ${text} });\n}`,
  }));
  const asked = aside.map((one, index) => `var ${textName}${index} = $ask(${JSON.stringify(one.path)});\n`);
  if (sentences.length > 0) {
    const words = `${path}?sentences`;
    aside.push({ path: words, body: `($hand) => {\n$hand({ all: () => [\n${sentences.join(',\n')}\n] });\n}` });
    asked.push(`var ${sentencesName} = $ask(${JSON.stringify(words)});\n`);
  }
  return [{ path, body: asBody(code, asked.join('')) }, ...aside];
}

/** A module that takes and hands out as CommonJS does. */
async function asCommon(text: string): Promise<string> {
  const { code } = await transform(text, { loader: 'js', format: 'cjs', target: 'es2022', charset: 'utf8' });
  return code;
}

const textName = '$text';
const sentencesName = '$sentences';

/** What a module takes, from where it is made: once from each. */
function takenBy({ taken }: Parsed, parsed: ReadonlyMap<string, Parsed>): readonly string[] {
  const names = new Map<string, string[]>();
  const whole: string[] = [];
  for (const [local, origin] of taken) {
    if (origin.name === '*') whole.push(`import * as ${local} from ${JSON.stringify(origin.path)};`);
    else {
      const { path, name } = madeAt(origin, parsed);
      names.set(path, [...(names.get(path) ?? []), `${name} as ${local}`]);
    }
  }
  return [...[...names].map(([path, all]) => `import { ${all.join(', ')} } from ${JSON.stringify(path)};`), ...whole];
}

/** Whether a name is that of a function that is no class. */
function isFunction({ path, name }: Origin, parsed: ReadonlyMap<string, Parsed>): boolean {
  const module = parsed.get(path);
  if (!module) return false;
  const declared = module.body.flatMap((node) =>
    node.type.startsWith('Export') ? [node.declaration as Node | null] : [node],
  );
  const exported = module.body
    .filter(({ type, source }) => type === 'ExportNamedDeclaration' && !source)
    .flatMap(({ specifiers }) => specifiers as readonly Node[])
    .find((one) => nameOf(one.exported) === name);
  const local = exported ? nameOf(exported.local) : name;
  return declared.some((node) => {
    if (node?.type === 'FunctionDeclaration') return node.id !== null && nameOf(node.id) === local;
    if (node?.type !== 'VariableDeclaration') return false;
    return (node.declarations as readonly Node[]).some(
      ({ id, init }) => nameOf(id) === local && (init as Node | null)?.type === 'ArrowFunctionExpression',
    );
  });
}

/** What esbuild writes around a module is taken away: the registry does that once for all. */
function asBody(code: string, before: string): string {
  const begins = /^var stdin_exports = \{\};\n|^var import_\w+ = /m.exec(code)?.index ?? helpersEnd(code);
  const body = code
    .slice(begins)
    .replace(/^var stdin_exports = \{\};\n/m, '')
    .replace(/^__export\(stdin_exports, /m, '$$hand(')
    .replace(/^module\.exports = __toCommonJS\(stdin_exports\);\n/m, '')
    .replace(/^(var import_[\w$]+ = )(?:__toESM\()?require\(("[^"]+")\)\)?;$/gm, '$1$$ask($2);')
    .replace(/^(var [\w$]+ = )__toESM\(require\(("[^"]+")\)\);$/gm, '$1$$whole($2);')
    // No function of a module looks at `this`.
    .replace(/\(0, (import_[\w$]+\.[\w$]+)\)\(/g, '$1(');
  return `($hand, $ask, $whole, $join) => {\n${before}${body}\n}`;
}

/** A module that hands out nothing and takes nothing has no helpers either. */
const helpersEnd = (code: string): number => (code.startsWith('var __') ? code.indexOf('\n\n') : 0);
