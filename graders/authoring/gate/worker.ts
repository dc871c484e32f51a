import { parentPort, workerData } from 'node:worker_threads';
import { Look, type LookOptions, type Part, type Seen } from './look.ts';

/** What a worker is told when it starts. */
export interface LookSetup {
  readonly does: 'exercises';
  /** Absolute path of the course. */
  readonly root: string;
  /** Folder of the running bundle. */
  readonly build: string;
}

/** Some parts of one exercise. */
export interface LookJob {
  /** Another number means that the files may have changed. */
  readonly run: number;
  readonly folder: string;
  readonly parts: readonly Part[];
  readonly options: LookOptions;
}

export interface LookOutcome {
  readonly seen: Partial<Seen>;
}

/** What runs in a worker thread: looks at one part after the other, for as long as there are any. */
export function work(): void {
  const { root } = workerData as LookSetup;
  let latest: { readonly run: number; readonly look: Look } | undefined;
  parentPort?.on('message', async ({ run, folder, parts, options }: LookJob) => {
    latest = latest?.run === run ? latest : { run, look: new Look(root, options) };
    parentPort?.postMessage({ seen: await latest.look.at(folder, parts) } satisfies LookOutcome);
  });
}
