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
});
