/** A column of a drawing: when it is, and which moment of each line it shows. */
export interface Column {
  readonly at: number;
  readonly line: number | undefined;
  readonly branch: number | undefined;
}

/** The columns of a line alone. */
export const alone = (times: readonly number[]): readonly Column[] =>
  times.map((at, index) => ({ at, line: index, branch: undefined }));

/**
 * Lays a branch beside the line that it left: what both have in common once, then a column for each moment of either.
 * @param times of the moments of each, in order; those of the branch begin with the common ones
 * @param shared how many are common
 * @param stays whether what a line ends with is there from then on; else nobody knows
 */
export function sideBySide(
  times: { readonly line: readonly number[]; readonly branch: readonly number[] },
  shared: number,
  stays: boolean,
): readonly Column[] {
  const { line, branch } = times;
  const columns: Column[] = line.slice(0, shared).map((at, index) => ({ at, line: index, branch: index }));
  let [mine, other] = [shared, shared];
  while (mine < line.length || other < branch.length) {
    const at = Math.min(line[mine] ?? Number.POSITIVE_INFINITY, branch[other] ?? Number.POSITIVE_INFINITY);
    if (line[mine] === at) mine++;
    if (branch[other] === at) other++;
    const shown = (next: number, all: readonly number[]) =>
      stays || (all.at(-1) ?? 0) >= at ? Math.max(0, next - 1) : undefined;
    columns.push({ at, line: shown(mine, line), branch: shown(other, branch) });
  }
  return columns;
}
