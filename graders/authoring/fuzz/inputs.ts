import fc from 'fast-check';
import { Document, parseAllDocuments, Scalar, visit } from 'yaml';
import { damaged } from '../damage.ts';
import type { Entry } from './entry.ts';

/** Names that every object has without holding them. */
export const inherited: readonly string[] = [
  ...[
    'constructor',
    'toString',
    'valueOf',
    'hasOwnProperty',
    'isPrototypeOf',
    'propertyIsEnumerable',
    'toLocaleString',
  ],
  ...['__proto__', '__defineGetter__', 'prototype', 'length', 'name'],
];

/** What may stand at the beginning of a file before anything does. */
const beginnings: readonly string[] = [
  '\n',
  '\n\n\n',
  ' \n',
  '\r\n',
  '\uFEFF\n',
  '\n# c\n',
  '\n---\n',
  '\t\n',
  '\n\n  ',
];

/** What may stand where another value of a tree was. */
const oddNodes: readonly unknown[] = [
  ...[null, true, 0, -1, 1.5, 70_000, 1e308, '', 'x', '8080', '10%', 'a: b', [], {}, [null], [[]], [{}], { a: null }],
  ...inherited,
  { constructor: 'x', toString: null },
  Array(200).fill('a'),
];

type Change = (text: string, choice: number, other: string) => string;

/** One of the texts, by a few of the ways in which files have broken readers. */
export function inputsOf({ texts, pieces, tree }: Entry): fc.Arbitrary<string> {
  const sound = texts();
  const all = [...pieces, ...inherited];
  const changes: Change[] = [
    (text, choice) => replaceWord(text, choice, inherited),
    (text, choice) => afterMark(text, (rest) => beginnings[choice % beginnings.length] + rest),
    (text, choice) => repeatLine(text, choice),
    (text, choice, other) => afterMark(text, (rest) => other.repeat(1 + (choice % 300)) + rest),
    (text, choice, other) => text + other.repeat(1 + (choice % 300)),
    ...(tree === 'yaml' ? [damageNode, damageNode] : []),
  ];
  const changed = fc
    .tuple(fc.constantFrom(...sound), fc.constantFrom(...changes), fc.nat(1_000_000), fc.constantFrom(...all))
    .map(([text, change, choice, other]) => change(text, choice, other));
  const begun = fc
    .tuple(damaged(sound, all), fc.constantFrom('', '', ...beginnings))
    .map(([text, start]) => afterMark(text, (rest) => start + rest));
  const soup = fc.array(fc.constantFrom(...all), { maxLength: 40 }).map((parts) => parts.join(''));
  return fc.oneof({ weight: 4, arbitrary: begun }, { weight: 5, arbitrary: changed }, { weight: 1, arbitrary: soup });
}

/** The same input for the same seed and index, whoever asks. */
export function inputAt(inputs: fc.Arbitrary<string>, seed: number, index: number): string {
  return fc.sample(inputs, { seed: (seed * 1_000_003 + index) | 0, numRuns: 1 })[0] ?? '';
}

/** The first line of some texts says what the rest is about, and stays. */
function afterMark(text: string, change: (rest: string) => string): string {
  const mark = /^#! \d+\n/.exec(text)?.[0] ?? '';
  return mark + change(text.slice(mark.length));
}

function replaceWord(text: string, choice: number, names: readonly string[]): string {
  return afterMark(text, (rest) => {
    const words = [...rest.matchAll(/[\w-]+/g)];
    const word = words[choice % Math.max(1, words.length)];
    const name = names[(choice >> 4) % names.length] ?? '';
    return word ? rest.slice(0, word.index) + name + rest.slice(word.index + word[0].length) : name;
  });
}

function repeatLine(text: string, choice: number): string {
  return afterMark(text, (rest) => {
    const lines = rest.split('\n');
    const at = choice % lines.length;
    return lines.toSpliced(at, 0, ...Array<string>(1 + (choice % 200)).fill(lines[at] ?? '')).join('\n');
  });
}

/** One node of one document replaced by something that is valid YAML and nothing that belongs there. */
function damageNode(text: string, choice: number): string {
  return afterMark(text, (rest) => {
    const documents = parseAllDocuments(rest, { logLevel: 'silent', uniqueKeys: false });
    if ('empty' in documents || documents.some(({ errors }) => errors.length > 0)) return `\n${rest}`;
    const places: (() => void)[] = [];
    const odd = oddNodes[(choice >> 5) % oddNodes.length];
    for (const document of documents) {
      visit(document, {
        Pair: (_, pair) => {
          places.push(() => Object.assign(pair, { value: new Document(odd).contents }));
          places.push(() => Object.assign(pair, { key: new Document(inherited[choice % inherited.length]).contents }));
        },
        Seq: (_, list) => {
          places.push(() => list.items.splice(choice % (list.items.length + 1), 1, new Document(odd).contents));
        },
      });
    }
    places[choice % Math.max(1, places.length)]?.();
    // What named a node that is gone names nothing that could be written.
    for (const document of documents) {
      visit(document, { Alias: (_, alias) => (alias.resolve(document) ? undefined : new Scalar(alias.source)) });
    }
    return documents.map(String).join('');
  });
}
