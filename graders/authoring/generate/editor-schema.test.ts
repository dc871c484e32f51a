import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const schema = JSON.parse(readFileSync('schemas/manifest.schema.json', 'utf8'));

describe('the schema of manifests for editors', () => {
  it('leads every kind to its own schema, which says the same version and kind', () => {
    expect(schema.allOf.length).toBeGreaterThan(60);
    for (const { if: asked, then: leads } of schema.allOf) {
      const file = join('schemas', leads.$ref);
      expect(existsSync(file), file).toBe(true);
      const { properties } = JSON.parse(readFileSync(file, 'utf8'));
      expect(properties.apiVersion.const).toBe(asked.properties.apiVersion.const);
      expect(properties.kind.const).toBe(asked.properties.kind.const);
    }
  });

  it('has what the exercises ask for', () => {
    const kinds = schema.properties.kind.examples;
    for (const kind of ['Pod', 'Deployment', 'VirtualService', 'HTTPRoute', 'Server']) expect(kinds).toContain(kind);
  });
});
