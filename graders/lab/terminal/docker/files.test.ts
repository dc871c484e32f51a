import { describe, expect, it } from 'vitest';
import { deskWith, typed } from '../mesh/testing/typed.ts';

const desk = deskWith({
  'index.html': '<h1>hello</h1>\n',
  'site/index.html': 'site\n',
  Dockerfile: 'FROM nginx:1.28\nCOPY site /usr/share/nginx/html\n',
});
const says = (lines: string) => typed(desk, lines).text;
const last = (lines: string) => says(lines).split('\n$ ').at(-1)?.split('\n').slice(1).join('\n');
const web = 'docker run -d -q --name web -p 8080:80 nginx:1.28';

describe('files of containers', () => {
  it('serves what was copied into it, and an image of it serves it too', () => {
    expect(last(`${web}\ndocker cp index.html web:/usr/share/nginx/html/\ncurl -s localhost:8080`)).toBe(
      '<h1>hello</h1>\n',
    );
    const second = 'docker commit web page:2\ndocker run -d -q -p 8081:80 page:2\ncurl -s localhost:8081';
    expect(last(`${web}\ndocker cp index.html web:/usr/share/nginx/html/\n${second}`)).toBe('<h1>hello</h1>\n');
  });

  it('serves what is mounted or built in, and says nothing of a page that is not known', () => {
    expect(last('docker run -d -q -p 80:80 -v ./site:/usr/share/nginx/html nginx:1.28\ncurl -s localhost')).toBe(
      'site\n',
    );
    expect(last('docker build -q -t own .\ndocker run -d -q -p 80:80 own\ncurl -s localhost')).toBe('site\n');
    expect(last(`${web}\ncurl -s localhost:8080`)).toContain('Welcome to nginx!');
  });

  it('copies out, lists what has changed and refuses as the engine does', () => {
    const put = `${web}\ndocker cp index.html web:/etc/hello`;
    expect(last(`${put}\ndocker cp web:/etc/hello copy\ncat copy`)).toBe('<h1>hello</h1>\n');
    expect(last(`${put}\ndocker diff web`)).toBe('C /etc\nA /etc/hello\n');
    expect(last(`${web}\ndocker cp web:/none .`)).toBe(
      'Error response from daemon: Could not find the file /none in container web\n[exit 1]\n',
    );
    expect(last(`${web}\ndocker cp none web:/`)).toMatch(/^lstat \/home\/alumno\/proyecto\/none: no such file/);
  });

  it('listens on the network of the machine, where no port is published', () => {
    const host = 'docker run -d -q --network host nginx:1.28';
    expect(last(`${host}\ncurl -s -o /dev/null -w "%{http_code}" localhost`)).toBe('200');
    expect(says(`${host.replace('nginx', '-p 8080:80 nginx')}`)).toContain('WARNING: Published ports are discarded');
  });
});
