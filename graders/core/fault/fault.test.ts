import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../exercise.ts';
import { grade } from '../../grade.ts';
import { sayFinding } from '../../render/words.ts';
import { runRules } from '../../rules/run.ts';
import { faultOf, guarded, isFault } from './fault.ts';

const at = { path: 'Dockerfile', from: 0, to: 4 };

describe('a defect of ours', () => {
  it('is told with the function it comes from, and without folders of the machine', () => {
    const [found] = guarded(at, function breaking(): never {
      throw new TypeError('`x` is not a function');
    });
    const said = found && sayFinding(found, 'es');
    expect(said).toMatch(/`TypeError: 'x' is not a function \((?:[\w.]+, )?fault\.test\.m?[jt]s:\d+\)`/);
    expect(said).not.toContain(process.cwd());
  });

  it('may be anything that was thrown', () => {
    expect(faultOf('nada', 'file', at)).toMatchObject({ id: 'timonel/fault', data: { reason: 'nada' }, at });
    expect(faultOf(undefined, 'file', at)).toMatchObject({ data: { reason: 'undefined' } });
  });

  it('costs a rule its own findings and no other', () => {
    const broken = runRules('dockerfile', null as never, at);
    expect(broken.length).toBeGreaterThan(10);
    expect(broken.every(isFault)).toBe(true);
  });

  it('is an error of the exercise, with no points', () => {
    const spec = {
      id: 'x',
      number: 1,
      title: { es: 'X', en: 'X' },
      answers: [{ file: 'a.yaml', format: 'manifests' }],
    };
    const exercise = (checks: unknown) =>
      ({ spec: { ...spec, checks }, folder: '01-x', starter: [], given: [] }) as unknown as Exercise;
    const answers = [{ path: 'a.yaml', text: 'a: 1' }];
    const report = grade(exercise([{ id: 'a', kind: 'no-such-kind', points: 2 }]), answers);
    expect(report).toMatchObject({ status: 'error', points: { min: 0, max: 0, of: 0 } });
    expect(report.checks.map(({ findings }) => findings.map(({ id }) => id))).toEqual([['timonel/fault']]);
  });
});
