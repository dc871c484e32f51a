import { describe, expect, it } from 'vitest';
import type { Finding } from '../core/finding.ts';
import type { Source } from '../core/source.ts';
import { compareByName, compareStrictly, readExpectations } from './expectations.ts';

const file = (...lines: string[]): Source => ({ path: 'Dockerfile', text: lines.join('\n') });

/** A finding on the first place where a piece of text stands. */
function found(source: Source, id: string, piece: string): Finding {
  const from = source.text.indexOf(piece);
  return { id, message: 'm', data: {}, severity: 'error', at: { path: source.path, from, to: from + piece.length } };
}

const words = (mismatches: readonly { words: string }[]) => mismatches.map((mismatch) => mismatch.words);

describe('reading', () => {
  it('takes a trailing comment for its own line', () => {
    const { expectations } = readExpectations(file('a: 1', 'b: 2 # expect: yaml/x 4-5'));
    expect(expectations).toMatchObject([{ id: 'yaml/x', line: 2, columns: { from: 4, linesBelow: 0, to: 5 } }]);
  });

  it('takes comments of their own for the next line that is no such comment', () => {
    const source = file('# expect: docker/a 1-2', '  # expect: docker/b 3-+2:10', 'FROM x');
    expect(readExpectations(source).expectations).toMatchObject([
      { id: 'docker/a', line: 3 },
      { id: 'docker/b', line: 3, columns: { from: 3, linesBelow: 2, to: 10 } },
    ]);
  });

  it('reads TypeScript comments, several on a line, and findings anywhere', () => {
    const source = file('// expect-file: literal/x', "a: 'b', // expect: y/z 1-2 // expect: y/w");
    expect(readExpectations(source).expectations).toMatchObject([
      { id: 'literal/x', line: undefined },
      { id: 'y/z', line: 2 },
      { id: 'y/w', line: 2, columns: undefined },
    ]);
  });

  it.each(['# expect docker/x', 'a: 1 # expect: docker/x 3', '# expect: docker/x 3-4 5', '# expect: Docker/X'])(
    'refuses «%s»',
    (line) => expect(words(readExpectations(file(line)).mismatches)).toEqual([`cannot read the expectation «${line}»`]),
  );

  it('leaves ordinary comments alone', () => {
    const source = file('# expected: three replicas', '// expecting: more', 'a: "#expects" # we expect: this');
    expect(readExpectations(source)).toEqual({ expectations: [], mismatches: [] });
  });
});

describe('strict comparison', () => {
  const source = file('# expect: docker/x 6-12', 'FROM python', 'RUN a \\', '  b');

  it('is content when everything is announced and found', () => {
    expect(compareStrictly([source], [found(source, 'docker/x', 'python')])).toEqual([]);
  });

  it('says what was expected and what was found instead', () => {
    expect(words(compareStrictly([source], []))).toEqual(['expected docker/x at 2:6-12, found nothing']);
    expect(words(compareStrictly([source], [found(source, 'docker/x', 'FROM')]))).toEqual([
      'expected docker/x at 2:6-12, found docker/x at 2:1-5',
      'unexpected finding docker/x at 2:1-5',
    ]);
  });

  it('reports a finding that nobody announced, over several lines too', () => {
    const findings = [found(source, 'docker/x', 'python'), found(source, 'docker/y', 'a \\\n  b')];
    expect(compareStrictly([source], findings)).toEqual([
      { path: 'Dockerfile', line: 3, words: 'unexpected finding docker/y at 3:5-+1:4' },
    ]);
  });

  it('matches each expectation with one finding', () => {
    const twice = [found(source, 'docker/x', 'python'), found(source, 'docker/x', 'python')];
    expect(words(compareStrictly([source], twice))).toEqual(['unexpected finding docker/x at 2:6-12']);
  });

  it('asks for the range', () => {
    const short = file('FROM python # expect: docker/x');
    expect(words(compareStrictly([short], [found(short, 'docker/x', 'python')]))).toEqual([
      'expected docker/x on line 1, has no range; a case announces the columns too',
    ]);
  });

  it('accepts a finding anywhere in the file', () => {
    const loose = file('# expect-file: docker/x', 'FROM python');
    expect(compareStrictly([loose], [found(loose, 'docker/x', 'python')])).toEqual([]);
  });
});

describe('comparison by name', () => {
  const source = file('a: 1', 'b: 2 # expect: yaml/x');

  it('allows findings that nobody announced', () => {
    expect(compareByName([source], [found(source, 'yaml/x', 'b: 2'), found(source, 'yaml/y', 'a')])).toEqual([]);
  });

  it('wants the finding on the line of the comment', () => {
    expect(words(compareByName([source], [found(source, 'yaml/x', 'a')]))).toEqual([
      'expected yaml/x on line 2, found yaml/x at 1:1-2',
    ]);
  });

  it('wants at least one finding to be named', () => {
    const bare = file('a: 1');
    expect(words(compareByName([bare], [found(bare, 'yaml/y', 'a')]))).toEqual([
      'names no finding; it gets yaml/y at 1:1-2',
    ]);
  });

  it('accepts a finding in another file for expect-file', () => {
    const other = { path: 'given/world.yaml', text: 'x: 1' };
    expect(compareByName([file('# expect-file: traffic/split')], [found(other, 'traffic/split', 'x')])).toEqual([]);
  });
});
