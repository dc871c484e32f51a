import { describe, expect, it } from 'vitest';
import { last, typed } from '../testing/type.ts';
import { callTool } from '../tool/call.ts';
import tool from './tool.ts';

const start = `docker network create red
docker run -d -q --name web --network red nginx:1.29
docker run -d -q --name sola alpine:3.22 sleep infinity
`;
const page = '<title>Welcome to nginx!</title>';

describe('a request from inside a container', () => {
  it.each([
    ['its own server', 'docker exec web curl -s localhost', page],
    ['a port where nobody listens', 'docker exec web curl -sS localhost:81', 'Failed to connect to localhost port 81'],
    ['one of the same network, by its name', 'docker run --rm -q --network red curlimages/curl -s http://web', page],
    ['the same with wget', 'docker run --rm -q --network red busybox wget -qO- web', page],
    [
      'a script of several',
      "docker run --rm -q --network red busybox sh -c 'for i in 1 2; do wget -qO- web | grep title; done'",
      `${page}\n${page}`,
    ],
    ['one that has no name on the usual network', 'docker exec sola wget -qO- http://web', "wget: bad address 'web'"],
    ['one it was connected to since', 'docker network connect red sola\ndocker exec sola wget -qO- http://web', page],
    [
      'a name that nobody has',
      'docker run --rm -q --network red curlimages/curl http://nadie',
      'Could not resolve host: nadie',
    ],
    ['a program that is not in the image', 'docker exec sola curl http://web', 'executable file not found in $PATH'],
  ])('%s', (_, command, text) => expect(last(`${start}${command}\n`)).toContain(text));

  it('is over when it has its answer', () => {
    const run = 'docker run --name una -q --network red busybox wget -qO- http://web';
    expect(last(`${start}${run}\ndocker ps -a --filter name=una --format '{{.Status}}'`)).toMatch(/^Exited \(0\)/);
  });

  it('counts for as much work as it is', () => {
    const { desk } = typed(start).session;
    const around = { desk, stdin: '', cwd: '/', env: {}, tty: false, lang: 'en' as const };
    const loop = (times: number) =>
      callTool(
        tool,
        ['docker', 'exec', 'web', 'sh', '-c', `for i in $(seq ${times}); do curl -s localhost; done`],
        around,
      );
    expect([loop(4).effort, loop(80).effort].map((effort = 0) => effort > 15)).toEqual([false, true]);
  });
});
