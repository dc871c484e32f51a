import fc from 'fast-check';

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

/** A real object with up to four of its parts replaced by something odd. */
export function mutantOf(documents: readonly unknown[]): fc.Arbitrary<unknown> {
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
