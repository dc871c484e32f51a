import { workerData } from 'node:worker_threads';
import type { LookSetup } from '../authoring/gate/worker.ts';
import type { Setup } from '../classroom/grade/job.ts';

/** What this worker thread was started for. */
export async function begin(): Promise<void> {
  const { does } = workerData as Setup | LookSetup;
  const { work } = await (does === 'exercises'
    ? import('../authoring/gate/worker.ts')
    : import('../classroom/grade/worker.ts'));
  work();
}
