import { word } from './classes.ts';
import type { Step } from './program.ts';
import type { Edge } from './tree.ts';

/** Where a match and its groups begin and end, in code points: `[from, to, from of group 1, to of group 1, …]`. */
export type Slots = readonly (number | undefined)[];

interface Thread {
  readonly at: number;
  readonly slots: Slots;
}

export interface Search {
  readonly from: number;
  /** The match starts exactly at `from`. */
  readonly anchored: boolean;
  /** The match ends exactly at the end of the text. */
  readonly toEnd: boolean;
}

/**
 * The leftmost match, by the preferences of Perl, in a time that grows with the program and the text and no faster.
 * @see https://swtch.com/~rsc/regexp/regexp2.html
 */
export function run(steps: readonly Step[], text: readonly number[], search: Search): Slots | undefined {
  let threads: Thread[] = [];
  let best: Slots | undefined;
  for (let at = search.from; at <= text.length; at++) {
    const start = best === undefined && (!search.anchored || at === search.from);
    const current = follow(steps, text, at, start ? [...threads, { at: 0, slots: [] }] : threads);
    threads = [];
    for (const thread of current) {
      const step = steps[thread.at];
      if (step?.do === 'match') {
        if (search.toEnd && at < text.length) continue;
        best = thread.slots;
        break;
      }
      const point = text[at];
      if (step?.do === 'read' && point !== undefined && step.test(point))
        threads.push({ ...thread, at: thread.at + 1 });
    }
    if (threads.length === 0 && (best !== undefined || search.anchored)) return best;
  }
  return best;
}

/** Follows every thread to the characters it could read next, in order of preference and each place once. */
function follow(steps: readonly Step[], text: readonly number[], at: number, threads: readonly Thread[]): Thread[] {
  const seen = new Set<number>();
  const ready: Thread[] = [];
  const pending = [...threads].reverse();
  for (let thread = pending.pop(); thread; thread = pending.pop()) {
    if (seen.has(thread.at)) continue;
    seen.add(thread.at);
    const step = steps[thread.at];
    const { slots } = thread;
    if (step?.do === 'jump') pending.push({ at: step.to, slots });
    else if (step?.do === 'split') pending.push({ at: step.second, slots }, { at: step.first, slots });
    else if (step?.do === 'check') {
      if (holds(step.edge, text, at)) pending.push({ at: thread.at + 1, slots });
    } else if (step?.do === 'save') {
      const saved = slots.slice();
      saved[step.slot] = at;
      pending.push({ at: thread.at + 1, slots: saved });
    } else ready.push(thread);
  }
  return ready;
}

function holds(edge: Edge, text: readonly number[], at: number): boolean {
  const [before, after] = [text[at - 1], text[at]];
  const isWord = (point: number | undefined) => point !== undefined && word(point);
  switch (edge) {
    case 'text-start':
      return at === 0;
    case 'text-end':
      return at === text.length;
    case 'line-start':
      return at === 0 || before === 0x0a;
    case 'line-end':
      return at === text.length || after === 0x0a;
    case 'word':
      return isWord(before) !== isWord(after);
    case 'no-word':
      return isWord(before) === isWord(after);
  }
}
