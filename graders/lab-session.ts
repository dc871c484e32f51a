import { filesOf, type SavedLine, type SavedSession } from './core/saved-session.ts';
import type { Source } from './core/source.ts';
import type { Lang } from './core/text.ts';
import { enter, type Lab, refreshed, runBatch } from './lab.ts';

/** @param files of the project when the session began */
export function savedSession(lab: Lab, files: readonly Source[], exercise: string | undefined): SavedSession {
  return {
    timonel: 'lab',
    version: 1,
    ...(exercise !== undefined && { exercise }),
    files: textsOf(files),
    commands: lab.typed.map(({ line, script, brought }) =>
      script || brought ? { line, ...(script && { script }), ...(brought && { files: textsOf(brought) }) } : line,
    ),
  };
}

const textsOf = (files: readonly Source[]): Readonly<Record<string, string>> =>
  Object.fromEntries(files.map(({ path, text }) => [path, text]));

/** Types again what was typed. @param begin a desk like the one it began with */
export function replayed(begin: Lab, commands: SavedSession['commands'], lang: Lang): Lab {
  return commands.reduce<Lab>((lab, one) => {
    const { line, script, files = {} }: SavedLine = typeof one === 'string' ? { line: one } : one;
    const now = refreshed(lab, filesOf({ files }));
    return script ? runBatch(now, { path: 'bash', text: line }, lang).lab : enter(now, line, lang).lab;
  }, begin);
}
