import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { ClassResults } from '../results.ts';
import {
  answerOf,
  canary,
  classOf,
  failed,
  foundIn,
  mixed,
  passed,
  pod,
  submissionOf,
  untouched,
} from '../testing/results.ts';
import { fillCanvas } from './canvas.ts';
import { BadGradebook } from './gradebook.ts';
import { isTimestamp, ltiScores } from './lti.ts';
import { fillMoodle } from './moodle.ts';
import { longTable, matrixTable } from './tables.ts';

const read = (file: Uint8Array): string => Buffer.from(file).toString('utf8');

describe('CSV tables', () => {
  it('have one row for each submission, its interval, and what waits for a person', () => {
    expect(matrixTable(mixed, 'min').split('\r\n')).toEqual([
      'submission,name,email,number,4 (/10),13 (/10),total_min,total_max,total_of,to_review,not_graded',
      'Ana García_11,Ana García,,11,10,10,20,20,20,,',
      'bea@uni.es,,bea@uni.es,,10,5,15,15,20,,',
      'carlos,Carlos Núñez,,,10,6,16,20,20,13,',
      'dario,Darío Sanz,,14,,,0,0,20,,',
      'elena,Elena Ruiz,,15,0,10,10,20,20,,4',
      '',
    ]);
    expect(matrixTable(mixed, 'max')).toContain('carlos,Carlos Núñez,,,10,10,16,20,20,13,');
  });

  it('have one row for each check, of what nobody answered too', () => {
    const lines = longTable(mixed, 'es').trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + 4 * 4 + 3);
    expect(lines[8]).toBe(
      'bea@uni.es,,bea@uni.es,,13,despliegue-canario,fail,reparto,Reparte el tráfico,traffic,fail,1,1,6,traffic/split,Llega el 50 % a v2.',
    );
    expect(lines[13]).toContain('dario,Darío Sanz,,14,4,pod,pending,valido,Se admite,pending,pending,0,0,4');
  });

  it('run no formula of a student', () => {
    const evil = classOf(
      submissionOf('=cmd()', [passed(pod), failed(canary, '=HYPERLINK("http://x")')], { name: '@x' }),
    );
    for (const table of [longTable(evil, 'es'), matrixTable(evil, 'min')]) {
      expect(table).toContain("'=cmd(),'@x,");
      expect(table).not.toMatch(/(?:^|,|")[=@]/m);
    }
  });
});

const spanish = [
  '\ufeffIdentificador,"Nombre completo","Dirección de correo",Estado,Calificación,"Calificación máxima","La calificación puede ser cambiada","Última modificación (entrega)","Última modificación (calificación)","Comentarios de retroalimentación"',
  'Participante11,"Ana García",ana@uni.es,"Enviado para calificar",,"10,00",Sí,"lunes, 5 de octubre de 2026, 10:00",-,',
  'Participante12,"Bea Gil",BEA@uni.es,"Enviado para calificar","3,00","10,00",Sí,-,-,"Ya te lo dije"',
  'Participante13,"NUNEZ, Carlos",carlos@uni.es,-,,"10,00",Sí,-,-,',
  'Participante14,"Darío Sanz",dario@uni.es,-,,"10,00",No,-,-,',
  '',
].join('\r\n');

describe('the worksheet of Moodle', () => {
  const filled = fillMoodle(mixed, Buffer.from(spanish), 'min', 'es');

  it('is filled where its students are, and every other byte stays', () => {
    const lines = read(filled.file).split('\r\n');
    expect(lines[0]).toBe(spanish.split('\r\n')[0]);
    expect(lines[1]).toBe(
      'Participante11,"Ana García",ana@uni.es,"Enviado para calificar",10,"10,00",Sí,"lunes, 5 de octubre de 2026, 10:00",-,4. Un Pod: 10 de 10 (bien).<br>13. Despliegue canario: 10 de 10 (bien).',
    );
    expect(lines[2]).toBe(
      'Participante12,"Bea Gil",BEA@uni.es,"Enviado para calificar","7,5","10,00",Sí,-,-,"Ya te lo dije"',
    );
    expect(lines[3]).toMatch(
      /^Participante13,"NUNEZ, Carlos",carlos@uni\.es,-,8,"10,00",Sí,-,-,.*entre 6 y 10 de 10 \(por revisar\)/,
    );
    expect(lines[4]).toBe(spanish.split('\r\n')[4]);
  });

  it('says who is not in it, and whose grade nobody may change', () => {
    expect(filled.graded).toBe(3);
    expect(filled.remarks.map(({ es }) => es)).toEqual([
      '1 entrega no está en el libro de calificaciones: elena.',
      'Moodle no deja cambiar la nota de dario.',
    ]);
  });

  it('says to a student why there is nothing to grade', () => {
    const message = { es: 'No hay ninguna respuesta en la entrega.', en: 'There is no answer in the submission.' };
    const empty = submissionOf('x', [untouched(pod), untouched(canary)], { number: '11' });
    const file = fillMoodle(
      classOf({ ...empty, remarks: [{ path: '.', message }] }),
      Buffer.from(spanish),
      'min',
      'es',
    );
    expect(read(file.file)).toContain('10:00",-,No hay ninguna respuesta en la entrega.\r\n');
  });

  it('takes the other end of the interval where that is asked for', () => {
    expect(read(fillMoodle(mixed, Buffer.from(spanish), 'max', 'es').file)).toMatch(
      /NUNEZ, Carlos",carlos@uni\.es,-,10,/,
    );
  });

  it('is the same when it is filled again', () => {
    expect(read(fillMoodle(mixed, filled.file, 'min', 'es').file)).toBe(read(filled.file));
  });

  it('is known in other languages, and by the place of its columns in one nobody knows', () => {
    const of = (head: string, row: string) =>
      read(fillMoodle(mixed, Buffer.from(`${head}\n${row}\n`), 'min', 'en').file).split('\n')[1];
    expect(of('Identifier,"Full name",Grade,"Maximum grade"', '"Participant 11","Ana García",,20.00')).toBe(
      '"Participant 11","Ana García",20,20.00',
    );
    expect(of('Identificador;"Nom complet";Qualificació;"Qualificació màxima"', 'Participant 11;x;;5,00')).toBe(
      'Participant 11;x;5;5,00',
    );
    expect(of('識別碼,電子郵件,Puntos,"Maximum grade"', 'x,y,,10')).toBe('x,y,,10');
  });

  it('never gets a grade out of range, not even where a report gives more than there is', () => {
    const generous = classOf(
      submissionOf('x', [answerOf(pod, 'pass', ['pass', 60, 60]), passed(canary)], { number: '11' }),
    );
    expect(read(fillMoodle(generous, Buffer.from(spanish), 'min', 'es').file)).toContain(
      '"Enviado para calificar",10,"10,00"',
    );
  });

  it('gives nobody the grade of somebody of the same name', () => {
    const two = classOf(
      submissionOf('a', [passed(pod), passed(canary)], { name: 'Ana García' }),
      submissionOf('b', [passed(pod), passed(canary)], { name: 'García Ana' }),
    );
    const { file, graded, remarks } = fillMoodle(two, Buffer.from(spanish), 'min', 'es');
    expect([read(file), graded]).toEqual([spanish, 0]);
    expect(remarks[0]?.es).toBe(
      '2 entregas podrían ser de más de una fila, o la fila de más de una entrega, y se dejan sin nota: a y b.',
    );
  });

  it('shows nothing of a student as markup', () => {
    const evil = classOf(
      submissionOf('x', [passed(pod), failed(canary, '<img src=x onerror=alert(1)>')], { number: '11' }),
    );
    expect(read(fillMoodle(evil, Buffer.from(spanish), 'min', 'es').file)).toContain(
      '&lt;img src=x onerror=alert(1)&gt;',
    );
  });

  it('says what is wrong with a file that is none', () => {
    expect(() => fillMoodle(mixed, Buffer.from('a,b\n1,2\n'), 'min', 'es')).toThrow(BadGradebook);
    expect(() => fillMoodle(mixed, Buffer.from(spanish, 'utf16le'), 'min', 'es')).toThrow(BadGradebook);
  });
});

const gradebook = (columns: string, possible: string) =>
  [
    `Student,ID,SIS User ID,SIS Login ID,Section,${columns},Current Score`,
    `    Points Possible,,,,,${possible},(read only)`,
    `"García, Ana",11,u11,ana,Grupo A,${','.repeat(possible.split(',').length)}`,
    `"Gil, Bea",12,u12,bea@uni.es,Grupo A,${','.repeat(possible.split(',').length)}`,
    '',
  ].join('\n');

describe('the gradebook of Canvas', () => {
  it('gets each exercise into the column of its name, scaled to its points', () => {
    const { file, graded } = fillCanvas(
      mixed,
      Buffer.from(gradebook('Un Pod (71),Ejercicio 13 (72),Otra cosa (73)', '100,10,5')),
      'min',
    );
    expect(read(file).split('\n').slice(2, 4)).toEqual([
      '"García, Ana",11,u11,ana,Grupo A,100,10,,',
      '"Gil, Bea",12,u12,bea@uni.es,Grupo A,100,5,,',
    ]);
    expect(graded).toBe(2);
  });

  it('gets the total into its only assignment, or into the one that is named', () => {
    const only = fillCanvas(mixed, Buffer.from(gradebook('Práctica (71)', '10')), 'min');
    expect(read(only.file)).toContain('bea@uni.es,Grupo A,7.5,');
    const named = fillCanvas(mixed, Buffer.from(gradebook('Práctica (71),Examen (72)', '10,10')), 'min', 'Práctica');
    expect(read(named.file)).toContain('bea@uni.es,Grupo A,7.5,,');
  });

  it('is not filled by guess', () => {
    const two = Buffer.from(gradebook('Práctica (71),Examen (72)', '10,10'));
    expect(() => fillCanvas(mixed, two, 'min')).toThrow(BadGradebook);
    expect(() => fillCanvas(mixed, two, 'min', 'Nada')).toThrow(BadGradebook);
    expect(() => fillCanvas(mixed, Buffer.from('a,b\n1,2\n'), 'min')).toThrow(BadGradebook);
  });

  it('names who is not in it', () => {
    const { remarks } = fillCanvas(mixed, Buffer.from(gradebook('Práctica (71)', '10')), 'min');
    expect(remarks[0]?.es).toContain('carlos, dario y elena');
  });
});

/** @see https://www.imsglobal.org/spec/lti-ags/v2p0#score-service-media-type-and-schema */
const ltiSchema = {
  type: 'object',
  required: ['userId', 'timestamp', 'activityProgress', 'gradingProgress'],
  properties: {
    userId: { type: 'string', minLength: 1 },
    scoreGiven: { type: 'number', minimum: 0 },
    scoreMaximum: { type: 'number', exclusiveMinimum: 0 },
    comment: { type: 'string' },
    timestamp: { type: 'string', format: 'date-time' },
    activityProgress: { enum: ['Initialized', 'Started', 'InProgress', 'Submitted', 'Completed'] },
    gradingProgress: { enum: ['FullyGraded', 'Pending', 'PendingManual', 'Failed', 'NotReady'] },
  },
  dependencies: { scoreGiven: ['scoreMaximum'] },
  additionalProperties: false,
};

describe('LTI scores', () => {
  const time = '2026-11-30T10:00:00.000+01:00';
  const written = (results: ClassResults = mixed) => JSON.parse(ltiScores(results, time, 'min', 'es'));

  it('keep to the schema, with the time they were given', () => {
    const ajv = new Ajv({ strictRequired: false });
    addFormats.default(ajv);
    const validate = ajv.compile(ltiSchema);
    for (const { scores } of written().items) {
      for (const score of scores) expect([validate(score), score.timestamp]).toEqual([true, time]);
    }
  });

  it('tell what is final, what waits for a person, what failed and what was not begun', () => {
    const [total, , second] = written().items;
    const shown = (scores: readonly Record<string, unknown>[]) =>
      scores.map(({ userId, scoreGiven, activityProgress, gradingProgress }) => [
        userId,
        scoreGiven,
        activityProgress,
        gradingProgress,
      ]);
    expect(shown(total.scores)).toEqual([
      ['11', 20, 'Completed', 'FullyGraded'],
      ['bea@uni.es', 15, 'Completed', 'FullyGraded'],
      ['carlos', 16, 'Completed', 'PendingManual'],
      ['14', undefined, 'Initialized', 'NotReady'],
      ['15', undefined, 'Completed', 'Failed'],
    ]);
    expect(second.lineItem).toEqual({ tag: 'despliegue-canario', label: 'Despliegue canario', scoreMaximum: 10 });
    expect(second.scores[2]).toMatchObject({
      scoreGiven: 6,
      gradingProgress: 'PendingManual',
      comment: 'entre 6 y 10 de 10',
    });
  });

  it('take only a time with its zone', () => {
    expect(['2026-11-30T10:00:00Z', time].map(isTimestamp)).toEqual([true, true]);
    expect(['2026-11-30', '2026-11-30T10:00:00', '2026-13-30T10:00:00Z', 'x'].map(isTimestamp)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('feedback', () => {
  it('is safe to show', () => {
    const evil = classOf(
      submissionOf('x', [passed(pod), answerOf(canary, 'fail', ['fail', 0, 0], [foundIn('\u001b[31m\u202e')])]),
    );
    expect(ltiScores(evil, '2026-11-30T10:00:00Z', 'min', 'es')).not.toMatch(/[\u202e]|\\u001b/);
  });
});
