import type { Report } from '../../graders/index.ts';
import { isRecord, keys, load, save } from './store.ts';

/** How an exercise stands in this browser. */
export interface Progress {
  readonly status: Report['status'];
  /** Passed at least once: the explanation stays open. */
  readonly passed: boolean;
  readonly tries: number;
}

export function progressOf(id: string): Progress | undefined {
  return load(keys.progress(id), isProgress);
}

/** Notes a grading; the try counts even if nothing else changed. */
export function noteReport({ id, status }: Report): Progress {
  const before = progressOf(id);
  const now = { status, passed: status === 'pass' || before?.passed === true, tries: (before?.tries ?? 0) + 1 };
  save(keys.progress(id), now);
  save(keys.last, id);
  return now;
}

function isProgress(value: unknown): value is Progress {
  return isRecord(value) && typeof value.status === 'string' && typeof value.passed === 'boolean';
}
