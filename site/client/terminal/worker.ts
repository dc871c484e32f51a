import type { PartTable } from '../../shared/part-data.ts';
import { modulesHere, partOf } from '../parts/parts.ts';
import { Registry } from '../parts/registry.ts';
import type { Asked, Engine } from './protocol.ts';

/** What a page sends first. */
export interface Beginning {
  /** With absolute addresses. */
  readonly table: PartTable;
}

interface Question {
  readonly id: number;
  readonly asked: Asked;
}

interface WorkerScope {
  importScripts(...addresses: readonly string[]): void;
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL(url: string): string },
    ): { createScriptURL(url: string): string };
  };
}

/** The lab of a terminal in a worker of the page, which loads a part of it the moment it is used. */
class EngineWorker {
  private readonly bodies = modulesHere();
  private readonly scope = globalThis as unknown as WorkerScope;
  private engine: Engine | undefined;

  constructor() {
    addEventListener('message', ({ data }: MessageEvent<Beginning | Question>) => {
      if ('table' in data) this.begin(data.table);
      else this.answer(data);
    });
  }

  private begin(table: PartTable): void {
    const { files, entries, first } = table;
    const policy = this.scope.trustedTypes?.createPolicy('timonel-terminal', {
      createScriptURL: (url) => (files.includes(url) ? url : ''),
    });
    const bring = (parts: readonly number[]) =>
      this.scope.importScripts(...parts.map((part) => policy?.createScriptURL(files[part] ?? '') ?? files[part] ?? ''));
    const registry = new Registry(this.bodies, (module) => bring([partOf(module, table)]));
    bring(first.engine ?? []);
    this.engine = registry.whole(entries.engine).engine as Engine;
  }

  private answer({ id, asked }: Question): void {
    try {
      if (!this.engine) throw new Error('a question before the table of parts');
      postMessage({ id, answer: this.engine.ask(asked) });
    } catch (problem) {
      postMessage({ id, problem: String(problem) });
    }
  }
}

new EngineWorker();
