import { describe, expect, it } from 'vitest';
import { type Asked, Placing } from './place.ts';

const exercises: readonly Asked[] = [
  {
    folder: '02-dockerfile-hola-mundo',
    number: 2,
    slug: 'dockerfile-hola-mundo',
    answers: [
      { file: 'Dockerfile', format: 'dockerfile' },
      { file: 'respuesta.ts', format: 'literal' },
    ],
  },
  {
    folder: '05-deployment-y-service',
    number: 5,
    slug: 'deployment-y-service',
    answers: [
      { file: 'respuesta.yaml', format: 'manifests' },
      { file: 'reparacion.yaml', format: 'manifests' },
      { file: 'respuesta.ts', format: 'literal' },
    ],
  },
  {
    folder: '13-despliegue-canario',
    number: 13,
    slug: 'despliegue-canario',
    answers: [
      { file: 'respuesta.yaml', format: 'manifests' },
      { file: 'respuesta.ts', format: 'literal' },
    ],
  },
];
const placing = new Placing(exercises);

/** `13 respuesta.yaml`, with a question mark where it is a guess. */
function said(path: string): string | undefined {
  const place = placing.place(path);
  return place && `${place.exercise.number} ${place.exercise.answers[place.answer]?.file}${place.isGuess ? '?' : ''}`;
}

describe('a file of a submission', () => {
  it.each([
    ['exercises/13-despliegue-canario/respuesta.yaml', '13 respuesta.yaml'],
    ['repo-main/exercises/13-despliegue-canario/respuesta.ts', '13 respuesta.ts'],
    ['a/b/c/13-despliegue-canario/respuesta.yaml', '13 respuesta.yaml'],
    ['13-despliegue-canario/respuesta.yaml', '13 respuesta.yaml'],
    ['despliegue-canario/respuesta.yaml', '13 respuesta.yaml'],
    ['Despliegue-Canario/Respuesta.yaml', '13 respuesta.yaml'],
    ['13/respuesta.yaml', '13 respuesta.yaml'],
    ['013/respuesta.yaml', '13 respuesta.yaml'],
    ['ejercicio-13/respuesta.yaml', '13 respuesta.yaml'],
    ['Ejercicio 13/respuesta.yaml', '13 respuesta.yaml'],
    ['ej13/respuesta.yml', '13 respuesta.yaml'],
    ['13/13-respuesta.yaml', '13 respuesta.yaml'],
    ['13/respuesta (1).yaml', '13 respuesta.yaml'],
    ['13/respuesta.yaml.txt', '13 respuesta.yaml'],
    ['13/respuesta - copia.yaml', '13 respuesta.yaml'],
    ['02/dockerfile', '2 Dockerfile'],
    ['02/Dockerfile.txt', '2 Dockerfile'],
    ['05/reparacion.yaml', '5 reparacion.yaml'],
    ['13-respuesta.yaml', '13 respuesta.yaml'],
    ['13_respuesta.ts', '13 respuesta.ts'],
    ['ejercicio13-respuesta.yaml', '13 respuesta.yaml'],
    ['respuesta13.yaml', '13 respuesta.yaml'],
    ['respuesta-13.yaml', '13 respuesta.yaml'],
    ['respuesta_ejercicio_13.yaml', '13 respuesta.yaml'],
    ['Dockerfile-02', '2 Dockerfile'],
    ['Dockerfile.02', '2 Dockerfile'],
    ['2-Dockerfile', '2 Dockerfile'],
    ['despliegue-canario-respuesta.yaml', '13 respuesta.yaml'],
  ])('%s is %s', (path, expected) => expect(said(path)).toBe(expected));

  it.each([
    ['13-canario/respuesta.yaml', '13 respuesta.yaml?'],
    ['13/manifiesto.yaml', '13 respuesta.yaml?'],
    ['13/virtual-service.yml', '13 respuesta.yaml?'],
    ['13.yaml', '13 respuesta.yaml?'],
    ['ejercicio13.ts', '13 respuesta.ts?'],
    ['02/Dockerfile.prod', '2 Dockerfile?'],
  ])('%s is taken as %s', (path, expected) => expect(said(path)).toBe(expected));

  it.each([
    'respuesta.yaml',
    'README.md',
    'exercises/99-otro/respuesta.yaml',
    '99/respuesta.yaml',
    '2024-entrega/respuesta.yaml',
    // One of two manifests, and nobody knows which.
    '05/manifiesto.yaml',
    '13/notas.md',
    '13/13',
    '',
    `${'-'.repeat(900)}13.yaml`,
    `13/${'_'.repeat(900)}`,
  ])('%s is none', (path) => expect(said(path)).toBeUndefined());

  it('is never what the course gives, nor what solves it', () => {
    for (const path of [
      'exercises/13-despliegue-canario/starter/respuesta.yaml',
      'exercises/13-despliegue-canario/given/respuesta.yaml',
      'solutions/13-despliegue-canario/respuesta.yaml',
      'solutions/13-despliegue-canario/accepted/otra/respuesta.yaml',
      'exercises/13-despliegue-canario/exercise.yaml',
      'exercises/13-despliegue-canario/respuesta.types.ts',
      'exercises/course.yaml',
      'repo-main/exercises/tsconfig.json',
    ]) {
      expect(said(path)).toBeUndefined();
      expect(placing.isGiven(path)).toBe(true);
    }
  });

  it('prefers the innermost folder that names an exercise', () => {
    expect(said('02-entrega/13-despliegue-canario/respuesta.yaml')).toBe('13 respuesta.yaml');
  });

  it('is placed quickly, whatever its name', () => {
    const names = ['-', '_', ' ', '.', '1', 'e', 'copia', '(1)'].map((sign) => sign.repeat(1_000 / sign.length));
    const began = performance.now();
    for (const name of names) for (const end of ['', '13', '.yaml', '13.yaml']) said(`${name}${end}/${name}${end}`);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('an exercise for practice', () => {
  const own = new Placing(exercises, ['00-primer-rumbo']);

  it.each(['exercises/00-primer-rumbo/respuesta.yaml', '00-primer-rumbo/13-despliegue-canario.yaml'])(
    'is asked of nobody, and what is handed in of it is no other answer: %s',
    (path) => {
      expect(own.place(path)).toBeUndefined();
      expect(own.isGiven(path)).toBe(true);
    },
  );
});
