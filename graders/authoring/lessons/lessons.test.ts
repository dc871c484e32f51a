import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rangeOf } from '../../core/span.ts';
import { listFolders } from '../../course/folders.ts';
import { readLesson } from '../../course/lessons/read.ts';
import { modulesOf } from '../../course/modules.ts';
import { inExercise } from '../../course/paths.ts';
import { few } from '../../vitest/quick.ts';
import { sayProblem } from '../gate/problem.ts';
import { lessonsOf } from './course.ts';
import { type Around, problemsOf, untaught } from './problems.ts';

const root = process.cwd();
const { lessons, around } = lessonsOf(root);

describe('the lessons of the course', () => {
  it('have nothing wrong, and their examples do what they say', () => {
    expect(
      few(lessons, 2)
        .flatMap((read) => problemsOf(read, around))
        .map(sayProblem),
    ).toEqual([]);
  });

  it('teach every concept of the exercises they prepare for', () => {
    expect(untaught(lessons, around.specs).map(sayProblem)).toEqual([]);
  });

  it.each(around.specs.map((spec) => [spec.id, spec] as const))('are where the statement of %s leads', (_, spec) => {
    const folder = listFolders(root).find(({ name }) => name.startsWith(`${String(spec.number).padStart(2, '0')}-`));
    const statement = readFileSync(inExercise(root, folder?.name ?? '', 'enunciado.md'), 'utf8');
    const part = statement.slice(
      statement.indexOf('\n## Para prepararte\n'),
      statement.indexOf('\n## Cuándo se supera\n'),
    );
    const file = `../../site/lecciones/${spec.lesson}.md`;
    const led = [...part.matchAll(/\]\(([^)]+)\)/g)].flatMap(([, target]) => target ?? []);
    expect(spec.concepts.filter((concept) => !led.includes(`${file}#${concept}`))).toEqual([]);
    expect(led).toContain(file);
    expect(led.filter((target) => target.startsWith('https://')).length).toBeGreaterThan(0);
  });

  it('are all those that the parts of the course and the exercises name', () => {
    const written = new Set(lessons.flatMap(({ lesson }) => lesson?.front.id ?? []));
    const named = [
      ...modulesOf(process.cwd()).flatMap((module) => module.lessons),
      ...around.specs.map(({ lesson }) => lesson),
    ];
    expect(named.length).toBeGreaterThan(18);
    expect(named.filter((id) => !written.has(id))).toEqual([]);
  });

  it('are used once, in an order of their own', () => {
    const orders = lessons.flatMap(({ lesson }) => lesson?.front.order ?? []);
    expect(new Set(orders).size).toBe(orders.length);
  });
});

const front = `---
id: prueba
order: 1
title: { es: Prueba, en: Trial }
summary: Sirve para probar.
concepts: [pod]
sources:
  - { title: Pods, url: https://kubernetes.io/docs/concepts/workloads/pods/ }
---
`;
const pod = '## El pod {#pod}\n\nUn pod.\n';
const world: Around = { specs: [], lessons: ['otra'], rules: ['yaml/syntax'] };

/** What is wrong with a lesson, as `line: words`. */
function problemsIn(text: string): string[] {
  return problemsOf(readLesson({ path: 'site/lecciones/prueba.md', text }), world).map(({ line, words }) =>
    line === undefined ? words : `${line}: ${words}`,
  );
}

const fence = (name: string, ...lines: readonly string[]) => `\n\`\`\`${name}\n${lines.join('\n')}\n\`\`\`\n`;

describe('reading a lesson', () => {
  it('takes what is right', () => {
    const links = '[a](leccion:otra#x) [b](regla:yaml/syntax) [c](#pod) [d](https://kubernetes.io/)\n';
    const figure = fence(
      'figura',
      'titulo: Dos cajas',
      'resumen: Una caja lleva a la otra caja.',
      'cajas: [{ id: a, texto: A, grupo: g }, { id: b, texto: B, clase: pod }]',
      'grupos: [{ id: g, texto: G }]',
      'flechas: [{ de: a, a: b, texto: va, clase: roto }]',
    );
    const question = fence(
      'pregunta',
      'texto: ¿Sí?',
      'opciones: [{ texto: Sí, correcta: true, porque: Porque así es. }, { texto: No, porque: Porque no es así. }]',
    );
    expect(problemsIn(front + pod + links + figure + question)).toEqual([]);
  });

  it('wants a front matter, and says what it lacks', () => {
    expect(problemsIn('# Hola\n')).toEqual(['1: begins with no front matter between two lines `---`']);
    expect(problemsIn(front.replace('order: 1\n', ''))).toEqual(['2: The field `order` is missing here.']);
    expect(problemsIn(front.replace('order: 1', 'orden: 1'))).toEqual([
      '3: There is no field `orden` here. Did you mean `order`?',
    ]);
    expect(problemsIn(front.replace('id: prueba', 'id: otro') + pod)).toEqual([
      'has the id otro, which is not the name of its file',
    ]);
    expect(problemsIn(front)).toEqual(['has no section {#pod}, one of its concepts']);
  });

  it('finds a mistake in a fence on the line of the file', () => {
    const text = front + pod + fence('figura', 'titulo: T', 'resumen: Nada.', 'cajas: [{ id: a, text: A }]');
    const line = text.split('\n').findIndex((one) => one.startsWith('cajas')) + 1;
    expect(problemsIn(text)).toEqual([`${line}: There is no field \`text\` here. Did you mean \`texto\`?`]);
  });

  it('refuses links that lead nowhere', () => {
    const text = `${front + pod}[a](ejercicio:nada) [b](leccion:nada) [c](regla:nada/nada) [d](#nada) [e](nada.html)\n`;
    expect(problemsIn(text).map((one) => one.replace(/^\d+: /, ''))).toEqual([
      'there is no exercise nada',
      'there is no lesson nada',
      'there is no rule nada/nada',
      'there is no section #nada',
      'leads nowhere: nada.html',
    ]);
  });

  it('refuses a figure that names nobody and a question without an answer', () => {
    const figure = fence(
      'figura',
      'titulo: T',
      'resumen: Una caja lleva a la otra caja.',
      'cajas: [{ id: a, texto: A, grupo: g }, { id: b, texto: B }]',
      'flechas: [{ de: a, a: c }]',
    );
    const question = fence('pregunta', 'texto: ¿Sí?', 'opciones: [{ texto: Sí, porque: Porque así es. }]');
    expect(problemsIn(front + pod + figure + question).map((one) => one.replace(/^\d+: /, ''))).toEqual([
      'there is no group g',
      'there is no box c',
      'a question has two options at least',
      'no option is right',
    ]);
  });

  it('tries examples, and says what happens instead', () => {
    const lab = (...actions: readonly string[]) =>
      fence(
        'laboratorio',
        'id: uno',
        'titulo: Uno',
        'archivos:',
        '  web.yaml: |',
        '    apiVersion: v1',
        '    kind: Pod',
        '    metadata: { name: web, labels: { app: web } }',
        '    spec: { containers: [{ name: web, image: "nginx:1.27", ports: [{ containerPort: 80 }] }] }',
        '    ---',
        '    apiVersion: v1',
        '    kind: Service',
        '    metadata: { name: web }',
        '    spec: { selector: { app: web }, ports: [{ port: 80 }] }',
        '  Dockerfile: |',
        '    FROM nginx:1.27',
        '    USER 101',
        'acciones:',
        ...actions.map((action) => `  - ${action}`),
      );
    const told = (...actions: readonly string[]) =>
      problemsIn(front + pod + lab(...actions)).map((one) => one.replace(/^\d+: /, ''));
    expect(
      told(
        '{ peticion: "http://web/", desde: default/web, espera: { status: 200, split: { web: 100% } } }',
        '{ cluster: true, espera: { ready: { web: 1 }, endpoints: { web: 1 }, refused: [] } }',
        '{ imagen: Dockerfile, espera: { user: "101" } }',
      ),
    ).toEqual([]);
    expect(
      told(
        '{ peticion: "http://web/", desde: default/web, espera: { status: 404 } }',
        '{ peticion: "http://web/", desde: default/nadie, espera: { status: 200 } }',
        '{ peticion: "http://web/" }',
        '{ cluster: true, espera: { ready: { web: 2, otro: 1 }, refused: [Pod/web] } }',
        '{ imagen: Dockerfile, espera: { user: "0" } }',
        '{ imagen: Otro, espera: { user: "0" } }',
      ),
    ).toEqual([
      'status: 200 and not 404',
      'there is no workload default/nadie',
      'says not what it expects',
      'ready of web: 1 and not 2',
      'there is no otro in the cluster',
      'refused:  and not Pod/web',
      expect.stringMatching(/^the user is .*101.* and not 0$/),
      'there is no file Otro',
    ]);
  });

  it('keeps the places of the file', () => {
    const text = `${front}\n## Uno {#pod}\n`;
    const { lesson } = readLesson({ path: 'x.md', text });
    const [section] = lesson?.sections ?? [];
    expect(section && rangeOf(text, section.at).start.line).toBe(text.split('\n').indexOf('## Uno {#pod}') + 1);
  });
});
