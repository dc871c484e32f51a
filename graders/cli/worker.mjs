// What a worker thread of `timonel class` begins with: the bundle that the command itself runs.
import { workerData } from 'node:worker_threads';
import { loadBundle } from './bundle.mjs';

const { exports } = loadBundle(workerData.build, Number.POSITIVE_INFINITY);
await exports.work();
