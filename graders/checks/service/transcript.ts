/**
 * What was seen of a service that was started and asked. Facts only, JSON-serialisable, without times or port numbers
 * that change from run to run, so that equal behaviour gives an equal transcript.
 */
export interface ServiceTranscript {
  /** The first start, with a free port in `PORT`. */
  readonly start: Start;
  /**
   * Where it listened when there was no `PORT`; undefined when it did not. `taken`: somebody else was there already, and
   * nobody can know.
   */
  readonly withoutPort?: Asked | 'taken';
  readonly scenes: readonly SceneRun[];
  /** What became of SIGTERM; undefined when it was not running any more. */
  readonly stop?: Stop;
}

export type Start =
  | { readonly state: 'listening'; readonly asked: Asked }
  | { readonly state: 'ended'; readonly end: End }
  /** It runs and does not listen. */
  | { readonly state: 'silent' };

/** An address as the kernel tells it. */
export interface Asked {
  /** `PORT`: the number that was in the variable. A text is the path of a Unix socket. */
  readonly port: number | string;
  /** Null for every address. */
  readonly host: string | null;
}

/** How a process came to its end before its time. */
export interface End {
  /** `memory`, `output` and `time` are limits of ours. */
  readonly how: 'exit' | 'signal' | 'memory' | 'output' | 'time';
  readonly code: number | null;
  readonly signal: string | null;
  /** The line of standard error that says why, or the last one; empty when there is none. */
  readonly said: string;
}

/** A scene of the contract as it was played, up to the probe that went wrong for good. */
export interface SceneRun {
  readonly id: string;
  readonly exchanges: readonly Exchange[];
  readonly burst?: Burst;
  /** The process ended in this scene; the next one began with a new process. */
  readonly end?: End;
}

export interface Exchange {
  /** Id of the probe. */
  readonly probe: string;
  readonly method: string;
  readonly path: string;
  /** The body as sent, cut to what a person reads. */
  readonly body?: string;
  readonly answer?: Answer;
  /** The status that the same gets over a new connection, where it is the one that is expected: a body was left unread before. */
  readonly afresh?: number;
  /** Why there is no answer. `closed`: the connection ended before one. */
  readonly failure?: 'refused' | 'closed' | 'timeout' | 'malformed';
}

export interface Answer {
  readonly status: number;
  /** `Content-Type`; null when there is none. */
  readonly type: string | null;
  readonly body: string;
}

/** Many creations at once, and what the list holds afterwards. */
export interface Burst {
  readonly sent: number;
  /** Creations that were answered with a task and an id. */
  readonly created: number;
  /** Different ids among those answers. */
  readonly ids: number;
  /** Of the titles of the burst, how many the list holds. */
  readonly listed: number;
}

export interface Stop {
  /** It ended by itself within the time `docker stop` gives. */
  readonly ended: boolean;
  /** It listens to SIGTERM, as process 1 of a container must. */
  readonly handled: boolean;
}
