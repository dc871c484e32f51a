import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Document, isCollection, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import { type Case, readCases } from '../authoring/cases.ts';
import { check } from '../check.ts';
import type { Finding } from '../core/finding.ts';
import type { Source } from '../core/source.ts';
import { rules } from '../generated/rules.ts';

/** A fence of the page of a rule. It shows a part of a file: what stands around it is in a case. */
interface Example {
  readonly isWrong: boolean;
  readonly text: string;
}

/** The last example is the right one; those before it are wrong, unless it is said of them too that they are right. */
function examplesIn(page: string): readonly Example[] {
  const fences = [...page.matchAll(/^(.*)\n\n```\w+\n([\s\S]*?)```$/gm)];
  return fences.map(([, label = '', text = ''], index) => ({
    isWrong: index < fences.length - 1 && !label.startsWith('Bien'),
    text,
  }));
}

/** Where in a text the parts of an example are; undefined unless each is there. */
type Places = readonly (readonly [from: number, to: number])[] | undefined;

function placesOf(example: string, { path, text }: Source): Places {
  return /\.ya?ml$/.test(path) ? documentsWith(example, text) : linesOf(example, text);
}

/** From the first line of the example to its last, in its order; others may stand between them. */
function linesOf(example: string, text: string): Places {
  const lines = example
    .trim()
    .split('\n')
    .map((line) => line.trim());
  const starts: number[] = [];
  let end = 0;
  for (const line of lines) {
    const from = text.indexOf(line, end);
    if (from === -1) return undefined;
    starts.push(from);
    end = from + line.length;
  }
  return [[starts[0] ?? 0, end]];
}

/** The documents in which something holds all that a part of the example says. */
function documentsWith(example: string, text: string): Places {
  const documents = parseAllDocuments(text, { version: '1.1', merge: true }) as Document.Parsed[];
  const found: (readonly [number, number])[] = [];
  for (const part of parseAllDocuments(example, { version: '1.1' }) as Document.Parsed[]) {
    const holding = documents.filter(({ contents }) => holdsSomewhere(contents, part.contents));
    if (holding.length === 0) return undefined;
    found.push(...holding.map(({ range }) => [range[0], range[2]] as const));
  }
  return found;
}

function holdsSomewhere(whole: unknown, part: unknown): boolean {
  if (holds(whole, part)) return true;
  if (!isCollection(whole)) return false;
  return whole.items.some((item) => holdsSomewhere(isMap(whole) ? (item as { value: unknown }).value : item, part));
}

function holds(whole: unknown, part: unknown): boolean {
  if (isMap(part))
    return (
      isMap(whole) &&
      part.items.every(({ key, value }) => whole.items.some((pair) => holds(pair.key, key) && holds(pair.value, value)))
    );
  if (isSeq(part)) return isSeq(whole) && part.items.every((one) => whole.items.some((item) => holds(item, one)));
  if (isScalar(part)) return isScalar(whole) && String(whole.value) === String(part.value);
  return part === null || part === undefined;
}

interface Tried extends Case {
  readonly findings: readonly Finding[];
}

const tried = (folder: string): readonly Tried[] =>
  readCases(join(folder, 'cases')).map((one) => ({
    ...one,
    findings: check(one.sources).flatMap((file) => file.findings),
  }));

/** Whether the example stands in a case, and what is found there is what its page says. */
function isShown({ isWrong, text }: Example, id: string, { sources, findings }: Tried): boolean {
  const own = findings.filter((found) => found.id === id);
  if (own.length > 0 !== isWrong) return false;
  return sources.some((source) => {
    const places = placesOf(text, source);
    if (!places) return false;
    const isHere = ({ at }: Finding) =>
      at.path === source.path && places.some(([from, to]) => from <= at.from && at.from < to);
    return isWrong ? own.some(isHere) : true;
  });
}

describe.each(rules.map(({ rule, folder }) => [rule.id, join('graders', folder)] as const))(
  'the page of %s',
  (id, folder) => {
    const examples = examplesIn(readFileSync(join(folder, 'doc.md'), 'utf8'));
    const cases = tried(folder);

    it('shows what is wrong and what is right', () => {
      expect(new Set(examples.map(({ isWrong }) => isWrong))).toEqual(new Set([true, false]));
    });

    it.each(examples)('has tried what it shows (wrong: $isWrong)\n$text', (example) => {
      expect(cases.filter((one) => isShown(example, id, one)).map(({ name }) => name)).not.toEqual([]);
    });
  },
);
