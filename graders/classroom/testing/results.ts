import type { CheckStatus, ExerciseStatus } from '../../core/report.ts';
import type { CheckResultJson, FindingJson } from '../../render/finding-json.ts';
import type { ClassExercise, ClassResults, GradedAnswer, GradedSubmission } from '../results.ts';

/** An exercise of two checks, of 4 and 6 points. */
export function exerciseOf(number: number, id: string, title: string): ClassExercise {
  return {
    ...{
      id,
      number,
      folder: `${String(number).padStart(2, '0')}-${id}`,
      title: { es: title, en: title },
      of: 10,
      enough: 9,
    },
    checks: [
      { id: 'valido', title: { es: 'Se admite', en: 'It is admitted' }, of: 4 },
      { id: 'reparto', title: { es: 'Reparte el tráfico', en: 'It splits the traffic' }, of: 6 },
    ],
  };
}

export const canary = exerciseOf(13, 'despliegue-canario', 'Despliegue canario');
export const pod = exerciseOf(4, 'pod', 'Un Pod');

export function foundIn(message: string, more: Partial<FindingJson> = {}): FindingJson {
  return {
    ...{ id: 'traffic/split', severity: 'error', message, data: {}, path: 'respuesta.yaml' },
    range: { start: { line: 2, column: 3 }, end: { line: 2, column: 7 } },
    doc: 'graders/checks/traffic/docs/split.md',
    ...more,
  };
}

const text = 'kind: Pod\nmetadata:\n  name: web\n';

/** An answer whose second check came to something; the first passed. */
export function answerOf(
  { id, number, folder, enough }: ClassExercise,
  status: ExerciseStatus,
  [check, min, max]: readonly [CheckStatus, number, number],
  findings: readonly FindingJson[] = [],
  files: GradedAnswer['answers'] = [{ path: 'respuesta.yaml', text }],
): GradedAnswer {
  const checks: readonly CheckResultJson[] = [
    { id: 'valido', kind: 'valid', status: 'pass', points: { min: 4, max: 4, of: 4 }, findings: [] },
    { id: 'reparto', kind: 'traffic', status: check, points: { min, max, of: 6 }, findings },
  ];
  const points = { min: 4 + min, max: 4 + max, of: 10 };
  return {
    report: { id, number, folder, status, points, enough, checks },
    answers: files,
    key: JSON.stringify([id, files, status]),
  };
}

export const passed = (exercise: ClassExercise, files?: GradedAnswer['answers']): GradedAnswer =>
  answerOf(exercise, 'pass', ['pass', 6, 6], [], files);

export const failed = (exercise: ClassExercise, message: string, files?: GradedAnswer['answers']): GradedAnswer =>
  answerOf(exercise, 'fail', ['fail', 1, 1], [foundIn(message)], files);

export const toReview = (exercise: ClassExercise): GradedAnswer =>
  answerOf(
    exercise,
    'review',
    ['review', 2, 6],
    [foundIn('No sé si tu texto dice esto.', { id: 'theory/unlocated', severity: 'info' })],
  );

export function untouched({ id, number, folder, enough, of }: ClassExercise): GradedAnswer {
  const report = {
    id,
    number,
    folder,
    status: 'pending',
    points: { min: 0, max: of, of },
    enough,
    checks: [],
  } as const;
  return { report, answers: [], key: `untouched ${id}` };
}

export function ungraded({ id, number, folder }: ClassExercise): GradedAnswer {
  const points = { min: 0, max: 0, of: 0 };
  const findings = [foundIn('El fichero no es texto.', { id: 'file/binary' })];
  const checks = [{ id: 'ficheros', kind: 'file', status: 'fail', points, findings }] as const;
  return {
    report: { id, number, folder, status: 'error', points, enough: 0, checks },
    answers: [],
    key: `broken ${id}`,
  };
}

export function submissionOf(
  id: string,
  exercises: readonly GradedAnswer[],
  student: GradedSubmission['student'] = {},
): GradedSubmission {
  const sum = (key: 'min' | 'max' | 'of') => exercises.reduce((total, { report }) => total + report.points[key], 0);
  return {
    id,
    entry: id,
    student,
    points: { min: sum('min'), max: sum('max'), of: sum('of') },
    exercises,
    remarks: [],
  };
}

export function classOf(...submissions: readonly GradedSubmission[]): ClassResults {
  return { version: 1, exercises: [pod, canary], submissions, remarks: [] };
}

/** One of each: all right, something wrong, something to review, nothing answered, nothing readable. */
export const mixed = classOf(
  submissionOf('Ana García_11', [passed(pod), passed(canary)], { name: 'Ana García', number: '11' }),
  submissionOf('bea@uni.es', [passed(pod), failed(canary, 'Llega el 50 % a v2.')], { email: 'bea@uni.es' }),
  submissionOf('carlos', [passed(pod), toReview(canary)], { name: 'Carlos Núñez' }),
  submissionOf('dario', [untouched(pod), untouched(canary)], { name: 'Darío Sanz', number: '14' }),
  submissionOf('elena', [ungraded(pod), passed(canary)], { name: 'Elena Ruiz', number: '15' }),
);
