import { describe, expect, it } from 'vitest';
import { readCases } from '../authoring/cases.ts';
import { compareStrictly } from '../authoring/expectations.ts';
import type { Source } from '../core/source.ts';
import { readSources } from '../course/entries.ts';
import { readManifests } from '../model/manifests/read.ts';
import { parseYaml } from '../parse/yaml/yaml.ts';
import { sayFinding } from '../render/words.ts';
import { validate } from './validate.ts';

const folder = 'graders/schema/cases';
const cases = readCases(folder).filter(({ name }) => name.endsWith('.yaml'));
const valid = readSources(`${folder}/valid`, folder);

function findingsOf(source: Source) {
  const { resources, findings } = readManifests(parseYaml(source), 'answer');
  return [...findings, ...resources.flatMap(validate)];
}

describe('manifests with mistakes', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { sources }) => {
    const findings = sources.flatMap(findingsOf);
    expect(compareStrictly(sources, findings)).toEqual([]);
    for (const finding of findings) {
      for (const lang of ['es', 'en'] as const) expect(sayFinding(finding, lang)).not.toMatch(/\{[a-z]|undefined|null/);
    }
  });
});

describe('manifests as people write them', () => {
  it.each(valid.map((source) => [source.path, source] as const))('%s has no finding', (_path, source) => {
    expect(findingsOf(source)).toEqual([]);
  });
});

it('tells two blocks of the same name apart', () => {
  const text =
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  selector: { matchLabels: { app: web } }\n' +
    '  template:\n    metadata: { labels: { app: web } }\n    spec:\n      replicas: 2\n      containers: [{ name: web, image: nginx }]\n';
  const said = findingsOf({ path: 'a.yaml', text }).map((found) => sayFinding(found, 'es'));
  expect(said).toEqual([
    'El campo `replicas` no va en `spec.template.spec`, sino más arriba, en `spec`. Revisa la sangría.',
  ]);
});
