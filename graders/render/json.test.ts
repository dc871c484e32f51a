import { describe, expect, it } from 'vitest';
import type { Report } from '../core/report.ts';
import { checkJson, exerciseJson, gradeJson } from './json.ts';
import { textsOf } from './places.ts';

const text = 'kind: Pod\nname: web\nname: otro\n';
const textOf = textsOf([{ path: 'respuesta.yaml', text }]);
const at = { path: 'respuesta.yaml', from: 20, to: 24 };
const found = {
  id: 'yaml/duplicate-key',
  message: 'duplicate',
  data: { key: 'name', firstLine: 2 },
  at,
  severity: 'error',
} as const;
const findingJson = {
  id: 'yaml/duplicate-key',
  severity: 'error',
  message: 'La clave `name` ya está en este mismo bloque, en la línea 2. Solo puede aparecer una vez.',
  data: { key: 'name', firstLine: 2 },
  path: 'respuesta.yaml',
  range: { start: { line: 3, column: 1 }, end: { line: 3, column: 5 } },
  doc: 'graders/parse/yaml/docs/duplicate-key.md',
};

describe('a result that is held back', () => {
  const held = { ...found, answer: { message: 'duplicate', data: { key: 'secreto', firstLine: 1 } } };
  const points = { min: 0, max: 0, of: 1 };
  const words = { es: 'x', en: 'x' };
  const checks = [{ id: 'a', kind: 'b', title: words, status: 'fail', points, findings: [held] }] as const;
  const report: Report = {
    id: 'x',
    number: 1,
    folder: '01-x',
    title: words,
    status: 'fail',
    points,
    enough: 1,
    checks,
  };

  it('is told only to who asks', () => {
    expect(JSON.stringify(exerciseJson(report, textOf, 'es'))).not.toContain('secreto');
    const [told] = exerciseJson(report, textOf, 'es', true).checks[0]?.findings ?? [];
    expect(told?.answer).toEqual({
      message: 'La clave `secreto` ya está en este mismo bloque, en la línea 1. Solo puede aparecer una vez.',
      data: { key: 'secreto', firstLine: 1 },
    });
  });
});

describe('exerciseJson', () => {
  it('has the format that other programs rely on', () => {
    const points = { min: 0, max: 0, of: 3 };
    const report: Report = {
      id: 'pod',
      number: 4,
      folder: '04-pod',
      title: { es: 'x', en: 'x' },
      status: 'fail',
      points,
      enough: 2.7,
      checks: [
        {
          id: 'valido',
          kind: 'valid',
          title: { es: 'x', en: 'x' },
          status: 'fail',
          required: true,
          points,
          findings: [found],
          trace: {
            hops: [{ stage: 'dns', message: 'a/b', data: {}, resource: { kind: 'Pod', name: 'web' }, at }],
            outcome: 7,
          },
        },
      ],
    };
    expect(gradeJson([exerciseJson(report, textOf, 'es')])).toEqual({
      version: 1,
      exercises: [
        {
          id: 'pod',
          number: 4,
          folder: '04-pod',
          status: 'fail',
          points,
          enough: 2.7,
          checks: [
            {
              id: 'valido',
              kind: 'valid',
              status: 'fail',
              required: true,
              points,
              findings: [findingJson],
              trace: {
                hops: [
                  {
                    stage: 'dns',
                    resource: { kind: 'Pod', name: 'web' },
                    path: 'respuesta.yaml',
                    range: findingJson.range,
                    detail: 'a/b',
                  },
                ],
                outcome: 7,
              },
            },
          ],
        },
      ],
    });
  });
});

describe('checkJson', () => {
  it('lists every file, those without findings too, and the proof of a finding', () => {
    const because = { hops: [], outcome: null };
    const files = [
      { path: 'respuesta.yaml', findings: [{ ...found, because }] },
      { path: 'otro.yaml', findings: [] },
    ];
    expect(checkJson(files, textOf, 'es')).toEqual({
      version: 1,
      files: [
        { path: 'respuesta.yaml', findings: [{ ...findingJson, because }] },
        { path: 'otro.yaml', findings: [] },
      ],
    });
  });
});
