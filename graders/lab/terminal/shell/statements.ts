import { parseShell } from '../../machine/index.ts';

/** A statement of a script. */
export interface Statement {
  /** What it is, and where it stands: the same for the same statement at the same place. */
  readonly key: string;
  /** Where it ends in the text. */
  readonly to: number;
}

/** The statements of a script in the order in which they are run; none where it cannot be read. */
export function statementsOf(text: string): readonly Statement[] {
  const script = parseShell(text, 'bash');
  if (script === undefined || script === 'no-script') return [];
  // What follows decides whether a failure ends the script.
  return script.map((statement, index) => ({
    key: JSON.stringify([statement, script[index + 1]?.after ?? ';']),
    to: statement.to,
  }));
}
