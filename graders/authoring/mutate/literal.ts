import type { Json } from '../../core/json.ts';
import type { Source } from '../../core/source.ts';
import { parseLiteral } from '../../parse/literal/parse.ts';
import type { Located } from '../../parse/literal/value.ts';
import { distinct, type Edit, type Mutant, mutant } from './mutant.ts';

/** Every small change to a typed answer: a verdict flipped, a number moved, a list in another order, an item left out. */
export function mutateLiteral(source: Source): readonly Mutant[] {
  const { root } = parseLiteral(source);
  const edits = root ? editsOf(source.text, root, [], []) : [];
  return distinct(
    edits.map((edit) => mutant(source, edit)),
    source,
  );
}

/** @param beside the other values of the same table, to take a plausible wrong one from */
function editsOf(
  text: string,
  part: Located,
  path: readonly (string | number)[],
  beside: readonly Json[],
): readonly Edit[] {
  const at = path.join('.');
  const { value } = part;
  const inner = [...part.parts].flatMap(([key, located]) => editsOf(text, located, [...path, key], valuesOf(part)));
  if (Array.isArray(value)) return [...inner, ...listEdits(text, part, at)];
  if (typeof value === 'object' && value !== null) return inner;
  return changesOf(value as string | number | boolean | null, beside).map(({ mutator, to }) => ({
    mutator,
    at,
    from: part.at.from,
    to: part.at.to,
    text: JSON.stringify(to),
  }));
}

function valuesOf({ parts }: Located): readonly Json[] {
  return [...parts.values()].map(({ value }) => value);
}

interface Change {
  readonly mutator: string;
  readonly to: Json;
}

function changesOf(value: string | number | boolean | null, beside: readonly Json[]): readonly Change[] {
  if (typeof value === 'boolean') return [{ mutator: 'flip-boolean', to: !value }];
  if (typeof value === 'number') return [{ mutator: 'change-number', to: value * 2 + 7 }];
  if (value === 'verdadero' || value === 'falso') {
    const flipped = value === 'falso' ? 'verdadero' : 'falso';
    return [
      { mutator: 'flip-verdict', to: flipped },
      { mutator: 'blank-verdict', to: 'no-se' },
    ];
  }
  if (typeof value !== 'string') return [];
  const other = beside.find((one) => typeof one === 'string' && one !== value);
  return [{ mutator: 'change-choice', to: other ?? 'otro' }];
}

/** A list in reverse, with its first item last, and without each of its items. */
function listEdits(text: string, list: Located, at: string): readonly Edit[] {
  const items = [...list.parts.values()].map((part) => text.slice(part.at.from, part.at.to));
  const write = (mutator: string, where: string, written: readonly string[]): Edit => ({
    mutator,
    at: where,
    from: list.at.from,
    to: list.at.to,
    text: `[${written.join(', ')}]`,
  });
  if (items.length === 0) return [];
  return [
    ...items.map((_, index) =>
      write(
        'remove-item',
        `${at}.${index}`,
        items.filter((__, other) => other !== index),
      ),
    ),
    ...(items.length > 1
      ? [
          write('reverse-list', at, items.toReversed()),
          write('rotate-list', at, [...items.slice(1), ...items.slice(0, 1)]),
        ]
      : []),
  ];
}
