import { describe, expect, it } from 'vitest';
import type { Finding } from '../core/finding.ts';
import { withoutIgnored } from './pragmas.ts';

/** A finding on every line of a text, so that a case reads as the lines that stay. */
function linesLeft(text: string, id = 'docker/x'): number[] {
  const source = { path: 'f', text };
  let from = 0;
  const findings = text.split('\n').map((line, index): Finding => {
    const at = { path: 'f', from, to: from + line.length };
    from += line.length + 1;
    return { id, message: 'm', data: { line: index + 1 }, at, severity: 'warning' };
  });
  return withoutIgnored(findings, [source]).map(({ data }) => data.line as number);
}

describe('pragmas', () => {
  it('silence their own line when they trail it', () => {
    expect(linesLeft('a: 1\nb: 2 # timonel ignore=docker/x\nc: 3')).toEqual([1, 3]);
  });

  it('silence the next line, past other comments and along its continuations', () => {
    expect(linesLeft('# timonel ignore=docker/x\n# why\nRUN a \\\n  b\nRUN c')).toEqual([1, 2, 5]);
  });

  it('silence a whole file', () => {
    expect(linesLeft('a\nb\n# timonel ignore-file=docker/x')).toEqual([]);
  });

  it('silence only the rules they name', () => {
    expect(linesLeft('a # timonel ignore=docker/y', 'docker/x')).toEqual([1]);
    expect(linesLeft('a # timonel ignore=docker/y, docker/x', 'docker/x')).toEqual([]);
  });

  it('do not speak for other files', () => {
    const finding: Finding = {
      id: 'docker/x',
      message: 'm',
      data: {},
      at: { path: 'g', from: 0, to: 1 },
      severity: 'error',
    };
    expect(withoutIgnored([finding], [{ path: 'f', text: '# timonel ignore-file=docker/x' }])).toEqual([finding]);
  });
});
