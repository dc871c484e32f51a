/** What is answered to an HTTP request, by path. A path that is not listed gets `otherwise`. */
export interface Answers {
  readonly paths: ReadonlyMap<string, number>;
  readonly otherwise: number;
}

/** A process that listens, and the software it is. */
export interface Server {
  /** `any`: nobody knows where. */
  readonly listens: readonly Listening[] | 'any';
  readonly product?: string;
  /** `listens` is certain to be everything. */
  readonly exact?: true;
  /** Absent where nothing is known about the content. */
  readonly answers?: Answers;
}

export interface Listening {
  /** `any`: all addresses; `loopback`: only from inside the container. */
  readonly address: 'any' | 'loopback';
  readonly port: number;
}
