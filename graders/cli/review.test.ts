import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { few, thorough } from '../vitest/quick.ts';
import { LiveCourse } from './session/course.ts';
import { timonel } from './testing/run.ts';

const folder = '01-imagen-y-contenedor';
const doubtful = 'Una imagen no cambia nunca después de construida. A veces la imagen sí cambia un poco.';
const reference = readFileSync(`solutions/${folder}/respuesta.ts`, 'utf8').replace(
  'Una imagen es un artefacto inmutable: capas de solo lectura y una configuración.',
  doubtful,
);

describe('timonel grade --review', () => {
  let root = '';
  let dir = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'entregas-'));
    dir = join(root, 'ana');
    mkdirSync(join(dir, folder), { recursive: true });
    writeFileSync(join(dir, folder, 'respuesta.ts'), reference);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const review = (typed?: string) =>
    timonel(['grade', '1', '--review', '--dir', dir], typed === undefined ? {} : { typed });
  const graded = async () => {
    const { out } = await timonel(['grade', '1', '--dir', dir, '--format', 'json']);
    const { status, points } = JSON.parse(out).exercises[0];
    return { status, min: Math.round(points.min * 100) / 100, max: Math.round(points.max * 100) / 100 };
  };

  it('lists only the sentences in doubt, with the idea and what it is worth', async () => {
    const { code, out } = await review();
    expect(code).toBe(0);
    expect(out).toContain(`«${doubtful}»`);
    expect(out).toContain('¿Dice qué le pasa a una imagen con el tiempo una vez construida?');
    expect(out).toContain('diferencia · inmutable · 0,83 puntos');
    expect(out).not.toContain('ciclo-de-vida');
  });

  const typings = [
    ['s', { status: 'pass', min: 21, max: 21 }],
    ['n', { status: 'pass', min: 20.17, max: 20.17 }],
    ['', { status: 'pass', min: 20.17, max: 21 }],
    ['q', { status: 'pass', min: 20.17, max: 21 }],
    ['¿qué?\ns', { status: 'pass', min: 21, max: 21 }],
  ] as const;
  it.each(few(typings, 2))('honours what was typed when it is graded again: %j', async (typed, grade) => {
    await review(`${typed}\n`);
    expect(await graded()).toEqual(grade);
  });

  it('asks nothing twice, and asks again once the text is another', async () => {
    await review('n\n');
    expect((await review()).out).toContain('No hay nada por revisar');
    expect((await timonel(['grade', '1', '--dir', dir])).out).toContain('Quien corrige ha leído tu texto');
    writeFileSync(join(dir, folder, 'respuesta.ts'), reference.replace('un poco', 'bastante'));
    expect((await review()).out).toContain('bastante');
  });

  thorough('counts in a study session too, and a file that cannot be used decides nothing there', async () => {
    await review('s\n');
    const course = join(root, 'curso');
    cpSync(`exercises/${folder}`, join(course, 'exercises', folder), { recursive: true });
    writeFileSync(join(course, 'exercises', folder, 'respuesta.ts'), reference);
    const points = () => new LiveCourse(course).all()[0]?.report.points.min ?? 0;
    const undecided = points();
    mkdirSync(join(course, '.timonel'));
    cpSync(join(root, 'ana.revision.yaml'), join(course, '.timonel/revision.yaml'));
    expect(points()).toBeGreaterThan(undecided);
    writeFileSync(join(course, '.timonel/revision.yaml'), 'decisiones:\n  - vale: quizá\n');
    expect(points()).toBe(undecided);
  });

  it('keeps the decisions where whoever hands in cannot have put them', async () => {
    writeFileSync(
      join(dir, 'revision.yaml'),
      'decisiones:\n  - { ejercicio: imagen-y-contenedor, apartado: explica, pregunta: diferencia, idea: inmutable, texto: x, vale: true }\n',
    );
    await review('s\n');
    expect(readFileSync(join(root, 'ana.revision.yaml'), 'utf8')).toContain(JSON.stringify(doubtful).slice(1, -1));
    expect(readFileSync(join(dir, 'revision.yaml'), 'utf8')).toContain('texto: x');
  });

  it('says where a file of decisions is broken, and leaves it as it is', async () => {
    const file = join(root, 'ana.revision.yaml');
    writeFileSync(file, 'decisiones:\n  - vale: quizá\n');
    for (const ran of [await review('s\n'), await timonel(['grade', '1', '--dir', dir])]) {
      expect(ran.code).toBe(2);
      expect(ran.err).toMatch(/ana\.revision\.yaml:2:5. `ejercicio` es un texto/);
    }
    expect(readFileSync(file, 'utf8')).toBe('decisiones:\n  - vale: quizá\n');
  });
});
