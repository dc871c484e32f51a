import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeProgress, noProgress, progressFile, readProgress, withStumbles } from './progress.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'timonel-progreso-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function damage(text: string): void {
  mkdirSync(dirname(progressFile(root)), { recursive: true });
  writeFileSync(progressFile(root), text);
}

describe('progress', () => {
  it('begins with nothing', () => {
    expect(readProgress(root)).toEqual({ progress: new Map() });
  });

  it('keeps each exercise by its id, whatever the id is', () => {
    changeProgress(root, 'pod', (before) => ({ ...before, attempts: before.attempts + 1 }));
    changeProgress(root, '__proto__', (before) => ({ ...before, hints: [2, 1] }));
    changeProgress(root, 'pod', (before) => ({
      ...before,
      attempts: before.attempts + 1,
      solved: '2026-11-30T10:00:00Z',
    }));
    expect(readProgress(root).progress.get('pod')).toEqual({
      attempts: 2,
      hints: [],
      solved: '2026-11-30T10:00:00Z',
      stumbles: [],
    });
    expect(readProgress(root).progress.get('__proto__')).toEqual({ ...noProgress, hints: [2, 1] });
  });

  it('leaves no draft behind', () => {
    changeProgress(root, 'pod', () => noProgress);
    expect(readdirSync(dirname(progressFile(root)))).toEqual(['progreso.json']);
  });

  it.each(['', '{', 'null', '[]', '{"exercises": []}', '\u0000\u0001'])('puts %j aside and goes on', (text) => {
    damage(text);
    const { progress, setAside } = readProgress(root);
    expect(progress.size).toBe(0);
    expect(readFileSync(setAside ?? '', 'utf8')).toBe(text);
    expect(readProgress(root)).toEqual({ progress: new Map() });
  });

  it('keeps the exercises that can be understood beside one that cannot', () => {
    damage(
      JSON.stringify({
        exercises: {
          pod: { attempts: 3, hints: [1], stumbles: [{ id: 'yaml/syntax', times: 2 }] },
          malo: { attempts: -1, hints: [], stumbles: [] },
          otro: { attempts: 1, hints: ['1'], stumbles: [] },
          fecha: { attempts: 1, hints: [], stumbles: [], solved: 'ayer' },
        },
      }),
    );
    const { progress, setAside } = readProgress(root);
    expect([...progress]).toEqual([['pod', { attempts: 3, hints: [1], stumbles: [{ id: 'yaml/syntax', times: 2 }] }]]);
    expect(setAside).toMatch(/progreso\.json\.\d{4}-/);
  });

  it('counts what goes wrong again, the most frequent first, and not without end', () => {
    const about = { es: 'Los pesos son réplicas', en: 'Weights are replicas' };
    const once = { ...noProgress, stumbles: withStumbles(noProgress, [{ id: 'a' }, { id: 'b', about }]) };
    expect(withStumbles(once, [{ id: 'b', about }])).toEqual([
      { id: 'b', about, times: 2 },
      { id: 'a', times: 1 },
    ]);
    const many = Array.from({ length: 500 }, (_, index) => ({ id: `x/${index}` }));
    expect(withStumbles(once, many).length).toBeLessThan(50);
  });
});
