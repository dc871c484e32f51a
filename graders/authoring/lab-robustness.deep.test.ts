import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import { settle } from '../lab/cluster/index.ts';
import { build } from '../lab/image/build/build.ts';
import { pull } from '../lab/image/registry.ts';
import { start } from '../lab/image/start.ts';
import { openMesh, send } from '../lab/istio/index.ts';
import { pictureOf } from '../lab/picture/index.ts';
import { readDockerfile } from '../model/dockerfile/read.ts';
import { readManifests } from '../model/manifests/read.ts';
import { parseYaml } from '../parse/yaml/yaml.ts';
import { damaged, dockerfilePieces, wrongValues, yamlPieces } from './damage.ts';

/** Every file of the repository with a name like this, under the folders that hold sound ones. */
function texts(pattern: RegExp): readonly string[] {
  return ['exercises', 'solutions', 'graders']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
    .filter((file) => pattern.test(file.replaceAll('\\', '/')))
    .sort()
    .map((file) => readFileSync(file, 'utf8'));
}

const manifests = texts(
  /\/(?:given\/.*|solutions\/[^/]+\/respuesta|rules\/(?:kubernetes|istio|linkerd)\/.*\/cases\/.*)\.yaml$/,
);
const dockerfiles = [
  ...texts(/\/(?:Dockerfile|rules\/docker\/.*\/cases\/.*\.dockerfile)$/),
  'FROM python:3.14-slim AS base\nWORKDIR /app\nCOPY --chown=1000 . .\nRUN echo hola > x && python hola.py\nFROM base\nUSER 1000\nCMD ["python", "hola.py"]\n',
];
const context = [
  { path: 'hola.py', text: 'print("Hello, World!")\n' },
  { path: '.dockerignore', text: '*.md\n!README.md\n' },
  { path: 'README.md', text: 'hola\n' },
];

describe('the lab with any files', () => {
  it('builds and starts what a damaged Dockerfile says, or refuses with a reason', () => {
    fc.assert(
      fc.property(damaged(dockerfiles, [...dockerfilePieces, ...wrongValues]), (text) => {
        const { dockerfile, findings } = readDockerfile({ path: 'Dockerfile', text });
        if (findings.length > 0) return;
        const built = build(dockerfile, context, (reference) => pull(reference));
        if (built.ok) expect(start(built.image).hops.length).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });

  it('takes blanks that no shell knows for part of a word', () => {
    const text = 'FROM python:3.14-slim\nCOPY hola.py .\nCMD python\u00A0hola.py\uFEFF';
    const built = build(readDockerfile({ path: 'Dockerfile', text }).dockerfile, context, (reference) =>
      pull(reference),
    );
    expect(built.ok && JSON.stringify(start(built.image).outcome)).toContain('not-found');
  });

  it.each([
    ['a pattern of many stars', `ENV A=${'a'.repeat(2_000)}\nENV B=\${A%%${'*a'.repeat(200)}b}`],
    ['a path of many stars', `COPY ${'*a'.repeat(200)}b /x/`],
    ['a variable that doubles', `ENV A=xxxxxxxxxx\n${'ENV A=$A$A\n'.repeat(60)}`],
    ['a file that doubles', `RUN echo x > /x\n${'RUN cat /x /x > /y && cat /y /y > /x\n'.repeat(40)}`],
    ['a loop', 'CMD ["python", "-c", "while True: pass"]'],
    ['a power', 'CMD ["python", "-c", "print(9**9**9)"]'],
  ])('does not lose itself in %s', (_, lines) => {
    const text = `FROM python:3.14-slim\n${lines}\n`;
    const { dockerfile } = readDockerfile({ path: 'Dockerfile', text });
    const built = build(dockerfile, context, (reference) => pull(reference));
    if (built.ok) expect(start(built.image).hops).toBeInstanceOf(Array);
  });

  it('settles a damaged world that the schemas let through, and answers a request in it, alike each time', () => {
    fc.assert(
      fc.property(damaged(manifests, [...yamlPieces, ...wrongValues]), (text) => {
        const source = { path: 'world.yaml', text };
        const found = check([source]).flatMap(({ findings }) => findings);
        if (found.some(({ severity }) => severity === 'error')) return;
        const { resources } = readManifests(parseYaml(source), 'answer');
        const { state } = settle(resources);
        expect(JSON.stringify(pictureOf(state))).toBe(JSON.stringify(pictureOf(settle(resources).state)));
        const from = state.pods[0]?.name ?? 'outside';
        const urls = resources
          .filter(({ kind }) => kind === 'Service')
          .map(({ name, namespace }) => `http://${name}.${namespace ?? 'default'}/x`);
        for (const url of ['http://nadie/', ...urls.slice(0, 5)]) {
          const once = send(openMesh(state), { from, url });
          expect(JSON.stringify(send(openMesh(settle(resources).state), { from, url }))).toBe(JSON.stringify(once));
        }
      }),
      { numRuns: 300 },
    );
  });
});
