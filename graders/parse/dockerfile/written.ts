import type { Span } from '../../core/span.ts';

/** From `index` in the joined text on, characters were written from `offset` in the file on. */
export interface Seam {
  readonly index: number;
  readonly offset: number;
}

/**
 * A piece of an instruction as Docker reads it, with its continuation lines joined, that still knows where each
 * character was written.
 */
export class Written {
  constructor(
    readonly path: string,
    readonly text: string,
    private readonly seams: readonly Seam[],
    private readonly first = 0,
  ) {}

  /** The characters `from` (inclusive) to `to` (exclusive). */
  slice(from: number, to: number = this.text.length): Written {
    return new Written(this.path, this.text.slice(from, to), this.seams, this.first + from);
  }

  trim(): Written {
    const from = this.text.length - this.text.trimStart().length;
    return this.slice(from, Math.max(from, this.text.trimEnd().length));
  }

  /** Where the characters `from` to `to` were written. */
  span(from = 0, to: number = this.text.length): Span {
    const start = this.offset(from);
    return { path: this.path, from: start, to: to > from ? this.offset(to - 1) + 1 : start };
  }

  private offset(index: number): number {
    const at = this.first + index;
    let low = 0;
    let high = this.seams.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.seams[middle]?.index ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    const seam = this.seams[low] ?? { index: 0, offset: 0 };
    return seam.offset + at - seam.index;
  }
}
