import type { Span } from '../../../core/span.ts';
import type { CheckName } from './catalogue.ts';

/** What BuildKit warns about, and the lines it points to. */
export interface Warning {
  readonly check: CheckName;
  /** In BuildKit's words. */
  readonly detail: string;
  /** From its first line to its last one. */
  readonly at: Span;
}

export type Warn = (check: CheckName, detail: string, at: Span) => void;
