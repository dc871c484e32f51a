import type { Scene } from '../../../checks/service/contract.ts';

/** What the driver is told to do: start a service under a guard and play the contract against it. */
export interface DriverRequest {
  /** Absolute path of the service as JavaScript, in a folder of its own. */
  readonly service: string;
  /** Absolute path of the guard. */
  readonly guard: string;
  readonly contract: readonly Scene[];
  /** Modules the service may load, without `node:`. */
  readonly modules: readonly string[];
  readonly limits: Limits;
}

/** Times in milliseconds, memory and output in bytes. */
export interface Limits {
  /** For everything. */
  readonly total: number;
  /** Until it listens. */
  readonly start: number;
  /** For one answer. */
  readonly answer: number;
  /** From SIGTERM to the end. */
  readonly stop: number;
  readonly memory: number;
  /** What it may print before it is stopped. */
  readonly output: number;
  /** What is kept of it. */
  readonly kept: number;
  /** Connections that a burst opens at once. */
  readonly connections: number;
}

const mebibyte = 1024 * 1024;

export const usualLimits: Limits = {
  total: 20_000,
  start: 5_000,
  answer: 3_000,
  stop: 5_000,
  memory: 320 * mebibyte,
  output: mebibyte,
  kept: 64 * 1024,
  connections: 250,
};
