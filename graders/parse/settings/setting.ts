import type { Finding } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';

/** One name with its value, as written in a file of settings. */
export interface Setting {
  readonly name: string;
  /** Without the blank space around it. */
  readonly value: string;
  /** With it: Hadoop keeps it, and some of those who ask for a value mind. */
  readonly written: string;
  /** The section it stands in, for files that have sections; the part before the first one is none. */
  readonly section?: string;
  /** No file that is read later may change it. */
  readonly final?: true;
  readonly nameAt: Span;
  readonly valueAt: Span;
}

export interface SettingsFile {
  /** Where what is missing from it would be said: the outer element, or the first line that is no comment. */
  readonly at: Span;
  /** The headings of its sections, by name. */
  readonly sections: ReadonlyMap<string, Span>;
  /** In the order of the file; a name may come twice. */
  readonly settings: readonly Setting[];
  readonly findings: readonly Finding[];
}
