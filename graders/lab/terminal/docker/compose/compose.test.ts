import { describe, expect, it } from 'vitest';
import { typed } from '../../testing/type.ts';

const project = {
  Dockerfile:
    'FROM node:24-slim\nWORKDIR /app\nCOPY servidor.js ./\nUSER 1000\nEXPOSE 8080\nCMD ["node", "servidor.js"]\n',
  'servidor.js': "require('node:http').createServer((q, r) => r.end('hola')).listen(process.env.PORT ?? 8080);\n",
  'compose.yaml': `name: tienda
services:
  web:
    build: .
    ports: ["\${PUERTO:-8080}:8080"]
    environment:
      PORT: 8080
    depends_on: [cache]
  cache:
    image: redis:8
    volumes: [datos:/data]
volumes:
  datos:
`,
};

const session = (script: string, files: Readonly<Record<string, string>> = project) => typed(script, files);
const step = (ran: ReturnType<typeof typed>, index: number) => ran.steps.at(index);
const only = (file: string, command = 'docker compose up -d') =>
  step(session(command, { ...project, 'compose.yaml': file }), -1);

describe('docker compose', () => {
  it('builds, makes and starts, those that others need first, and takes it all away again', () => {
    const ran = session(
      'docker compose up -d\ncurl -s -o /dev/null -w "%{http_code}" localhost:8080\ndocker compose down -v\ndocker ps -aq; docker volume ls -q; docker network ls --format "{{.Name}}"',
    );
    expect(step(ran, 0)?.exit).toBe(0);
    expect(step(ran, 0)?.output.slice(step(ran, 0)?.output.indexOf('[+] Running'))).toBe(
      [
        '[+] Running 4/4',
        ' ✔ Network tienda_default    Created                                       0.1s ',
        ' ✔ Volume "tienda_datos"     Created                                       0.0s ',
        ' ✔ Container tienda-cache-1  Started                                       0.3s ',
        ' ✔ Container tienda-web-1    Started                                       0.3s ',
        '',
      ].join('\n'),
    );
    expect(step(ran, 1)?.output).toBe('200');
    expect(step(ran, 2)?.output.replace(/ +\d+\.\ds $/gm, '')).toBe(
      [
        '[+] Running 4/4',
        ' ✔ Container tienda-cache-1  Removed',
        ' ✔ Container tienda-web-1    Removed',
        ' ✔ Volume tienda_datos       Removed',
        ' ✔ Network tienda_default    Removed',
        '',
      ].join('\n'),
    );
    expect(
      ran.steps
        .slice(3)
        .map(({ output }) => output)
        .join(''),
    ).toBe('bridge\nhost\nnone\n');
  });

  it('leaves alone what has not changed, and makes the rest anew', () => {
    const ran = session(
      'docker compose up -d\ndocker compose up -d\nPUERTO=9090 docker compose up -d\ndocker compose ps\ndocker compose stop web\ndocker compose ps --services\ndocker compose up -d',
    );
    expect(step(ran, 1)?.output).toMatch(/cache-1 {2}Running.*\n ✔ Container tienda-web-1 {4}Running/);
    expect(step(ran, 2)?.output).toMatch(/cache-1 {2}Running.*\n ✔ Container tienda-web-1 {4}Started/);
    const [head, ...rows] = step(ran, 3)?.output.split('\n') ?? [];
    expect(head).toMatch(/^NAME +IMAGE +COMMAND +SERVICE +CREATED +STATUS +PORTS$/);
    expect(rows[0]).toMatch(
      /^tienda-cache-1 +redis:8 +".+" +cache +.+ ago +Up .+6379\/tcp$|^tienda-cache-1 +redis:8 +".+" +cache +.+ ago +Up/,
    );
    expect(rows[1]).toMatch(
      /^tienda-web-1 +tienda-web +".+" +web +.+ ago +Up .+ 0\.0\.0\.0:9090->8080\/tcp, \[::\]:9090->8080\/tcp$/,
    );
    expect(step(ran, 5)?.output).toBe('cache\n');
    expect(step(ran, 6)?.output).toMatch(/tienda-web-1 {4}Started/);
  });

  it('has each service found by its name in the networks they share, and there alone', () => {
    const file = `services:
  a: { image: "nginx:1.29", networks: [una] }
  b: { image: "nginx:1.29", networks: { una: { aliases: [otra] }, dos: {} } }
  c: { image: "nginx:1.29", networks: [dos] }
networks: { una: , dos: }
`;
    const ran = session('docker compose up -d', { 'compose.yaml': file });
    expect(step(ran, 0)?.exit).toBe(0);
    const { containers } = ran.session.desk.docker;
    const resolves = (from: string, name: string) =>
      containers.find((one) => one.name === `proyecto-${from}-1`)?.machine?.host.resolves(name);
    expect(resolves('b', 'a')).toBe(true);
    expect(containers.find(({ name }) => name === 'proyecto-b-1')?.networks).toEqual(['proyecto_una', 'proyecto_dos']);
    expect(resolves('c', 'b')).toBe(true);
    expect(resolves('c', 'a')).not.toBe(true);
  });

  it('writes what services wrote behind their names', () => {
    const file =
      'services:\n  uno: { image: "alpine:3.22", command: echo hola }\n  segundo: { image: "alpine:3.22", command: ["echo", "a b"] }\n';
    const ran = session('docker compose up -d\ndocker compose logs\ndocker compose logs --no-log-prefix uno', {
      'compose.yaml': file,
    });
    expect(step(ran, 1)?.output).toBe('uno-1      | hola\nsegundo-1  | a b\n');
    expect(step(ran, 2)?.output).toBe('hola\n');
  });

  it('puts variables in, those of the shell before those of .env', () => {
    const file = `services:
  a:
    image: "alpine:\${V:-3.22}"
    command: ["echo", "$$A \${A} \${B-b} \${C:+c}", $NADA]
`;
    const ran = session('docker compose up -d\ndocker compose logs --no-log-prefix', {
      'compose.yaml': file,
      '.env': 'A="uno"\nC=x\n',
    });
    expect(step(ran, 0)?.output).toContain('WARN[0000] The "NADA" variable is not set. Defaulting to a blank string.');
    expect(step(ran, 1)?.output.split('\n').slice(1)).toEqual(['$A uno b c ', '']);
  });

  it.each([
    ['image', '{ toString: 1 }', 'image'],
    ['container_name', '[a]', 'container_name'],
    ['command', '[redis-server, { toString: 1 }]', 'command.1'],
    ['entrypoint', '{ a: b }', 'entrypoint'],
    ['environment', '{ A: { toString: 1 } }', 'environment.A'],
    ['labels', '[[a]]', 'labels.0'],
    ['ports', '[{ target: { a: b } }]', 'ports.0.target'],
    ['volumes', '[[a]]', 'volumes.0'],
    ['env_file', '[{ path: [a] }]', 'env_file.0.path'],
    ['depends_on', '[{ a: b }]', 'depends_on.0'],
    ['networks', '{ default: { aliases: [[a]] } }', 'networks.default.aliases.0'],
    ['profiles', '[{ a: b }]', 'profiles.0'],
    ['user', '[1000]', 'user'],
    ['build', '{ dockerfile: [Dockerfile] }', 'build.dockerfile'],
    ['deploy', '{ replicas: { valueOf: 1 } }', 'deploy.replicas'],
  ])('says where something else than a text stands in %s', (field, value, at) => {
    const image = field === 'image' ? '' : 'image: redis:8, ';
    expect(only(`services: { web: { ${image}${field}: ${value} } }\n`)).toMatchObject({
      output: `validating /home/alumno/proyecto/compose.yaml: services.web.${at} must be a string\n`,
      exit: 1,
    });
  });

  it.each([
    ['volumes', 'datos', 'array'],
    ['ports', '"80:80"', 'array'],
    ['profiles', 'uno', 'array'],
    ['networks', 'una', 'array'],
    ['depends_on', 'otro', 'array'],
    ['environment', 'A=b', 'mapping'],
    ['labels', 'a', 'mapping'],
    ['env_file', '{ path: .env }', 'array'],
  ])('says where something else than a list or a mapping stands in %s', (field, value, wanted) => {
    expect(only(`services: { web: { image: redis:8, ${field}: ${value} } }\n`)).toMatchObject({
      output: `validating /home/alumno/proyecto/compose.yaml: services.web.${field} must be a ${wanted}\n`,
      exit: 1,
    });
  });

  it.each([
    ['no file', undefined, 'no configuration file provided: not found'],
    ['an empty file', '# nada\n', 'empty compose file'],
    ['no services', 'services: {}\n', 'no service selected'],
    [
      'a field that is none',
      'services:\n  web: { imagen: nginx }\n',
      "validating /home/alumno/proyecto/compose.yaml: services.web additional properties 'imagen' not allowed",
    ],
    [
      'neither image nor build',
      'services:\n  web: { ports: ["80:80"] }\n',
      'service "web" has neither an image nor a build context specified: invalid compose project',
    ],
    [
      'a volume that is not declared',
      'services:\n  db: { image: "redis:8", volumes: ["datos:/data"] }\n',
      'service "db" refers to undefined volume datos: invalid compose project',
    ],
    [
      'a service that is not there',
      'services:\n  a: { image: "redis:8", depends_on: [b] }\n',
      'service "a" depends on undefined service "b": invalid compose project',
    ],
    [
      'services that wait for each other',
      'services:\n  a: { image: "redis:8", depends_on: [b] }\n  b: { image: "redis:8", depends_on: [a] }\n',
      'dependency cycle detected: a -> b -> a',
    ],
    [
      'a variable that must be set',
      `services:\n  a: { image: "redis:\${V:?di cuál}" }\n`,
      'required variable V is missing a value: di cuál',
    ],
  ])('refuses %s', (_, file, message) => {
    const { 'compose.yaml': __, ...others } = project;
    const ran = file === undefined ? step(session('docker compose up -d', others), -1) : only(file);
    expect(ran).toMatchObject({ exit: 1, output: `${message}\n` });
  });

  it('says what it does not follow, and does nothing', () => {
    const ran = only('services:\n  a: { image: "redis:8", network_mode: host }\n');
    expect(ran).toMatchObject({ exit: 2, beyond: { en: expect.stringContaining('services.a.network_mode') } });
    expect(only('services:\n  a: { image: "redis:8", healthcheck: { test: ["CMD", "true"] } }\n')?.exit).toBe(0);
  });

  it('tells the port that is taken, and keeps what was started before', () => {
    const file =
      'services:\n  a: { image: "nginx:1.29" }\n  b: { image: "nginx:1.29", ports: ["8080:80"], depends_on: [a] }\n';
    const ran = session('docker run -d -p 8080:80 nginx:1.29\ndocker compose up -d\ndocker compose ps --services', {
      'compose.yaml': file,
    });
    expect(step(ran, 1)?.exit).toBe(1);
    expect(step(ran, 1)?.output).toMatch(
      / ✘ Container proyecto-b-1 {4}Error[\s\S]*Bind for 0\.0\.0\.0:8080 failed: port is already allocated/,
    );
    expect(step(ran, 2)?.output).toBe('a\n');
  });
});
