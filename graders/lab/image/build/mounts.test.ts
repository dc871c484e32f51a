import { expect, test } from 'vitest';
import { readDockerfile } from '../../../model/dockerfile/read.ts';
import { rebuild } from '../cache.ts';
import { pull } from '../registry.ts';
import { build } from './build.ts';

/** Why a build stops, or nothing. */
function stopOf(text: string): unknown {
  const built = build(readDockerfile({ path: 'Dockerfile', text }).dockerfile, [], (reference) => pull(reference));
  if (built.ok) return undefined;
  return 'complaint' in built.refusal ? built.refusal.complaint?.kind : built.refusal.kind;
}

const known = 'FROM busybox:musl AS b\nRUN mkdir /k\nFROM alpine:3.23\n';

/** @see https://docs.docker.com/reference/dockerfile/#run---mount */
test.each([
  ['an image that nobody knows', '--mount=from=otro/imagen,target=/x', '/x/programa', undefined],
  ['a stage with the programs of its base', '--mount=from=b,dst=/u', '/u/bin/busybox && ls /u/k', undefined],
  ['what a stage does not have', '--mount=from=b,dst=/u', 'cat /u/k/otro', 'no-file'],
  ['a directory of a stage', '--mount=from=b,source=/k,target=/u', 'cd /u', undefined],
  ['an empty context', '--mount=target=/u', 'cd /u', undefined],
  ['a file that the context lacks', '--mount=target=/u', 'cat /u/x', 'no-file'],
  ['a cache of an earlier build', '--mount=type=cache,target=/c', 'cd /c && ./programa', undefined],
  ['a secret', '--mount=type=secret,id=s,target=/s', 'cat /s', undefined],
  ['a secret where secrets are', '--mount=type=secret,id=s', 'cat /run/secrets/s', undefined],
  ['memory', '--mount=type=tmpfs,target=/m', 'cd /m', undefined],
  ['nothing of a stage that is a command ahead', '', 'cd /k', 'no-file'],
])('%s is mounted', (_, option, command, stop) => {
  expect(stopOf(`${known}RUN ${option} ${command}\n`)).toBe(stop);
});

test.each(['--mount=type=cache,target=/c', '--mount=from=otro/imagen,target=/c', '--mount=type=tmpfs,target=/c'])(
  'what is mounted with %s is gone with its command',
  (option) => {
    expect(stopOf(`${known}RUN ${option} touch /c/x\nRUN cat /c/x\n`)).toBe('no-file');
  },
);

/** @see https://docs.docker.com/build/cache/invalidation/ */
test.each([
  ['--mount=type=bind,source=a.ts,target=/a.ts', false],
  ['--mount=type=bind,target=/s', false],
  ['--mount=type=bind,source=b.ts,target=/b.ts', true],
  ['--mount=type=cache,target=/a.ts', true],
])('a step with %s is cached when a.ts changes: %s', (option, cached) => {
  const { dockerfile } = readDockerfile({ path: 'Dockerfile', text: `FROM node:24-slim\nRUN ${option} npx esbuild\n` });
  const stepsWith = (text: string) => {
    const context = ['a.ts', 'b.ts'].map((path) => ({ path, text: path === 'a.ts' ? text : 'b' }));
    const built = build(dockerfile, context, (reference) => pull(reference));
    return built.ok ? built.steps : [];
  };
  expect(rebuild(stepsWith('1'), stepsWith('2')).rebuilt.map((one) => one.cached)).toEqual([cached]);
});

/** @see https://github.com/moby/buildkit/blob/v0.33.1/frontend/dockerfile/dfgitutil/git_ref.go */
test.each([
  'https://github.com/golang/vuln.git?ref=v1&keep-git-dir=1',
  'https://github.com/golang/vuln.git#v1:cmd',
  'git@github.com:golang/vuln.git',
  'github.com/golang/vuln',
])('ADD clones %s into a directory', (source) => {
  expect(stopOf(`FROM alpine:3.23\nADD ${source} /go/vuln\nRUN cd /go/vuln && cat README.md\n`)).toBeUndefined();
});

test('ADD downloads what is no repository as a file', () => {
  const text = 'FROM alpine:3.23\nADD https://example.org/a.git/x /x\nRUN cd /x\n';
  expect(stopOf(text)).toBe('no-file');
});
