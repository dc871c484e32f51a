import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAllDocuments, stringify } from 'yaml';
import { readCases } from '../../authoring/cases.ts';
import { rules } from '../../generated/rules.ts';
import { readManifests } from '../../model/manifests/read.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import type { Rule } from '../rule.ts';

/** What somebody may write where something else was expected. */
const oddities: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  70_000,
  '',
  'x',
  '8080',
  '10%',
  'a: b',
  [],
  {},
  [null],
  [[]],
  [{}],
  ['x', null, {}],
  { a: null },
  { name: {} },
  { constructor: 'x', toString: null },
];

const worlds = readCases('graders/rules/kubernetes/cases');
const documents: readonly unknown[] = worlds
  .flatMap(({ sources }) => sources)
  .flatMap(({ text }) => parseAllDocuments(text).map((document) => document.toJS() as unknown));

const kubernetes = rules
  .map(({ rule }) => rule)
  .filter(({ id, over }) => over === 'manifests' && id.startsWith('kubernetes/')) as Rule<'manifests'>[];

test('no rule throws, and every finding is in the file, whatever the manifests hold', () => {
  fc.assert(
    fc.property(fc.array(mutant(), { minLength: 1, maxLength: 8 }), (world) => {
      const text = world.map((document) => stringify(document)).join('---\n');
      const { resources } = readManifests(parseYaml({ path: 'w.yaml', text }), 'answer');
      for (const rule of kubernetes) {
        for (const { at } of rule.findings({ resources })) {
          expect(at.from).toBeLessThanOrEqual(at.to);
          expect(at.to).toBeLessThanOrEqual(text.length);
        }
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
}, 60_000);

/** A real object with up to four of its parts replaced by something odd. */
function mutant(): fc.Arbitrary<unknown> {
  const change = fc.tuple(fc.nat(), fc.constantFrom(...oddities));
  return fc
    .tuple(fc.constantFrom(...documents), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([document, changes]) => changes.reduce<unknown>(replaceNth, structuredClone(document)));
}

function replaceNth(root: unknown, [position, oddity]: readonly [number, unknown]): unknown {
  const places = placesIn(root).filter(({ key }) => key !== 'apiVersion' && key !== 'kind');
  const place = places[position % Math.max(places.length, 1)];
  if (place) (place.holder as Record<string | number, unknown>)[place.key] = structuredClone(oddity);
  return root;
}

interface Place {
  readonly holder: object;
  readonly key: string | number;
}

function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [{ holder: value, key }, ...placesIn(inner)]);
}

test('the worlds hold something to mutate', () => {
  expect(documents.length).toBeGreaterThan(60);
});
