import { describe, expect, it } from 'vitest';
import type { Folder } from '../course/folders.ts';
import { UsageError } from './io.ts';
import { planTests } from './test-plan.ts';

const folders: readonly Folder[] = [
  { name: '04-pod', number: 4, slug: 'pod' },
  { name: '13-despliegue-canario', number: 13, slug: 'despliegue-canario' },
];
const everything = ['run', '--project=graders'];
const answers = ['run', '--project=graders', 'graders/vitest/'];

describe('planTests', () => {
  it.each([
    [[], everything, []],
    [['13'], answers, ['13-despliegue-canario']],
    [['4', 'despliegue-canario'], answers, ['04-pod', '13-despliegue-canario']],
    [['--reporter=verbose'], [...everything, '--reporter=verbose'], []],
    [['graders/render'], [...everything, 'graders/render'], []],
    [['--project', 'site'], ['run', '--project', 'site'], []],
    [['--lang', 'en', '13'], answers, ['13-despliegue-canario']],
  ])('%j', (words, args, only) => {
    expect(planTests(words, folders, 'es')).toEqual({ args, only, quick: only.length === 0, accept: false });
  });

  it('knows `--accept`, which is none of vitest’s', () => {
    expect(planTests(['13', '--accept'], folders, 'es')).toEqual({
      args: answers,
      only: ['13-despliegue-canario'],
      quick: false,
      accept: true,
    });
  });

  it('tries all there is with `--all`', () => {
    const all = { args: [...everything, '--project=deep'], only: [], quick: false, accept: false };
    expect(planTests(['--all'], folders, 'es')).toEqual(all);
    expect(planTests(['--all', '13'], folders, 'es')).toMatchObject({ args: answers, quick: false });
  });

  it('refuses a number that no exercise has', () => {
    expect(() => planTests(['99'], folders, 'es')).toThrow(UsageError);
  });
});
