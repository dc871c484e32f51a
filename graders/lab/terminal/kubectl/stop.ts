/** A command that cannot go on: what it writes to standard error, and its exit code. */
export class Stop extends Error {
  readonly exit: number;
  /** @param stderr without its final newline */
  constructor(stderr: string, exit = 1) {
    super(stderr);
    this.exit = exit;
  }
}

/** `error: …`: what `kubectl` itself finds wrong. */
export const wrong = (text: string): Stop => new Stop(`error: ${text}`);

/**
 * `Error from server (Reason): …`: what the API server answers.
 * @see https://github.com/kubernetes/kubectl/blob/v0.36.0/pkg/cmd/util/helpers.go (`StandardErrorMessage`)
 */
export const fromServer = (reason: string, text: string): Stop => new Stop(`Error from server (${reason}): ${text}`);
