import { describe, expect, it } from 'vitest';
import { readCases } from '../../../authoring/cases.ts';
import { check } from '../../../check.ts';
import { rules } from '../../../generated/rules.ts';
import { readManifests } from '../../../model/manifests/read.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import { settle } from '../settle.ts';
import { laws } from './laws.ts';

describe('what the API server refuses', () => {
  it('is the same for every case of the rules about Kubernetes', () => {
    const cases = rules
      .filter(
        ({ rule }) => rule.id.startsWith('kubernetes/') && laws.some(({ messages }) => messages === rule.messages),
      )
      .flatMap(({ folder: of }) => readCases(`graders/${of.replace(/^graders\//, '')}/cases`));
    expect(cases.length).toBeGreaterThan(60);
    for (const { name, sources } of cases) {
      const files = sources.filter(({ path }) => /\.ya?ml$/.test(path));
      const errors = check(files).flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
      const objects = files.flatMap((source) => readManifests(parseYaml(source), 'answer').resources);
      const refused = settle(objects).state.rejected.map(({ hop }) => hop.at?.from);
      const missed = errors.filter(({ at, id }) => /^(?:kubernetes|schema)\//.test(id) && !refused.includes(at.from));
      expect(missed.map(({ id }) => `${name} ${id}`)).toEqual([]);
    }
  });
});
