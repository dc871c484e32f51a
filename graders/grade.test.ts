import { describe, expect, it } from 'vitest';
import type { CheckSpec } from './checks/kinds.ts';
import type { Exercise } from './exercise.ts';
import { grade } from './grade.ts';

const text = { es: 'x', en: 'x' };
const pod =
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n';

/** An exercise that asks for a well-formed manifest, and for more once that holds. */
function exercise(checks: readonly CheckSpec[]): Exercise {
  return {
    folder: '99-prueba',
    starter: [{ path: 'respuesta.yaml', text: '# Escribe aquí\n' }],
    given: [],
    spec: {
      id: 'prueba',
      number: 99,
      title: text,
      lesson: 'prueba',
      concepts: [],
      answers: [{ file: 'respuesta.yaml', format: 'manifests' }],
      checks: checks as Exercise['spec']['checks'],
      hints: [text],
    },
  };
}

const valid: CheckSpec = { id: 'valido', kind: 'valid', points: 2 };
const more: CheckSpec = { id: 'otro', kind: 'valid', points: 3, needs: ['valido'] };
const answer = (yaml: string) => [{ path: 'respuesta.yaml', text: yaml }];

describe('grade', () => {
  it.each(['# Escribe aquí\n', '# Escribe aquí', '# Escribe aquí  \r\n\r\n'])(
    'calls an untouched answer pending, however it was saved: %j',
    (yaml) => {
      const report = grade(exercise([valid, more]), answer(yaml));
      expect(report).toMatchObject({ status: 'pending', points: { min: 0, max: 5, of: 5 }, checks: [] });
    },
  );

  it('gives full points when every check passes', () => {
    const report = grade(exercise([valid, more]), answer(pod));
    expect(report.status).toBe('pass');
    expect(report.points).toEqual({ min: 5, max: 5, of: 5 });
    expect(report.checks.map(({ id, status }) => `${id} ${status}`)).toEqual(['valido pass', 'otro pass']);
  });

  it('adds points without the noise of binary fractions', () => {
    const halves = [0.1, 0.2].map((points, index): CheckSpec => ({ id: `${index}`, kind: 'valid', points }));
    expect(grade(exercise(halves), answer(pod)).points).toEqual({ min: 0.3, max: 0.3, of: 0.3 });
  });

  it('reports a syntax error once and skips what depends on it', () => {
    const report = grade(exercise([valid, more]), answer('a: [1\nb: 2\n'));
    expect(report.status).toBe('fail');
    expect(report.points).toEqual({ min: 0, max: 0, of: 5 });
    expect(report.checks.map(({ status, findings }) => [status, findings.map(({ id }) => id)])).toEqual([
      ['fail', ['yaml/syntax']],
      ['skipped', []],
    ]);
  });

  describe('what earns only beside something else', () => {
    const beside: CheckSpec = { ...valid, earnsWith: ['hay'] };
    const there = { id: 'hay', kind: 'pods', points: 3, pods: [{ kind: 'Pod' }] } as unknown as CheckSpec;

    it('earns with it', () => {
      expect(grade(exercise([beside, there]), answer(pod))).toMatchObject({
        status: 'pass',
        points: { min: 5, of: 5 },
      });
    });

    it('earns nothing without it, holds all the same, and says why', () => {
      const idle = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: nada }\n';
      const report = grade(exercise([beside, there]), answer(idle));
      expect(report).toMatchObject({ status: 'fail', points: { min: 0, max: 0, of: 5 } });
      expect(report.checks[0]).toMatchObject({
        status: 'pass',
        points: { min: 0, max: 0, of: 2 },
        findings: [{ id: 'kept/alone', severity: 'info' }],
      });
    });

    it('may still earn where the other one abstains', () => {
      const unknown = pod.replace('nginx:1.29', 'ejemplo/web:1');
      expect(grade(exercise([beside, there]), answer(unknown))).toMatchObject({
        status: 'review',
        points: { min: 0, max: 5, of: 5 },
      });
    });
  });

  it('calls an emptied answer wrong, not pending', () => {
    expect(grade(exercise([valid]), answer('')).status).toBe('fail');
  });

  describe('what is passed', () => {
    const text2 = (id: string) => ({ es: id, en: id });
    const statements = Array.from({ length: 10 }, (_, index) => ({
      id: `s${index}`,
      text: text2(`s${index}`),
      truth: true,
      refutation: text,
    }));
    const ideas = { id: 'ideas', kind: 'judgements', points: 10, statements } as unknown as CheckSpec;
    const lab = {
      id: 'pods',
      kind: 'pods',
      points: 10,
      required: true,
      pods: [{ kind: 'Pod' }],
    } as unknown as CheckSpec;
    const starter = ['# Escribe aquí\n', 'export default { juicios: {} };\n'];

    function both(yaml: string, judged: Readonly<Record<string, string>> | undefined, pass?: number) {
      const base = exercise([lab, ideas]);
      const spec = {
        ...base.spec,
        answers: [...base.spec.answers, { file: 'respuesta.ts', format: 'literal' }],
        ...(pass !== undefined && { pass }),
      } as Exercise['spec'];
      const named = (texts: readonly string[]) =>
        texts.map((one, index) => ({ path: spec.answers[index]?.file ?? '', text: one }));
      const literal = judged ? `export default { juicios: ${JSON.stringify(judged)} };\n` : (starter[1] ?? '');
      return grade({ ...base, spec, starter: named(starter) }, named([yaml, literal]));
    }
    const right = (but: Readonly<Record<string, string>> = {}) => ({
      ...Object.fromEntries(statements.map(({ id }) => [id, 'verdadero'])),
      ...but,
    });

    it('is passed with a slip that leaves points enough', () => {
      expect(both(pod, right({ s0: 'falso' }))).toMatchObject({ status: 'pass', points: { min: 18 }, enough: 18 });
    });

    it('is not passed with one point less, nor where more is asked for', () => {
      expect(both(pod, right({ s0: 'falso', s1: 'no-se' })).status).toBe('fail');
      expect(both(pod, right({ s0: 'falso' }), 95)).toMatchObject({ status: 'fail', enough: 19 });
    });

    it('calls a file that was not touched pending, and what is right in the other one no less right', () => {
      const report = both('# Escribe aquí\n', right());
      expect(report).toMatchObject({ status: 'pending', points: { min: 10, max: 10, of: 20 } });
      expect(report.checks.map(({ status, findings }) => [status, findings.length])).toEqual([
        ['pending', 0],
        ['pass', 0],
      ]);
    });

    it('calls a section that was not touched pending', () => {
      expect(both(pod, undefined)).toMatchObject({ status: 'pending', points: { min: 10, max: 10, of: 20 } });
    });

    it.each([
      ['without keys', {}],
      ['honestly blank', { s0: 'no-se', s1: '' }],
    ])('calls a section that is blank pending: %s', (_, judged) => {
      const report = both('a: 1\n', judged);
      expect(report.checks.map(({ status }) => status)).toEqual(['fail', 'pending']);
      expect(report.status).toBe('fail');
    });

    it('calls a section with one answer answered, and the others blank', () => {
      const [, section] = both(pod, { s0: 'verdadero' }).checks;
      expect(section).toMatchObject({ status: 'fail', points: { min: 1 } });
      expect(section?.findings).toHaveLength(9);
    });

    it('is not passed without what is required, whatever the points', () => {
      expect(both('kind: Otro\n', right(), 50)).toMatchObject({ status: 'fail', points: { min: 10 }, enough: 10 });
    });
  });
});
