import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Source } from '../../core/source.ts';
import { readSources } from '../../course/entries.ts';
import { defaultsOf, draw, valuesOf } from '../../course/parameters/draw.ts';
import { personalWith } from '../../course/parameters/personal.ts';
import { parameterProblems } from '../../course/parameters/problems.ts';
import type { Values } from '../../course/parameters/template.ts';
import { type AuthoredExercise, readExercise } from '../../course/solutions.ts';
import { spanAt } from '../../parse/yaml/located.ts';
import { answerResults } from './answers.ts';
import { type Problem, problem, problemAt } from './problem.ts';

/** What is wrong with the parameters themselves, without grading anything. */
export function parameterSlips(root: string, exercise: AuthoredExercise): readonly Problem[] {
  const { spec, specFile } = exercise;
  if (!spec.parameters) return [];
  const asItIs = personalWith(spec, defaultsOf(spec.parameters));
  const files = filesOf(root, exercise).map(asItIs.write);
  return parameterProblems(spec, files).map(({ path, words }) => problemAt(specFile.source, spanAt(spec, path), words));
}

/** The exercise as some students have it passes the same gate: its answers are graded with their values. */
export async function problemsOfStudents(
  root: string,
  exercise: AuthoredExercise,
  all: readonly Values[],
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const values of all) problems.push(...(await problemsWith(root, exercise, values)));
  return problems;
}

/** Students who exist nowhere, of a course without secrets. */
export function sampledStudents({ spec }: AuthoredExercise, count: number): readonly Values[] {
  const students = Array.from({ length: count }, (_, index) => `muestra-${index + 1}`);
  return students.map((student) => draw(spec.parameters ?? [], spec.id, { secret: 'muestra', student }));
}

/** Values of which each is the value of somebody, or, of many, those at both ends and some between them. */
export function everyValue({ spec }: AuthoredExercise, most: number): readonly Values[] {
  const { parameters = [] } = spec;
  const count = Math.min(most, Math.max(0, ...parameters.map((parameter) => valuesOf(parameter).length)));
  return Array.from({ length: count }, (_, index) => {
    const chosen = new Map<string, number | string>();
    for (const parameter of parameters) {
      const taken = (parameter.unlike ?? []).map((other) => chosen.get(other));
      const values = valuesOf(parameter).filter((value) => !taken.includes(value));
      const at =
        values.length <= count ? index % values.length : Math.round((index * (values.length - 1)) / (count - 1));
      chosen.set(parameter.id, values[at] ?? parameter.default);
    }
    return chosen;
  });
}

async function problemsWith(root: string, exercise: AuthoredExercise, values: Values): Promise<readonly Problem[]> {
  const said = [...values].map(([id, value]) => `${id} ${value}`).join(', ');
  const home = mkdtempSync(join(tmpdir(), 'timonel-parameters-'));
  try {
    const { write } = personalWith(exercise.spec, values);
    for (const { path, text } of filesOf(root, exercise).map(write)) {
      mkdirSync(dirname(join(home, path)), { recursive: true });
      writeFileSync(join(home, path), text);
    }
    const personal = readExercise(home, exercise.folder);
    if (!personal) {
      const words = { es: `no se puede leer con ${said}`, en: `cannot be read with ${said}` };
      return [problem(`${exercise.path}/exercise.yaml`, words)];
    }
    const { problems } = await answerResults(home, personal);
    const all: readonly Problem[] = [...personal.edited().problems, ...problems];
    return all.map((one) => ({
      ...one,
      words: `with ${said}: ${one.words}`,
      es: `con ${said}: ${one.es ?? one.words}`,
    }));
  } finally {
    rmSync(home, { recursive: true });
  }
}

/** What belongs to the exercise and its answers; labelled explanations are of nobody in particular. */
function filesOf(root: string, { path, solution }: AuthoredExercise): readonly Source[] {
  const all = [path, solution].flatMap((folder) => readSources(join(root, folder), root));
  return all.filter((file) => !file.path.startsWith(`${solution}/prosa/`));
}
