import type { CheckStatus, ExerciseStatus } from '../../../core/report.ts';
import type { CheckResultJson, FindingJson } from '../../finding-json.ts';
import type { Told } from '../../told.ts';

/** What no format may obey: markup, commands of GitHub, formulas, escape sequences, half of a pair, text turned around. */
export const hostile =
  '</failure>]]>&"\'`%0A\r\n::error::x,y:z|*<img src=x onerror=alert(1)>\u001b[31m\ud800\u202e=1+1 ñ 🚢';

export function foundIn(message: string, more: Partial<FindingJson> = {}): FindingJson {
  return {
    id: 'traffic/split',
    severity: 'error',
    message,
    data: {},
    path: 'respuesta.yaml',
    range: { start: { line: 3, column: 5 }, end: { line: 3, column: 9 } },
    doc: 'graders/checks/traffic/docs/split.md',
    ...more,
  };
}

type CheckMade = readonly [
  status: CheckStatus,
  min: number,
  max: number,
  of: number,
  findings?: readonly FindingJson[],
];

/** An exercise of some checks. */
export function toldWith(number: number, status: ExerciseStatus, made: readonly CheckMade[]): Told {
  const checks = made.map(
    ([checkStatus, min, max, of, findings = []], index): CheckResultJson => ({
      ...{ id: `c${index + 1}`, kind: 'traffic', status: checkStatus, points: { min, max, of }, findings },
    }),
  );
  const sum = (key: 'min' | 'max' | 'of') => checks.reduce((total, { points }) => total + points[key], 0);
  const folder = `${String(number).padStart(2, '0')}-ejercicio`;
  return {
    report: {
      ...{ id: `ejercicio-${number}`, number, folder, status, enough: 0.9 * sum('of'), checks },
      points: { min: sum('min'), max: sum('max'), of: sum('of') },
    },
    title: `Ejercicio ${number}`,
    checks: checks.map(({ id, points: { of } }) => ({ id, title: `Comprobación ${id}`, of })),
    shownPath: (path) => `exercises/${folder}/${path}`,
  };
}

/** An exercise that nobody has answered: its report knows of no check. */
export function untouched(number: number): Told {
  const told = toldWith(number, 'pending', [['pending', 0, 0, 4]]);
  return { ...told, report: { ...told.report, points: { min: 0, max: 4, of: 4 }, checks: [] } };
}

/** One of each state that a check can be in, with texts that try to get out of every format. */
export const everything: readonly Told[] = [
  toldWith(1, 'pass', [['pass', 5, 5, 5]]),
  toldWith(2, 'fail', [
    ['pass', 2, 2, 2, [foundIn('un aviso', { id: 'docker/no-such-rule', severity: 'warning' })]],
    [
      ...(['fail', 1, 1, 3] as const),
      [
        foundIn(hostile, {
          path: `a b/${hostile}.yaml`,
          because: { hops: [{ stage: 'service', detail: hostile }], outcome: null },
        }),
        foundIn('el segundo'),
        foundIn('el segundo'),
      ],
    ],
    ['skipped', 0, 0, 4],
  ]),
  toldWith(3, 'review', [
    ['pass', 2, 2, 2],
    ['review', 1, 3, 3, [foundIn('No he sabido situar esta idea.', { severity: 'info' })]],
  ]),
  untouched(4),
  toldWith(5, 'error', [['fail', 0, 0, 0, [foundIn('No se puede leer.', { id: 'file/binary' })]]]),
];
