import type { PieceOf } from './seldom.ts';
import type { Uses } from './uses.ts';

/** A function that this share of those run who run its module stays in it. */
const mostly = 0.75;

/** Modules in pieces, by who runs which function. */
export interface Pieces {
  readonly of: (path: string) => PieceOf;
  /**
   * The uses of a module, of a piece of one, of what stands aside of either.
   * @param isCut whether the module is in pieces
   */
  readonly usesOf: (path: string, isCut: boolean) => ReadonlySet<string>;
}

/**
 * Functions that most of those run who run the module stay there; of the others, those that the same uses run stand together, and those
 * that none runs.
 */
export function piecesOf({ modules, functions }: Pick<Uses, 'modules' | 'functions'>): Pieces {
  const whole = new Map<string, Set<string>>();
  for (const [use, paths] of modules)
    for (const path of paths) whole.set(path, (whole.get(path) ?? new Set()).add(use));
  const places = new Map<string, ReadonlyMap<string, string>>();
  const uses = new Map<string, ReadonlySet<string>>();
  for (const [path, names] of functions) {
    const all = whole.get(path)?.size ?? 0;
    if (all === 0) continue;
    const alike = new Map<string, string>();
    const home = new Map<string, string>();
    for (const [name, run] of names) {
      if (run.length >= all * mostly) continue;
      const key = run.join();
      const piece = alike.get(key) ?? `${path}?part${alike.size}`;
      alike.set(key, piece);
      home.set(name, piece);
      uses.set(piece, new Set(run));
    }
    places.set(path, home);
  }
  /** Of what stands aside of a module in pieces it is not known in which of them: those who ask for any of it and run the piece ask for it. */
  const ofAside = (module: string, aside: string, own: ReadonlySet<string>): ReadonlySet<string> => {
    const like = module + aside.replace(/\d+$/, '');
    const asking = new Set([...whole].flatMap(([path, by]) => (path.startsWith(like) ? [...by] : [])));
    return new Set([...own].filter((use) => asking.has(use)));
  };
  const usesOf = (path: string, isCut: boolean): ReadonlySet<string> => {
    if (!isCut) return whole.get(path) ?? new Set();
    const [, module = '', piece = '', aside] = /^(.*?)(\?part\d+)?(\?(?:sentences|text\d+))?$/.exec(path) ?? [];
    const own = (piece === '' ? whole.get(module) : uses.get(module + piece)) ?? new Set();
    return aside === undefined ? own : ofAside(module, aside, own);
  };
  return { of: (path) => (name) => places.get(path)?.get(name), usesOf };
}
