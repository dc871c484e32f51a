import { isUtf8 } from 'node:buffer';
import { csvCell } from './csv.ts';

/** A cell of a CSV file: what it says, and where it stands. Offsets are bytes. */
export interface SheetCell {
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** A CSV file of somebody else's, of which some cells are filled and every other byte stays. */
export interface Sheet {
  readonly rows: readonly (readonly SheetCell[])[];
  readonly delimiter: string;
  /** One character for each byte. */
  readonly bytes: string;
  readonly encoding: 'utf-8' | 'windows-1252';
}

/** What was written in place of a cell. */
export interface Filled {
  readonly cell: SheetCell;
  readonly text: string;
}

/**
 * Reads a CSV file as spreadsheets and learning platforms write it: separated by commas, semicolons or tabs, in UTF-8 or
 * as Windows does in the West.
 * @returns undefined for what is no such text
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function readSheet(file: Uint8Array): Sheet | undefined {
  const buffer = Buffer.from(file);
  if (buffer.includes(0)) return undefined;
  const encoding = isUtf8(buffer) ? 'utf-8' : 'windows-1252';
  const bytes = buffer.toString('latin1');
  const start = bytes.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0;
  const delimiter = delimiterOf(bytes.slice(start));
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const rows: SheetCell[][] = [];
  let row: SheetCell[] = [];
  for (let at = start; at < bytes.length; ) {
    const to = endOf(bytes, at, delimiter);
    const raw = bytes.slice(at, to);
    const inner = raw.startsWith('"')
      ? raw.slice(1, raw.endsWith('"') && raw.length > 1 ? -1 : undefined).replaceAll('""', '"')
      : raw;
    row.push({ value: decoder.decode(Buffer.from(inner, 'latin1')), from: at, to });
    at = to;
    if (bytes[at] === delimiter) {
      at++;
      if (at < bytes.length && !/[\r\n]/.test(bytes[at] ?? '')) continue;
      row.push({ value: '', from: at, to: at });
    }
    if (bytes[at] === '\r') at++;
    if (bytes[at] === '\n') at++;
    rows.push(row);
    row = [];
  }
  return { rows, delimiter, bytes, encoding };
}

/** The end of a cell; inside of quotes everything belongs to it. */
function endOf(bytes: string, from: number, delimiter: string): number {
  let at = from;
  if (bytes[at] === '"') {
    for (at++; at < bytes.length; at++) {
      if (bytes[at] !== '"') continue;
      if (bytes[at + 1] !== '"') {
        at++;
        break;
      }
      at++;
    }
  }
  while (at < bytes.length && bytes[at] !== delimiter && bytes[at] !== '\n' && bytes[at] !== '\r') at++;
  return at;
}

/** The sign that the first line has most of, quoted text left aside. */
function delimiterOf(text: string): string {
  const line =
    text
      .slice(0, 10_000)
      .replace(/"(?:[^"]|"")*"/g, '')
      .split(/\r?\n/, 1)[0] ?? '';
  const count = (sign: string) => line.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** The file with some cells filled. */
export function fillSheet({ bytes, delimiter, encoding }: Sheet, filled: readonly Filled[]): Uint8Array {
  const parts: string[] = [];
  let at = 0;
  for (const { cell, text } of [...filled].sort((a, b) => a.cell.from - b.cell.from)) {
    const written = Buffer.from(csvCell(text, delimiter), encoding === 'utf-8' ? 'utf8' : 'latin1').toString('latin1');
    parts.push(bytes.slice(at, cell.from), written);
    at = cell.to;
  }
  return Buffer.from([...parts, bytes.slice(at)].join(''), 'latin1');
}
