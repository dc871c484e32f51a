import { describe, expect, it } from 'vitest';
import { grade } from '../../../graders/index.ts';
import { attemptsOf } from '../course.ts';
import { exercises, pageOf, root, type Setting } from '../setting.ts';
import { gradeIn, write } from '../visit.ts';

/** The page and Node give the same report, to the byte, wherever the page was opened from. */
export function gradingSuite({ open, fromFile, server }: Setting): void {
  const places = [
    { where: 'a file', base: fromFile },
    { where: 'a server, below a path', base: () => server().url },
  ];
  describe.each(places)('opened from $where', ({ base }) => {
    it.each(exercises.map((written) => ({ written, folder: written.exercise.folder })))(
      'grades $folder as Node does',
      async ({ written }) => {
        const { exercise } = written;
        const page = await open(pageOf(written), base());
        // The wrong answer first: the explanation stays once an answer has passed.
        for (const { name, answers } of attemptsOf(root, written).toReversed()) {
          for (const { path, text } of answers) await write(page, path, text);
          const inNode = grade(exercise, answers);
          expect(await gradeIn(page), name).toBe(JSON.stringify(inNode));
          // Said aloud, with the focus where it was.
          expect(await page.locator('#anuncio').textContent(), name).toMatch(/\d de \d/);
          expect(await page.evaluate('document.activeElement.id'), name).toBe('editor');
          expect(await page.locator('#explicacion').isVisible(), name).toBe(inNode.status === 'pass');
        }
      },
    );
  });
}
