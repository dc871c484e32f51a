import { describe, expect, it } from 'vitest';
import { deskWith, typed } from '../mesh/testing/typed.ts';
import { typed as typedIn } from '../testing/type.ts';

const desk = deskWith({ 'html/index.html': 'uno\n', 'notas.txt': 'fuera\n' });
const says = (lines: string) => typed(desk, lines).text;
const last = (lines: string) => says(lines).split('\n$ ').at(-1)?.split('\n').slice(1).join('\n');

/** What the lab says beside the last step. */
const noted = (lines: string) => (typedIn(lines, {}).steps.at(-1)?.notes ?? []).map(({ en }) => en).join('\n');

const written = "docker run --rm -q -v datos:/d alpine sh -c 'echo hola > /d/a'";

describe('a volume', () => {
  it('keeps what a container wrote for the next one, whichever its image', () => {
    expect(last(`${written}\ndocker run --rm -q -v datos:/otro busybox cat /otro/a`)).toBe('hola\n');
    expect(
      last(`${written}\ndocker run --rm -q -v datos:/d alpine rm /d/a\ndocker run --rm -q -v datos:/d alpine ls /d`),
    ).toBe('');
  });

  it('is shared by the containers that run', () => {
    const both = ['uno', 'dos'].map((name) => `docker run -d -q --name ${name} -v v:/v alpine sleep 1000`).join('\n');
    expect(last(`${both}\ndocker exec uno touch /v/x\ndocker exec dos ls /v`)).toBe('x\n');
  });

  it('takes what the image has at its place while it is empty, and hides it afterwards', () => {
    const html = '/usr/share/nginx/html';
    expect(last(`docker run --rm -q -v v:${html} nginx true\ndocker run --rm -q -v v:/v alpine ls /v`)).toBe(
      '50x.html\nindex.html\n',
    );
    expect(last(`${written}\ndocker run --rm -q -v datos:${html} nginx ls ${html}`)).toBe('a\n');
  });

  it('holds nobody knows what after a program that nobody knows', () => {
    const database = 'docker run -d -q -e POSTGRES_PASSWORD=x -v pg:/var/lib/postgresql/data postgres:17';
    expect(noted(`${database}\ndocker run --rm -q -v pg:/p alpine ls /p`)).toContain('ls /p');
  });

  it('without a name belongs to one container, and goes with it when asked to', () => {
    const run =
      'docker run -d -q --name uno -v /v alpine sleep 1000\ndocker run -d -q --name dos -v /v alpine sleep 1000';
    expect(last(`${run}\ndocker exec uno touch /v/x\ndocker exec dos ls /v`)).toBe('');
    expect(last(`${run}\ndocker rm -f -v uno\ndocker volume ls -q`)?.trimEnd().split('\n')).toHaveLength(1);
    expect(
      last(
        `${written}\ndocker run -d -q --name uno -v datos:/d alpine sleep 9\ndocker rm -fv uno\ndocker volume ls -q`,
      ),
    ).toBe('datos\n');
  });
});

describe('a folder that is mounted', () => {
  it('is the learner’s own: written from inside and from outside', () => {
    const inside = 'docker run -d -q --name uno -v .:/sitio alpine sleep 1000';
    expect(last(`${inside}\ndocker exec uno sh -c 'echo dentro > /sitio/nuevo.txt'\ncat nuevo.txt`)).toBe('dentro\n');
    expect(last(`${inside}\necho otro > notas.txt\ndocker exec uno cat /sitio/notas.txt`)).toBe('otro\n');
    expect(last(`${inside}\ndocker exec uno rm /sitio/notas.txt\ncat notas.txt`)).toMatch(/No such file or directory/);
  });

  it('is served as it is by now, and only what is in it', () => {
    const served = 'docker run -d -q -p 80:80 -v ./html:/usr/share/nginx/html:ro nginx';
    expect(last(`${served}\necho dos > html/index.html\ncurl -s localhost`)).toBe('dos\n');
    expect(last(`${served}\ncurl -s -o /dev/null -w '%{http_code}' localhost/50x.html`)).toBe('404');
    expect(last(`${served}\nrm html/index.html\ncurl -s -o /dev/null -w '%{http_code}' localhost`)).toBe('403');
  });

  it('is made where `-v` names none, and refused where `--mount` does', () => {
    expect(last('docker run --rm -q -v ./nueva:/n alpine ls /n\nls -d nueva')).not.toContain('cannot access');
    expect(last('docker run --rm -q --mount type=bind,source=/nada,target=/n alpine ls /n')).toContain(
      'bind source path does not exist: /nada',
    );
  });
});

describe('a place in a container', () => {
  it.each([
    [
      '-v datos:d',
      `invalid volume specification: 'datos:d': invalid mount config for type "volume": invalid mount path: 'd' mount path must be absolute`,
    ],
    [
      '-v /a:d',
      `invalid volume specification: '/a:d': invalid mount config for type "bind": invalid mount path: 'd' mount path must be absolute`,
    ],
    [
      '-v datos:/',
      `invalid volume specification: 'datos:/': invalid mount config for type "volume": invalid specification: destination can't be '/'`,
    ],
    [
      '--mount src=datos,target=d',
      `invalid mount config for type "volume": invalid mount path: 'd' mount path must be absolute`,
    ],
    ['--tmpfs d', `invalid mount path: 'd' mount path must be absolute`],
  ])('begins at its root: %s', (flags, why) => {
    expect(last(`docker run --rm -q ${flags} alpine ls /`)).toContain(`docker: Error response from daemon: ${why}\n`);
  });

  it('needs no first slash where nothing says what is mounted', () => {
    expect(last("docker run --rm -q -v d alpine sh -c 'touch /d/a && ls /d'")).toBe('a\n');
  });
});

describe('what cannot be written to', () => {
  it.each([
    ['a mount', '-v datos:/d:ro', '/d/b', 'touch: /d/b: Read-only file system'],
    ['the root', '--read-only', '/x', 'touch: /x: Read-only file system'],
  ])('%s', (_, flags, file, said) => {
    expect(last(`docker volume create datos\ndocker run --rm -q ${flags} alpine touch ${file}`)).toBe(
      `${said}\n[exit 1]\n`,
    );
  });

  it('is not what is mounted into a root that is, nor what is in memory', () => {
    expect(
      last("docker run --rm -q --read-only -v datos:/d --tmpfs /t alpine sh -c 'touch /d/a /t/b && ls /d /t || ls /t'"),
    ).not.toContain('Read-only');
  });
});

describe('what a container prints', () => {
  it.each(['id', 'uname -a', "sh -c 'cat /etc/os-release'", 'ls /'])('%s: says that it does not know', (command) => {
    expect(noted(`docker run --rm -q alpine ${command}`)).toContain(command.replace(/^sh -c '(.*)'$/, '$1'));
  });

  it('is what it knows of its variables', () => {
    expect(last('docker run --rm -q -e A=1 -h caja alpine env')).toMatch(
      /^PATH=.*\nHOSTNAME=caja\nA=1\nHOME=\/root\n$/,
    );
    expect(noted('docker run --rm -q alpine env')).toContain('The variables that the lab does not know are missing');
    const logged = 'docker run -q -e A=1 --name uno alpine sh -c env\ndocker logs uno';
    expect([last(logged), noted(logged)]).toEqual([
      expect.stringContaining('\nA=1\n'),
      noted('docker run --rm -q alpine env'),
    ]);
  });

  it('is what nginx says of its configuration, and what is in several folders', () => {
    const start = "docker run -d -q --name uno nginx:1.29\ndocker exec uno sh -c 'mkdir /a /b && touch /a/x /b/y'\n";
    expect(last(`${start}docker exec uno nginx -t`)).toBe(
      'nginx: the configuration file /etc/nginx/nginx.conf syntax is ok\nnginx: configuration file /etc/nginx/nginx.conf test is successful\n',
    );
    expect(last(`${start}docker exec uno ls /b /a`)).toBe('/a:\nx\n\n/b:\ny\n');
  });

  it('is known of the first image of all, and of who somebody is', () => {
    expect(last('docker run --rm -q hello-world')).toMatch(/^\nHello from Docker!\n/);
    expect(last('docker run --rm -q -u 1000 alpine id')).toBe('uid=1000 gid=0(root) groups=0(root)\n');
  });
});

describe('the tools over the learner’s own files', () => {
  it.each([
    ['mkdir html', 'mkdir: cannot create directory ‘html’: File exists'],
    ['mkdir a/b', 'mkdir: cannot create directory ‘a/b’: No such file or directory'],
    ['rm nada', "rm: cannot remove 'nada': No such file or directory"],
    ['cp nada b', "cp: cannot stat 'nada': No such file or directory"],
    ['chmod 644 nada', "chmod: cannot access 'nada': No such file or directory"],
  ])('%s', (command, said) => {
    expect(last(command)).toBe(`${said}\n[exit 1]\n`);
  });
});
