import type { Json } from '../../core/json.ts';
import type { Source } from '../../core/source.ts';
import type { Span } from '../../core/span.ts';

/** The data of a `respuesta.ts`: JSON that knows where each part was written. */
export interface Literal {
  readonly source: Source;
  readonly value: Json;
  /** The place of the value at a path, or of the nearest ancestor that was written. */
  at(...path: readonly (string | number)[]): Span;
}
