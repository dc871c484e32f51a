import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAllDocuments, stringify } from 'yaml';
import { readCases } from '../../authoring/cases.ts';
import { mutantOf } from '../../authoring/mutants.ts';
import { rules } from '../../generated/rules.ts';
import { readManifests } from '../../model/manifests/read.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import type { Rule } from '../rule.ts';

const worlds = readCases('graders/rules/kubernetes/cases');
const documents: readonly unknown[] = worlds
  .flatMap(({ sources }) => sources)
  .flatMap(({ text }) => parseAllDocuments(text).map((document) => document.toJS() as unknown));

const kubernetes = rules
  .map(({ rule }) => rule)
  .filter(({ id, over }) => over === 'manifests' && id.startsWith('kubernetes/')) as Rule<'manifests'>[];

test('no rule throws, and every finding is in the file, whatever the manifests hold', () => {
  fc.assert(
    fc.property(fc.array(mutantOf(documents), { minLength: 1, maxLength: 8 }), (world) => {
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
});

test('the worlds hold something to mutate', () => {
  expect(documents.length).toBeGreaterThan(60);
});
