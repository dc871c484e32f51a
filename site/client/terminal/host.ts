import { currentLang } from '../lang.ts';
import { Parts, partTable } from '../parts/parts.ts';
import type { Scripts } from '../scripts.ts';
import type { Answer, Ask, Engine } from './protocol.ts';
import type { Beginning } from './worker.ts';

/** Somebody stopped what was running. */
export class Stopped extends Error {}

interface Waiting {
  resolve(answer: never): void;
  reject(problem: Error): void;
}

/**
 * Where the lab of a terminal works: in a worker, so that the page stays alive and what takes too long can be stopped; in the page
 * itself where a browser has none for it, as with a page that is opened from a file.
 */
export class Host {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  private readonly table = partTable();
  private readonly parts: Parts<{ readonly engine: Engine }>;

  /** @param address of the script of the worker */
  constructor(
    private readonly scripts: Scripts,
    private readonly address: string,
    private usesWorker = location.protocol !== 'file:' && 'Worker' in window,
  ) {
    this.parts = new Parts(scripts, this.table, 'engine');
  }

  /** Whether what is running can be stopped. */
  get canStop(): boolean {
    return this.worker !== undefined && this.waiting.size > 0;
  }

  /**
   * @throws Stopped when somebody stops it
   * @throws when the lab cannot be loaded, or has a fault of its own
   */
  async ask<A extends Ask>(ask: A): Promise<Answer<A>> {
    const asked = { ...ask, lang: currentLang() };
    const worker = this.started();
    if (worker) {
      const id = ++this.asked;
      return new Promise<Answer<A>>((resolve, reject) => {
        this.waiting.set(id, { resolve, reject });
        worker.postMessage({ id, asked });
      });
    }
    // It keeps a session, so nothing of it may be begun anew for the want of a part.
    await this.parts.loadAll();
    return this.parts.face.engine.ask(asked) as Answer<A>;
  }

  /** Ends what is running, with the session it ran in: whoever asked opens it anew. */
  stop(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.fail(new Stopped());
  }

  private started(): Worker | undefined {
    if (!this.usesWorker) return undefined;
    try {
      this.worker ??= this.start();
    } catch {
      this.usesWorker = false;
    }
    return this.worker;
  }

  private start(): Worker {
    const worker = this.scripts.worker(this.address);
    worker.addEventListener('message', ({ data }) => {
      const { id, answer, problem } = data as { id: number; answer?: never; problem?: string };
      const waiting = this.waiting.get(id);
      this.waiting.delete(id);
      if (problem === undefined) waiting?.resolve(answer as never);
      else waiting?.reject(new Error(problem));
    });
    worker.addEventListener('error', () => {
      this.worker = undefined;
      this.fail(new Error('the lab could not be loaded'));
    });
    const files = this.table.files.map((file) => new URL(file, location.href).href);
    worker.postMessage({ table: { ...this.table, files } } satisfies Beginning);
    return worker;
  }

  private fail(problem: Error): void {
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of waiting) reject(problem);
  }
}
