import type { Span } from '../../../core/span.ts';
import type { Instruction, Trigger } from '../../../model/dockerfile/dockerfile.ts';
import type { Files, Users } from '../../machine/index.ts';
import type { ImageProfile } from '../profile.ts';

/** `ENTRYPOINT` or `CMD` as the image keeps it: shell form already wrapped in its shell. */
export interface StartCommand {
  readonly argv: readonly string[];
  readonly form: 'exec' | 'shell';
  /** Absent when the base image set it. */
  readonly at?: Span;
  readonly brokenJson: boolean;
}

/** A line of `docker history`: what made it, in BuildKit's words, and the layer it made, if any. */
export interface Written {
  readonly by: string;
  /** Index into `layers`. */
  readonly layer?: number;
}

/** What one instruction added to the file system. */
export interface Layer {
  readonly keyword: Instruction['keyword'];
  readonly at: Span;
  /** Paths it put there or changed. */
  readonly paths: readonly string[];
  /** Bytes of what it put there, as far as they are known. A file that only changes its owner is there twice. */
  readonly bytes: number;
}

/** One instruction as it was carried out. */
export interface Step {
  readonly stage: number;
  readonly keyword: Instruction['keyword'];
  readonly at: Span;
  /** It makes a layer of its own, which the cache keeps. */
  readonly layer: boolean;
  /** Everything its result depends on besides the steps before it. Equal inputs and an equal past mean a cache hit. */
  readonly inputs: string;
}

/** An image while it is built: the configuration and file system after each instruction. */
export interface StageState {
  /** Undefined for `scratch`. */
  readonly base: ImageProfile | undefined;
  readonly files: Files;
  readonly users: Users;
  readonly env: Readonly<Record<string, string>>;
  /** Arguments in scope. */
  readonly args: Readonly<Record<string, string>>;
  readonly workdir: string;
  readonly user: string;
  readonly userAt?: Span;
  readonly shell: readonly string[];
  readonly entrypoint: StartCommand | undefined;
  readonly cmd: StartCommand | undefined;
  /** `CMD` was set in this very stage: `ENTRYPOINT` then leaves it alone. */
  readonly ownCmd: boolean;
  /** `8080/tcp`. */
  readonly exposes: readonly string[];
  readonly volumes: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly stopSignal: string;
  readonly healthcheck: readonly string[] | 'none' | undefined;
  readonly healthcheckAt?: Span;
  /** What the shell of the image is given to check, where it is one: that of the end, and not of the line. */
  readonly healthcheckText?: string | undefined;
  readonly onbuild: readonly Trigger[];
  readonly layers: readonly Layer[];
  /** What its instructions wrote into its history, the oldest first. */
  readonly history: readonly Written[];
  readonly steps: readonly Step[];
  /** MB of what was installed. */
  readonly installed: number;
}

/** A finished image. */
export type BuiltImage = Omit<StageState, 'args' | 'ownCmd' | 'steps'>;
