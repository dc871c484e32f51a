import type { Server } from './server.ts';

/** What is known of the image a machine was made from, beyond the files it lists. The catalogue of images fills it in. */
export interface Catalogue {
  /**
   * Programs that the base image lacks for certain where they are not among its files. `every`: whatever is not listed is
   * not there; `none`: nobody knows what the image brings.
   */
  readonly lacks: 'every' | 'none' | ReadonlySet<string>;
  /** Its `apt` has no package lists, as in Docker's official images: they come with `apt-get update`. */
  readonly aptNeedsUpdate: boolean;
  /**
   * How its `nslookup` asks for a name. `first`: as the C library, which takes the first domain of the search list that has it.
   * `each`: a name without dots under each domain, and it ends well only where all have it; one with dots as it is written.
   * Absent where nobody knows.
   */
  readonly nslookup?: 'first' | 'each';
  /** The process it was made for. */
  readonly own?: OwnProcess;
}

/** The process that an image was made for. */
export interface OwnProcess {
  /** Its `ENTRYPOINT` and `CMD`. */
  readonly argv: readonly string[];
  /** Absent where it is no server, or where nobody knows. */
  readonly server?: Server;
  /** It comes to its end at once, and well: a shell without a terminal. */
  readonly ends?: boolean;
  /** What it prints before it ends, where that is known. */
  readonly prints?: string;
  /** It refuses to start unless one of these variables is set. */
  readonly requires: readonly string[];
  /** Variable that moves the port it listens on. */
  readonly portVariable?: string;
}

/** The base image may bring anything. */
export const unlisted: Catalogue = { lacks: 'none', aptNeedsUpdate: false };
