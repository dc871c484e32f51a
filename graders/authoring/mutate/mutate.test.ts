import { describe, expect, it } from 'vitest';
import type { AnswerFormat } from '../../core/exercise.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { covers } from './harmless.ts';
import { mutate } from './mutate.ts';

/** The text of a mutant, by the name its author would use for it. */
function mutants(format: AnswerFormat, ...lines: string[]): Readonly<Record<string, string>> {
  const source = { path: 'respuesta', text: `${lines.join('\n')}\n` };
  return Object.fromEntries(
    mutate(format, source).map(({ mutator, at, source: { text } }) => [`${mutator} ${at}`, text]),
  );
}

describe('manifests', () => {
  const service = [
    'apiVersion: v1',
    'kind: Service',
    'metadata: { name: web, labels: { app: web } }',
    'spec:',
    '  selector:',
    '    app: web # el mismo',
    '  ports:',
    '    - name: http',
    '      port: 80',
    '      targetPort: "8080"',
    '    - port: 81',
  ];
  const found = mutants('manifests', ...service);
  const line = (name: string, number: number) => found[name]?.split('\n')[number - 1];

  it.each([
    ['change-port Service/web.spec.ports.0.port', 9, '      port: 81'],
    ['change-port Service/web.spec.ports.0.targetPort', 10, '      targetPort: "8081"'],
    ['change-label Service/web.spec.selector.app', 6, '    app: "web-otro" # el mismo'],
    ['drop-label Service/web.metadata.labels.app', 3, 'metadata: { name: web, labels: {} }'],
    ['drop-label Service/web.spec.selector.app', 6, '    {}'],
    ['drop-key Service/web.metadata.labels', 3, 'metadata: { name: web }'],
    ['drop-key Service/web.metadata.name', 3, 'metadata: { labels: { app: web } }'],
    ['drop-key Service/web.spec.ports.0.name', 8, '    - port: 80'],
    ['rename Service/web.metadata.name', 3, 'metadata: { name: "web-otro", labels: { app: web } }'],
    ['remove-item Service/web.spec.ports.0', 8, '    - port: 81'],
    ['change-kind Service/web.kind', 2, 'kind: "Pod"'],
    ['change-api-version Service/web.apiVersion', 1, 'apiVersion: "apps/v1"'],
  ])('%s', (name, number, text) => expect(line(name, number)).toBe(text));

  it('are YAML and say something else', () => {
    expect(Object.keys(found).length).toBeGreaterThan(20);
    for (const text of Object.values(found)) {
      expect(parseYaml({ path: 'r', text }).findings).toEqual([]);
      expect(text).not.toBe(`${service.join('\n')}\n`);
    }
  });

  it('exchange weights and give all to one', () => {
    const route = mutants('manifests', 'kind: VirtualService', 'route:', '- { weight: 90, a: 1 }', '- weight: 10');
    expect(route['swap-weights VirtualService/?.route']).toContain('weight: 10, a: 1 }\n- weight: 90');
    expect(route['all-weight VirtualService/?.route.1']).toContain('weight: 0, a: 1 }\n- weight: 100');
  });

  it('flip words, booleans and amounts', () => {
    const policy = mutants(
      'manifests',
      'kind: X',
      'action: ALLOW',
      'on: "no"',
      'really: true',
      'replicas: 3',
      'cpu: 100m',
    );
    expect(policy['flip-word X/?.action']).toContain('action: "DENY"');
    expect(policy['flip-boolean X/?.really']).toContain('really: false');
    expect(policy['change-number X/?.replicas']).toContain('replicas: 0');
    expect(policy['change-text X/?.cpu']).toContain('cpu: "1007m"');
  });

  it('leave a document out, and keep block texts apart from what follows', () => {
    const two = mutants('manifests', 'kind: A', 'text: |', '  uno', '  dos', 'more: 1', '---', 'kind: B');
    expect(two['drop-document A/?']).toBe('\n---\nkind: B\n');
    expect(two['change-text A/?.text']).toBe('kind: A\ntext: "uno\\ndos\\n-otro"\nmore: 1\n---\nkind: B\n');
  });
});

describe('Dockerfiles', () => {
  const found = mutants(
    'dockerfile',
    'FROM python:3.14-slim AS base',
    'WORKDIR /app',
    'COPY --chown=1000 hola.py ./',
    'RUN pip install x \\',
    '    y',
    'USER 1000',
    'CMD ["python", "hola.py"]',
  );

  it.each([
    ['drop-instruction RUN 1', 4, 'USER 1000'],
    ['empty-run RUN 1', 4, 'RUN true'],
    ['swap-instructions FROM 1', 1, 'WORKDIR /app'],
    ['change-base FROM 1', 1, 'FROM busybox:1.37 AS base'],
    ['latest-base FROM 1', 1, 'FROM python:latest AS base'],
    ['rename-source COPY 1', 3, 'COPY --chown=1000 no-existe ./'],
    ['move-target COPY 1', 3, 'COPY --chown=1000 hola.py /otro/'],
    ['drop-flag COPY 1', 3, 'COPY hola.py ./'],
    ['move-workdir WORKDIR 1', 2, 'WORKDIR /otro'],
    ['root-user USER 1', 6, 'USER root'],
    ['change-command CMD 1', 7, 'CMD ["python", "otro"]'],
    ['change-argument-0 CMD 1', 7, 'CMD ["otro", "hola.py"]'],
    ['broken-json CMD 1', 7, "CMD ['python', 'hola.py']"],
  ])('%s', (name, number, text) => expect(found[name]?.split('\n')[number - 1]).toBe(text));

  it('change a command in shell form', () => {
    expect(mutants('dockerfile', 'FROM a', 'CMD python hola.py')['change-command CMD 1']).toBe('FROM a\nCMD otro\n');
  });
});

describe('typed answers', () => {
  const found = mutants(
    'literal',
    "export default { juicios: { a: 'verdadero' }, p: { n: 4, si: true }, m: { x: 'uno', y: 'dos' }, orden: ['a', 'b'] };",
  );

  it.each([
    ['flip-verdict juicios.a', 'a: "falso"'],
    ['blank-verdict juicios.a', 'a: "no-se"'],
    ['change-number p.n', 'n: 15'],
    ['flip-boolean p.si', 'si: false'],
    ['change-choice m.x', 'x: "dos"'],
    ['reverse-list orden', "orden: ['b', 'a']"],
    ['remove-item orden.0', "orden: ['b']"],
  ])('%s', (name, text) => expect(found[name]).toContain(text));
});

describe('harmless mutants', () => {
  const [mutant] = mutate('manifests', { path: 'r', text: 'kind: Pod\nspec: { replicas: 1 }\n' }).filter(
    ({ mutator }) => mutator === 'change-number',
  );

  it.each([
    ['Pod/?.spec.replicas', true],
    ['Pod/*.replicas', true],
    ['Pod/x.spec.replicas', false],
    ['Pod/?.spec', false],
  ])('%s: %s', (at, covered) => {
    expect(mutant && covers({ mutator: 'change-number', at, why: '' }, mutant)).toBe(covered);
    expect(mutant && covers({ mutator: 'drop-key', at, why: '' }, mutant)).toBe(false);
  });
});

describe('settings', () => {
  it('are renamed away, turned round and shortened, in their section', () => {
    const found = mutants('settings', 'grupo=hadoop', '[docker]', '  activo=true', '  lista=a,b=1');
    expect(found).toEqual({
      'drop-setting grupo': 'nada=hadoop\n[docker]\n  activo=true\n  lista=a,b=1\n',
      'drop-setting docker.activo': 'grupo=hadoop\n[docker]\n  nada=true\n  lista=a,b=1\n',
      'flip-setting docker.activo': 'grupo=hadoop\n[docker]\n  activo=false\n  lista=a,b=1\n',
      'drop-setting docker.lista': 'grupo=hadoop\n[docker]\n  activo=true\n  nada=a,b=1\n',
      'drop-part docker.lista.a': 'grupo=hadoop\n[docker]\n  activo=true\n  lista=b=1\n',
      'drop-part docker.lista.b': 'grupo=hadoop\n[docker]\n  activo=true\n  lista=a=1\n',
    });
  });
});
