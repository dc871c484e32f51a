import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damaged, yamlPieces } from '../../authoring/damage.ts';
import { readManifests } from '../../model/manifests/read.ts';
import { spanOf } from './located.ts';
import { parseYaml } from './yaml.ts';

/** Manifests as people write them, to be damaged. */
const manifests = [
  `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: { app: web, tier: "front" }
spec:
  replicas: 3
  template:
    spec:
      containers:
        - name: web
          image: nginx:1.29 # fija
          command: ["sh", "-c", 'echo "hola: mundo"']
          env: &env
            - name: A
              value: "yes"
        - name: other
          env: *env
---
kind: List
apiVersion: v1
items:
- apiVersion: v1
  kind: Service
  metadata: { name: web }
- null
`,
  `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews
spec:
  hosts: [reviews, "*.ejemplo.com"]
  http:
  - match:
    - headers: {end-user: {exact: jason}}
    route:
    - destination: &d {host: reviews, subset: v1}
      weight: 90
    - destination:
        <<: *d
        subset: v2
      weight: 10
`,
  'apiVersion: v1\r\nkind: ConfigMap\r\nmetadata:\r\n  name: c\r\ndata:\r\n  a: |\r\n    uno\r\n      dos\r\n  b: >-\r\n    tres\r\n',
  '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","annotations":{"x":"\\u00e1\\n"}},"spec":{"containers":[]}}',
];

const damagedManifest = damaged(manifests, yamlPieces);

/** Every object and list of a value, once. */
function* containers(value: unknown, seen = new Set<unknown>()): Generator<object> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  yield value;
  for (const inner of Object.values(value)) yield* containers(inner, seen);
}

function expectInside(text: string, at: { from: number; to: number } | undefined): void {
  if (!at) return;
  expect(at.from).toBeGreaterThanOrEqual(0);
  expect(at.to).toBeGreaterThanOrEqual(at.from);
  expect(at.to).toBeLessThanOrEqual(text.length);
}

describe('damaged manifests', () => {
  it('give one located finding or data whose places lie in the text, and never an exception', () => {
    fc.assert(
      fc.property(damagedManifest, (text) => {
        const file = parseYaml({ path: 'respuesta.yaml', text });
        expect(file.findings.length).toBeLessThanOrEqual(1);
        for (const { at } of file.findings) expectInside(text, at);
        for (const { value, at } of file.documents) {
          expectInside(text, at);
          for (const container of containers(value)) {
            for (const key of Object.keys(container)) {
              expectInside(text, spanOf(container, Array.isArray(container) ? Number(key) : key));
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are still read as objects, or said to be none', () => {
    fc.assert(
      fc.property(damagedManifest, (text) => {
        const { resources, findings } = readManifests(parseYaml({ path: 'respuesta.yaml', text }), 'answer');
        expect(resources.length + findings.length).toBeGreaterThan(0);
        for (const { at } of [...resources, ...findings]) expectInside(text, at);
      }),
      { numRuns: 300 },
    );
  });

  it('that are only pieces are no exception either', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...yamlPieces), { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        for (const { at } of parseYaml({ path: 'respuesta.yaml', text }).findings) expectInside(text, at);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is large or nested', () => {
  const ids = (text: string) => parseYaml({ path: 'respuesta.yaml', text }).findings.map(({ id }) => id);

  it('is one finding for 10,000 nested blocks', () => {
    expect(ids(Array.from({ length: 10_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'))).toEqual(['yaml/too-deep']);
  });

  it('counts the levels that aliases of aliases make', () => {
    const text = `a0: &a0 [x]\n${Array.from({ length: 5_000 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]`).join('\n')}\n`;
    expect(ids(text)).toEqual(['yaml/too-deep']);
  });

  it('reads many aliases in a time that grows with them', () => {
    expect(ids(`a: &a 1\nb:\n${'- *a\n'.repeat(20_000)}`)).toEqual([]);
  });
});
