import type { Project } from '../../lab/terminal/index.ts';

/** How a file can be looked at: its text, or its body as manifests, of which nobody tells where in the file they are. */
const ways = ['text', 'body'] as const;

/** Files that remember whether anybody has looked at them. */
export class Watch {
  /** What was seen in those that were looked at. */
  private readonly seen = new Map<string, string>();
  /** The same files, of the same names; whoever asks one for its text has looked at it. */
  readonly files: readonly Project[];

  /** @param seen what was looked at before */
  constructor(files: readonly Project[], seen: Iterable<string> = []) {
    const { seen: known } = this;
    this.files = files.map((file) => ({
      path: file.path,
      get text() {
        return noted(known, `text ${file.path}`, file.text);
      },
      get body() {
        noted(known, `body ${file.path}`, saidBy(file));
        return file.body ?? file.text;
      },
    }));
    for (const look of seen) lookAt(this.files, look);
  }

  /** What was looked at so far. */
  get read(): ReadonlySet<string> {
    return new Set(this.seen.keys());
  }

  /** Whether all that was looked at, or each of some looks, is the same among others. */
  holds(files: readonly Project[], looks: Iterable<string> = this.seen.keys()): boolean {
    for (const look of looks) if (lookAt(files, look) !== this.seen.get(look)) return false;
    return true;
  }
}

function noted(seen: Map<string, string>, look: string, text: string): string {
  seen.set(look, text);
  return text;
}

function lookAt(files: readonly Project[], look: string): string | undefined {
  const way = ways.find((one) => look.startsWith(`${one} `));
  const file = files.find(({ path }) => way !== undefined && look === `${way} ${path}`);
  return file && way === 'body' ? saidBy(file) : file?.text;
}

/** No more of the file is asked for than is needed: whoever asks has looked at it. */
const saidBy = (file: Project): string => file.said ?? file.body ?? file.text;
