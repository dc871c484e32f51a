import type { Scene } from '../../../checks/service/contract.ts';

/** What the driver is told to do: start a service, in a cage where there is one, and play the contract against it. */
export interface DriverRequest {
  /** Program and arguments of the service, by absolute paths as it will see them. */
  readonly command: readonly string[];
  /** Folder it starts in, as it will see it. */
  readonly folder: string;
  /** Where there is none, the service runs like any other program of the user. */
  readonly cage?: CageRequest;
  readonly contract: readonly Scene[];
  readonly limits: Limits;
}

/** All paths are absolute and outside of the cage. */
export interface CageRequest {
  /** Words that come before those of the script: the program that makes the inner namespaces. */
  readonly enter: readonly string[];
  readonly script: string;
  /** An empty folder, on which the root is made. */
  readonly root: string;
  /** What the root gets. */
  readonly files: string;
  /** User id the service becomes; undefined where only the one user there is can be had. */
  readonly user?: string;
  /** Files and folders it may read, at the same place. */
  readonly shown: readonly string[];
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
  /** Of the service and all it starts. */
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
  total: 30_000,
  start: 5_000,
  answer: 3_000,
  stop: 5_000,
  memory: 320 * mebibyte,
  output: mebibyte,
  kept: 64 * 1024,
  connections: 250,
};
