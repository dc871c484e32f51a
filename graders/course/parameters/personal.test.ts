import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSources } from '../entries.ts';
import { openExercise } from '../exercises.ts';
import { listFolders } from '../folders.ts';
import { defaultsOf } from './draw.ts';
import { openPersonal, personalOf, personalWith } from './personal.ts';
import { workspaceOf } from './workspace.ts';

const spec = `id: pod
number: 4
title: { es: Un Pod en el 8080, en: A Pod on 8080 }
lesson: kubernetes-pods
concepts: [pod]
answers: [{ file: respuesta.yaml, format: manifests }]
parameters:
  - { id: puerto, default: 8080, values: [8080, 8081, 9000] }
  - id: peso
    default: 10
    values: [10, 20]
    written: ["weight: {{peso}}", "weight: {{100 - peso}}", "el {{peso}} %"]
checks:
  - { id: valido, kind: valid, points: 5 }
hints: [{ es: El 8080., en: '8080.' }, { es: b, en: b }, { es: c, en: c }]
`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'timonel-parametros-'));
  const files = {
    'exercise.yaml': spec,
    'enunciado.md': 'Escucha en el 8080 (no en el 80800, ni en x8080) y manda el 10 % a la nueva. 10 pods.\n',
    'respuesta.yaml': 'ya: respondida\n',
    'starter/respuesta.yaml': '# Escucha en el 8080\n',
    'given/a.yaml': 'a: [8080, 18080, 8080.5]\nweight: 90\nb:\n  weight: 10\n',
  };
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, 'exercises/04-pod', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
});
afterEach(() => rmSync(root, { recursive: true }));

const opened = () => {
  const [folder] = listFolders(root);
  if (!folder) throw new Error('no exercise');
  const found = openExercise(root, folder);
  if (!found.exercise) throw new Error(JSON.stringify(found.problems));
  return { ...found, exercise: found.exercise };
};

describe('an exercise with parameters', () => {
  it('is as it stands with the defaults, but for what it could be', () => {
    const found = opened();
    const { parameters = [] } = found.exercise.spec;
    const { exercise } = openPersonal(found, personalWith(found.exercise.spec, defaultsOf(parameters)));
    const { parameters: _, ...rest } = found.exercise.spec;
    expect({ ...exercise }).toEqual({ ...found.exercise, spec: rest });
  });

  it('has the values of a student wherever the texts stand by themselves', () => {
    const found = opened();
    const values = new Map([
      ['puerto', 9000],
      ['peso', 20],
    ]);
    const { exercise, sources } = openPersonal(found, personalWith(found.exercise.spec, values));
    expect(exercise?.spec.title).toEqual({ es: 'Un Pod en el 9000', en: 'A Pod on 9000' });
    expect(exercise?.starter[0]?.text).toBe('# Escucha en el 9000\n');
    expect(exercise?.given[0]?.text).toBe('a: [9000, 18080, 8080.5]\nweight: 80\nb:\n  weight: 20\n');
    expect(sources.map(({ text }) => text).join('')).not.toMatch(/parameters|8081/);
  });

  it('is the same for everybody without parameters', () => {
    expect(personalOf({ id: 'pod' }, { secret: 's', student: 'ana' })).toBeUndefined();
  });
});

describe('the exercises of one student', () => {
  const drawer = { secret: 'un secreto del curso', student: 'ana' };
  const made = (student = 'ana') => {
    const workspace = workspaceOf(root, { ...drawer, student });
    if ('unreadable' in workspace) throw new Error(workspace.unreadable);
    return workspace;
  };

  it('are unanswered, and tell neither the secret nor what others have', () => {
    const { files, personal } = made();
    const text = (path: string) => files.find((file) => file.path === `exercises/04-pod/${path}`)?.text;
    const port = personal[0]?.values.get('puerto');
    expect(text('respuesta.yaml')).toBe(`# Escucha en el ${port}\n`);
    expect(text('enunciado.md')).toMatch(`Escucha en el ${port} (no en el 80800, ni en x8080) y manda el`);
    expect(text('enunciado.md')).toMatch(/a la nueva\. 10 pods\.\n$/);
    const all = files.map((file) => file.text).join('\n');
    expect(all).not.toMatch(/parameters|secreto/);
    expect(files.map(({ path }) => path)).toEqual(readSources(join(root, 'exercises'), root).map(({ path }) => path));
  });

  it('differ from student to student, and not from time to time', () => {
    const all = Array.from({ length: 20 }, (_, index) =>
      JSON.stringify([...(made(`e${index}`).personal[0]?.values ?? [])]),
    );
    expect(new Set(all).size).toBe(6);
    expect(made()).toEqual(made());
  });
});
