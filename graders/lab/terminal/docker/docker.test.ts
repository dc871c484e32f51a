import { describe, expect, it } from 'vitest';
import { last, shown, typed } from '../testing/type.ts';

const built = 'docker build -q -t web:1 .\n';

describe('docker', () => {
  it('lists in the columns of its formatter', () => {
    const rows = last(`${built}docker run -d --name web -p 9000:8080 web:1; docker ps`).split('\n');
    expect(rows[0]).toMatch(/^CONTAINER ID {3}IMAGE {5}COMMAND {18}CREATED {18}STATUS {18}PORTS/);
    expect(rows[1]).toMatch(/^[0-9a-f]{12} {3}web:1 {5}"docker-entrypoint\.s…" {3}Less than a second ago/);
  });

  it('keeps a container on the image it was made from, whatever its name points to', () => {
    const ran = typed(
      `${built}docker run -d --name web web:1; echo "# otra" >> servidor.js; docker build -q -t web:1 .; docker restart web; docker ps --format '{{.Image}}'`,
    );
    expect(ran.steps.at(-1)?.output).toMatch(/^(?:web:1|[0-9a-f]{12})\n$/);
    const { images, containers } = ran.session.desk.docker;
    expect(images.find(({ id }) => id === containers[0]?.image)?.tags).toEqual([]);
  });

  it.each([
    [
      'a name that is taken',
      'docker run -d --name web web:1; docker run -d --name web web:1',
      125,
      /Conflict\. The container name "\/web" is already in use/,
    ],
    [
      'a port that is taken',
      'docker run -d -p 80:8080 web:1; docker run -d -p 80:8080 web:1',
      125,
      /Bind for 0\.0\.0\.0:80 failed: port is already allocated/,
    ],
    ['an image that is nowhere', 'docker run nadie-la-tiene', 125, /pull access denied for nadie-la-tiene/],
    ['a program that is not there', 'docker run --rm alpine:3.20 /no/esta', 127, /no such file or directory/],
    [
      'an unknown flag',
      'docker run --nam x web:1',
      125,
      /^unknown flag: --nam\n\nUsage: {2}docker run \[OPTIONS\] IMAGE \[COMMAND\] \[ARG\.\.\.\]/,
    ],
    ['an unknown command', 'docker arranca', 1, /^docker: unknown command: docker arranca/],
    ['ports that are none', 'docker run -p 80:web web:1', 125, /invalid containerPort: web/],
    [
      'to remove what runs',
      'docker run -d --name web web:1; docker rm web',
      1,
      /container is running: stop the container before removing or force remove/,
    ],
    [
      'to remove an image in use',
      'docker run -d --name web web:1; docker rmi web:1',
      1,
      /conflict: unable to remove repository reference "web:1"/,
    ],
    [
      'a build without its file',
      'docker build -f Otro .',
      1,
      /failed to read dockerfile: open Otro: no such file or directory/,
    ],
    ['a build without a context', 'docker build -t x', 1, /'docker build' requires 1 argument/],
  ])('refuses %s in its own words', (_, script, exit, words) => {
    const step = typed(built + script).steps.at(-1);
    expect(step?.output).toMatch(words);
    expect(step?.exit).toBe(exit);
  });

  it('shows the line at which a build stops', () => {
    const text = shown('docker build -t x .', { Dockerfile: 'FROM alpine:3.20\nCOPY nada /\n' });
    expect(text).toContain('Dockerfile:2\n');
    expect(text).toMatch(/ {3}2 \| >>> COPY nada \/\n/);
    expect(text).toContain('ERROR: failed to build: failed to solve: failed to compute cache key');
  });

  it('says CACHED for what it built before, and builds again what changed', () => {
    const again = typed(
      'docker build -t a .; docker build -t a .; echo "//" >> servidor.js; docker build -t a .',
    ).steps;
    expect(again[0]?.output).not.toContain('CACHED');
    expect(again[1]?.output.match(/CACHED/g)).toHaveLength(2);
    expect(again.at(-1)?.output.match(/CACHED/g)).toHaveLength(1);
  });

  it('runs tasks to their end and gives their code', () => {
    expect(last('docker run --rm alpine:3.20 echo hola')).toContain('hola\n');
    expect(typed('docker run --rm alpine:3.20 sh -c "exit 3"').steps.at(-1)?.exit).toBe(3);
  });

  it('ends what only sleeps when its time has come', () => {
    const states = typed(
      'docker run -d --name siesta alpine:3.20 sleep 5; docker ps -q; sleep 6; docker ps -q; docker ps -a',
    ).steps;
    expect(states.map(({ output }) => output.split('\n').length)).toEqual([6, 2, 1, 1, 3]);
    expect(states.at(-1)?.output).toMatch(/Exited \(0\)/);
    expect(typed('docker run --rm alpine:3.20 sleep 30').session.desk.clock).toBeGreaterThan(30);
  });

  it('says of a flag that exists that it is not modelled, and does nothing', () => {
    const step = typed(`${built}docker run --gpus all web:1`).steps.at(-1);
    expect(step?.beyond?.en).toContain('does not model `docker run --gpus`');
  });

  it('says the same of a command that is not here, whatever flags it has', () => {
    const step = typed(`${built}docker export web --output contenedor.tar -q`).steps.at(-1);
    expect(step?.beyond?.en).toContain('does not model `docker export`');
    expect(typed('docker rmi --recursivo web:1').steps.at(-1)?.beyond).toBeUndefined();
  });

  it('keeps what is written to a volume', () => {
    const { desk } = typed(
      'docker volume create datos; docker run -d --name aa -v datos:/d alpine:3.20 sleep 100; docker volume rm datos',
    ).session;
    expect(desk.docker.volumes.map(({ name }) => name)).toEqual(['datos']);
  });
});

describe('what a published port leads to', () => {
  const asked = (run: string, url: string) =>
    typed(`${built}docker run -d --name web ${run} web:1\ncurl -s -o /dev/null -w '%{http_code}' ${url}`).steps.at(-1);

  it.each([
    ['the port the service listens on', '-p 9000:8080', 'localhost:9000', 0, '200'],
    ['one it does not', '-p 8080:9000', 'localhost:8080', 56, '000'],
    ['a port of the host that nobody published', '-p 8080:9000', 'localhost:9000', 7, '000'],
    ['the port that a variable moves', '-e PORT=3000 -p 9000:3000', 'localhost:9000', 0, '200'],
    ['nothing without -p', '', 'localhost:8080', 7, '000'],
    ['a name nobody knows', '-p 80:8080', 'http://no-existe', 6, '000'],
  ])('is %s', (_, run, url, exit, output) => {
    expect(asked(run, url)).toMatchObject({ exit, output });
  });

  it('is nothing where the program listens on its own loopback', () => {
    const files = {
      Dockerfile: 'FROM node:24-slim\nCOPY s.js /\nCMD ["node", "/s.js"]\n',
      's.js': "require('http').createServer().listen(8080, '127.0.0.1');\n",
    };
    const step = typed('docker build -q -t a .; docker run -d -p 80:8080 a; curl -s localhost', files).steps.at(-1);
    expect(step?.exit).toBe(56);
  });

  it('is only taken to answer where the program is not known, and the lab says so', () => {
    const step = typed(`${built}docker run -d -p 80:8080 web:1; curl -s localhost`).steps.at(-1);
    expect(step?.notes[0]?.en).toContain('assumes a 200');
  });
});

describe('what BuildKit warns about', () => {
  const files = { Dockerfile: 'FROM node:24-slim AS a\nCMD node\nFROM a AS b\nENV TOKEN=x\n' };

  it('is shown by --check, which builds nothing', () => {
    const { steps, session } = typed('docker build --check .; docker images -q', files);
    expect(steps[0]?.exit).toBe(1);
    expect(steps[0]?.output).toBe(
      `Check complete, 2 warnings have been found!

WARNING: JSONArgsRecommended - https://docs.docker.com/go/dockerfile/rule/json-args-recommended/
JSON arguments recommended for CMD to prevent unintended behavior related to OS signals
Dockerfile:2
--------------------
   1 |     FROM node:24-slim AS a
   2 | >>> CMD node
   3 |     FROM a AS b
   4 |     ENV TOKEN=x
--------------------

WARNING: SecretsUsedInArgOrEnv - https://docs.docker.com/go/dockerfile/rule/secrets-used-in-arg-or-env/
Do not use ARG or ENV instructions for sensitive data (ENV "TOKEN")
Dockerfile:4
--------------------
   2 |     CMD node
   3 |     FROM a AS b
   4 | >>> ENV TOKEN=x
   5 |     ${''}
--------------------
`,
    );
    expect(session.desk.docker.images).toEqual([]);
  });

  it('of the stages of a target', () => {
    expect(typed('docker build --check --target a .', files).steps[0]?.output).toContain('1 warning has been found!');
  });

  it('is nothing where all is well', () => {
    const step = typed('docker build --check .').steps[0];
    expect(step?.exit).toBe(0);
    expect(step?.output).toMatch(/Check complete, no warnings found\.\n$/);
  });

  it('is listed after a build', () => {
    expect(typed('docker build -t x .', files).steps[0]?.output).toMatch(
      /\n 2 warnings found \(use docker --debug to expand\):\n - JSONArgsRecommended: .* \(line 2\)\n - SecretsUsedInArgOrEnv: .* \(line 4\)\n$/,
    );
  });

  it('does not hide why nothing can be built', () => {
    const step = typed('docker build --check .', { Dockerfile: 'FROM a//b\nCMD a\n' }).steps[0];
    expect(step?.output).toMatch(/WARNING: JSONArgsRecommended[\s\S]*ERROR: failed to parse stage name "a\/\/b"/);
    expect(step?.exit).toBe(1);
  });
});

describe('what there is for everybody else', () => {
  it('writes down what was built, started and asked', () => {
    const { desk } = typed(`${built}docker run -d --name web -p 80:8080 web:1; curl -s localhost/x`).session;
    expect(desk.facts.map(({ did }) => did)).toEqual(['image.built', 'container.started']);
    expect(desk.sent).toMatchObject([
      { method: 'GET', url: 'localhost/x', through: 'published-port', outcome: { ok: true, by: 'docker:web' } },
    ]);
  });

  it.each([
    'docker network create red; docker run -d --net red --name web web:1; docker network inspect red --format "{{len .Containers}}"',
    'ln -s Dockerfile Otro; docker build -q -f Otro -t web:2 . > /dev/null; docker images -q web:2 | wc -l',
  ])('takes what is seldom written: %s', (line) => {
    expect(last(`${built}${line}`)).toBe('1\n');
  });
});

describe('images in a file', () => {
  it('can be loaded again where they are gone, with the names they were saved by', () => {
    const kept = `${built}docker tag web:1 web:2; docker save -o web.tar web:1; docker rmi -f web:1 web:2`;
    expect(last(`${kept}; docker load -i web.tar`)).toBe('Loaded image: web:1\n');
    expect(last(`${kept}; docker load < web.tar; docker images -q web:2 | wc -l`)).toBe('0\n');
    expect(
      typed(`${kept}; docker load -i web.tar; docker run -d -p 80:8080 web:1; curl -s localhost`).steps.at(-1)?.exit,
    ).toBe(0);
  });

  it.each([
    ['docker save web:1', 'cowardly refusing to save to a terminal. Use the -o flag or redirect\n'],
    ['docker save -o a.tar no', 'Error response from daemon: reference does not exist: no:latest\n'],
    ['docker load -i no.tar', 'open no.tar: no such file or directory\n'],
    ['docker load -i Dockerfile', 'Error response from daemon: archive/tar: invalid tar header\n'],
    ['kind create cluster -q; kind load image-archive no.tar', 'ERROR: stat no.tar: no such file or directory\n'],
    ['docker save web:1 > a.tar; kind load image-archive a.tar', 'ERROR: no nodes found for cluster "kind"\n'],
  ])('says what is wrong: %s', (line, says) => {
    const step = typed(`${built}${line}`).steps.at(-1);
    expect(step).toMatchObject({ output: says });
    expect(step?.exit).not.toBe(0);
  });

  it.each([
    ['kind', 'kind create cluster -q', 'kind load image-archive web.tar'],
    ['minikube', 'minikube start > inicio.txt', 'minikube image load web.tar'],
    ['a node', 'kind create cluster -q', 'docker exec -i kind-control-plane ctr -n k8s.io images import - < web.tar'],
  ])('reach the nodes of %s', (_, create, load) => {
    const runs = 'kubectl create deploy web --image=web:1; kubectl rollout status deploy web --timeout=30s';
    const before = `${built}docker save web:1 > web.tar; ${create}`;
    expect(last(`${before}; ${load}; ${runs}`)).toContain('successfully rolled out');
    expect(last(`${before}; ${runs}`)).toContain('timed out');
  });
});
