import { describe, expect, it } from 'vitest';
import { Memory } from './memory.ts';

interface Course {
  readonly lessons: readonly { readonly id: string; readonly title: { readonly es: string }; readonly body: string }[];
  readonly name?: string;
}

const course = (change: Partial<Course> = {}): Course => ({
  lessons: [
    { id: 'uno', title: { es: 'Uno' }, body: 'a' },
    { id: 'dos', title: { es: 'Dos' }, body: 'b' },
  ],
  ...change,
});

const withBody = (body: string): Course => {
  const [first, second] = course().lessons;
  return { lessons: first && second ? [{ ...first, body }, second] : [] };
};

/** Asks a memory for one result after another. @returns what was made anew */
function made<T>(make: (input: Course) => T, ...inputs: readonly Course[]): readonly T[] {
  const memory = new Memory();
  const anew: T[] = [];
  for (const input of inputs) {
    memory.of('page', input, (watched) => {
      const result = make(watched);
      anew.push(result);
      return result;
    });
  }
  return anew;
}

const titles = ({ lessons }: Course): string => lessons.map(({ title }) => title.es).join();
const firstBody = ({ lessons: [first] }: Course): string => first?.body ?? '';

describe('Memory', () => {
  it('gives again what was made of equal data, however new the objects are', () => {
    expect(made(titles, course(), course(), structuredClone(course()))).toEqual(['Uno,Dos']);
  });

  it('does not mind what was not read', () => {
    expect(made(titles, course(), withBody('another'))).toEqual(['Uno,Dos']);
  });

  it('makes it again when what was read is another', () => {
    expect(made(firstBody, course(), withBody('another'), withBody('another'))).toEqual(['a', 'another']);
  });

  it('remembers the last input only: going back is another change', () => {
    expect(made(firstBody, course(), withBody('z'), course())).toEqual(['a', 'z', 'a']);
  });

  it.each<[string, (input: Course) => unknown]>([
    ['a list got longer', ({ lessons }) => lessons.length],
    ['somebody searched it', ({ lessons }) => lessons.find(({ id }) => id === 'tres')?.id],
    ['it was copied', ({ lessons }) => [...lessons].length],
    ['it was written as JSON', (input) => JSON.stringify(input)],
  ])('notices what is new: %s', (_, make) => {
    const { lessons } = course();
    const longer = { lessons: [...lessons, { id: 'tres', title: { es: 'Tres' }, body: '' }] };
    expect(made(make, course(), longer)).toHaveLength(2);
  });

  it.each<[string, (input: Course) => unknown]>([
    ['whether a key is there', (input) => 'name' in input],
    ['its value', (input) => input.name],
    ['all keys', (input) => Object.keys(input).join()],
    ['a copy', (input) => ({ ...input }).name],
  ])('notices a key that is new, where it was asked for: %s', (_, make) => {
    expect(made(make, course(), course({ name: 'Curso' }))).toHaveLength(2);
  });

  it('notices a value that was reached twice and is another in one of its places', () => {
    const [first, second] = course().lessons;
    if (!first || !second) throw new Error('two lessons');
    const memory = new Memory();
    const both = (of: { readonly one: typeof first; readonly all: readonly (typeof first)[] }) =>
      memory.of('page', of, ({ one, all }) => `${one.body}${all.map(({ body }) => body).join('')}`);
    expect(both({ one: first, all: [first, second] })).toBe('aab');
    expect(both({ one: first, all: [{ ...first, body: 'z' }, second] })).toBe('azb');
    expect(both({ one: { ...first, body: 'y' }, all: [{ ...first, body: 'z' }, second] })).toBe('yzb');
  });

  it('takes what nobody can change as a whole', () => {
    const hidden = Symbol('where');
    const input = (at: number) => Object.defineProperty({ id: 'x' }, hidden, { value: { at }, enumerable: true });
    const memory = new Memory();
    const page = (of: object) =>
      memory.of('page', of, (watched) => JSON.stringify(Reflect.get({ ...watched }, hidden)));
    expect([page(input(1)), page(input(2)), page(Object.freeze({ id: 'x' }))]).toEqual([
      '{"at":1}',
      '{"at":2}',
      undefined,
    ]);
  });

  it('keeps what is the same the same', () => {
    expect(made(({ lessons }) => lessons.indexOf(lessons[1] as (typeof lessons)[number]), course())).toEqual([1]);
  });
});
