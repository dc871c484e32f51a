import { createInterface } from 'node:readline';
import { fill } from '../core/messages.ts';
import type { Text } from '../core/text.ts';
import { sentence } from '../render/terminal/wrap.ts';
import { type Context, UsageError } from './io.ts';
import { screenFor } from './screen.ts';

/**
 * Asks on a terminal; elsewhere nobody could answer, and `--yes` has to be said. An end of input is a no.
 * @param unasked what is said where nobody can be asked
 * @throws UsageError there
 */
export async function agrees(question: string, unasked: Text, context: Context): Promise<boolean> {
  if (context.input.isTTY !== true) throw new UsageError(fill(unasked, {}, context.lang));
  context.out.write(`${sentence(question, screenFor(context).palette)} `);
  const lines = createInterface({ input: context.input });
  try {
    for await (const line of lines) return /^(?:s|sí|si|y|yes)$/i.test(line.trim());
    return false;
  } finally {
    lines.close();
  }
}
