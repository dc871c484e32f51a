import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../core/finding.ts';
import { readSources } from '../course/entries.ts';
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

/** Base64 has no place in JSON Schema; a ConfigMap is told of it in words of its own. */
const isBase64 = ({ message }: Finding): boolean => message === 'byte' || message === 'binary';

/** What JSON Schema cannot know: that every object needs a name, and what is inside base64. */
const beyondSchema = (resource: Resource): boolean => !resource.metadata.name || validate(resource).every(isBase64);

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

  it('judge alike whatever one change does to a sound manifest', () => {
    const sound = resources.filter((resource) => validate(resource).length === 0);
    const values = fc.constantFrom<unknown>(
      'a',
      '',
      '80',
      'true',
      'TCP',
      '1Gi',
      '5s',
      0,
      1,
      -1,
      0.5,
      70_000,
      true,
      [],
      {},
      ['a'],
      [1],
      { a: 'b' },
    );
    fc.assert(
      fc.property(fc.constantFrom(...sound), fc.nat(), values, fc.boolean(), (resource, choice, value, renames) => {
        const data = structuredClone(withoutNulls(resource.data)) as Record<string, unknown>;
        const changed = changeOne(data, choice, value, renames);
        const findings = validate({ ...resource, data, metadata: data.metadata as never });
        if (findings.some((one) => isBase64(one) || one.data.parent === 'metadata' || one.data.field === 'metadata'))
          return;
        const check = schemaOf(resource);
        expect([changed, value, check?.(data), check?.errors?.[0]?.message]).toEqual([
          changed,
          value,
          findings.length === 0,
          check?.errors?.[0]?.message,
        ]);
      }),
      { numRuns: 4000 },
    );
  });

  it('accept every exercise of the course', () => {
    const check = ajv.compile(JSON.parse(readFileSync('schemas/exercise.schema.json', 'utf8')));
    for (const folder of readdirSync('exercises').filter((name) => /^\d/.test(name))) {
      const path = join('exercises', folder, 'exercise.yaml');
      const [document] = parseYaml({ path, text: readFileSync(path, 'utf8') }).documents;
      expect([path, check(document?.value), check.errors]).toEqual([path, true, null]);
    }
  });
});

/** Puts another value, or another name, somewhere below the identity of an object. */
function changeOne(data: Record<string, unknown>, choice: number, value: unknown, renames: boolean): string {
  const places: { holder: Record<string, unknown>; key: string; path: string }[] = [];
  const visit = (holder: Record<string, unknown>, path: string) => {
    for (const [key, inner] of Object.entries(holder)) {
      places.push({ holder, key, path: `${path}.${key}` });
      if (typeof inner === 'object' && inner !== null) visit(inner as Record<string, unknown>, `${path}.${key}`);
    }
  };
  for (const [key, inner] of Object.entries(data)) {
    if (key !== 'status' && typeof inner === 'object' && inner !== null) visit(inner as Record<string, unknown>, key);
  }
  const place = places[choice % Math.max(1, places.length)];
  if (!place) return 'nothing';
  const { holder, key, path } = place;
  if (renames && !Array.isArray(holder)) {
    holder[`${key}x`] = holder[key];
    delete holder[key];
  } else holder[key] = value;
  return path;
}
