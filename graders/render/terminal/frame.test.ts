import { describe, expect, it } from 'vitest';
import { codeFrame } from './frame.ts';
import { plain } from './palette.ts';

const yaml = 'kind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - image: nginx\n';

/** The frame of a piece of a text that occurs once in it. */
function frame(text: string, marked: string, width = 60): string {
  const from = text.indexOf(marked);
  return codeFrame(text, { path: 'x', from, to: from + marked.length }, { palette: plain, width }).join('\n');
}

const shown = (...lines: readonly string[]): string => lines.join('\n');

describe('codeFrame', () => {
  it('underlines a value between the lines around it', () => {
    expect(frame(yaml, 'web')).toBe(
      shown('1 │ kind: Pod', '2 │ metadata:', '3 │   name: web', '  │         ^^^', '4 │ spec:'),
    );
  });

  it('starts at the first line and ends at the last', () => {
    expect(frame('kind: Pod', 'kind')).toBe(shown('1 │ kind: Pod', '  │ ^^^^'));
    expect(frame(yaml, 'nginx')).toBe(
      shown('4 │ spec:', '5 │   containers:', '6 │     - image: nginx', '  │              ^^^^^'),
    );
  });

  it('aligns numbers of different widths', () => {
    const text = Array.from({ length: 12 }, (_, index) => `l${index + 1}`).join('\n');
    expect(frame(text, 'l10')).toBe(shown(' 8 │ l8', ' 9 │ l9', '10 │ l10', '   │ ^^^', '11 │ l11'));
  });

  it('opens tabs and keeps the underline below its text', () => {
    expect(frame('a:\n\tb: 1', 'b')).toBe(shown('1 │ a:', '2 │     b: 1', '  │     ^'));
    expect(frame('a:\n\tb: 1', '\t')).toBe(shown('1 │ a:', '2 │     b: 1', '  │ ^^^^'));
  });

  it('counts wide characters as two columns and joined ones as one character', () => {
    expect(frame('n: 東京 x', 'x')).toBe(shown('1 │ n: 東京 x', '  │         ^'));
    expect(frame('n: 東京 x', '京')).toBe(shown('1 │ n: 東京 x', '  │      ^^'));
    expect(frame('n: 🚢 x', 'x')).toBe(shown('1 │ n: 🚢 x', '  │       ^'));
    expect(frame('n: cafe\u0301 x', 'x')).toBe(shown('1 │ n: cafe\u0301 x', '  │         ^'));
  });

  it('shows what a terminal would obey, and still aligns', () => {
    expect(frame('a: \u001b[31mrojo x', 'x')).toBe(shown('1 │ a: ␛[31mrojo x', '  │              ^'));
    expect(frame('a: \u202eabc x', 'x')).toBe(shown('1 │ a: <U+202E>abc x', '  │                ^'));
    expect(frame('a: b\u0007\rc x', 'x')).toBe(shown('1 │ a: b␇␍c x', '  │         ^'));
  });

  it('leaves the carriage returns of Windows out', () => {
    expect(frame('a: 1\r\nb: 2\r\nc: 3\r\n', 'b: 2')).toBe(shown('1 │ a: 1', '2 │ b: 2', '  │ ^^^^', '3 │ c: 3'));
  });

  it('marks every line of a span, and only the first of a long one', () => {
    expect(frame('a:\n  b: 1\n  c: 2\nd: 3', 'b: 1\n  c: 2')).toBe(
      shown('1 │ a:', '2 │   b: 1', '  │   ^^^^', '3 │   c: 2', '  │   ^^^^', '4 │ d: 3'),
    );
    const long = ['a', 'b', 'c', 'd', 'e', 'f'].join('\n');
    expect(frame(long, long)).toBe(
      shown('1 │ a', '  │ ^', '2 │ b', '  │ ^', '3 │ c', '  │ ^', '4 │ d', '  │ ^', '  ⋮'),
    );
  });

  it('does not mark the line after a span that ends with a line break', () => {
    expect(frame('a: 1\nb: 2\nc: 3', 'a: 1\n')).toBe(shown('1 │ a: 1', '  │ ^^^^', '2 │ b: 2'));
  });

  it('points between two characters and after the last one', () => {
    const at = (from: number) =>
      codeFrame('ab', { path: 'x', from, to: from }, { palette: plain, width: 60 }).join('\n');
    expect(at(1)).toBe(shown('1 │ ab', '  │  ^'));
    expect(at(2)).toBe(shown('1 │ ab', '  │   ^'));
    expect(at(99)).toBe(shown('1 │ ab', '  │   ^'));
  });

  it('clips a long line around the span', () => {
    const line = `${'a'.repeat(100)}X${'b'.repeat(100)}`;
    expect(frame(line, 'X', 40)).toBe(shown('1 │ …aaaaaaaaaaaXbbbbbbbbbbbbbbbbbbbbbb…', '  │             ^'));
    expect(frame(`${'a'.repeat(10)}X${'b'.repeat(100)}`, 'X', 40)).toBe(
      shown('1 │ aaaaaaaaaaXbbbbbbbbbbbbbbbbbbbbbbbb…', '  │           ^'),
    );
  });

  it('ends the underline of a long span with the screen', () => {
    expect(frame('x'.repeat(200), 'x'.repeat(200), 40)).toBe(shown(`1 │ ${'x'.repeat(35)}…`, `  │ ${'^'.repeat(36)}`));
  });

  it('clips a megabyte on one line', () => {
    const line = `${'a, '.repeat(400_000)}X${' b'.repeat(400_000)}`;
    expect(frame(line, 'X', 30)).toBe(shown('1 │ … a, a, X b b b b b b b b…', '  │         ^'));
  });

  it('shows nothing of a text without text', () => {
    expect(codeFrame(' \n\n', { path: 'x', from: 0, to: 0 }, { palette: plain, width: 60 })).toEqual([]);
  });
});
