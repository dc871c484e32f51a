import { find, resolvePath } from '../../../machine/index.ts';
import type { Call } from '../../tool/tool.ts';
import { wrong } from '../stop.ts';

/** The text of one of the learner's files; `-` is standard input. */
export function findFile({ desk, cwd, stdin }: Call, path: string): string {
  if (path === '-') return stdin;
  const found = find(desk.files, resolvePath(cwd, path));
  if (found.state !== 'present' || found.entry.kind !== 'file') throw wrong(`open ${path}: no such file or directory`);
  return found.entry.content ?? '';
}
