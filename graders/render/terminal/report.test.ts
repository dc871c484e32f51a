import { describe, expect, it } from 'vitest';
import type { Finding } from '../../core/finding.ts';
import type { CheckResult, Report } from '../../core/report.ts';
import type { Lang } from '../../core/text.ts';
import type { Trace } from '../../core/trace.ts';
import { textsOf } from '../places.ts';
import { filesLines } from './files.ts';
import { plain } from './palette.ts';
import { reportLines } from './report.ts';
import type { Screen } from './screen.ts';
import { summaryLines } from './summary.ts';

const answer = { path: 'respuesta.yaml', text: 'kind: Pod\nmetadata:\n  name: web\n  name: otro\n' };

function screen(lang: Lang): Screen {
  const shownPath = (path: string) => `exercises/13-canario/${path}`;
  return { lang, palette: plain, width: 80, textOf: textsOf([answer]), shownPath };
}

const trace: Trace = {
  hops: [
    { stage: 'dns', message: 'prueba/uno', data: {} },
    { stage: 'route', message: 'prueba/dos', data: {}, at: { path: 'respuesta.yaml', from: 10, to: 18 } },
  ],
  outcome: null,
};

const duplicate: Finding = {
  id: 'yaml/duplicate-key',
  message: 'duplicate',
  data: { key: 'name', firstLine: 3 },
  at: { path: 'respuesta.yaml', from: 34, to: 38 },
  severity: 'error',
};

function check(id: string, status: CheckResult['status'], more: Partial<CheckResult> = {}): CheckResult {
  const of = 4;
  const points = { min: status === 'pass' ? of : 0, max: status === 'pass' || status === 'review' ? of : 0, of };
  return {
    id,
    kind: 'valid',
    title: { es: `Se cumple ${id}`, en: `${id} holds` },
    status,
    points,
    findings: [],
    ...more,
  };
}

function report(status: Report['status'], checks: readonly CheckResult[]): Report {
  const sum = (key: 'min' | 'max' | 'of') => checks.reduce((total, { points }) => total + points[key], 0);
  return {
    id: 'canario',
    number: 13,
    folder: '13-canario',
    title: { es: 'Despliegue canario', en: 'Canary release' },
    status,
    points: { min: sum('min'), max: sum('max'), of: sum('of') },
    enough: sum('of') * 0.9,
    checks,
  };
}

const said = (result: Report, lang: Lang): string =>
  reportLines(result, screen(lang), { answers: ['exercises/13-canario/respuesta.yaml'] }).join('\n');

describe('reportLines', () => {
  const wrong = report('fail', [
    check('uno', 'pass'),
    check('dos', 'fail', { findings: [{ ...duplicate, because: trace }] }),
    check('tres', 'skipped'),
  ]);

  it('shows a wrong answer with its line, its proof and what to do', () => {
    expect(`\n${said(wrong, 'es')}\n`).toBe(`
13 · Despliegue canario

  ✓ Se cumple uno   4 de 4 puntos
  ✗ Se cumple dos   0 de 4 puntos

      error  La clave \`name\` ya está en este mismo bloque, en la línea 3. Solo
             puede aparecer una vez.
             exercises/13-canario/respuesta.yaml:4:3  yaml/duplicate-key

        2 │ metadata:
        3 │   name: web
        4 │   name: otro
          │   ^^^^

      Lo que ocurrió
        1  dns    prueba/uno
        2  route  prueba/dos  respuesta.yaml:2:1

  – Se cumple tres  sin comprobar

  Por corregir: 4 de 12 puntos.
  Se supera con 10,8 de 12 puntos.

  Qué hacer ahora
    npx timonel explain yaml/duplicate-key  qué significa y cómo se arregla
    npx timonel hint 13                     una pista
`);
  });

  it('says the same in English', () => {
    expect(`\n${said(wrong, 'en')}\n`).toBe(`
13 · Canary release

  ✓ uno holds   4 of 4 points
  ✗ dos holds   0 of 4 points

      error  The key \`name\` is already in this same block, on line 3. It may
             appear only once.
             exercises/13-canario/respuesta.yaml:4:3  yaml/duplicate-key

        2 │ metadata:
        3 │   name: web
        4 │   name: otro
          │   ^^^^

      What happened
        1  dns    prueba/uno
        2  route  prueba/dos  respuesta.yaml:2:1

  – tres holds  not checked

  To fix: 4 of 12 points.
  It takes 10.8 of 12 points to pass.

  What to do next
    npx timonel explain yaml/duplicate-key  what it means and how to fix it
    npx timonel hint 13                     a hint
`);
  });

  it('shows the run of a failed check that has no proof in its findings, and not that of one that passed', () => {
    const told = said(report('fail', [check('uno', 'pass', { trace }), check('dos', 'fail', { trace })]), 'es');
    expect(told.match(/Lo que ocurrió/g)).toHaveLength(1);
    expect(told.indexOf('Lo que ocurrió')).toBeGreaterThan(told.indexOf('Se cumple dos'));
  });

  it('tells a pending exercise which file to edit', () => {
    expect(`\n${said({ ...report('pending', []), points: { min: 0, max: 8, of: 8 } }, 'es')}\n`).toBe(`
13 · Despliegue canario

  Pendiente: el fichero de respuesta está como al principio.

  Qué hacer ahora
    Edita \`exercises/13-canario/respuesta.yaml\` y guarda.
    npx timonel hint 13  una pista
`);
  });

  it('gives an interval to what awaits a review, and does not call it wrong', () => {
    const told = said(report('review', [check('uno', 'pass'), check('dos', 'review')]), 'es');
    expect(told).toContain('? Se cumple dos  por revisar');
    expect(told).toContain('Por revisar: entre 4 y 8 de 8 puntos.');
    expect(told).not.toMatch(/incorrect|por corregir/i);
  });

  it('says with how much an exercise is passed, and what is left', () => {
    const slip: Finding = { ...duplicate, id: 'theory/judgement', message: 'isTrue' };
    const checks = [check('uno', 'pass'), check('ideas', 'fail', { kind: 'judgements', findings: [slip] })];
    const points = { min: 7.5, max: 7.5, of: 8 };
    expect(said({ ...report('pass', checks), points }, 'es')).toContain(
      'Superado con 7,5 de 8 puntos; te queda un juicio.',
    );
    expect(said({ ...report('pass', checks), points }, 'en')).toContain(
      'Passed with 7.5 of 8 points; left: one judgement.',
    );
  });

  it('marks what is not answered yet, and does not call it wrong', () => {
    const told = said(report('pending', [check('uno', 'pass'), check('dos', 'pending')]), 'es');
    expect(told).toContain('○ Se cumple dos  sin empezar');
    expect(told).toContain('Nada que corregir de momento: 4 de 8 puntos, y 1 comprobación sin empezar.');
    expect(told).toContain('Se supera con 7,2 de 8 puntos.');
    expect(told).not.toMatch(/✗|por corregir/i);
  });

  it('names what is essential where it fails', () => {
    const told = said(report('fail', [check('uno', 'pass'), check('dos', 'fail', { required: true })]), 'es');
    expect(told).toContain('✗ Se cumple dos  0 de 4 puntos · imprescindible');
    expect(told).toContain('Se supera con 7,2 de 8 puntos y todo lo imprescindible bien.');
  });

  it('holds a result back until it is asked for', () => {
    const at = { path: 'respuesta.yaml', from: 10, to: 18 };
    const held: Finding = {
      ...{ id: 'theory/prediction', message: 'differs', at, severity: 'error' },
      data: { question: '¿Cuántos?', predicted: 4 },
      because: { hops: [{ stage: 'step', message: 'theory/decided', data: {}, at }], outcome: null },
      answer: { message: 'happened', data: { happened: 3, explanation: 'Porque sí.' }, because: trace },
    };
    const failed = report('fail', [check('uno', 'fail', { findings: [held] })]);
    const first = said(failed, 'es');
    expect(first).toContain('¿Cuántos? Predijiste «4», y en el laboratorio no ocurre eso.');
    expect(first).toContain('Dónde mirar');
    expect(first).toContain('npx timonel grade 13 --reveal');
    expect(first).not.toMatch(/ocurre «3»|Porque sí|prueba\/dos/);
    const all = reportLines(failed, { ...screen('es'), reveal: true }, { answers: [] }).join('\n');
    expect(all).toContain('En el laboratorio ocurre «3». Porque sí.');
    expect(all).toContain('prueba/dos');
    expect(all).not.toContain('--reveal');
  });

  it('sends who passes to the next exercise', () => {
    expect(`\n${said(report('pass', [check('uno', 'pass')]), 'es')}\n`).toBe(`
13 · Despliegue canario

  ✓ Se cumple uno  4 de 4 puntos

  Bien: 4 de 4 puntos.

  Qué hacer ahora
    npx timonel next  el ejercicio que toca ahora
`);
  });

  it('shows the code of some findings, others in brief, and how many are left', () => {
    const many = Array.from({ length: 12 }, () => duplicate);
    const told = said(report('fail', [check('uno', 'fail', { findings: many })]), 'es');
    expect(told.match(/│ {3}\^\^\^\^/g)).toHaveLength(3);
    expect(told.match(/yaml\/duplicate-key$/gm)).toHaveLength(9);
    expect(told).toContain('… y 3 hallazgos más.');
  });

  it('tells what is not answered yet last, and without code', () => {
    const question = { es: '¿Qué?', en: 'What?' };
    const blank: Finding = { ...duplicate, id: 'theory/unanswered', message: 'item', data: { question } };
    const told = said(report('fail', [check('uno', 'fail', { findings: [blank, duplicate, blank] })]), 'es');
    expect(told.match(/│ {3}\^\^\^\^/g)).toHaveLength(1);
    expect(told.indexOf('yaml/duplicate-key')).toBeLessThan(told.indexOf('sin responder'));
    expect(told.match(/Falta responder: «¿Qué\?»/g)).toBeNull();
    expect(told).toMatch(/Quedan 2 apartados sin responder, en\s+`exercises\/13-canario\/respuesta\.yaml`: línea 4\./);
    expect(said(report('fail', [check('uno', 'fail', { findings: [blank] })]), 'es')).toContain(
      'Falta responder: «¿Qué?»',
    );
  });

  it('puts what costs no points in brief after the checks, each once, and notes only once it passes', () => {
    const warning: Finding = { ...duplicate, severity: 'warning' };
    const note: Finding = { ...duplicate, id: 'yaml/otra', message: 'nota', severity: 'info' };
    const checks = [check('uno', 'pass', { findings: [note, warning] }), check('dos', 'pass', { findings: [warning] })];
    expect(`\n${said(report('pass', checks), 'es')}\n`).toBe(`
13 · Despliegue canario

  ✓ Se cumple uno  4 de 4 puntos
  ✓ Se cumple dos  4 de 4 puntos

  Además, sin restar puntos
    nota  yaml/otra/nota  exercises/13-canario/respuesta.yaml:4:3  yaml/otra
    aviso  La clave \`name\` ya está en este mismo bloque, en la línea 3. Solo puede
           aparecer una vez.
           exercises/13-canario/respuesta.yaml:4:3  yaml/duplicate-key

  Bien: 8 de 8 puntos.

  Qué hacer ahora
    npx timonel next  el ejercicio que toca ahora
`);
    expect(said(report('fail', [...checks, check('tres', 'fail')]), 'es')).not.toContain('yaml/otra');
  });
});

describe('summaryLines', () => {
  it('is one aligned line per exercise and a line of totals', () => {
    const results = [
      { ...report('pass', [check('uno', 'pass')]), number: 2, title: { es: 'Hola, mundo', en: 'Hello' } },
      { ...report('pending', []), number: 4, title: { es: 'Pod', en: 'Pod' } },
      report('fail', [check('uno', 'fail')]),
    ];
    expect(`\n${summaryLines(results, screen('es')).join('\n')}\n`).toBe(`
02  Hola, mundo         ✓ bien          4/4
04  Pod                 ○ pendiente
13  Despliegue canario  ✗ por corregir  0/4

1 bien · 1 por corregir · 1 pendiente
`);
  });
});

describe('filesLines', () => {
  it('shows each finding and counts them', () => {
    const warning: Finding = { ...duplicate, severity: 'warning' };
    const files = [{ path: 'respuesta.yaml', findings: [warning] }];
    expect(`\n${filesLines(files, { ...screen('es'), shownPath: (path) => path }).join('\n')}\n`).toBe(`
aviso  La clave \`name\` ya está en este mismo bloque, en la línea 3. Solo puede
       aparecer una vez.
       respuesta.yaml:4:3  yaml/duplicate-key

  2 │ metadata:
  3 │   name: web
  4 │   name: otro
    │   ^^^^

0 errores y 1 aviso en 1 fichero.
`);
  });

  it('shows a line once for all that is said of it', () => {
    const note: Finding = { ...duplicate, severity: 'info' };
    const lines = filesLines([{ path: 'respuesta.yaml', findings: [duplicate, note] }], screen('en'));
    expect(lines.filter((line) => line.includes('yaml/duplicate-key'))).toHaveLength(2);
    expect(lines.filter((line) => line.includes('│   ^^^^'))).toHaveLength(1);
  });

  it('leaves notes out before an error, and says how many', () => {
    const notes = Array.from({ length: 25 }, (_, index): Finding => {
      return { ...duplicate, severity: 'info', at: { path: 'respuesta.yaml', from: index, to: index + 1 } };
    });
    const lines = filesLines([{ path: 'respuesta.yaml', findings: [...notes, duplicate] }], screen('es'));
    expect(lines.filter((line) => line.startsWith('error'))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('nota'))).toHaveLength(19);
    expect(lines.some((line) => line.includes('6'))).toBe(true);
  });

  it('is one line when there is nothing to say', () => {
    expect(filesLines([{ path: 'a.yaml', findings: [] }], screen('en'))).toEqual(['No errors in 1 file.']);
  });
});
