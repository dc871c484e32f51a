import { runInThisContext } from 'node:vm';
import { type Body, Registry } from '../client/parts/registry.ts';
import type { Module } from './modules.ts';

/** A piece of work, with what a page begins with. */
export type Work = (face: never) => void;

/** Modules that run here as they do in a page, to see which of them a piece of work takes. */
export class Trial {
  private readonly registry: Registry;
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(private readonly modules: readonly Module[]) {
    this.numbers = new Map(modules.map(({ path }, index) => [path, index]));
    const text = modules.map(({ body }) => numbered(body, this.numbers)).join(',\n');
    const bodies = runInThisContext(`[${text}]`) as readonly Body[];
    this.registry = new Registry(new Map(bodies.map((body, index) => [index, body])));
  }

  /**
   * The modules that run when pieces of work are done one after another, with nothing run before.
   * @param entry path of the module that each is given
   */
  usedBy(entry: string, works: readonly Work[]): ReadonlySet<string> {
    return this.usedInTurn(entry, [works])[0] as ReadonlySet<string>;
  }

  /** The same for works of which some are done after others: of each, the modules that those before have not run. */
  usedInTurn(entry: string, turns: readonly (readonly Work[])[]): readonly ReadonlySet<string>[] {
    this.registry.begin();
    const seen = new Set<number>();
    return turns.map((works) => {
      for (const work of works) work(this.registry.whole(this.numbers.get(entry) ?? -1) as never);
      const more = [...this.registry.used].filter((id) => !seen.has(id));
      for (const id of more) seen.add(id);
      return new Set(more.map((id) => this.modules[id]?.path ?? ''));
    });
  }
}

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
