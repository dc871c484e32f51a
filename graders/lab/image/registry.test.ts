import { expect, test } from 'vitest';
import { pull } from './registry.ts';

const found = (reference: string) => {
  const answer = pull(reference);
  if (!answer.ok) throw new Error(`${reference}: ${answer.reason}`);
  return answer.image;
};

test.each([
  ['nginx', 'docker.io/library/nginx:latest', 'known'],
  ['nginx:1.27.3-bookworm-perl', 'docker.io/library/nginx:1.27.3-bookworm-perl', 'known'],
  ['nginx:stable-alpine3.20', 'docker.io/library/nginx:stable-alpine3.20', 'known'],
  ['index.docker.io/library/python:3.14-slim', 'docker.io/library/python:3.14-slim', 'known'],
  ['python:3.15-rc-slim', 'docker.io/library/python:3.15-rc-slim', 'known'],
  ['node:24-bookworm-slim', 'docker.io/library/node:24-bookworm-slim', 'known'],
  ['public.ecr.aws/docker/library/nginx:1', 'public.ecr.aws/docker/library/nginx:1', 'known'],
  ['ghcr.io/equipo/nginx:1', 'ghcr.io/equipo/nginx:1', 'assumed'],
  ['localhost:5000/tienda', 'localhost:5000/tienda:latest', 'opaque'],
  ['[::1]:5000/tienda', '[::1]:5000/tienda:latest', 'opaque'],
  ['debian:bookworm-20260202-slim', 'docker.io/library/debian:bookworm-20260202-slim', 'known'],
  ['ubuntu:noble-20250415.1', 'docker.io/library/ubuntu:noble-20250415.1', 'known'],
  ['busybox:buildroot-2014.02', 'docker.io/library/busybox:buildroot-2014.02', 'known'],
  ['cirros:0.6', 'docker.io/library/cirros:0.6', 'opaque'],
])('%s is %s', (reference, normalised, certainty) => {
  expect(found(reference)).toMatchObject({ reference: normalised, certainty });
});

test('a digest alone stands for no tag', () => {
  const digest = `sha256:${'0'.repeat(64)}`;
  const image = found(`nginx@${digest}`);
  expect(image).toMatchObject({ reference: `docker.io/library/nginx@${digest}`, digest, listens: [80] });
  expect(image.tag).toBeUndefined();
});

test.each([
  ['ngnix', 'unknown-repository', 'nginx'],
  ['pyton:3.12', 'unknown-repository', 'python:3.12'],
  ['scratch', 'unknown-repository', undefined],
  ['nginx:lastest', 'unknown-tag', 'nginx:latest'],
  ['python:3.99', 'unknown-tag', 'python:3.14-slim'],
  ['debian:bookworm-2026', 'unknown-tag', 'debian:13-slim'],
  ['python:slin', 'unknown-tag', 'python:3.14-slim'],
])('%s cannot be pulled: %s', (reference, reason, suggestion) => {
  const answer = pull(reference);
  expect(answer).toMatchObject({ ok: false, reason });
  expect('suggestion' in answer ? answer.suggestion : undefined).toBe(suggestion);
});

test.each([
  ['', 'empty'],
  ['Nginx', 'uppercase'],
  ['nginx:', 'tag'],
  ['nginx:1 .2', 'space'],
  ['https://nginx', 'scheme'],
  ['nginx@sha256:abc', 'digest'],
  ['nginx//x', 'format'],
  ['a'.repeat(64), 'format'],
  [`nginx@sha999:${'0'.repeat(64)}`, 'digest'],
])('%j is no reference: %s', (reference, problem) => {
  expect(pull(reference)).toEqual({ ok: false, reason: 'invalid-reference', problem });
});

test('an image of the world exists with the tags it lists', () => {
  const world = [{ name: 'ejemplo/reviews', tags: ['v1', 'v2'], listens: [9080], user: 1000 }];
  expect(pull('ejemplo/reviews:v1', world)).toMatchObject({ ok: true, image: { listens: [9080], user: '1000' } });
  expect(pull('ejemplo/reviews:v3', world)).toMatchObject({ reason: 'unknown-tag', suggestion: 'ejemplo/reviews:v1' });
});

test('whoever owns an image of the world owns no other', () => {
  const world = [{ name: 'ejemplo/reviews' }];
  expect(pull('ejemplo/review:v1', world)).toMatchObject({
    reason: 'unknown-repository',
    suggestion: 'ejemplo/reviews',
  });
  expect(pull('otro/review:v1', world)).toMatchObject({ ok: true, image: { certainty: 'opaque' } });
});
