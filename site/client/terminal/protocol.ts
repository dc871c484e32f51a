import type { SavedSession } from '../../../graders/core/saved-session.ts';
import type { Exercise, Lang, Source, Text } from '../../../graders/index.ts';

/** The world of a session: nothing but files, or what an exercise puts on the desk. */
export type World = Pick<Exercise, 'spec' | 'given'>;

/** What the page asks of the lab. Plain data: it may be sent to a worker. */
export type Ask =
  /** A desk as it is at the beginning, or as a saved session left it. */
  | {
      readonly does: 'open';
      readonly world?: World;
      readonly files: readonly Source[];
      readonly commands: SavedSession['commands'];
    }
  /** A line of a person. @param files those of the project as they are now */
  | { readonly does: 'enter'; readonly line: string; readonly files: readonly Source[] }
  /** What may stand where the line ends. */
  | { readonly does: 'complete'; readonly line: string }
  /** The next command of a script. */
  | { readonly does: 'next'; readonly script: string; readonly after: number };

/** A line that was carried out, as it is shown. */
export interface Entry {
  readonly prompt: string;
  readonly line: string;
  readonly output: string;
  readonly exit: number;
  readonly notes: readonly Text[];
}

/** What the lab answers. */
export interface Answers {
  readonly open: { readonly prompt: string; readonly entries: readonly Entry[] };
  readonly enter: {
    readonly how: 'done' | 'more' | 'left' | 'own';
    readonly entry: Entry;
    /** The prompt of the next line. */
    readonly prompt: string;
    readonly commands: SavedSession['commands'];
  };
  readonly complete: { readonly offers: readonly string[]; readonly typed: string };
  readonly next: { readonly text: string; readonly first: number; readonly last: number } | null;
}

export type Asked = Ask & { readonly lang: Lang };
export type Answer<A extends Ask> = Answers[A['does']];

/** The lab behind a terminal: one session at a time. */
export interface Engine {
  ask(asked: Asked): Answers[Ask['does']];
}
