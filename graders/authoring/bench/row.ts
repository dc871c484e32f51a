/** One line of the bench: what DESIGN §9 promises and what this machine does. */
export interface Row {
  readonly what: string;
  readonly goal: string;
  readonly measured: string;
}

/** Something to measure; what it needs may not exist, and then the row says so. */
export interface Measurement {
  readonly what: string;
  readonly goal: string;
  measure(): string | Promise<string>;
}

/** Measures a row; a failure is its result, so that one broken part does not hide the others. */
export async function rowOf({ what, goal, measure }: Measurement): Promise<Row> {
  try {
    return { what, goal, measured: await measure() };
  } catch (thrown) {
    const [reason = ''] = (thrown instanceof Error ? thrown.message : String(thrown)).split('\n');
    return { what, goal, measured: `not measured: ${reason.slice(0, 60)}` };
  }
}
