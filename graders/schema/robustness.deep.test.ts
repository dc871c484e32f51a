import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Source } from '../core/source.ts';
import { readSources } from '../course/entries.ts';
import { readManifests } from '../model/manifests/read.ts';
import { parseYaml } from '../parse/yaml/yaml.ts';
import { sayFinding } from '../render/words.ts';
import { validate } from './validate.ts';

const folder = 'graders/schema/cases';
const valid = readSources(`${folder}/valid`, folder);

function findingsOf(source: Source) {
  const { resources, findings } = readManifests(parseYaml(source), 'answer');
  return [...findings, ...resources.flatMap(validate)];
}

describe('mutated manifests', () => {
  const lines = valid.flatMap(({ text }) => text.split('\n'));
  const scraps = fc.constantFrom('', ' ', '  ', '- ', ': ', '[]', '{}', 'null', '0', 'yes', '"', 'x', '&a ', '*a', '~');

  it('never throw, and every finding has a place and a sentence', () => {
    const edits = fc.array(fc.tuple(fc.nat(lines.length), fc.nat(60), fc.nat(20), scraps), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.nat(lines.length - 60), edits, (from, changes) => {
        const text = mutate(lines.slice(from, from + 60), changes);
        for (const finding of findingsOf({ path: 'a.yaml', text: `kind: Deployment\napiVersion: apps/v1\n${text}` })) {
          expect(finding.at.to).toBeGreaterThanOrEqual(finding.at.from);
          expect(finding.at.to).toBeLessThanOrEqual(text.length + 40);
          expect(sayFinding(finding, 'es')).not.toMatch(/undefined/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never throw whatever the value of a field is', () => {
    const { resources } = readManifests(parseYaml(valid[0] as Source), 'answer');
    fc.assert(
      fc.property(fc.constantFrom(...resources), fc.string(), fc.jsonValue(), (resource, key, value) => {
        const data = { ...(resource.data as object), [key]: value, spec: value };
        expect(Array.isArray(validate({ ...resource, data }))).toBe(true);
      }),
    );
  });
});

function mutate(lines: readonly string[], changes: readonly (readonly [number, number, number, string])[]): string {
  const mutated = [...lines];
  for (const [line, column, length, scrap] of changes) {
    const at = line % mutated.length;
    const text = mutated[at] ?? '';
    mutated[at] = text.slice(0, column) + scrap + text.slice(column + length);
  }
  return mutated.join('\n');
}
