import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAllDocuments, stringify } from 'yaml';
import { mutantOf } from '../../authoring/mutants.ts';
import { readSources } from '../../course/entries.ts';
import { rules } from '../../generated/rules.ts';
import { readManifests } from '../../model/manifests/read.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import type { Rule } from '../rule.ts';

const documents: readonly unknown[] = readSources('graders/rules/istio', 'graders/rules/istio')
  .filter(({ path }) => path.includes('/cases/'))
  .flatMap(({ text }) => parseAllDocuments(text).map((document) => document.toJS() as unknown));

const istio = rules
  .map(({ rule }) => rule)
  .filter(({ id, over }) => over === 'manifests' && id.startsWith('istio/')) as Rule<'manifests'>[];

test('no rule throws, and every finding is in the file, whatever the manifests hold', () => {
  fc.assert(
    fc.property(fc.array(mutantOf(documents), { minLength: 1, maxLength: 8 }), (world) => {
      const text = world.map((document) => stringify(document)).join('---\n');
      const { resources } = readManifests(parseYaml({ path: 'w.yaml', text }), 'answer');
      for (const rule of istio) {
        for (const { at } of rule.findings({ resources })) {
          expect(at.from).toBeLessThanOrEqual(at.to);
          expect(at.to).toBeLessThanOrEqual(text.length);
        }
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
}, 60_000);

test('the worlds hold something to mutate', () => {
  expect(documents.length).toBeGreaterThan(60);
});
