import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { gate } from '../gate/gate.ts';
import { sayProblem } from '../gate/problem.ts';
import { type Draft, exerciseFiles, folderOf, isId } from './exercise.ts';
import { type DraftFormat, forms } from './forms.ts';
import { todosIn } from './todo.ts';

const root = mkdtempSync(join(tmpdir(), 'timonel-nuevo-'));
afterAll(() => rmSync(root, { recursive: true }));

const draft = (format: DraftFormat, number: number): Draft => ({
  number,
  id: `prueba-${format}`,
  title: { es: 'Una «prueba»: con dos puntos', en: 'A "test": with a colon' },
  format,
  lesson: 'kubernetes-pods',
});

describe('a new exercise', () => {
  const formats = Object.keys(forms) as DraftFormat[];

  it.each(formats.map((format, index) => [format, index + 1] as const))(
    'answered with %s lacks only what its author has to write',
    async (format, number) => {
      const asked = draft(format, number);
      for (const { path, text } of exerciseFiles(asked)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
      const { problems, rows } = await gate(root, { numbers: [number] });
      const others = problems.map(sayProblem).filter((words) => !words.includes('TO DO'));
      const solution = `solutions/${folderOf(asked)}`;
      expect(others).toEqual([`${solution}/accepted: has 1 of 6 answers`, `${solution}/rejected: has 1 of 10 answers`]);
      expect(rows[0]?.results).toMatchObject({
        starter: { good: 1, of: 1 },
        reference: { good: 1, of: 1 },
        accepted: { good: 1, of: 1 },
        rejected: { good: 1, of: 1 },
      });
    },
  );

  it('says at each place what is left to do', async () => {
    const { problems } = await gate(root, { numbers: [1] });
    const left = problems.map(sayProblem).filter((words) => words.includes('TO DO'));
    expect(left).toContain(
      'exercises/01-prueba-manifests/enunciado.md:3: TO DO: cuenta en dos o tres frases qué ocurre y por qué importa.',
    );
    expect(left).toContain(
      'exercises/01-prueba-manifests/exercise.yaml:26: TO DO: una pista que oriente: qué objeto o qué idea hace falta.',
    );
    expect(left.length).toBeGreaterThan(8);
  });
});

describe('the statement of a new exercise', () => {
  const statement = (text: string) =>
    exerciseFiles({ ...draft('manifests', 31), statement: text }).find(({ path }) => path.endsWith('enunciado.md'))
      ?.text;

  it('is the one that is given, which then names the file of the answer', () => {
    expect(statement('Haz esto.\n')).toContain(
      '## Qué hay que conseguir\n\nHaz esto.\n\nResponde en `respuesta.yaml`.\n',
    );
    expect(statement('Edita `respuesta.yaml`.')).not.toContain('Responde en');
  });
});

describe('what is left to do', () => {
  it('is read in either language, without what closes it', () => {
    expect(todosIn('# x\n<!-- TO DO: a. -->\n  - { es: "POR HACER: b: c.", en: "TO DO: d." }\nPOR  HACER: no')).toEqual(
      [
        { line: 2, words: 'a.' },
        { line: 3, words: 'b: c.' },
      ],
    );
  });
});

describe('an id', () => {
  it.each(['politica-de-red', 'a1', 'canario'])('may be %s', (id) => expect(isId(id)).toBe(true));
  it.each(['Politica', '1-a', 'a--b', 'a-', '../a', 'ñandú', ''])('may not be «%s»', (id) =>
    expect(isId(id)).toBe(false),
  );
});
