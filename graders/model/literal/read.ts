import type { Finding } from '../../core/finding.ts';
import type { Source } from '../../core/source.ts';
import { headOf } from '../../core/span.ts';
import { parseLiteral } from '../../parse/literal/parse.ts';
import type { Located } from '../../parse/literal/value.ts';
import type { Literal } from './literal.ts';

/** The data of a `respuesta.ts` and why it cannot be read; with findings its value is `null`. */
export function readLiteral(source: Source): { literal: Literal; findings: readonly Finding[] } {
  const { value, root, findings } = parseLiteral(source);
  return { literal: { source, value, at: (...path) => placeOf(root, path) ?? headOf(source) }, findings };
}

function placeOf(root: Located | undefined, path: readonly (string | number)[]) {
  let nearest = root;
  for (const key of path) {
    const part: Located | undefined = nearest?.parts.get(key);
    if (!part) break;
    nearest = part;
  }
  return nearest?.at;
}
