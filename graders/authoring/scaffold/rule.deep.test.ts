import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../core/finding.ts';
import type { Source } from '../../core/source.ts';
import type { readDockerfile } from '../../model/dockerfile/read.ts';
import type { readManifests } from '../../model/manifests/read.ts';
import type { parseYaml } from '../../parse/yaml/yaml.ts';
import type { Rule } from '../../rules/rule.ts';
import { compareStrictly } from '../expectations.ts';
import { type RuleArea, ruleAreas, ruleFiles } from './rule.ts';

const folder = mkdtempSync(join(tmpdir(), 'timonel-regla-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The rule as its folder would hold it, with the readers it shares what it knows of places with. */
interface Compiled {
  readonly default: Rule;
  readonly readDockerfile: typeof readDockerfile;
  readonly readManifests: typeof readManifests;
  readonly parseYaml: typeof parseYaml;
}

const readers = `
export { readDockerfile } from '../../../model/dockerfile/read.ts';
export { readManifests } from '../../../model/manifests/read.ts';
export { parseYaml } from '../../../parse/yaml/yaml.ts';
`;

async function compiled(area: RuleArea, text: string): Promise<Compiled> {
  const rules = join(import.meta.dirname, '../../rules', area);
  // A folder of the same depth, as it has to be there.
  const [sibling] = readdirSync(rules, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const { outputFiles } = await build({
    stdin: { contents: text + readers, resolveDir: join(rules, sibling?.name ?? ''), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  });
  const file = join(folder, `${area}.mjs`);
  writeFileSync(file, outputFiles[0]?.text ?? '');
  return (await import(pathToFileURL(file).href)) as Compiled;
}

function found(module: Compiled, source: Source): readonly Finding[] {
  const rule: Rule = module.default;
  if (rule.over === 'dockerfile')
    return (rule as Rule<'dockerfile'>).findings(module.readDockerfile(source).dockerfile);
  const { resources } = module.readManifests(module.parseYaml(source), 'answer');
  return (rule as Rule<'manifests'>).findings({ resources });
}

describe('a new rule', () => {
  it.each(ruleAreas)('of %s compiles and finds what its cases say', async (area) => {
    const files = ruleFiles(area, 'prueba');
    const rule = await compiled(area, files.find(({ path }) => path.endsWith('rule.ts'))?.text ?? '');
    expect(rule.default.id).toBe(`${area}/prueba`);
    const cases = files.filter(({ path }) => path.includes('/cases/'));
    expect(cases).toHaveLength(2);
    for (const one of cases) expect(compareStrictly([one], found(rule, one))).toEqual([]);
    expect(cases.flatMap((one) => found(rule, one))).toHaveLength(1);
  });
});
