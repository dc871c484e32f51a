import { describe, expect, it } from 'vitest';
import { typed } from '../testing/type.ts';

const serving = 'docker run -d --name web -p 8080:80 nginx:1.28 > id.txt; ';

describe('wget', () => {
  it.each([
    ['prints what it gets', 'wget -qO- localhost:8080 | grep -c "Welcome to nginx!"', /^[1-9]\n$/, 0],
    ['writes it into a file of the same name', 'wget -q localhost:8080; grep -c nginx index.html', /^[1-9]\n$/, 0],
    ['writes it where it should', 'wget -q -O otra localhost:8080; grep -c nginx otra', /^[1-9]\n$/, 0],
    [
      'tells what it does',
      'wget -O /dev/null localhost:8080',
      /Connecting to localhost:8080... connected.\nHTTP request sent, awaiting response... 200 OK\n/,
      0,
    ],
    ['refuses pages that are not there', 'wget -O- localhost:8080/nada', /ERROR 404: Not Found\.\n/, 8],
    ['knows when nobody listens', 'wget -O- localhost:81', /failed: Connection refused\.\n/, 4],
    ['knows names', 'wget -O- nadie.local', /unable to resolve host address ‘nadie\.local’\n/, 4],
    ['looks and takes nothing', 'wget --spider -q localhost:8080; ls', /^(?!.*index\.html)/s, 0],
    ['wants an address', 'wget', /missing URL/, 1],
  ])('%s', (_, line, says, exit) => {
    const step = typed(`${serving}${line}`).steps.at(-1);
    expect(step?.output).toMatch(says);
    expect([step?.exit, step?.beyond]).toEqual([exit, undefined]);
  });

  it('counts as a request', () => {
    const { desk } = typed(`${serving}wget -qO- --header 'x-version: v2' --post-data a=1 localhost:8080/x`).session;
    expect(desk.sent.at(-1)).toMatchObject({
      method: 'POST',
      headers: { 'x-version': 'v2' },
      outcome: { by: 'docker:web' },
    });
  });
});
