import MiniSearch from 'minisearch';
import type { Lesson } from '../graders/course/lessons/lesson.ts';
import { allTerms } from './glossary/terms.ts';
import type { Course } from './load.ts';
import { sectionHref } from './pages/glossary.ts';
import { exerciseHref, findingHref, lessonHref } from './shared/href.ts';
import { type Entry, options } from './shared/search.ts';

/** The index as a script, which a page opened from a file can load too. */
export function searchIndexScript(course: Course): string {
  const index = new MiniSearch<Entry>(options);
  index.addAll(entriesOf(course).map((entry, id) => ({ ...entry, id })));
  return `globalThis.timonelIndex=${JSON.stringify(JSON.stringify(index))};\n`;
}

type Found = Omit<Entry, 'id'>;

function entriesOf(course: Course): readonly Found[] {
  const { lessons, exercises, findings } = course;
  return [
    ...lessons.flatMap(sectionsOf),
    ...exercises.map(
      ({ exercise: { spec, folder }, statement }): Found => ({
        kind: 'exercise',
        title: `${spec.number}. ${spec.title.es}`,
        href: exerciseHref(folder),
        text: plain(statement.replace(/^\s*# .*\n/, '')).slice(0, 700),
      }),
    ),
    ...allTerms.map(
      ({ id, es, en, about, taught }): Found => ({
        kind: 'term',
        title: es,
        within: en,
        href: (taught && sectionHref(taught, course)) ?? `glosario.html#${id}`,
        text: about,
      }),
    ),
    ...findings.map(
      ({ about, text }): Found => ({
        kind: 'rule',
        title: about.title.es.replaceAll('`', ''),
        within: about.id,
        href: findingHref(about.id),
        text: plain(text).slice(0, 160),
      }),
    ),
  ];
}

/** A lesson by its sections: who searches wants the paragraph and not the page. */
function sectionsOf({ front, body, sections, bodyFrom }: Lesson): readonly Found[] {
  const starts = sections.map(({ at }) => at.from - bodyFrom);
  const intro: Found = {
    kind: 'lesson',
    title: front.title.es,
    href: lessonHref(front.id),
    text: `${front.summary} ${plain(body.slice(0, starts[0])).slice(0, 300)}`,
  };
  const inside = sections.map(
    ({ id, title }, index): Found => ({
      kind: 'lesson',
      title: title.replaceAll('`', ''),
      within: front.title.es,
      href: `${lessonHref(front.id)}#${id}`,
      text: plain(body.slice(starts[index], starts[index + 1]).replace(/^.*\n/, '')).slice(0, 600),
    }),
  );
  return [intro, ...inside];
}

/** Prose without its markup: fences and the syntax of links and emphasis are left out. */
function plain(markdown: string): string {
  return markdown
    .replace(/^(```|~~~)[\s\S]*?^\1.*$/gm, ' ')
    .replace(/^\s*(?:#+|:::|[-*]|\d+\.)\s*/gm, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\{#[\w-]+\}|[`*|]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
