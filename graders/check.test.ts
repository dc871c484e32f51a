import { expect, test } from 'vitest';
import { isDockerfile } from './check.ts';

test.each([
  ['Dockerfile', true],
  ['docker/dockerfile', true],
  ['Containerfile.dev', true],
  ['Dockerfile.ubi8', true],
  ['Dockerfile.app.v2', true],
  ['build/dev.Dockerfile', true],
  ['pkg/dockerfile/dockerfile.go', false],
  ['schemas/dockerfile.json', false],
  ['man/Dockerfile.5.md', false],
  ['Dockerfile.yaml', false],
  ['Dockerfile.tmpl', false],
  ['Dockerfile.dockerignore', false],
  ['Dockerfiles', false],
  ['dockerfile-lint.ts', false],
])('%s is a Dockerfile: %s', (path, expected) => expect(isDockerfile(path)).toBe(expected));
