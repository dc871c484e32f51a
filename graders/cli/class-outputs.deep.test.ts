import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { broken, pod, TestCourse } from './testing/course.ts';
import { launch } from './testing/run.ts';

let course: TestCourse;
let folder: string;
beforeEach(() => {
  course = new TestCourse();
  folder = mkdtempSync(join(tmpdir(), 'timonel-salidas-'));
  handIn('Ana_11_assignsubmission_file_/04/respuesta.yaml', pod);
  handIn('Bea_12_assignsubmission_file_/04/respuesta.yaml', broken);
});
afterEach(() => {
  course.remove();
  rmSync(folder, { recursive: true, force: true });
});

function handIn(path: string, content: string): void {
  const file = join(folder, 'entregas', path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
}

const grade = (out: string, ...more: readonly string[]) =>
  launch(['class', 'entregas', '--out', out, '--workers', '1', '--root', course.root, ...more], { cwd: folder });

const read = (...parts: readonly string[]): string => readFileSync(join(folder, ...parts), 'utf8');

function bytesOf(out: string): ReadonlyMap<string, string> {
  const at = join(folder, out);
  const files = readdirSync(at, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(at.length), readFileSync(file, 'latin1')]),
  );
}

const worksheet =
  'Identificador,"Nombre completo",Calificación,"Calificación máxima"\r\nParticipante11,Ana,,"10,00"\r\nParticipante12,Bea,,"10,00"\r\n';

describe('what timonel class writes besides the results', { timeout: 120_000 }, () => {
  it('is a report, tables and filled gradebooks, the same on a second run', () => {
    writeFileSync(join(folder, 'hoja.csv'), worksheet);
    const more = ['--moodle', 'hoja.csv', '--only', '4', '--export', 'report,csv,gradescope,junit'];
    const ran = grade('notas', ...more);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(read('notas/calificaciones/moodle.csv')).toBe(
      worksheet.replace('Ana,,', 'Ana,10,').replace('Bea,,', 'Bea,0,'),
    );
    expect(read('notas/csv/clase.csv')).toContain('4 (/5),total_min');
    expect(read('notas/informe/entregas/Bea_12.html')).toContain('<mark>^^^^</mark>');
    expect(JSON.parse(read('notas/gradescope/Ana_11.json'))).toMatchObject({ score: 5 });
    const before = bytesOf('notas');
    expect(grade('notas', ...more).code).toBe(0);
    expect(bytesOf('notas')).toEqual(before);
    // What is not asked for any more goes.
    grade('notas', '--export', 'csv');
    expect(readdirSync(join(folder, 'notas')).sort()).toEqual(['.timonel', 'csv', 'results.json', 'submissions']);
  });

  it('is what changes, told before anything is published', () => {
    grade('viejo', '--export', 'none');
    handIn('Bea_12_assignsubmission_file_/04/respuesta.yaml', pod);
    const ran = grade('nuevo', '--against', 'viejo');
    expect(ran.out).toContain('+5  Bea_12  0 → 5');
    expect(JSON.parse(read('nuevo/informe/cambios.json'))).toMatchObject({
      changes: [{ submission: 'Bea_12', by: 5 }],
    });
    expect(read('nuevo/informe/cambios.html')).toContain('Bea_12');
  });

  it.each([
    [['--export', 'xml'], '`xml`'],
    [['--review', 'all'], '`--review`'],
    [['--export', 'lti'], '`--timestamp`'],
    [['--timestamp', 'hoy'], '`--timestamp hoy`'],
    [['--site', 'javascript:alert(1)'], '`--site'],
    [['--moodle', 'nada.csv'], '`nada.csv`'],
    [['--canvas', 'entregas/Ana_11_assignsubmission_file_/04/respuesta.yaml'], '`Student`'],
    [['--comments', 'entregas/Ana_11_assignsubmission_file_/04/respuesta.yaml'], 'respuesta.yaml:1'],
    [['--against', 'entregas'], '`entregas`'],
    [['--only', '99'], '99'],
  ])('says at once what is wrong with %j, and writes nothing', (more, words) => {
    const ran = grade('notas', ...more);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err.replace(/\s+/g, ' ')).toContain(words);
    expect(readdirSync(folder)).toEqual(['entregas']);
  });
});
