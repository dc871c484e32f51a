import type { Fields } from '../../cluster/index.ts';
import { dateAt } from '../desk/time.ts';
import { yamlOf } from '../mesh/yaml.ts';
import type { Call } from '../tool/tool.ts';

/**
 * A table as `gosuri/uitable` writes it: cells padded to the width of their column, the last one too, with a tab between.
 * @param most cells that are wider are cut
 */
export function table(rows: readonly (readonly string[])[], most = 80): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.min(most, Math.max(...rows.map((row) => lengthOf(row[column] ?? '')))),
  );
  return rows.map((row) => `${row.map((cell, column) => resized(cell, widths[column] ?? 0)).join('\t')}\n`).join('');
}

const lengthOf = (text: string): number => [...text].length;

/** What is too long keeps three signs fewer than there is room for, and one. */
function resized(text: string, width: number): string {
  const signs = [...text];
  if (signs.length <= width) return text + ' '.repeat(width - signs.length);
  return `${signs.slice(0, Math.max(1, width - 3)).join('')}...`;
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Mon Jan  2 15:04:05 2006`, Go's `time.ANSIC`. */
export function ansi(clock: number): string {
  const date = dateAt(Math.floor(clock));
  const time = date.toISOString().slice(11, 19);
  return `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)} ${time} ${date.getUTCFullYear()}`;
}

/** `2006-01-02 15:04:05.5 +0000 UTC`, as a `time.Time` prints itself. */
export function moment(clock: number): string {
  const date = dateAt(clock);
  const fraction = String(date.getUTCMilliseconds()).padStart(3, '0').replace(/0+$/, '');
  return `${date.toISOString().slice(0, 19).replace('T', ' ')}${fraction === '' ? '' : `.${fraction}`} +0000 UTC`;
}

/** What `-o` asks for, or why it cannot be had. */
export function formatOf({ flags }: Call): 'table' | 'json' | 'yaml' | undefined {
  const format = flags.text('output') ?? 'table';
  return format === 'table' || format === 'json' || format === 'yaml' ? format : undefined;
}

/** Maps as `sigs.k8s.io/yaml` writes them: by name. */
export function asYaml(value: unknown): string {
  return yamlOf(byName(value)).replace(/^ /, '');
}

export const asJson = (value: unknown): string => `${JSON.stringify(value)}\n`;

function byName(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(byName);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Fields)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, byName(one)]),
  );
}
