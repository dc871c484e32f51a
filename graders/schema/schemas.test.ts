import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { readSources } from '../authoring/cases.ts';
import type { Resource } from '../model/manifests/manifests.ts';
import { readManifests } from '../model/manifests/read.ts';
import { parseYaml } from '../parse/yaml/yaml.ts';
import { knownKinds } from './tables.ts';
import { validate } from './validate.ts';

/** The published schemas under ajv: the second opinion on what the schema check says. */
const ajv = new Ajv({ strict: false, allErrors: false });
addFormats.default(ajv);
const files = readdirSync('schemas', { recursive: true, encoding: 'utf8' }).filter((file) =>
  /^[^/]+\/.*\.json$/.test(file),
);
for (const file of files) ajv.addSchema(JSON.parse(readFileSync(join('schemas', file), 'utf8')), `/${file}`);

const families = ['kubernetes', 'istio', 'gateway-api', 'prometheus', 'linkerd'];
const schemaOf = ({ apiVersion, kind }: { apiVersion: string; kind: string }) =>
  families.map((family) => ajv.getSchema(`/${family}/${apiVersion}/${kind}.json`)).find((found) => found !== undefined);

/** Absent and `null` are the same to the API server, but not to JSON Schema. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutNulls(inner)]));
}

const resources = readSources('graders/schema/cases', 'graders/schema/cases')
  .flatMap((source) => readManifests(parseYaml(source), 'answer').resources)
  .filter((resource) => schemaOf(resource) !== undefined);

/** What JSON Schema cannot know: that every object needs a name, and what is inside base64. */
const beyondSchema = (resource: Resource): boolean =>
  !resource.metadata.name || validate(resource).every(({ message }) => message === 'byte');

describe('the published schemas', () => {
  it('hold every kind that the check knows', () => {
    const known = knownKinds().filter(({ hasShape }) => hasShape);
    expect(known.filter((kind) => schemaOf(kind) === undefined)).toEqual([]);
    expect(known.length).toBeGreaterThan(80);
  });

  it.each(resources.map((resource) => [`${resource.at.path}: ${resource.kind} ${resource.name}`, resource] as const))(
    '%s is judged alike by ajv',
    (_name, resource) => {
      const isWrong = validate(resource).length > 0;
      if (isWrong && beyondSchema(resource)) return;
      const check = schemaOf(resource);
      expect([check?.(withoutNulls(resource.data)), check?.errors?.[0]]).toEqual([
        !isWrong,
        isWrong ? expect.anything() : undefined,
      ]);
    },
  );

  it('accept every exercise of the course', () => {
    const check = ajv.compile(JSON.parse(readFileSync('schemas/exercise.schema.json', 'utf8')));
    for (const folder of readdirSync('exercises').filter((name) => /^\d/.test(name))) {
      const path = join('exercises', folder, 'exercise.yaml');
      const [document] = parseYaml({ path, text: readFileSync(path, 'utf8') }).documents;
      expect([path, check(document?.value), check.errors]).toEqual([path, true, null]);
    }
  });
});
