import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editLines } from './edit.ts';

const reference = `spec:
  hosts:
    - a
  http:
    - route:
        - host: a

        - host: b
  tls:
    - route:
        - host: c
`;

describe('edits of whole lines', () => {
  it.each([
    ['one line, wherever it is indented', '- host: b', '- host: d', reference.replace('- host: b', '- host: d'), [8]],
    [
      'some lines, indented among themselves as they were',
      'http:\n  - route:\n',
      'http:\n  - name: x\n    route:\n',
      reference.replace('- route:\n        - host: a', '- name: x\n      route:\n        - host: a'),
      [4, 5, 6],
    ],
    [
      'lines with an empty one between them',
      '- host: a\n\n- host: b',
      '- host: a\n\n- host: c',
      reference.replace('host: b', 'host: c'),
      [6, 7, 8],
    ],
    ['lines that go', 'hosts:\n  - a\n', '', reference.replace('  hosts:\n    - a\n', ''), []],
    ['a line that becomes an empty one', '- a', '\n', reference.replace('    - a\n', '\n'), [3]],
  ])('replaces %s', (_, find, replace, text, written) => {
    expect(editLines(reference, [{ find, replace }])).toEqual({ text, written });
  });

  it('looks for all of them in the text as it was, in any order', () => {
    const edits = [
      { find: '- host: c', replace: '- host: a' },
      { find: '- host: a', replace: '- host: c' },
    ];
    const text = reference.replace(/host: ([ac])/g, (_, name) => `host: ${name === 'a' ? 'c' : 'a'}`);
    expect(editLines(reference, edits)).toEqual({ text, written: [6, 11] });
    expect(editLines(reference, edits.toReversed())).toEqual({ text, written: [6, 11] });
  });

  it.each([
    ['occur nowhere', '- host: x', 'x', { problem: 'absent', lines: [] }],
    ['are a part of a line', 'host: b', 'x', { problem: 'absent', lines: [] }],
    ['are not indented like that among themselves', 'http:\n- route:\n', 'x', { problem: 'absent', lines: [] }],
    ['occur twice', '- route:', 'x', { problem: 'repeated', lines: [5, 10] }],
    ['are none', '', 'x', { problem: 'absent', lines: [] }],
    ['stay as they are', '- host: b', '- host: b\n', { problem: 'nothing' }],
  ])('refuses lines that %s', (_, find, replace, problem) => {
    expect(editLines(reference, [{ find, replace }])).toEqual({ edit: 0, ...problem });
  });

  it('refuses two that replace the same line', () => {
    const edits = [
      { find: 'http:\n  - route:\n', replace: '' },
      { find: '- route:\n    - host: a\n', replace: '' },
    ];
    expect(editLines(reference, edits)).toEqual({ edit: 1, problem: 'overlaps' });
  });

  it('writes what is asked of any lines that are unlike, and nothing else', () => {
    const line = fc.stringMatching(/^ {0,4}[a-z:]{1,6}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(line, { minLength: 1, selector: (one) => one.trim() }),
        fc.nat(),
        line,
        (all, at, instead) => {
          const index = at % all.length;
          const wanted = all[index] ?? '';
          // The end of a longer line is no line.
          const made = editLines(all.join('\n'), [{ find: wanted, replace: instead }]);
          if ('problem' in made) expect([made.problem, instead]).toEqual(['nothing', wanted]);
          else expect(made).toEqual({ text: all.with(index, instead).join('\n'), written: [index + 1] });
        },
      ),
    );
  });
});
