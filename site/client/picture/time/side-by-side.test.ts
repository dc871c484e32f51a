import { describe, expect, it } from 'vitest';
import { alone, sideBySide } from './side-by-side.ts';

const said = (columns: ReturnType<typeof alone>) => columns.map(({ at, line, branch }) => `${at}:${line}/${branch}`);

describe('a branch beside the line it left', () => {
  it('has a column for each moment of either, and what is common once', () => {
    const columns = sideBySide({ line: [0, 0, 7, 9], branch: [0, 0, 7, 7, 8, 11] }, 3, true);
    expect(said(columns)).toEqual(['0:0/0', '0:1/1', '7:2/2', '7:2/3', '8:2/4', '9:3/4', '11:3/5']);
  });

  it('shows nothing of a line beyond its end where nobody knows what came then', () => {
    expect(said(sideBySide({ line: [0, 15], branch: [0, 15, 30] }, 1, false))).toEqual([
      '0:0/0',
      '15:1/1',
      '30:undefined/2',
    ]);
    expect(said(sideBySide({ line: [0, 1, 2], branch: [0] }, 1, false))).toEqual([
      '0:0/0',
      '1:1/undefined',
      '2:2/undefined',
    ]);
  });

  it('is as good before the first moment as after the last', () => {
    expect(said(sideBySide({ line: [0, 1], branch: [0] }, 0, true))).toEqual(['0:0/0', '1:1/0']);
    expect(said(sideBySide({ line: [0, 1], branch: [0, 1] }, 2, true))).toEqual(['0:0/0', '1:1/1']);
    expect(said(alone([0, 15]))).toEqual(['0:0/undefined', '15:1/undefined']);
  });
});
