import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { few } from '../../vitest/quick.ts';
import { broken, pod, TestCourse } from '../testing/course.ts';
import { TestSession } from '../testing/session.ts';
import { columnsOf } from './clip.ts';
import { exerciseLines, plainLines } from './plain.ts';
import type { Event } from './state.ts';

let course: TestCourse;
let session: TestSession;
beforeEach(() => {
  course = new TestCourse();
  session = new TestSession(course);
});
afterEach(() => course.remove());

/** Every panel, reached as a person reaches it. */
const panels: readonly (readonly [string, readonly string[]])[] = [
  ['exercise', []],
  ['statement', ['i']],
  ['keys', ['?']],
  ['list', ['l']],
  ['search', ['l', '/', 'c', 'a', 'n']],
  ['hints', ['h', 'h']],
  ['trace', ['t']],
  ['diff', ['d']],
  ['finding', ['e']],
  ['reset', ['r']],
  ['solution', ['s', 's']],
];

describe('the screen', () => {
  it.each([
    [80, 24],
    [100, 30],
    [50, 24],
  ])('is as it was at %i × %i', async (columns, rows) => {
    session.resize(columns, rows);
    const shots: string[] = [];
    const shoot = (title: string) => shots.push(`=== ${title}`, session.text.replaceAll(/ +$/gm, ''));
    shoot('first');
    session.save(broken);
    shoot('broken');
    for (const [name, keys] of panels.slice(1)) {
      session.press('escape', 'escape', ...keys);
      shoot(name);
    }
    session.press('escape', 'escape').save(pod);
    shoot('passed');
    await expect(`${shots.join('\n')}\n`).toMatchFileSnapshot(
      join(import.meta.dirname, `screens/${columns}x${rows}.txt`),
    );
  });

  const sizes = [
    [20, 5],
    [80, 24],
    [100, 30],
    [50, 24],
    [200, 60],
    [30, 12],
    [1, 1],
  ] as const;

  it.each(few(sizes))('has as many lines as rows and none too long, in every panel, at %i × %i', (columns, rows) => {
    session.resize(columns, rows);
    for (const content of [undefined, broken, pod]) {
      if (content !== undefined) session.save(content);
      for (const [name, keys] of panels) {
        session.press('escape', 'escape', ...keys);
        for (const end of ['home', 'end']) {
          session.press(end);
          expect(session.screen.length, name).toBeLessThanOrEqual(rows);
          for (const line of session.screen) expect(columnsOf(line), `${name}: ${line}`).toBeLessThanOrEqual(columns);
        }
      }
    }
  });

  it('names the exercise, its file, its page and what to do, always', () => {
    for (const content of [undefined, broken, pod]) {
      if (content !== undefined) session.save(content);
      for (const [name, keys] of panels) {
        session.press('escape', 'escape', ...keys);
        const { text } = session;
        expect(text, name).toContain('04 · Un Pod con nginx');
        expect(text, name).toContain('exercises/04-pod/respuesta.yaml');
        expect(text, name).toContain('http://127.0.0.1:4848/ejercicios/04-pod.html');
        expect(text, name).toMatch(/Esc|[Gg]uarda|Vuelve|Sigue con|s sí|Intro/);
      }
    }
  });

  it('shows a cell for each exercise, told apart without colours', () => {
    expect(session.screen[0]).toBe(' Timonel  ··  0 de 2');
    session.save(broken);
    expect(session.screen[0]).toBe(' Timonel  ▒·  0 de 2');
    session.save(pod);
    expect(session.screen[0]).toBe(' Timonel  █·  1 de 2');
  });

  it('speaks English, whole', () => {
    session = new TestSession(course, undefined, 'en');
    for (const [, keys] of panels) {
      session.press('escape', 'escape', ...keys);
      expect(session.screen.slice(-3).join('\n')).not.toMatch(/guarda|Esc vuelve|pista|salir/);
    }
  });

  it('keeps its place when the window gets smaller and larger', () => {
    session.save(broken).resize(50, 14).press('end');
    const { scroll } = session.state;
    expect(scroll).toBeGreaterThan(0);
    session.resize(100, 60);
    expect(session.state.scroll).toBe(0);
  });
});

describe('keys', () => {
  it('never scroll beyond what there is', () => {
    session.press(...Array.from({ length: 50 }, () => 'down'));
    const { scroll } = session.state;
    session.press('up');
    expect(session.state.scroll).toBe(Math.max(0, scroll - 1));
    session.press('home', 'up', 'up');
    expect(session.state.scroll).toBe(0);
  });

  it('give one more hint each time, and none by coming back', () => {
    session.press('h');
    expect(session.effects).toEqual([{ do: 'remember-hint', id: 'pod', number: 1 }]);
    session.press('escape', 'h');
    expect(session.effects).toEqual([]);
    expect(session.text).toContain('Primera pista.');
    session.press('h');
    expect(session.effects).toEqual([{ do: 'remember-hint', id: 'pod', number: 2 }]);
    expect(session.press('h').text).toContain('No hay más pistas.');
  });

  it('go to the next exercise that is not done, and around', () => {
    expect(session.press('n').state.current).toBe('13-despliegue-canario');
    expect(session.press('n').state.current).toBe('04-pod');
    session.save(pod, '04-pod', '13-despliegue-canario');
    expect(session.press('n').text).toContain('No queda ningún otro ejercicio por hacer.');
  });

  it.each(['r', 's'])('do nothing for good after %s without a yes', (key) => {
    session.save(broken).press(key);
    expect(session.state.question).toBeDefined();
    for (const answer of ['n', 'escape', 'return', 'x', 'q']) {
      session.press(answer);
      expect(session.effects).toEqual([]);
      expect(session.text).toContain('No he tocado nada.');
      session.press(key);
    }
  });

  it('reset after a yes, and undo it', () => {
    session.save(broken).press('r', 's');
    expect(session.effects).toEqual([{ do: 'reset', folder: '04-pod' }]);
    const kept = [{ file: '/a', copy: '/b' }];
    session.hear({ kind: 'kept', folder: '04-pod', kept }).press('u');
    expect(session.effects).toEqual([{ do: 'undo', kept }]);
    session.hear({ kind: 'undone' }).press('u');
    expect(session.effects).toEqual([]);
  });

  it('show the solution after a yes, and at once when it is passed', () => {
    session.save(broken).press('s');
    expect(session.text).not.toContain('kind: Pod');
    session.press('y');
    expect(session.effects).toEqual([{ do: 'remember-solution', id: 'pod' }]);
    expect(session.text).toContain('│ kind: Pod');
    session.save(pod).press('s');
    expect(session.effects).toEqual([]);
    expect(session.text).toContain('│ kind: Pod');
  });

  it('explain each finding in turn', () => {
    session.save(broken).press('e');
    expect(session.effects).toEqual([{ do: 'read-finding', id: 'yaml/duplicate-key' }]);
    session.hear({ kind: 'finding-page', id: 'yaml/duplicate-key', markdown: '# T\n\nUna **clave** repetida.\n' });
    expect(session.text).toContain('Una clave repetida.');
    session.hear({ kind: 'finding-page', id: 'otra/cosa', markdown: 'tarde' });
    expect(session.text).not.toContain('tarde');
    session.press('n', 'e');
    expect(session.text).toContain('Aquí no hay ningún error que explicar.');
  });

  it('search without accents and case, and open what is chosen', () => {
    session.press('l', '/', ...'DESPLI');
    expect(session.text).toContain('› 13  Despliegue canario');
    expect(session.text).not.toMatch(/^ {2}.*Un Pod con nginx/m);
    expect(session.press('return').state.current).toBe('13-despliegue-canario');
    session.press('l', '/', 'q', 'q', 'q');
    expect(session.text).toContain('Ningún ejercicio');
    expect(session.effects).toEqual([]);
    session.press('backspace', 'backspace', 'backspace', 'escape', 'p');
    expect(session.text).toContain('Solo los pendientes');
  });

  it('quit with q and Ctrl+C, even in a question or a search', () => {
    expect(session.press('q').effects).toEqual([{ do: 'quit' }]);
    expect(session.press('r', 'ctrl-c').effects).toEqual([{ do: 'quit' }]);
    expect(session.press('escape', 'l', '/', 'ctrl-c').effects).toEqual([{ do: 'quit' }]);
  });

  it('that mean nothing say so', () => {
    expect(session.press('x').text).toContain('La tecla `x` no hace nada.');
    expect(session.press('\u202e').text).not.toContain('\u202e');
  });
});

describe('a save', () => {
  it('goes to its exercise and tells of the others it touched', () => {
    session.save(broken, '04-pod', '13-despliegue-canario');
    expect(session.state.current).toBe('04-pod');
    expect(session.text).toContain('se han corregido también 13 ✗');
    session.press('n').save(pod, '04-pod');
    expect(session.state.current).toBe('04-pod');
    expect(session.text).toContain('★');
  });

  it('remembers each grading, and celebrates only the first pass', () => {
    session.save(broken, '04-pod', '13-despliegue-canario');
    expect(session.effects.filter((effect) => effect.do === 'remember-grading')).toHaveLength(2);
    session.save(pod);
    expect(session.state.celebrates).toBe(true);
    session.save(`${pod}\n`);
    expect(session.state.celebrates).toBe(false);
  });

  it('shows why it works and another way, and only advice about the student’s own file', () => {
    session.save(pod);
    expect(session.text).toContain('Un Pod agrupa contenedores que comparten red.');
    expect(session.text).toContain('Un Deployment, que lo repone si se cae.');
    expect(session.text).not.toContain('Otra cosa.');
  });

  it('tells at the end of a module what to look at again', () => {
    const stumbles = [{ id: 'yaml/duplicate-key', times: 3 }];
    session.hear({ kind: 'progress', progress: new Map([['pod', { attempts: 4, hints: [1, 2, 3], stumbles }]]) });
    session.save(pod).resize(100, 60);
    expect(session.text).toContain('Módulo terminado: Kubernetes. Para repasar:');
    expect(session.text).toMatch(/04: .*\(3 veces\)/);
    expect(session.text).toContain('el ejercicio 04, de nuevo y sin ayuda');
  });

  it('of an exercise that was deleted goes on with another', () => {
    session.press('n');
    const left = session.state.results.filter(({ report }) => report.number === 4);
    session.hear({ kind: 'graded', changed: [], results: left, at: new Date(), milliseconds: 1 });
    expect(session.state.current).toBe('04-pod');
    session.hear({ kind: 'graded', changed: [], results: [], at: new Date(), milliseconds: 1 });
    expect(session.text).toContain('No queda ningún ejercicio');
    session.press('h', 't', 'd', 'e', 's', 'r', 'l', 'escape', 'n');
    expect(session.screen).toHaveLength(24);
  });
});

describe('beginning', () => {
  it('comes back to the exercise of the last session while it is not done', () => {
    expect(new TestSession(course, undefined, 'es', '13-despliegue-canario').state.current).toBe(
      '13-despliegue-canario',
    );
    course.answer(pod, '13-despliegue-canario');
    expect(new TestSession(course, undefined, 'es', '13-despliegue-canario').state.current).toBe('04-pod');
    expect(new TestSession(course, undefined, 'es', 'ninguno').state.current).toBe('04-pod');
  });
});

describe('plain lines', () => {
  /** What is said of an event. */
  const said = (event: Event): string => {
    const before = session.state;
    session.hear(event);
    return plainLines(before, session.state, event).join('\n');
  };

  it('say the panel that a key opens and what comes next, without drawing', () => {
    const hint = said({ kind: 'key', key: 'h' });
    expect(hint).toContain('Pista 1 de 2');
    expect(hint).toContain('Esc vuelve');
    expect(hint).not.toContain('─');
    expect(said({ kind: 'key', key: 'x' })).toContain('no hace nada');
    expect(said({ kind: 'key', key: 'r' })).toContain('¿Dejo');
  });

  it('name no key that moves the text', () => {
    const state = { ...session.state, look: { ...session.state.look, draws: false } };
    const keys = plainLines(state, { ...state, panel: { kind: 'keys' } }, { kind: 'key', key: '?' });
    const [begun, all] = [exerciseLines(state).join('\n'), keys.join('\n')];
    expect(begun).toContain('Lee el enunciado, aquí debajo o en la página');
    expect(begun).toContain('Lee, edita el fichero y guarda');
    expect(all).toContain('siguiente ejercicio por hacer');
    for (const text of [begun, all]) expect(text).not.toMatch(/espacio|mover el texto/);
    expect(session.text).toContain('espacio baja');
  });

  it('say nothing when nothing changed', () => {
    expect(said({ kind: 'resized', size: { columns: 90, rows: 30 } })).toBe('');
    expect(said({ kind: 'progress', progress: new Map() })).toBe('');
  });
});
