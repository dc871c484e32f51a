import type { Source } from '../../core/source.ts';

/** TODO by the image part: the typed view of a Dockerfile. */
export interface Dockerfile {
  readonly source: Source;
}
