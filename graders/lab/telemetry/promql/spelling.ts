/** A piece of a query that the grammar is spared. */
export interface Clause {
  readonly from: number;
  readonly to: number;
}

export interface Spelled {
  readonly query: string;
  /** The query without its offsets. */
  readonly bare: string;
  readonly offsets: readonly Clause[];
}

/** Texts and comments, in which nothing else is; offsets; names; numbers. */
const tokens =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#[^\n]*|\boffset\s+[-+]?\d\w*|[A-Za-z_:][\w:]*|[.\d][\w.]*/gis;

/**
 * A query with the numbers that Prometheus reads and the grammar does not (`5.`, `5.e3`, `0X1F`, `0x_1F`) in another
 * spelling, without comments, and apart from its offsets: the grammar has them reach over a whole operation, and to Prometheus they belong to
 * the selector before them. Every character keeps its place.
 * @see https://prometheus.io/docs/prometheus/latest/querying/basics/#float-literals-and-time-durations
 * @see https://prometheus.io/docs/prometheus/latest/querying/basics/#offset-modifier
 */
export function respelled(written: string): Spelled {
  const query = written.replace(tokens, spelling);
  const offsets = [...query.matchAll(tokens)].filter(([token]) => isOffset(token));
  return {
    query,
    bare: query.replace(tokens, (token) => (isOffset(token) ? ' '.repeat(token.length) : token)),
    offsets: offsets.map(({ 0: token, index }) => ({ from: index, to: index + token.length })),
  };
}

const isOffset = (token: string): boolean => /^offset\s/i.test(token);

function spelling(token: string): string {
  if (token.startsWith('#')) return ' '.repeat(token.length);
  if (/^\d[\d_]*\.$/.test(token)) return `${token.slice(0, -1)} `;
  if (/^\d[\d_]*\.e\d+$/i.test(token)) return `${token.replace('.', '')} `;
  return token.replace(/^0[xX]_?(?=[\da-fA-F])/, ({ length }) => (length === 2 ? '0x' : '0x0'));
}
