import { describe, expect, it } from 'vitest';
import { aboutExercise } from '../../../graders/classroom/about.ts';
import { sha256 } from '../../../graders/core/sha256.ts';
import { readExercise, source } from '../../../graders/course/solutions.ts';
import type { Version } from '../exercise/saved.ts';
import type { Kept } from '../transfer/pack.ts';
import { gradeClass } from './grading.ts';
import { judge } from './judge.ts';
import { sheetOf } from './sheet.ts';
import { mostStudents, readStudents, type Student } from './students.ts';

const canary = readExercise(process.cwd(), '13-despliegue-canario');
const terminal = readExercise(process.cwd(), '02-dockerfile-hola-mundo');
if (!canary || !terminal) throw new Error('no exercises');
const course = [terminal, canary];
const about = course.map(aboutExercise);

const right = Object.fromEntries(
  canary.spec.answers.map(({ file }) => [file, source(process.cwd(), `solutions/13-despliegue-canario/${file}`).text]),
);
const wrong = { ...right, 'respuesta.yaml': (right['respuesta.yaml'] ?? '').replace('weight: 10', 'weight: 900') };

const version = (texts: Version['texts'], status: Version['status']): Version => ({
  ...{ at: '2026-11-30T10:00:00.000Z', status, texts },
});
const claims = { status: 'pass', passed: true, tries: 3 } as const;

function file(name: string, exercises: Readonly<Record<string, Kept>> | string, sum?: string) {
  const pack = { format: 'timonel', version: 1, made: 'hoy', exercises, sum: sum ?? sha256(JSON.stringify(exercises)) };
  const text = typeof exercises === 'string' ? exercises : JSON.stringify(pack);
  return { name, size: text.length, text: async () => text };
}

const own = (texts: Version['texts'], history: readonly Version[] = []): Readonly<Record<string, Kept>> => ({
  'despliegue-canario': { texts, history, progress: claims },
});

async function graded(
  students: readonly Student[],
  grade = async (asked: Parameters<typeof judge>[0]) => judge(asked),
) {
  const asked: string[] = [];
  const bench = {
    grade: async (question: Parameters<typeof judge>[0]) => {
      asked.push(question.exercise.spec.id);
      return grade(question);
    },
  };
  const results = await gradeClass(students, { course, about, bench, lang: 'es', onStudent: () => true });
  return { results, asked };
}

const statuses = ({ submissions }: Awaited<ReturnType<typeof graded>>['results']) =>
  submissions.map(({ id, exercises }) => [id, ...exercises.map(({ report }) => report.status)].join(' '));

describe('the copies of a class', () => {
  it('bear the name of their file, that of the platform, and each its own', async () => {
    const names = ['ana.json', 'Ana.json', 'Luis Gil_4711_assignsubmission_file_timonel-2026-11-30.json'];
    const { students } = await readStudents(names.map((name) => file(name, own(right))));
    expect(students.map(({ id }) => id)).toEqual(['ana', 'Ana (2)', 'Luis Gil_4711']);
    const more = await readStudents([file('ana.json', own(right))], students);
    expect(more.students.at(-1)?.id).toBe('ana (3)');
  });

  it('that are bad cost only themselves', async () => {
    const broken = { name: 'd', size: 1, text: () => Promise.reject(new Error('gone')) };
    const nested = `${'['.repeat(200_000)}`;
    const { students, unread } = await readStudents([
      file('a', 'no'),
      file('b', own(right), 'otra'),
      { ...file('c', own(right)), size: 9e9 },
      broken,
      file('e', nested),
      file('f', '{"__proto__": {"format": "timonel"}}'),
      file('g', { ...own(right), x: { history: [{ at: 'nunca' }] } as unknown as Kept }),
      file('bien.json', own(right)),
    ]);
    expect(students.map(({ id }) => id)).toEqual(['bien']);
    expect(unread.map(({ why }) => why)).toEqual([
      ...['json', 'damaged', 'large', 'unreadable', 'json', 'format', 'damaged'],
    ]);
  });

  it('are only so many', async () => {
    const many = Array.from({ length: mostStudents + 2 }, (_, index) => file(`${index}.json`, {}));
    const { students, unread } = await readStudents(many);
    expect([students.length, unread.map(({ why }) => why)]).toEqual([mostStudents, ['many', 'many']]);
  });
});

describe('a class that is graded in the page', () => {
  it('is graded by what it wrote, whatever the files say of it', async () => {
    const { students } = await readStudents([
      file('acierta.json', own(right)),
      file('presume.json', own(wrong, [version(wrong, 'pass')])),
      file('sigue.json', own(wrong, [version(wrong, 'fail'), version(right, 'pass')])),
      file('nada.json', {}),
      file('intruso.json', { otro: { texts: right, history: [] } }),
    ]);
    const { results } = await graded(students);
    expect(statuses(results)).toEqual([
      ...['acierta pending pass', 'presume pending fail', 'sigue pending pass', 'nada pending pending'],
      'intruso pending pending',
    ]);
    const [found] = results.submissions[1]?.exercises[1]?.report.checks.flatMap(({ findings }) => findings) ?? [];
    expect(found?.message).toMatch(/\S/);
    expect(JSON.stringify(results)).not.toContain('"hops"');
  });

  it('grades once what is equal', async () => {
    const { students } = await readStudents([file('a', own(right)), file('b', own(right)), file('c', own(wrong))]);
    expect((await graded(students)).asked).toEqual(['despliegue-canario', 'despliegue-canario']);
  });

  it('says of what the grader does not end that it was not graded, and goes on', async () => {
    const { students } = await readStudents([file('a', own(wrong)), file('b', own(right))]);
    const { results } = await graded(students, async (asked) =>
      asked.answers.some(({ text }) => text.includes('weight: 900')) ? (undefined as never) : judge(asked),
    );
    expect(statuses(results)).toEqual(['a pending error', 'b pending pass']);
  });

  it('takes a file of the answer that is missing for one that was not touched, and no other name', async () => {
    const { students } = await readStudents([file('a', own({ __proto__: 'x', 'otro.yaml': 'y' } as never))]);
    expect(statuses((await graded(students)).results)).toEqual(['a pending pending']);
  });

  it('becomes a sheet in which nothing is a formula', async () => {
    const names = ['=1+1.json', '+34.json', '-2.json', '@a.json', 'Gil, "Ana".json'];
    const { students } = await readStudents(names.map((name) => file(name, own(right))));
    const { results } = await graded(students);
    const [head, ...rows] = sheetOf(results, 'es').trimEnd().split('\r\n');
    expect(head).toMatch(/^Entrega,Fichero,"2\. .*,13\. /);
    expect(rows.map((row) => /^[=+\-@]|,[=+@]/.test(row))).toEqual(names.map(() => false));
    expect(rows[0]?.startsWith("'=1+1,'=1+1.json,0,")).toBe(true);
    expect(rows[4]?.startsWith('"Gil, ""Ana""",')).toBe(true);
  });
});
