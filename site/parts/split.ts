import { type Edit, edited } from './edits.ts';
import type { Movable, Statement, Statements } from './functions.ts';
import type { Module } from './modules.ts';

/** What ran, by use: paths of modules, and functions as `functionName` calls them. */
export type Uses = ReadonlyMap<string, ReadonlySet<string>>;

/** How a function of a module is called among the things that run. */
export const functionName = (path: string, name: string): string => `${path}#${name}`;

/** What is worth a module of its own, in characters: each costs some words that tell where its names are. */
const worthwhile = 500;

/** What leaves a module, and which of the new modules it goes to. */
type Places<T> = ReadonlyMap<T, number>;

/**
 * Takes out of each module the functions that only some of its uses run, or none, into modules of their own. In their place stand
 * functions that ask for those. Constants that nothing else looks at go with them.
 * @returns the modules, and what each use runs of them
 */
export function splitModules(
  modules: readonly Module[],
  ran: Uses,
  read: Statements,
): readonly [modules: readonly Module[], Uses] {
  const uses = new Map([...ran].map(([use]) => [use, new Set<string>()]));
  const split = modules.flatMap((module) => {
    const users = [...ran].filter(([, names]) => names.has(module.path));
    const pieces = users.length === 0 ? [{ ...module, functions: [] }] : piecesOf(module, read.of(module), users);
    for (const [use, names] of users)
      for (const { path, functions } of pieces)
        if (functions.length === 0 || functions.some((name) => names.has(name))) uses.get(use)?.add(path);
    return pieces.map(({ path, body }) => ({ path, body }));
  });
  return [split, uses];
}

interface Piece extends Module {
  /** Whoever runs none of them does without it; empty in what everybody needs. */
  readonly functions: readonly string[];
}

function piecesOf(
  module: Module,
  statements: readonly Statement[],
  users: readonly (readonly [use: string, names: ReadonlySet<string>])[],
): readonly Piece[] {
  const { path } = module;
  const groups = new Map<string, Movable[]>();
  for (const movable of statements.flatMap((one) => one.movable)) {
    const name = functionName(path, movable.name);
    const key = users.flatMap(([use, names]) => (names.has(name) ? [use] : [])).join();
    groups.set(key, [...(groups.get(key) ?? []), movable]);
  }
  groups.delete(users.map(([use]) => use).join());
  const moving = [...groups.values()].filter((group) => lengthOf(group) >= worthwhile);
  if (moving.length === 0) return [{ ...module, functions: [] }];
  const functions = new Map(moving.flatMap((group, index) => group.map((one) => [one, index] as const)));
  const constants = constantsThatGo(statements, functions);
  const pieces = moving.map((group, index) =>
    pieceOf(
      module,
      statements,
      group,
      [...constants].filter(([, place]) => place === index).map(([one]) => one),
    ),
  );
  const taken = new Set(pieces.flatMap((piece) => piece.taken));
  return [
    { path, body: restOf(module, statements, functions, constants, taken), functions: [] },
    ...pieces.map((piece, index) => ({
      path: pathOf(path, index),
      body: piece.body,
      functions: (moving[index] ?? []).map(({ name }) => functionName(path, name)),
    })),
  ];
}

const lengthOf = (all: readonly Movable[]): number => all.reduce((sum, { from, to }) => sum + to - from, 0);

/** Constants go where all that looks at them has gone. */
function constantsThatGo(statements: readonly Statement[], functions: Places<Movable>): Places<Statement> {
  const gone = new Map<Statement, number>();
  const placeOf = (one: Statement): number | undefined => {
    const [movable] = one.movable;
    const isWhole = movable?.from === one.from && movable.to === one.to;
    return gone.get(one) ?? (isWhole ? functions.get(movable) : undefined);
  };
  for (let isDone = false; !isDone; ) {
    isDone = true;
    for (const constant of statements) {
      const [name] = constant.makes;
      if (!constant.isConstant || gone.has(constant) || name === undefined) continue;
      const looking = statements.filter((one) => one !== constant && one.names.has(name));
      const [place, ...others] = new Set(looking.map(placeOf));
      if (place === undefined || others.length > 0) continue;
      gone.set(constant, place);
      isDone = false;
    }
  }
  return gone;
}

const pathOf = (path: string, index: number): string => `${path}?${index}`;

const asking = /^var ([\w$]+) = \$(?:ask|whole)\("[^"]+"\);/;

/** A module with what goes to one place, and what it takes from where that was. */
function pieceOf(
  { path, body }: Module,
  statements: readonly Statement[],
  functions: readonly Movable[],
  constants: readonly Statement[],
) {
  const names = new Set([...functions, ...constants].flatMap((one) => [...one.names]));
  const here = new Set([...functions.map(({ away }) => away.name), ...constants.flatMap(({ makes }) => makes)]);
  const asked: string[] = [];
  const taken: string[] = [];
  for (const { from, to, makes } of statements) {
    const wanted = makes.filter((name) => names.has(name) && !here.has(name));
    if (wanted.length === 0) continue;
    const text = body.slice(from, to);
    if (asking.test(text)) asked.push(text);
    else taken.push(...wanted);
  }
  const lines = [
    `$hand({\n${functions.map(({ away: { name } }) => `  ${name}: () => ${name}`).join(',\n')}\n});`,
    ...asked,
    ...(taken.length > 0 ? [`var import_$ = $ask(${JSON.stringify(path)});`] : []),
    ...taken.map((name) => `var ${name} = import_$.$${name};`),
    ...[...constants.map(({ from, to }) => ({ from, text: body.slice(from, to) })), ...functions.map(textOf)]
      .sort((a, b) => a.from - b.from)
      .map(({ text }) => text),
  ];
  return { body: `($hand, $ask, $whole, $join) => {\n${lines.join('\n')}\n}`, taken };
}

const textOf = ({ from, away: { text } }: Movable) => ({ from, text });

/** What is left of a module: it asks the others for what has gone, and hands them what they take. */
function restOf(
  { path, body }: Module,
  statements: readonly Statement[],
  functions: Places<Movable>,
  constants: Places<Statement>,
  taken: ReadonlySet<string>,
): string {
  const edits: Edit[] = [...constants.keys()].map(({ from, to }) => ({ from, to, text: '' }));
  for (const [{ from, to, away, standIn }, place] of functions)
    edits.push({ from, to, text: standIn(`import_$${place}.${away.name}`) });
  const asked = [...new Set(functions.values())]
    .sort((a, b) => a - b)
    .map((place) => `var import_$${place} = $ask(${JSON.stringify(pathOf(path, place))});\n`);
  const names = [...taken].map((name) => `  $${name}: () => ${name}`).join(',\n');
  const hands = statements.find(({ from }) => body.startsWith('$hand({\n', from));
  const start = body.indexOf('{\n') + '{\n'.length;
  // It is said once what a module hands out: from then on another may ask for it.
  const alone = names === '' || hands ? '' : `$hand({\n${names}\n});\n`;
  edits.push({ from: start, to: start, text: asked.join('') + alone });
  if (names !== '' && hands) {
    const at = hands.from + '$hand({\n'.length;
    edits.push({ from: at, to: at, text: `${names},\n` });
  }
  return edited(body, edits);
}
