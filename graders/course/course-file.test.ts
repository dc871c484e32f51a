import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { courseFiles } from '../authoring/scaffold/course.ts';

const { $schema: _, ...schema } = JSON.parse(readFileSync('schemas/course.schema.json', 'utf8'));
const isCourse = new Ajv({ strict: false }).compile(schema);
const title = { es: 'Parte', en: 'Part' };

describe('exercises/course.yaml', () => {
  it.each([
    ['of this course', () => readFileSync('exercises/course.yaml', 'utf8')],
    [
      'that `init --course` leaves',
      () => courseFiles().find(({ path }) => path === 'exercises/course.yaml')?.text ?? '',
    ],
  ])('%s is as its schema says', (_, text) => {
    const course = parse(text());
    expect(course.modules.length).toBeGreaterThan(0);
    expect(isCourse(course), JSON.stringify(isCourse.errors)).toBe(true);
  });

  it.each([
    ['nothing', {}],
    ['how many answers are asked for', { answers: { rejected: 0 } }],
    ['parts of exercises alone', { modules: [{ title, exercises: ['pod'] }] }],
  ])('may say %s', (_, course) => {
    expect(isCourse(course)).toBe(true);
  });

  it.each([
    ['a field that means nothing', { module: [] }],
    ['a title in one language', { modules: [{ title: { es: 'Parte' } }] }],
    ['no title', { modules: [{ exercises: ['pod'] }] }],
    ['numbers for exercises', { modules: [{ title, exercises: [4] }] }],
    ['a number of answers in words', { answers: { accepted: 'six' } }],
  ])('may not say %s', (_, course) => {
    expect(isCourse(course)).toBe(false);
  });
});
