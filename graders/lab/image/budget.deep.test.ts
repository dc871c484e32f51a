import { describe, expect, it } from 'vitest';
import { readDockerfile } from '../../model/dockerfile/read.ts';
import { build } from './build/build.ts';
import { pull } from './registry.ts';

function told(text: string) {
  const { dockerfile } = readDockerfile({ path: 'Dockerfile', text });
  return build(dockerfile, [{ path: 'a', text: 'x' }], (reference) => pull(reference));
}

const doubled = (line: string, times = 30) => Array.from({ length: times }, () => line).join('; ');
const stages = ['FROM scratch AS s0', 'COPY a /a'].concat(
  Array.from(
    { length: 26 },
    (_, index) => `FROM scratch AS s${index + 1}\nCOPY --from=s${index} / /x/\nCOPY --from=s${index} / /y/`,
  ),
);

describe('work that nobody waits for', () => {
  it.each([
    ['text that doubles', `FROM alpine:3.23\nRUN A=xxxxxxxxxx; ${doubled('A=$A$A')}; echo $A > /a`, 'bytesSpent'],
    ['stages that double their files', stages.join('\n'), 'objectsSpent'],
    [
      'a script that starts itself twice',
      'FROM alpine:3.23\nCOPY <<EOF /a.sh\nsh /a.sh\nsh /a.sh\nEOF\nRUN sh /a.sh',
      'stepsSpent',
    ],
    [
      'directories that double',
      `FROM alpine:3.23\nRUN mkdir /a /b && touch /a/1; ${doubled('cp -r /a /b/a; cp -r /b /a/b; rm -r /b/a; mv /a/b /a/c; mkdir -p /b /d; cp -r /a /d/1; cp -r /a /d/2; cp -r /d /e; mv /e /a/e')}`,
      'objectsSpent',
    ],
  ])('is not done: %s', (_, text, message) => {
    const answer = told(text);
    const spent = answer.hops.find((hop) => hop.message === `image/${message}`);
    expect(spent?.at, JSON.stringify(answer.hops.at(-1))).toBeDefined();
    expect(answer.ok && answer.image.files.scopes.some(({ holds }) => holds === 'command')).toBe(true);
  });

  it('cp does not put a directory into itself', () => {
    const answer = told('FROM alpine:3.23\nRUN mkdir /a && cp -r /a /a/b');
    expect(answer).toMatchObject({ ok: false, refusal: { complaint: { kind: 'into-itself', file: '/a' } } });
  });
});
