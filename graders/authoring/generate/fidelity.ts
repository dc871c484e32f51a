import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeText } from './files.ts';

const [begin, end] = ['<!-- fidelity -->', '<!-- /fidelity -->'];

/** Writes the table of what the terminal's commands model into its README, from what they declare. */
export async function generateFidelity(root: string): Promise<void> {
  const { fidelityTable, tools } = await import('../../lab/terminal/index.ts');
  const path = join(root, 'graders/lab/terminal/README.md');
  const text = readFileSync(path, 'utf8');
  const [before, after] = [text.indexOf(begin), text.indexOf(end)];
  if (before === -1 || after < before) throw new Error(`${path}: the marks of the table of fidelity are missing`);
  const versions = tools.map(({ command, version }) => `\`${command.name}\` ${version}`).join(', ');
  const table = `\n\n## What is modelled\n\nCompared with ${versions}. This table is generated from what the tools declare.\n\n${fidelityTable(tools)}\n\n`;
  writeText(path, text.slice(0, before + begin.length) + table + text.slice(after));
}
