import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClassResults } from '../classroom/results.ts';
import { launch, stackTrace } from './testing/run.ts';

const exercise = '10-mtls';
let home: string;

/** A course of one exercise with a parameter, and the secret beside it. */
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'timonel-personal-'));
  cpSync(`exercises/${exercise}`, join(home, 'curso/exercises', exercise), { recursive: true });
  writeFileSync(join(home, 'secreto.txt'), 'el secreto de este curso\n');
  writeFileSync(join(home, 'corto.txt'), 'corto\n');
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const run = (...args: readonly string[]) => launch([...args, '--lang', 'en'], { cwd: home });
const variant = (student: string, out: string, secret = 'secreto.txt') =>
  run('variant', student, '--secret', secret, '--out', out, '--root', 'curso');
const read = (path: string): string => readFileSync(join(home, path), 'utf8');
const portOf = (out: string): string =>
  /containerPort: (91\d\d)/.exec(read(`${out}/exercises/${exercise}/given/tienda.yaml`))?.[1] ?? '';

/** Every file in a folder. */
const textsIn = (folder: string): readonly string[] =>
  readdirSync(join(home, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

/** The reference of the course, for somebody's port. */
function answer(folder: string, port: string): void {
  for (const file of ['respuesta.yaml', 'respuesta.ts']) {
    const path = join(home, folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, readFileSync(`solutions/${exercise}/${file}`, 'utf8').replaceAll('9102', port));
  }
}

describe('exercises that are not the same for everybody', { timeout: 120_000 }, () => {
  it('are written for a student, without the secret and without what others may have', () => {
    const made = variant('ana@uni.es', 'ana');
    expect([made.code, made.err]).toEqual([0, '']);
    const port = portOf('ana');
    expect(made.out).toContain(`metricas ${port}`);
    expect(port).not.toBe('9102');
    const texts = textsIn('ana');
    expect(texts.length).toBeGreaterThan(5);
    for (const text of texts) expect(text).not.toMatch(/secreto de este curso|9102|parameters:|9199/);
    expect(read(`ana/exercises/${exercise}/enunciado.md`)).toContain(`en el puerto ${port}`);
  });

  it('are graded in their folder by the values of the student', () => {
    answer(`ana/exercises/${exercise}`, portOf('ana'));
    expect(run('grade', '10', '--root', 'ana').code).toBe(0);
    answer(`ana/exercises/${exercise}`, '9102');
    expect(run('grade', '10', '--root', 'ana').code).toBe(1);
  });

  it('are graded in a class by the values of whoever handed in', () => {
    variant('bea', 'bea');
    expect(portOf('bea')).not.toBe(portOf('ana'));
    answer('entregas/ana@uni.es/10', portOf('ana'));
    answer('entregas/bea/10', portOf('ana'));
    answer('entregas/Eva_4711_assignsubmission_file_/10', '9102');
    const grades = (...more: readonly string[]) => {
      const ran = run(
        'class',
        'entregas',
        '--out',
        `notas${more.length}`,
        '--workers',
        '1',
        '--root',
        'curso',
        ...more,
      );
      expect(`${ran.out}${ran.err}`).not.toMatch(stackTrace);
      const { submissions } = JSON.parse(read(`notas${more.length}/results.json`)) as ClassResults;
      return Object.fromEntries(submissions.map(({ id, exercises }) => [id, exercises[0]?.report.status]));
    };
    expect(grades('--secret', 'secreto.txt')).toEqual({ 'ana@uni.es': 'pass', bea: 'fail', Eva_4711: 'fail' });
    expect(grades()).toEqual({ 'ana@uni.es': 'fail', bea: 'fail', Eva_4711: 'pass' });
    for (const text of textsIn('notas2')) expect(text).not.toContain('secreto de este curso');
  });

  it('are refused where something is missing, and nothing is written over', () => {
    const refused = (ran: ReturnType<typeof run>, said: RegExp) => {
      expect([ran.code, `${ran.out}${ran.err}`.replace(/\s+/g, ' ')]).toEqual([2, expect.stringMatching(said)]);
      expect(`${ran.out}${ran.err}`).not.toMatch(stackTrace);
    };
    refused(variant('ana', 'ana'), /something in `ana` already/);
    refused(variant('ana', 'secreto.txt'), /`secreto.txt` is no folder/);
    refused(variant(' ', 'x'), /whose exercises/);
    refused(variant('ana', 'x', 'corto.txt'), /too short/);
    refused(variant('ana', 'x', 'nada.txt'), /cannot be read/);
    refused(variant('ana', 'x', 'curso'), /cannot be read/);
    refused(run('variant', 'ana', '--out', 'x', '--root', 'curso'), /--secret/);
    refused(run('variant', 'ana', '--secret', 'secreto.txt', '--out', 'x', '--root', 'ana/exercises'), /./);
    expect(existsSync(join(home, 'x'))).toBe(false);
  });
});
