import type { Finding } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';
import type { Written } from '../../parse/dockerfile/written.ts';
import type { Instruction, Keyword } from './dockerfile.ts';

/** Ends the reading of a Dockerfile at its first finding: half a file is not graded. */
export class Refusal extends Error {
  constructor(readonly finding: Finding) {
    super(finding.id);
  }
}

/** What every reader of arguments gets. */
export interface Reading {
  readonly keyword: Keyword;
  readonly keywordAt: Span;
  readonly args: Written;
  readonly escapeChar: string;
  /** Reads the instruction inside `ONBUILD`. */
  inner(line: Written): Instruction;
}
