import { describe, expect, it } from 'vitest';
import { readDockerfile } from '../../../model/dockerfile/read.ts';
import { build, pull } from '../../image/index.ts';
import { find } from '../index.ts';

const built = (text: string) =>
  build(readDockerfile({ path: 'Dockerfile', text }).dockerfile, [], (reference) => pull(reference));

/** Whether a path is there after a `RUN`, or the number its failure ends with. */
function after(image: string, script: string, path = '/x') {
  const answer = built(`FROM ${image}\nRUN ${script}\n`);
  if (!answer.ok) return answer.refusal.kind === 'run-failed' ? answer.refusal.exit : answer.refusal.kind;
  return find(answer.image.files, path).state;
}

describe('a program of a build', () => {
  it.each<[string, string, string, unknown]>([
    ['alpine:3.23', 'mkdir /out && find / -name "*.a" | xargs cp -t /out', '/out/a', 'unknown'],
    ['alpine:3.23', 'mkdir /out && find /src -exec cp {} /out \\;', '/out/a', 'unknown'],
    ['golang:1.26', 'GOBIN=/out go install example.org/x@v1', '/out/x', 'unknown'],
    ['golang:1.26', 'go build -C cmd/x -o /x .', '/x', 'present'],
    ['nginx:1.29', 'nginx -qt && touch /x', '/x', 'present'],
    ['nginx:1.29', 'nginx -g "daemon off" ; touch /x', '/x', 'present'],
    ['alpine:3.23', 'apk add --no-cache py3-pip python3-dev && python3 -m venv /x', '/x/bin/python', 'present'],
    ['debian:13-slim', 'apt-get install --update -y curl && touch /x', '/x', 'present'],
    ['debian:13-slim', 'mkdir /tmp', '/x', 1],
    ['debian:13-slim', 'cp -r /etc /etc/x', '/x', 1],
    ['node:24-alpine', 'adduser -D -u 1000 app', '/x', 1],
    ['node:24-slim', 'useradd -u 1000 app', '/x', 4],
    ['node:24-slim', 'userdel node && useradd -u 1000 app && touch /x', '/x', 'present'],
    ['ubuntu:22.04', 'useradd -u 1000 app && touch /x', '/x', 'present'],
    ['debian:13-slim', 'if ! getent group app; then groupadd -r app; fi && touch /x && chown :app /x', '/x', 'present'],
    ['debian:13-slim', 'echo "app:x:1000:1000::/:/bin/sh" >> /etc/passwd && touch /x && chown app /x', '/x', 'present'],
    ['debian:13-slim', '(useradd app) && touch /x && chown app /x', '/x', 'present'],
    ['debian:13-slim', './otro && touch /x && chown app /x', '/x', 127],
    // What serves in the foreground keeps a build waiting.
    ['nginx:1.29', 'nginx -g "daemon off;"', '/x', 'run-endless'],
    ['python:3.14-slim', 'python -m http.server', '/x', 'run-endless'],
    ['nginx:1.29', 'nginx && touch /x', '/x', 'present'],
    ['redis:8', 'redis-server & sleep 1; touch /x', '/x', 'present'],
    // A loop ends as its last round does, and as nothing at all where it has none.
    ['alpine:3.23', 'for f in a b; do test $f = b; done && touch /x', '/x', 'present'],
    ['alpine:3.23', 'for f in a b; do test $f = a; done', '/x', 1],
    ['alpine:3.23', 'i=0; while [ $i -lt 2 ]; do i=$((i+1)); false; done', '/x', 1],
    ['alpine:3.23', 'i=0; while [ $i -lt 0 ]; do false; done && touch /x', '/x', 'present'],
    [
      'alpine:3.23',
      'for f in $(find /tmp -name "*.debug"); do readelf $f || (echo no && false); done; echo',
      '/x',
      'unknown',
    ],
    ['alpine:3.23', 'for f in /opt/*.debug; do test -f $f; done && touch /x', '/x', 'present'],
    ['alpine:3.23', 'for f in /x/*.debug; do test -f $f; done', '/x', 1],
    ['perl:5.42-slim', 'curl -o /x https://example.org/x', '/x', 'present'],
  ])('%s: %s', (image, script, path, expected) => expect(after(image, script, path)).toBe(expected));
});
