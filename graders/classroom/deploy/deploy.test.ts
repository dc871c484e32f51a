import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { timonel } from '../../cli/testing/run.ts';

const folder = join(process.cwd(), 'graders/classroom/deploy');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('what grades a class on other machines', () => {
  it('passes the check without a finding, notes included', async () => {
    const { code, out } = await timonel(['check', folder, '--format', 'json']);
    const { files } = JSON.parse(out) as { files: { path: string; findings: unknown[] }[] };
    expect(files.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)).sort()).toEqual(['Dockerfile', 'job.yaml']);
    expect(files.flatMap(({ findings }) => findings)).toEqual([]);
    expect(code).toBe(0);
  });

  it('packs the version there is', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(read('Dockerfile')).toContain(`timonel-${version}.tgz`);
    expect(read('job.yaml')).toContain(`timonel:${version}`);
  });

  it('grades as many parts as it says there are', () => {
    const job = parseAllDocuments(read('job.yaml'))
      .map((document) => document.toJS())
      .find(({ kind }) => kind === 'Job');
    const { completions, completionMode, template } = job.spec;
    expect(completionMode).toBe('Indexed');
    expect(template.spec.containers[0].args[0]).toContain(`--shard "$parte/${completions}"`);
    const { jobs } = parse(read('class.yml'));
    const parts: readonly number[] = jobs.grade.strategy.matrix.part;
    const steps = [...jobs.grade.steps, ...jobs.merge.steps].map(({ run = '' }) => run).join('\n');
    expect(parts).toEqual(parts.map((_, index) => index + 1));
    expect(steps).toContain(`--shard "$PART/${parts.length}"`);
    expect(steps).toContain(`class merge ${parts.map((part) => `parte-${part}`).join(' ')} --out`);
  });
});
