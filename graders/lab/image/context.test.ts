import { expect, test } from 'vitest';
import { ignoreRules } from './context.ts';

/** @see https://docs.docker.com/build/concepts/context/#dockerignore-files */
test.each([
  ['*.md', 'README.md', true],
  ['*.md', 'docs/README.md', false],
  ['**/*.md', 'docs/README.md', true],
  ['/docs', 'docs/a', true],
  ['./docs/', 'docs/a', true],
  ['docs/../src', 'src/a', true],
  ['..', 'src', false],
  ['../*', 'src', false],
  ['/../src', 'src', true],
  ['# src\n #a', 'src', false],
  ['\uFEFFsrc', 'src', true],
  ['docs\n!docs/README.md', 'docs/README.md', false],
  ['docs\n!docs/README.md\ndocs/**', 'docs/README.md', true],
  ['!docs\ndocs', 'docs/a', true],
  ['docs\n!docs', 'docs/a', false],
  ['**/*.py\n!docs', 'docs/a.py', true],
  ['**/*.py\n!docs/**', 'docs/a.py', false],
  ['!\n!  docs/a\n', 'docs/a', false],
])('%j hides %s: %s', (text, path, expected) => {
  expect(ignoreRules([{ path: '.dockerignore', text }], 'Dockerfile')(path)).toBe(expected);
});
