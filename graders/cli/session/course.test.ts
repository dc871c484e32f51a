import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestCourse } from '../testing/course.ts';
import { LiveCourse } from './course.ts';

const nothing = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: nada }\n';
const client =
  'apiVersion: v1\nkind: Pod\nmetadata: { name: cliente }\nspec: { containers: [{ name: cliente, image: "curlimages/curl:8.15.0", args: [sleep, infinity] }] }\n';
const pod =
  'apiVersion: v1\nkind: Pod\nmetadata: { name: web, labels: { app: web } }\nspec: { containers: [{ name: web, image: "nginx:1.29" }] }\n';
const service =
  'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { selector: { app: web }, ports: [{ port: 80 }] }\n';
const later = '13-despliegue-canario';

/** Exercise 13 asks for a Service of the Pod that the learner writes in exercise 04. */
const continuing = `id: despliegue-canario
number: 13
title: { es: Después, en: Later }
lesson: kubernetes
concepts: [pod]
answers: [{ file: respuesta.yaml, format: manifests }]
world: [given/antes/respuesta.yaml, given/cliente.yaml]
continues: { exercise: pod, files: [respuesta.yaml], folder: given/antes }
checks:
  - id: en-marcha
    kind: reach
    points: 5
    title: { es: El Service responde, en: The Service answers }
    calls: [{ from: cliente, to: 'http://web/', expect: { status: 200 } }]
hints:
  - { es: Primera pista., en: First hint. }
`;

let course: TestCourse;
beforeEach(() => {
  course = new TestCourse();
  course.write(`exercises/${later}/exercise.yaml`, continuing);
  course.write(`exercises/${later}/given/antes/respuesta.yaml`, nothing);
  course.write(`exercises/${later}/given/cliente.yaml`, client);
  course.answer(service, later);
});
afterEach(() => course.remove());

const saved = (live: LiveCourse, folder: string) => live.update([{ folder, path: 'respuesta.yaml' }]);
const statusOf = (live: LiveCourse) => live.all().find(({ report }) => report.folder === later)?.report.status;

describe('an exercise that goes on with another one', () => {
  it('is graded again when the earlier one is saved, and says so apart', () => {
    const live = new LiveCourse(course.root);
    expect(statusOf(live)).toBe('fail');
    course.answer(pod);
    const { graded } = saved(live, '04-pod');
    expect(graded.map(({ report }) => report.folder)).toEqual(['04-pod']);
    expect(statusOf(live)).toBe('fail');
    expect(live.follow(graded).map(({ report }) => [report.folder, report.status])).toEqual([[later, 'pass']]);
    expect(statusOf(live)).toBe('pass');
    course.answer(`${pod}# igual\n`);
    expect(live.follow(saved(live, '04-pod').graded)).toEqual([]);
  });

  it('has its own world again once the earlier one is as it was at the start', () => {
    const live = new LiveCourse(course.root);
    const beginning = '# Escribe aquí tu respuesta\n';
    course.answer(pod);
    live.follow(saved(live, '04-pod').graded);
    course.answer(`${service}# otra vez\n`, later);
    expect(saved(live, later).graded.map(({ report }) => report.status)).toEqual(['pass']);
    course.answer(beginning);
    live.follow(saved(live, '04-pod').graded);
    expect(statusOf(live)).toBe('fail');
  });
});
