import { describe, expect, it } from 'vitest';
import { readExercise, readReference } from '../../course/solutions.ts';
import { grade } from '../../grade.ts';
import { sayFinding } from '../../render/words.ts';
import { observe } from './observe.ts';

const exercise = readExercise('.', '26-servicio-de-tareas');
if (!exercise) throw new Error('exercise 26 cannot be read');
const { answers } = readReference('.', exercise);

function withAnswers(changes: Readonly<Record<string, string>>) {
  return answers.map((source, index) => {
    const text = changes[exercise?.spec.answers[index]?.file ?? ''];
    return text === undefined ? source : { ...source, text };
  });
}

const statuses = (report: ReturnType<typeof grade>) =>
  Object.fromEntries(report.checks.map(({ id, status }) => [id, status]));

describe('what is not run', () => {
  it('is left open where no shell runs it, and never counted wrong', () => {
    const report = grade(exercise, answers);
    expect(report).toMatchObject({ status: 'review', points: { max: 31, of: 31 } });
    expect(statuses(report)).toMatchObject({
      'se-lee': 'pass',
      arranca: 'review',
      filtra: 'review',
      contenedor: 'pass',
    });
    const told = report.checks.flatMap(({ findings }) => findings.filter(({ id }) => id.startsWith('service/')));
    expect(told.map(({ id, severity }) => `${id} ${severity}`)).toEqual(['service/not-run info']);
  });

  it('is left open in a language that no machine runs as it is', () => {
    const Dockerfile = `FROM eclipse-temurin:25-jre
COPY <<EOF /srv/Servicio.java
class Servicio {}
EOF
USER 1000
CMD ["java", "/srv/Servicio.java"]
`;
    const other = withAnswers({ 'servicio.ts': exercise.starter[0]?.text ?? '', Dockerfile });
    const seen = observe(exercise, other);
    expect(seen).toEqual({});
    const report = grade(exercise, other, seen);
    expect(report).toMatchObject({ status: 'review', points: { max: 31 } });
    expect(statuses(report)).toMatchObject({ arranca: 'review', contenedor: 'review' });
  });

  it('is left open where nothing holds it, and the sentence says what to do', () => {
    const report = grade(exercise, answers, { withheld: true });
    expect(report).toMatchObject({ status: 'review', points: { max: 31, of: 31 } });
    const told = report.checks.flatMap(({ findings }) => findings.filter(({ id }) => id === 'service/not-run'));
    expect(told.map((found) => sayFinding(found, 'es')).join()).toContain('--unprotected');
  });

  it('is wrong when there is nothing to run', () => {
    const report = grade(exercise, withAnswers({ 'servicio.ts': '// nada todavía\n' }));
    expect(report.status).toBe('fail');
    expect(report.checks.flatMap(({ findings }) => findings.map(({ id }) => id))).toContain('service/empty');
  });

  it('is not started when it is as it was given, or may not be run', () => {
    expect(observe(exercise, exercise.starter)).toEqual({});
    expect(observe(exercise, withAnswers({ 'servicio.ts': "import 'node:fs';\n" }))).toEqual({});
  });
});
