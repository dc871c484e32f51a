import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, stackTrace } from '../cli/testing/run.ts';
import { listFolders } from '../course/folders.ts';
import { readExercise, readReference } from '../course/solutions.ts';
import { safeName } from './intake/names.ts';
import type { ClassResults, GradedSubmission } from './results.ts';
import { hostile } from './testing/hostile.ts';

/** One class with all of them and one honest submission, graded once. */
const root = process.cwd();
let folder: string;
let ran: ReturnType<typeof launch>;
let results: ClassResults;
const byId = new Map<string, GradedSubmission>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'timonel-hostil-'));
  const entries = join(folder, 'entregas');
  mkdirSync(entries);
  for (const [name, { put }] of Object.entries(hostile)) {
    put((path, content) => write(join(entries, name, path), content), entries, name);
  }
  for (const { name } of listFolders(root)) {
    const exercise = readExercise(root, name);
    if (!exercise) throw new Error(name);
    for (const [index, { text }] of readReference(root, exercise).answers.entries()) {
      write(join(entries, 'zz-honrada/exercises', name, exercise.spec.answers[index]?.file ?? ''), text);
    }
  }
  ran = launch(['class', 'entregas', '--out', 'notas', '--lang', 'en', '--workers', '2'], {
    cwd: folder,
    env: { SECRETO: 'muy-secreto' },
  });
  results = JSON.parse(readFileSync(join(folder, 'notas/results.json'), 'utf8')) as ClassResults;
  for (const submission of results.submissions) byId.set(submission.id, submission);
}, 600_000);
// Among what is submitted are folders with many thousands of files.
afterAll(() => rmSync(folder, { recursive: true, force: true }), 120_000);

function write(file: string, content: string | Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const idsOf = ({ exercises }: GradedSubmission): readonly string[] =>
  exercises.flatMap(({ report }) => report.checks.flatMap(({ findings }) => findings.map(({ id }) => id)));

describe('a class with hostile submissions', () => {
  it.each(Object.entries(hostile))('%j costs only itself', (name, { status = {}, said, isNone }) => {
    const submission = byId.get(safeName(name));
    if (isNone) {
      expect(submission).toBeUndefined();
      expect(results.remarks.map(({ path }) => path)).toContain(name);
      return;
    }
    if (!submission) throw new Error('it is not there');
    expect(submission.exercises.length).toBe(results.exercises.length);
    for (const { report } of submission.exercises) {
      expect(`${report.number} ${report.status}`).toMatch(
        new RegExp(`^${report.number} (?:${(status[report.number] ?? ['pending']).join('|')})$`),
      );
    }
    expect(submission.points.min).toBeLessThan(25);
    expect(idsOf(submission).filter((id) => id.startsWith('timonel/'))).toEqual([]);
    if (said) expect(submission.remarks.map(({ message }) => message.en).join('\n')).toMatch(said);
  });

  it('has more than sixty of them', () => expect(Object.keys(hostile).length).toBeGreaterThanOrEqual(60));

  it('leaves the honest one all it earned', () => {
    const honest = byId.get('zz-honrada');
    const open = honest?.exercises.filter(({ report }) => report.status !== 'pass').map(({ report }) => report.number);
    // Its service was not run.
    expect(open).toEqual([26]);
    expect(honest?.points.max).toBe(honest?.points.of);
    expect(honest?.remarks).toEqual([]);
  });

  it('ends, with what it could not read told and nothing of the machine in it', () => {
    expect(ran.code).toBe(1);
    expect(`${ran.out}${ran.err}`).not.toMatch(stackTrace);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(ran.out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e\u2066]/);
    const everything = readFileSync(join(folder, 'notas/results.json'), 'utf8');
    expect(everything).not.toMatch(/muy-secreto|root:x:0|"polluted":"si"\}\}?,"__proto__/);
    expect(everything).not.toContain(folder);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('writes nowhere else', () => {
    expect(readdirSync(folder).sort()).toEqual(['entregas', 'notas']);
    for (const path of ['/tmp/x', '/tmp/timonel-fuera.txt', '/tmp/robado', join(folder, '../fuera.txt')]) {
      expect(existsSync(path)).toBe(false);
    }
    const written = ['.timonel', 'csv', 'informe', 'results.json', 'submissions'];
    expect(readdirSync(join(folder, 'notas')).sort()).toEqual(written);
  });
});
