import { sayProblem } from './gate/problem.ts';
import { lessonsOf } from './lessons/course.ts';
import { problemsOf, untaught } from './lessons/problems.ts';
import { sayTable } from './table.ts';

/**
 * `npm run lecciones`: what is wrong with the lessons of `site/lecciones/`, with their examples tried in the lab. With ids, only
 * those lessons.
 */
const { lessons, around } = lessonsOf(process.cwd());
const wanted = process.argv.slice(2).map((name) => name.replace(/^.*\//, '').replace(/\.md$/, ''));
const chosen = lessons.filter(
  ({ source }) => wanted.length === 0 || wanted.includes(source.path.replace(/^.*\//, '').replace(/\.md$/, '')),
);
const problems = [...chosen.flatMap((read) => problemsOf(read, around)), ...untaught(chosen, around.specs)];
const rows = chosen.map(({ source, lesson }) => [
  source.path,
  lesson ? String(wordsIn(lesson.body)) : '—',
  String(lesson?.figures.length ?? '—'),
  String(lesson?.questions.length ?? '—'),
  String(lesson?.labs.length ?? '—'),
  String(
    around.specs
      .filter((spec) => spec.lesson === lesson?.front.id)
      .map(({ number }) => number)
      .join(' '),
  ),
]);
console.log(sayTable(['lesson', 'words', 'figures', 'questions', 'examples', 'exercises'], rows));
for (const one of problems) console.log(sayProblem(one));
for (const name of wanted.filter((id) => !chosen.some(({ source }) => source.path.endsWith(`/${id}.md`)))) {
  console.log(`there is no lesson site/lecciones/${name}.md`);
  process.exitCode = 1;
}
console.log(`${chosen.length} lessons, ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;

/** Words of prose: fences are left out. */
function wordsIn(body: string): number {
  return body.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
