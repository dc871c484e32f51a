import type { Text } from '../../../../core/text.ts';
import { ended, type TextInput, type TextOutput } from '../text.ts';
import { Evaluator, JqError, textOf, type Variables } from './evaluate.ts';
import { type Filter, parseFilter, Unread } from './parse.ts';
import { BadJson, valuesIn } from './values.ts';

const unread: Text = {
  es: 'El laboratorio no lee esta orden de `jq`: conoce los filtros habituales, sin `def`, `foreach` ni asignaciones como `|=`.',
  en: 'The lab does not read this command of `jq`: it knows the usual filters, without `def`, `foreach` and assignments such as `|=`.',
};

interface Options {
  readonly filter: string;
  readonly files: readonly string[];
  readonly switches: ReadonlySet<string>;
  readonly indent: number | string;
  readonly variables: Variables;
}

/** Switches that mean the same in a short and a long form. */
const letters: ReadonlyMap<string, string> = new Map([
  ['r', 'raw-output'],
  ['j', 'join-output'],
  ['c', 'compact-output'],
  ['s', 'slurp'],
  ['n', 'null-input'],
  ['e', 'exit-status'],
  ['S', 'sort-keys'],
  ['M', 'monochrome-output'],
  ['C', 'color-output'],
  ['R', 'raw-input'],
  ['a', 'ascii-output'],
]);
const known = new Set([...letters.values(), 'tab', 'unbuffered', 'seq']);

/** @throws Unread, BadJson */
function optionsOf(args: readonly string[]): Options {
  const operands: string[] = [];
  const switches = new Set<string>();
  const variables = new Map<string, unknown>();
  let indent: number | string = 2;
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? '';
    const next = () => args[++index] ?? '';
    if (word === '--') {
      operands.push(...args.slice(index + 1));
      break;
    }
    if (word === '--arg') variables.set(next(), next());
    else if (word === '--argjson') variables.set(next(), valuesIn(next())[0]);
    else if (word === '--indent') indent = Math.min(7, Number(next()) || 0);
    else if (word.startsWith('--')) {
      const name = word.slice(2);
      if (!known.has(name)) throw new Unread();
      switches.add(name);
    } else if (/^-\w+$/.test(word)) {
      for (const letter of word.slice(1)) {
        const name = letters.get(letter);
        if (name === undefined) throw new Unread();
        switches.add(name);
      }
    } else operands.push(word);
  }
  if (switches.has('tab')) indent = '\t';
  if (switches.has('compact-output')) indent = 0;
  const [filter = '.', ...files] = operands;
  return { filter, files, switches, indent, variables };
}

/**
 * `jq`, for what scripts ask of the JSON that `kubectl`, `docker` and Prometheus give.
 * @see https://jqlang.org/manual/
 */
export function jq({ args, stdin, read }: TextInput): TextOutput {
  try {
    const { filter: written, files, switches, indent, variables } = optionsOf(args);
    const filter = parseFilter(written);
    const absent = files.find((file) => read(file) === undefined);
    if (absent !== undefined)
      return { out: '', err: `jq: error: Could not open ${absent}: No such file or directory\n`, exit: 2 };
    const text = files.length === 0 ? stdin : files.map((file) => read(file) ?? '').join('\n');
    const values = switches.has('raw-input') ? linesOf(text, switches) : valuesIn(text);
    const inputs = switches.has('null-input')
      ? [null]
      : switches.has('slurp') && !switches.has('raw-input')
        ? [values]
        : values;
    return printed(filter, inputs, { switches, indent, variables });
  } catch (stop) {
    if (stop instanceof BadJson) return { out: '', err: `jq: parse error: ${stop.message}\n`, exit: 5 };
    if (stop instanceof Unread) return { out: '', err: '', exit: 3, beyond: unread };
    throw stop;
  }
}

const linesOf = (text: string, switches: ReadonlySet<string>): readonly string[] =>
  switches.has('slurp') ? [text] : text.replace(/\n$/, '').split('\n');

function printed(
  filter: Filter,
  inputs: readonly unknown[],
  { switches, indent, variables }: Omit<Options, 'filter' | 'files'>,
): TextOutput {
  const evaluator = new Evaluator();
  let [out, err, exit] = ['', '', 0];
  let last: unknown;
  const isRaw = switches.has('raw-output') || switches.has('join-output');
  for (const input of inputs) {
    try {
      for (const value of evaluator.run(filter, input, variables)) {
        last = value;
        const shown = switches.has('sort-keys') ? inOrder(value) : value;
        const text = isRaw && typeof shown === 'string' ? shown : JSON.stringify(shown, undefined, indent);
        out += switches.has('join-output') ? text : ended([text]);
      }
    } catch (stop) {
      if (!(stop instanceof JqError)) throw stop;
      err += `jq: error (at <stdin>:0): ${textOf(stop.message)}\n`;
      exit = 5;
    }
  }
  if (switches.has('exit-status') && exit === 0)
    exit = last === undefined ? 4 : last === null || last === false ? 1 : 0;
  return { out, err, exit };
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, inOrder(one)]),
  );
}
