import { own } from '../../../graders/core/own.ts';
import type { Finding, Literal } from '../../../graders/index.ts';
import type { SectionData } from '../../shared/page-data.ts';

/** A place of the answer as the form has it: a section, one of its questions, or an item of its list. */
export interface Place {
  readonly section: string;
  readonly field?: string;
  readonly item?: number;
}

type Span = Finding['at'];

/** Finds the control for a span of `respuesta.ts`. */
export class FormPlaces {
  constructor(
    private readonly sections: readonly SectionData[],
    private readonly literal: Literal,
  ) {}

  /** @returns undefined for what belongs to no section */
  of(span: Span): Place | undefined {
    const section = this.sections.find(({ key }) => this.isWithin(span, [key]));
    if (!section) return undefined;
    const { key, fields, list } = section;
    const field = fields.find((one) => this.isWithin(span, [key, one.key]));
    if (field) return { section: key, field: field.key };
    const item = list ? this.itemOf(span, key) : -1;
    return item < 0 ? { section: key } : { section: key, item };
  }

  private itemOf(span: Span, key: string): number {
    const { value } = this.literal;
    const items = own(value as Record<string, unknown>, key);
    return Array.isArray(items) ? items.findIndex((_, index) => this.isWithin(span, [key, index])) : -1;
  }

  /** Within what is written at a path; a path that is not written holds nothing. */
  private isWithin(span: Span, path: readonly (string | number)[]): boolean {
    const there = this.literal.at(...path);
    const above = this.literal.at(...path.slice(0, -1));
    if (there.from === above.from && there.to === above.to) return false;
    return span.from >= there.from && span.to <= there.to;
  }
}
