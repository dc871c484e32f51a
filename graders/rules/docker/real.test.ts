import { describe, expect, test } from 'vitest';
import { readCases } from '../../authoring/cases.ts';
import { compareStrictly } from '../../authoring/expectations.ts';
import { build } from '../../lab/image/build/build.ts';
import { pull } from '../../lab/image/registry.ts';
import { start } from '../../lab/image/start.ts';
import { readDockerfile } from '../../model/dockerfile/read.ts';
import { inspectDockerfile } from '../inspect.ts';

/** Dockerfiles as people write them: a false alarm on one of these is worse than a rule less. */
const cases = readCases('graders/rules/docker/real');

/** Files that every context of these cases has. */
const context =
  `package.json package-lock.json tsconfig.json src/main.ts go.mod go.sum cmd/app/main.go pyproject.toml uv.lock
  README.md src/wsgi.py .mvn/x mvnw pom.xml docker-entrypoint.sh composer.json composer.lock Web/Web.csproj`
    .split(/\s+/)
    .map((path) =>
      path === 'mvnw' || path.endsWith('.sh') ? { path, text: '#!/bin/sh\n', mode: 0o755 } : { path, text: '' },
    );

describe.each(cases.map(({ name, sources }) => [name, sources] as const))('%s', (_, sources) => {
  const [source = { path: '', text: '' }] = sources;

  test('has no errors, and only the warnings it deserves', () => {
    const findings = inspectDockerfile(source).filter(({ severity }) => severity !== 'info');
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(compareStrictly(sources, findings)).toEqual([]);
  });

  test('builds, and nothing is said against its start', () => {
    const answer = build(readDockerfile(source).dockerfile, context, (reference) => pull(reference));
    expect(answer).toMatchObject({ ok: true });
    if (answer.ok) expect(start(answer.image).outcome.refusal).toBeUndefined();
  });
});
