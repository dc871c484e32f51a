import type { EntryName, PartTable, UseName } from '../../shared/part-data.ts';
import type { Scripts } from '../scripts.ts';
import { type Body, Registry } from './registry.ts';

declare global {
  /** Called by the script of each part. @param start number of its first module */
  var timonelParts: ((start: number, bodies: readonly Body[]) => void) | undefined;
  var timonelModules: Map<number, Body> | undefined;
}

/** The modules that parts have brought to this page or worker. */
export function modulesHere(): Map<number, Body> {
  const bodies = globalThis.timonelModules ?? new Map<number, Body>();
  globalThis.timonelModules = bodies;
  globalThis.timonelParts = (start, more) => {
    for (const [index, body] of more.entries()) bodies.set(start + index, body);
  };
  return bodies;
}

/** The part that holds a module. */
export const partOf = (module: number, { starts }: PartTable): number =>
  starts.findLastIndex((start) => start <= module);

/** The table of the page. */
export const partTable = (): PartTable =>
  JSON.parse(document.getElementById('partes')?.textContent ?? 'null') as PartTable;

/** How often a piece of work is begun anew for one more part. */
const mostMisses = 12;

/** Graders or a lab in a page, of which only those parts come that are used. */
export class Parts<Face> {
  private readonly bodies = modulesHere();
  private readonly registry = new Registry(this.bodies);

  constructor(
    private readonly scripts: Scripts,
    private readonly table: PartTable,
    private readonly entry: EntryName,
  ) {}

  /** What the page begins with, for what was done in `run` already. */
  get face(): Face {
    return this.registry.whole(this.table.entries[this.entry]) as Face;
  }

  /**
   * Loads what is likely to be needed.
   * @param use what for, where it is not what the page begins with
   * @throws when a script cannot be read; the next call tries again
   */
  async load(use: UseName = this.entry): Promise<void> {
    await this.bring(this.table.first[use] ?? []);
  }

  /** Loads everything there is. @throws as `load` */
  async loadAll(): Promise<void> {
    await this.bring(this.table.files.map((_, part) => part));
  }

  /**
   * Does a piece of work, with what has to be loaded for it. Where something turns out to be absent the work is begun anew once it is
   * there, from modules that have not run: so it must depend on nothing that it changes.
   * @param use as `load`
   * @throws as `load`, and what the work throws
   */
  async run<T>(work: (face: Face) => T, use?: UseName): Promise<T> {
    await this.load(use);
    for (let misses = 1; ; misses++) {
      const done = this.attempt(work);
      const { absent } = this.registry;
      if (absent.size === 0) {
        if ('problem' in done) throw done.problem;
        return done.result;
      }
      // Whoever goes a way that nobody foresaw does not look for it piece by piece.
      if (misses > mostMisses) await this.loadAll();
      else await this.bring([...absent].map((module) => partOf(module, this.table)));
      if ([...absent].some((module) => !this.bodies.has(module))) throw new Error('a part without its modules');
      this.registry.begin();
    }
  }

  private attempt<T>(work: (face: Face) => T): { readonly result: T } | { readonly problem: unknown } {
    try {
      return { result: work(this.face) };
    } catch (problem) {
      return { problem };
    }
  }

  private async bring(parts: readonly number[]): Promise<void> {
    const addresses = [...new Set(parts)].flatMap((part) => this.table.files[part] ?? []);
    await this.scripts.load(...addresses);
  }
}
