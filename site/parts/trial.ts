import { runInThisContext } from 'node:vm';
import { type Body, Registry } from '../client/parts/registry.ts';
import type { Module } from './modules.ts';
import { Watch } from './watch.ts';

/** A piece of work, with what a page begins with. */
export type Work = (face: never) => void;

/** What a piece of work takes. */
export interface Taken {
  /** Paths of the modules that run. */
  readonly modules: ReadonlySet<string>;
  /** Of each module the names of its functions that run, of those that stand in no other. */
  readonly functions: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Modules that run here as they do in a page, to see which of them a piece of work takes. */
export class Trial {
  private readonly registry: Registry;
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly watch = new Watch(script);
  private readonly places: readonly { readonly from: number; readonly to: number }[];
  private readonly known = new Map<string, Set<string>>();

  constructor(private readonly modules: readonly Module[]) {
    this.numbers = new Map(modules.map(({ path }, index) => [path, index]));
    const texts = modules.map(({ body }) => numbered(body, this.numbers));
    let end = 1;
    this.places = texts.map(({ length }) => {
      const from = end;
      end += length + between.length;
      return { from, to: end };
    });
    const bodies = runInThisContext(`[${texts.join(between)}]`, { filename: script }) as readonly Body[];
    this.registry = new Registry(new Map(bodies.map((body, index) => [index, body])));
  }

  /**
   * The modules that run when pieces of work are done one after another, with nothing run before.
   * @param entry path of the module that each is given
   */
  usedBy(entry: string, works: readonly Work[]): ReadonlySet<string> {
    return (this.usedInTurn(entry, [works])[0] as Taken).modules;
  }

  /** The same for works of which some are done after others: of each, the modules that those before have not run. */
  usedInTurn(entry: string, turns: readonly (readonly Work[])[]): readonly Taken[] {
    this.registry.begin();
    this.ran();
    const seen = new Set<number>();
    return turns.map((works) => {
      for (const work of works) work(this.registry.whole(this.numbers.get(entry) ?? -1) as never);
      const more = [...this.registry.used].filter((id) => !seen.has(id));
      for (const id of more) seen.add(id);
      return { modules: new Set(more.map((id) => this.modules[id]?.path ?? '')), functions: this.ran() };
    });
  }

  /** All functions that were looked at, of each module. */
  get functions(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.known;
  }

  stop(): void {
    this.watch.stop();
  }

  /** The functions that ran since this was asked last. */
  private ran(): ReadonlyMap<string, ReadonlySet<string>> {
    const found = new Map<string, ReadonlySet<string>>();
    this.watch.runs(this.places).forEach((seen, index) => {
      const path = this.modules[index]?.path ?? '';
      const known = this.known.get(path) ?? new Set();
      for (const { name } of seen) known.add(name);
      this.known.set(path, known);
      const run = seen.filter(({ count }) => count > 0).map(({ name }) => name);
      if (run.length > 0) found.set(path, new Set(run));
    });
    return found;
  }
}

/** The modules as one script. */
const script = 'timonel-trial.js';
const between = ',\n';

/** A body with the modules it asks for by number. */
export function numbered(body: string, numbers: ReadonlyMap<string, number>): string {
  const numberOf = (path: string): number => {
    const number = numbers.get(JSON.parse(path));
    if (number === undefined) throw new Error(`${path} is no module`);
    return number;
  };
  return body
    .replace(
      /^(var [\w$]+ = \$(?:ask|whole)\()("[^"]+")\);$/gm,
      (_, start: string, path: string) => `${start}${numberOf(path)});`,
    )
    .replace(/\$number\(("[^"]+")\)/g, (_, path: string) => `${numberOf(path)}`);
}
