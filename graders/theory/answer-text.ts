import type { Json } from '../core/json.ts';
import { own } from '../core/own.ts';

/** What a section needs to be written and read; `AnswerSection` without its words. */
export interface AnswerShape {
  readonly key: string;
  readonly fields: readonly FieldShape[];
  /** The ids a list may hold, for sections that are lists. */
  readonly list?: readonly { readonly id: string }[];
}

export interface FieldShape {
  readonly key: string;
  readonly options?: readonly { readonly id: string }[];
  readonly reasons?: readonly { readonly id: string }[];
  /** The answer is a text of one's own. */
  readonly free?: boolean;
  /** A free text of some sentences; blank it is an empty text. */
  readonly prose?: boolean;
}

/** An answer by section and key. What is absent is not answered yet. */
export type AnswerValues = Readonly<Record<string, readonly string[] | Readonly<Record<string, FieldValue>>>>;
export type FieldValue = string | number | Judgement;

export interface Judgement {
  readonly valor: string;
  readonly razon: string;
}

export const unknown = 'no-se';

const head = "import type { Respuesta } from './respuesta.types';\n\nexport default ";
const tail = ' satisfies Respuesta;\n';
const lineWidth = 120;

/** Writes `respuesta.ts`; with no values it is the starter of the exercise, every item unanswered. */
export function answerText(form: readonly AnswerShape[], values: AnswerValues = {}): string {
  const sections = form.map((section) => writeSection(section, own(values, section.key)));
  return `${head}{\n${sections.join('\n')}\n}${tail}`;
}

/** A key as code: in quotes only where it needs them. */
export const keyText = (name: string): string => (/^[a-z_$][\w$]*$/i.test(name) ? name : quote(name));

/**
 * The values of a text that `answerText` wrote, without parsing TypeScript.
 * @returns undefined for any other text, however small the difference: read that one with `readLiteral`
 */
export function writtenValues(form: readonly AnswerShape[], text: string): AnswerValues | undefined {
  if (!text.startsWith(head) || !text.endsWith(tail)) return undefined;
  const body = text.slice(head.length, -tail.length);
  const json = body
    .replaceAll('"', '')
    .replace(/^( +)([a-z_$][\w$]*):/gim, '$1"$2":')
    .replace(/(\{ | )(valor|razon):/g, '$1"$2":')
    .replaceAll("'", '"')
    .replace(/,(?=\s*[}\]])/g, '');
  try {
    const { values } = valuesOf(form, JSON.parse(json));
    return answerText(form, values) === text ? values : undefined;
  } catch {
    return undefined;
  }
}

/**
 * An answer as data, by what the sections ask for.
 * @returns `foreign` when the answer holds something that `answerText` would not write back
 */
export function valuesOf(form: readonly AnswerShape[], answer: Json): { values: AnswerValues; foreign: boolean } {
  const table = isTable(answer) ? answer : {};
  let foreign = !isTable(answer) || hasOther(table, form);
  const values: Record<string, AnswerValues[string]> = {};
  for (const section of form) {
    const given = own(table, section.key);
    const read = section.list ? readList(section.list, given) : readFields(section.fields, given);
    values[section.key] = read.value;
    foreign ||= read.foreign;
  }
  return { values, foreign };
}

function writeSection({ key, fields, list }: AnswerShape, value: AnswerValues[string] = {}): string {
  if (list) return writeList(key, isList(value) ? value : []);
  const table = isList(value) ? {} : value;
  const lines = fields.map((field) => `    ${keyText(field.key)}: ${writeField(field, own(table, field.key))},`);
  return `  ${keyText(key)}: {\n${lines.join('\n')}\n  },`;
}

function writeList(key: string, ids: readonly string[]): string {
  const line = `  ${keyText(key)}: [${ids.map(quote).join(', ')}],`;
  if (line.length <= lineWidth) return line;
  return `  ${keyText(key)}: [\n${ids.map((id) => `    ${quote(id)},`).join('\n')}\n  ],`;
}

function writeField({ reasons, prose }: FieldShape, value: FieldValue = unknown): string {
  if (prose && value === unknown) return "''";
  if (!reasons) return typeof value === 'number' ? String(value) : quote(String(value));
  const { valor, razon } = typeof value === 'object' ? value : { valor: String(value), razon: unknown };
  return `{ valor: ${quote(valor)}, razon: ${quote(razon)} }`;
}

interface Read {
  readonly value: AnswerValues[string];
  readonly foreign: boolean;
}

function readList(options: readonly { id: string }[], given: Json | undefined): Read {
  const items = Array.isArray(given) ? given : [];
  const known = items.filter((item): item is string => isOption(options, item));
  return { value: known, foreign: (given !== undefined && !Array.isArray(given)) || known.length < items.length };
}

function readFields(fields: readonly FieldShape[], given: Json | undefined): Read {
  const table = isTable(given) ? given : {};
  const read = fields.map((field): [string, FieldValue | undefined] => [
    field.key,
    readField(field, own(table, field.key)),
  ]);
  const foreign = (given !== undefined && !isTable(given)) || hasOther(table, fields);
  return {
    value: Object.fromEntries(read.map(([key, value]) => [key, value ?? unknown])),
    foreign: foreign || read.some(([, value]) => value === undefined),
  };
}

/** Undefined for a value that is none of those asked for. */
function readField({ options, reasons, free }: FieldShape, given: Json | undefined): FieldValue | undefined {
  if (isBlank(given)) return reasons ? { valor: unknown, razon: unknown } : unknown;
  if (free) return typeof given === 'string' ? given : undefined;
  if (!options) return typeof given === 'number' ? given : undefined;
  if (!reasons) return isOption(options, given) ? given : undefined;
  const { valor, razon, ...other } = isTable(given) ? given : { valor: given, razon: unknown };
  const right = (ids: readonly { id: string }[], value?: Json) => isBlank(value) || isOption(ids, value);
  if (!right(options, valor) || !right(reasons, razon) || Object.keys(other).length > 0) return undefined;
  return { valor: String(valor || unknown), razon: String(razon || unknown) };
}

const quote = (text: string): string =>
  `'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
const isBlank = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || value === unknown;
const isList = (value: AnswerValues[string]): value is readonly string[] => Array.isArray(value);
const isTable = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isOption = (options: readonly { id: string }[], value: Json | undefined): value is string =>
  options.some(({ id }) => id === value);
const hasOther = (table: object, known: readonly { key: string }[]): boolean =>
  Object.keys(table).some((key) => !known.some((one) => one.key === key));
