import { structuredPatch } from 'diff';
import { fill } from '../../core/messages.ts';
import type { Text } from '../../core/text.ts';
import { safe } from '../../render/terminal/safe.ts';
import type { Screen } from '../../render/terminal/screen.ts';
import type { Graded } from '../grading.ts';

/** More edits than this are no longer worth a comparison line by line. */
const mostEdits = 2000;

/** What the person has changed since the start, file by file. */
export function diffLines({ answers, opened }: Graded, screen: Screen): readonly string[] {
  const starter = opened.exercise?.starter ?? [];
  const blocks = answers.flatMap(({ path, text }) => {
    const before = starter.find((source) => source.path === path)?.text ?? '';
    return before === text ? [] : [fileLines(path, before, text, screen)];
  });
  if (blocks.length === 0) return [fill(asAtStart, {}, screen.lang)];
  return blocks.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

/** A file before and after, as lines. */
export function fileLines(path: string, before: string, after: string, screen: Screen): readonly string[] {
  const { palette, lang } = screen;
  const patch = structuredPatch(path, path, before, after, undefined, undefined, {
    context: 2,
    maxEditLength: mostEdits,
  });
  const head = palette.strong(safe(screen.shownPath(path)));
  if (!patch) return [head, fill(allNew, {}, lang)];
  const hunks = patch.hunks.map(({ newStart, lines }) => {
    let number = newStart;
    const width = String(newStart + lines.length).length;
    return lines.map((line) => {
      if (line.startsWith('\\')) return undefined;
      const sign = line[0] ?? ' ';
      const shown = `${sign === '-' ? ' '.repeat(width) : String(number++).padStart(width)} ${sign} ${safe(line.slice(1).replaceAll('\t', '    '))}`;
      return sign === '+' ? palette.good(shown) : sign === '-' ? palette.error(shown) : palette.faint(shown);
    });
  });
  return [
    head,
    ...hunks.flatMap((lines, index) => [
      ...(index > 0 ? [palette.faint('⋮')] : []),
      ...lines.flatMap((line) => line ?? []),
    ]),
  ];
}

const asAtStart: Text = {
  es: 'La respuesta está como al principio: todavía no hay cambios.',
  en: 'The answer is as it was at the start: there are no changes yet.',
};
const allNew: Text = { es: 'Cambia de arriba abajo.', en: 'It changes from top to bottom.' };
