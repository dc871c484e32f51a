import { runInThisContext } from 'node:vm';
import { type Body, Registry } from '../client/parts/registry.ts';
import { type Edit, edited } from './edits.ts';
import type { Statements } from './functions.ts';
import type { Module } from './modules.ts';
import { functionName } from './split.ts';

/** Modules that run here as they do in a page, to see which of them a piece of work takes. */
export class Trial {
  private readonly registry: Registry;
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly functions: string[] = [];
  private readonly ran: Uint8Array;

  constructor(
    private readonly modules: readonly Module[],
    private readonly statements: Statements,
  ) {
    this.numbers = new Map(modules.map(({ path }, index) => [path, index]));
    const text = modules.map((module) => numbered(this.telling(module), this.numbers)).join(',\n');
    this.ran = new Uint8Array(this.functions.length);
    const bodies = (runInThisContext(`($ran) => [${text}]`) as (ran: Uint8Array) => readonly Body[])(this.ran);
    this.registry = new Registry(new Map(bodies.map((body, index) => [index, body])));
  }

  /**
   * The modules that run when pieces of work are done one after another, with nothing run before, and their functions that could stand
   * elsewhere.
   * @param entry path of the module that each is given
   */
  usedBy(entry: string, works: readonly ((face: never) => void)[]): ReadonlySet<string> {
    this.registry.begin();
    this.ran.fill(0);
    for (const work of works) work(this.registry.whole(this.numbers.get(entry) ?? -1) as never);
    return new Set([
      ...[...this.registry.used].map((id) => this.modules[id]?.path ?? ''),
      ...this.functions.filter((_, index) => this.ran[index]),
    ]);
  }

  /** A body whose functions tell that they run. */
  private telling(module: Module): string {
    const { path, body } = module;
    const edits: Edit[] = [];
    for (const { name, body: inside } of this.statements.of(module).flatMap(({ movable }) => movable)) {
      const tells = `$ran[${this.functions.push(functionName(path, name)) - 1}] = 1`;
      const { from, to, isExpression } = inside;
      if (isExpression) edits.push({ from, to: from, text: `(${tells}, ` }, { from: to, to, text: ')' });
      else edits.push({ from: from + 1, to: from + 1, text: `\n${tells};` });
    }
    return edited(body, edits);
  }
}

/** A body with the modules it asks for by number. */
export function numbered(body: string, numbers: ReadonlyMap<string, number>): string {
  return body.replace(/^(var [\w$]+ = \$(?:ask|whole)\()("[^"]+")\);$/gm, (_, start: string, path: string) => {
    const number = numbers.get(JSON.parse(path));
    if (number === undefined) throw new Error(`${path} is no module`);
    return `${start}${number});`;
  });
}
