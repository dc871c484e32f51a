import { isFault } from '../../core/fault/fault.ts';
import type { Finding } from '../../core/finding.ts';

/**
 * A way into Timonel for a text that somebody else wrote. One file of `entries/` each; whatever lies there is fuzzed, replayed
 * and measured, and nothing is registered by hand.
 */
export interface Entry {
  /** Sound texts to begin with. */
  readonly texts: () => readonly string[];
  /** What means something in the format, to be written into them. */
  readonly pieces: readonly string[];
  /** The format has a tree that can be damaged node by node. */
  readonly tree?: 'yaml';
  /**
   * Does with a text what a person would. A crash is an exception or a finding that says Timonel failed.
   * @throws {Crash} for the latter
   */
  readonly run: (text: string) => void;
}

export function entry(about: Entry): Entry {
  return about;
}

export class Crash extends Error {}

/** Findings that say a part of Timonel failed are as bad as an exception, and a place outside of its text is no place. */
export function sane(
  findings: readonly Finding[],
  texts: readonly { readonly path: string; readonly text: string }[],
): void {
  for (const found of findings) {
    if (isFault(found)) throw new Crash(String(found.data.reason));
    const { path, from, to } = found.at;
    const text = texts.find((one) => one.path === path)?.text;
    if (text === undefined) continue;
    if (!(from >= 0 && to >= from && to <= text.length))
      throw new Crash(`${found.id} at ${from}-${to} of ${text.length}`);
  }
}
