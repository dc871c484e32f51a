/** How the network of a machine turns names into addresses. */
export interface Names {
  /** Address of the server that is asked: `10.96.0.10`. */
  readonly server: string;
  /** Domains that complete a short name, the first one first. */
  readonly search: readonly string[];
  /** What the server says of a name as it stands; undefined where nobody here knows. */
  answer(name: string): Answer | undefined;
}

/** Addresses of a name, none where it has records of another kind; or that there is no such name. */
export type Answer = readonly string[] | 'no-name';
