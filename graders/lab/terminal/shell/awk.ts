import { re2 } from '../../../core/re2/re2.ts';
import { ended, gathered, linesOf, optionsOf, type TextInput, type TextOutput } from './text.ts';

/**
 * The awk of one-liners: `awk '/re/ {print $1, $NF}'`, with `-F`, `NR`, `NF` and comparisons with numbers and texts. A
 * program of another kind is refused.
 */
export function awk(input: TextInput): TextOutput {
  const { values, operands } = optionsOf(input.args, 'Fv');
  const [program = '', ...files] = operands;
  const rules = rulesOf(program);
  if (!rules) return { out: '', err: `awk: the lab does not read this program: ${program}\n`, exit: 2 };
  const given = gathered('awk', files, input);
  const separator = values.get('F');
  const out = linesOf(given.out).flatMap((line, index) => {
    const fields = separator === undefined ? line.trim().split(/\s+/).filter(Boolean) : line.split(separator);
    const row: Row = { line, fields, number: index + 1 };
    return rules.filter(({ applies }) => applies(row)).map(({ print }) => print(row));
  });
  return { ...given, out: ended(out) };
}

interface Row {
  readonly line: string;
  readonly fields: readonly string[];
  readonly number: number;
}

interface Rule {
  readonly applies: (row: Row) => boolean;
  readonly print: (row: Row) => string;
}

function rulesOf(program: string): readonly Rule[] | undefined {
  const parts = [...program.matchAll(/\s*([^{}]*?)\s*\{([^{}]*)\}|\s*([^{}]+?)\s*$/g)];
  if (
    parts.length === 0 ||
    parts
      .map(([whole]) => whole)
      .join('')
      .trim() !== program.trim()
  )
    return undefined;
  const rules = parts.map(([, test = '', body, alone]) => {
    const applies = testOf(alone ?? test);
    const print = body === undefined ? (row: Row) => row.line : printOf(body);
    return applies && print ? { applies, print } : undefined;
  });
  return rules.every((rule) => rule !== undefined) ? rules : undefined;
}

function testOf(text: string): Rule['applies'] | undefined {
  if (text.trim() === '') return () => true;
  const and = text.split('&&');
  const parts = and.map((part) => oneTest(part.trim()));
  return parts.every((part) => part !== undefined) ? (row) => parts.every((part) => part(row)) : undefined;
}

function oneTest(text: string): Rule['applies'] | undefined {
  const [, negated = '', pattern] = /^(!?)\s*\/((?:[^/\\]|\\.)*)\/$/.exec(text) ?? [];
  if (pattern !== undefined) {
    const expression = re2(pattern);
    return expression && ((row) => expression.matchesIn(row.line) === (negated === ''));
  }
  const [, field = '', sign = '', inside] = /^(\$?\w+)\s*(!?~)\s*\/((?:[^/\\]|\\.)*)\/$/.exec(text) ?? [];
  if (inside !== undefined) {
    const [value, expression] = [operandOf(field), re2(inside)];
    return value && expression && ((row) => expression.matchesIn(value(row)) === (sign === '~'));
  }
  const [, left = '', operator = '', right = ''] = /^(.+?)\s*(==|!=|<=|>=|<|>)\s*(.+)$/.exec(text) ?? [];
  const [a, b] = [operandOf(left), operandOf(right)];
  return a && b && ((row) => compared(a(row), operator, b(row)));
}

function compared(a: string, operator: string, b: string): boolean {
  const numbers = a !== '' && b !== '' && !Number.isNaN(Number(a)) && !Number.isNaN(Number(b));
  const order = numbers ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0;
  switch (operator) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

function printOf(body: string): Rule['print'] | undefined {
  const [, list] = /^\s*print\b\s*(.*?)\s*;?\s*$/s.exec(body) ?? [];
  if (list === undefined) return undefined;
  if (list === '') return ({ line }) => line;
  const columns = (list.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? []).map((column) => joinedOf(column.trim()));
  return columns.every((column) => column !== undefined)
    ? (row) => columns.map((column) => column(row)).join(' ')
    : undefined;
}

/** Values side by side are one text. */
function joinedOf(text: string): ((row: Row) => string) | undefined {
  const words = text.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? [];
  const values = words.map(operandOf);
  return values.every((value) => value !== undefined) ? (row) => values.map((value) => value(row)).join('') : undefined;
}

function operandOf(text: string): ((row: Row) => string) | undefined {
  const [, quoted] = /^"((?:[^"\\]|\\.)*)"$/.exec(text) ?? [];
  if (quoted !== undefined) return () => quoted.replace(/\\t/g, '\t').replace(/\\n/g, '\n').replace(/\\"/g, '"');
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return () => text;
  if (text === '$0') return ({ line }) => line;
  if (text === '$NF') return ({ fields }) => fields.at(-1) ?? '';
  if (text === 'NF') return ({ fields }) => String(fields.length);
  if (text === 'NR') return ({ number }) => String(number);
  const [, number] = /^\$(\d+)$/.exec(text) ?? [];
  return number === undefined ? undefined : ({ fields }) => fields[Number(number) - 1] ?? '';
}
