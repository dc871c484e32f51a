import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readExercise } from '../../course/solutions.ts';
import type { Exercise } from '../../exercise.ts';
import { broken, pod, TestCourse } from '../testing/course.ts';
import { keepPageAnswer, readPageAnswer } from './keeping.ts';

let course: TestCourse;
let exercise: Exercise;
const answer = 'exercises/04-pod/respuesta.yaml';
beforeEach(() => {
  course = new TestCourse();
  exercise = readExercise(course.root, '04-pod') as Exercise;
  course.answer(pod);
});
afterEach(() => course.remove());

const onDisk = () => readFileSync(course.path(answer), 'utf8');
const keep = (text: string, known: string) =>
  keepPageAnswer(course.root, exercise, {
    id: 'pod',
    texts: new Map([['respuesta.yaml', text]]),
    known: new Map([['respuesta.yaml', known]]),
  });
const copies = () => {
  const folder = course.path('.timonel/backups/04-pod');
  return readdirSync(folder).map((stamp) => readFileSync(`${folder}/${stamp}/respuesta.yaml`, 'utf8'));
};

describe('an answer that comes from a page', () => {
  it('is written, and what stood there is kept', () => {
    expect(keep(broken, pod)).toBe('saved');
    expect(onDisk()).toBe(broken);
    expect(copies()).toEqual([pod]);
  });

  it('is not written over what the page has not seen', () => {
    expect(keep(broken, 'otra cosa')).toBe('changed');
    expect(onDisk()).toBe(pod);
  });

  it('leaves line endings as they are', () => {
    const windows = pod.replaceAll('\n', '\r\n');
    writeFileSync(course.path(answer), windows);
    expect(keep(`${pod}# más\n`, pod)).toBe('saved');
    expect(onDisk()).toBe(`${windows}# más\r\n`);
  });

  it.each([
    ['a link', () => symlinkSync('/etc/hostname', course.path(answer))],
    ['a folder', () => mkdirSync(course.path(answer))],
    ['nothing', () => undefined],
  ])('is not written where there is %s', (_, make) => {
    rmSync(course.path(answer));
    make();
    expect(keep(broken, pod)).toBe('changed');
  });

  it.each([
    [
      'another file',
      [
        ['respuesta.yaml', 'a'],
        ['../x', 'b'],
      ],
    ],
    ['a file of what is given', [['exercise.yaml', 'a']]],
    ['none', []],
    ['too much', [['respuesta.yaml', 'a'.repeat(4 * 1024 * 1024 + 1)]]],
  ] as const)('is refused with %s', (_, texts) => {
    const known = new Map([['respuesta.yaml', pod]]);
    expect(keepPageAnswer(course.root, exercise, { id: 'pod', texts: new Map(texts), known })).toBe('unknown');
    expect(onDisk()).toBe(pod);
  });

  it.each(['', '[]', '{', '{"id":1,"texts":{},"known":{}}', '{"id":"a","texts":{"x":1},"known":{}}', 'null'])(
    'is nothing when it reads %s',
    (body) => expect(readPageAnswer(body)).toBeUndefined(),
  );
});
