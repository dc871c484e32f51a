import type { Span } from '../../../core/span.ts';
import type { Text } from '../../../core/text.ts';

/** Why something was refused, in words, and where it was written. */
export interface Because {
  readonly text: Text;
  readonly at?: Span | undefined;
}

/** A command that cannot go on: what it writes to standard error, and its exit code. */
export class Stop extends Error {
  readonly exit: number;
  /** What the lab adds to the words of the real program. */
  readonly because: readonly Because[];
  /** @param stderr without its final newline */
  constructor(stderr: string, exit = 1, because: readonly Because[] = []) {
    super(stderr);
    this.exit = exit;
    this.because = because;
  }
}

/** A real call whose result the lab does not model: nothing is done, and whoever grades abstains. */
export class Beyond extends Error {
  readonly says: Text;
  constructor(says: Text) {
    super(says.en);
    this.says = says;
  }
}

/** `error: …`: what `kubectl` itself finds wrong. */
export const wrong = (text: string): Stop => new Stop(`error: ${text}`);

/**
 * `Error from server (Reason): …`: what the API server answers.
 * @see https://github.com/kubernetes/kubectl/blob/v0.36.0/pkg/cmd/util/helpers.go (`StandardErrorMessage`)
 */
export const fromServer = (reason: string, text: string): Stop => new Stop(`Error from server (${reason}): ${text}`);
