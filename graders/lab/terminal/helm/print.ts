import { sortedJson } from '../../cluster/index.ts';
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

/** `2006-01-02 15:04:05.5 +0000 UTC`, as a `time.Time` prints itself. */
export function moment(clock: number): string {
  const date = dateAt(clock);
  const fraction = String(date.getUTCMilliseconds()).padStart(3, '0').replace(/0+$/, '');
  return `${date.toISOString().slice(0, 19).replace('T', ' ')}${fraction === '' ? '' : `.${fraction}`} +0000 UTC`;
}

/** What `-o` asks for; undefined where it is none of them. */
export function formatOf({ flags }: Call): 'table' | 'json' | 'yaml' | undefined {
  const format = flags.text('output') ?? 'table';
  return format === 'table' || format === 'json' || format === 'yaml' ? format : undefined;
}

/** Maps as `sigs.k8s.io/yaml` writes them: by name. */
export function asYaml(value: unknown): string {
  return yamlOf(JSON.parse(sortedJson(value))).replace(/^ /, '');
}

/** A value in the format that is asked for, where that is no table. */
export const asData = (format: 'json' | 'yaml' | undefined, value: unknown): string =>
  format === 'json' ? asJson(value) : asYaml(value);

export const asJson = (value: unknown): string => `${JSON.stringify(value)}\n`;
