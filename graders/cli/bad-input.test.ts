import { chmodSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quick } from '../vitest/quick.ts';
import { broken, pod, TestCourse } from './testing/course.ts';
import { stackTrace, timonel } from './testing/run.ts';

/** Bytes of a text in an encoding that no manifest is written in. */
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');
const lines = (count: number, line: string): string => `${line}\n`.repeat(count);

const bomb = [
  'apiVersion: v1',
  'kind: Pod',
  'a: &a [x, x, x, x, x, x, x, x, x, x]',
  ...['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name, index) => {
    const before = String.fromCharCode(97 + index);
    return `${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`;
  }),
].join('\n');

interface BadAnswer {
  readonly content: string | Uint8Array;
  readonly code: 1 | 2;
  readonly id: string;
  /** `line:column` where it is shown; undefined for a file that has no lines. */
  readonly at?: string;
}

/** What a student may save by accident, or on purpose. */
const badAnswers: Readonly<Record<string, BadAnswer>> = {
  'an empty file': { content: '', code: 1, id: 'manifest/not-an-object', at: '1:1' },
  'only blank lines': { content: '\n\n  \n', code: 1, id: 'manifest/not-an-object', at: '1:1' },
  'a binary file': { content: Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 1]), code: 2, id: 'file/binary' },
  Windows1252: { content: latin1('kind: Pod\nmetadata:\n  name: cañón\n'), code: 2, id: 'file/encoding', at: '3:11' },
  'UTF-16 with its mark': { content: utf16('kind: Pod\n'), code: 2, id: 'file/encoding' },
  'UTF-16 without a mark': { content: utf16('kind: Pod\n').subarray(2), code: 2, id: 'file/binary' },
  'more than four megabytes': { content: lines(600_000, '# relleno'), code: 2, id: 'file/too-large' },
  'a tab in the indentation': { content: 'kind: Pod\nmetadata:\n\tname: web\n', code: 1, id: 'yaml/syntax', at: '3:1' },
  'a duplicate key': { content: broken, code: 1, id: 'yaml/duplicate-key', at: '4:3' },
  'a duplicate key, in Windows': {
    content: broken.replaceAll('\n', '\r\n'),
    code: 1,
    id: 'yaml/duplicate-key',
    at: '4:3',
  },
  '10 000 nested brackets': { content: `a: ${'['.repeat(10_000)}`, code: 1, id: 'yaml/too-deep' },
  // Parsing them is most of what it takes, and the tests of the parser do as much.
  ...(!quick && {
    '10 000 nested brackets that close': {
      content: `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`,
      code: 1,
      id: 'yaml/too-deep',
    },
  }),
  'aliases that multiply': { content: bomb, code: 1, id: 'yaml/alias-bomb' },
};

let course: TestCourse;
beforeEach(() => {
  course = new TestCourse();
});
afterEach(() => course.remove());

const grade = (...args: readonly string[]) =>
  timonel(['grade', '4', ...args, '--root', course.root], { cwd: course.root });

/** The only finding of the only failed check. */
function onlyFinding(out: string) {
  const [exercise] = JSON.parse(out).exercises;
  const failed = exercise.checks.filter(({ status }: { status: string }) => status === 'fail');
  expect(failed).toHaveLength(1);
  expect(failed[0].findings).toHaveLength(1);
  return failed[0].findings[0];
}

describe('an answer that is', () => {
  it.each(Object.entries(badAnswers))('%s gets one located message', async (_name, { content, code, id, at }) => {
    course.answer(content);
    const json = await grade('--format', 'json');
    expect(json.code).toBe(code);
    const found = onlyFinding(json.out);
    expect(found.id).toBe(id);
    if (at !== undefined) expect(`${found.range.start.line}:${found.range.start.column}`).toBe(at);

    const human = await grade();
    expect(human.code).toBe(code);
    expect(human.out).toContain('exercises/04-pod/respuesta.yaml');
    expect(human.out).toContain(id);
    expect(`${human.out}${human.err}`).not.toMatch(stackTrace);
    expect(human.out.length).toBeLessThan(4000);
  });

  it.each([
    ['with the byte order mark of UTF-8', `\ufeff${pod}`],
    ['with the line endings of Windows', pod.replaceAll('\n', '\r\n')],
  ])('right passes %s', async (_name, content) => {
    course.answer(content);
    expect((await grade()).code).toBe(0);
    expect((await grade()).out).toContain('Bien: 5 de 5 puntos.');
  });

  it('missing says how to get it back', async () => {
    rmSync(course.path('exercises/04-pod/respuesta.yaml'));
    const { code, out } = await grade();
    expect(code).toBe(2);
    expect(out).toContain('npx timonel reset 4');
    expect(out).toContain('file/missing');
  });

  it('a folder is said to be one', async () => {
    rmSync(course.path('exercises/04-pod/respuesta.yaml'));
    mkdirSync(course.path('exercises/04-pod/respuesta.yaml'));
    expect(onlyFinding((await grade('--format', 'json')).out).id).toBe('file/directory');
    expect((await grade()).code).toBe(2);
    const reset = await timonel(['reset', '4', '--yes', '--root', course.root]);
    expect(reset).toMatchObject({ code: 2, out: '' });
    expect(reset.err).toContain('no lo he tocado');
  });

  it.skipIf(process.getuid?.() === 0)('unreadable is said to be so', async () => {
    chmodSync(course.answer(pod), 0o000);
    expect(onlyFinding((await grade('--format', 'json')).out).id).toBe('file/unreadable');
    expect((await grade()).code).toBe(2);
  });

  it('full of orders to the terminal does not reach it raw', async () => {
    course.answer('kind: Pod\nmetadata:\n  "\u001b[2J\u202e": 1\n  "\u001b[2J\u202e": 2\n');
    const { out } = await grade();
    expect(out).toContain('␛[2J<U+202E>');
    expect(out).not.toMatch(/[\p{Cf}]/u);
    expect(out).not.toContain('\u001b');
  });
});

describe('an exercise whose', () => {
  it.each([
    ['exercise.yaml is no YAML', 'exercise.yaml', 'id: pod\n  number: [\n', 'yaml/'],
    ['exercise.yaml is empty', 'exercise.yaml', '', ''],
    ['exercise.yaml has no checks', 'exercise.yaml', 'id: pod\nnumber: 4\n', ''],
    ['exercise.yaml is binary', 'exercise.yaml', '\0\0', 'file/binary'],
    ['starter is binary', 'starter/respuesta.yaml', '\0\0', 'file/binary'],
    ['given files are binary', 'given/mundo.yaml', '\0\0', 'file/binary'],
  ])('%s is reported at its file', async (_name, path, content, id) => {
    course.answer(pod);
    course.write(`exercises/04-pod/${path}`, content);
    const { code, out } = await grade('--format', 'json');
    expect(code).toBe(2);
    const found = onlyFinding(out);
    expect(found.path).toBe(path);
    expect(found.id).toContain(id);
    const human = await grade();
    expect(human.out).toContain(`exercises/04-pod/${path}`);
    expect(`${human.out}${human.err}`).not.toMatch(stackTrace);
    expect(readFileSync(course.path('exercises/04-pod/respuesta.yaml'), 'utf8')).toBe(pod);
    for (const command of ['list', 'next', 'hint', 'reset']) {
      const args = command === 'hint' || command === 'reset' ? [command, '4'] : [command];
      const ran = await timonel([...args, '--root', course.root]);
      expect(`${ran.out}${ran.err}`).not.toMatch(stackTrace);
    }
  });
});
