import type { ExerciseSpec } from '../checks/kinds.ts';
import type { Lesson } from './lessons/lesson.ts';

/** The section of a statement that leads to the lesson and to the pages of those who make what it is about. */
const heading = '## Para prepararte';
const passMark = '\n## Cuándo se supera\n';

/** A statement with its section about what to read first, before what it takes to pass; without one where no lesson prepares. */
export function withPreparation(
  statement: string,
  spec: Pick<ExerciseSpec, 'concepts'>,
  lesson: Lesson | undefined,
): string {
  const bare = withoutPreparation(statement);
  if (!lesson) return bare;
  const at = bare.indexOf(passMark);
  const [before, after] = at === -1 ? [bare, ''] : [bare.slice(0, at), bare.slice(at)];
  return `${before.trimEnd()}\n\n${preparation(spec, lesson)}${after}`;
}

/** The statement where the rest of a page says what to read first. */
export function withoutPreparation(statement: string): string {
  const start = statement.indexOf(`\n${heading}\n`);
  if (start === -1) return statement;
  const end = statement.indexOf('\n## ', start + heading.length);
  return statement.slice(0, start) + (end === -1 ? '' : statement.slice(end));
}

function preparation(spec: Pick<ExerciseSpec, 'concepts'>, lesson: Lesson): string {
  const { id, title, sources } = lesson.front;
  const file = `../../site/lecciones/${id}.md`;
  const sections = sectionsFor(spec, lesson).map((section) => `- [${section.title}](${file}#${section.id})`);
  const pages = sources.map((source) => `- [${source.title}](${source.url})`);
  return [
    heading,
    '',
    `La lección [${title.es}](${file}) prepara para este ejercicio${sections.length > 0 ? '. Sus secciones:' : '.'}`,
    '',
    ...sections,
    ...(sections.length > 0 ? [''] : []),
    'Y la documentación de quienes hacen lo que usas:',
    '',
    ...pages,
    '',
  ].join('\n');
}

/** The sections of a lesson that teach what an exercise asks, in the order of the exercise. */
export function sectionsFor({ concepts }: Pick<ExerciseSpec, 'concepts'>, { sections }: Lesson): Lesson['sections'] {
  return concepts.flatMap((concept) => sections.find(({ id }) => id === concept) ?? []);
}
