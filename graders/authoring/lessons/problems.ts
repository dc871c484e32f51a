import type { ExerciseSpec } from '../../checks/kinds.ts';
import type { LabBlock } from '../../course/lessons/blocks.ts';
import type { Lesson, LessonProblem, LessonRead, Placed } from '../../course/lessons/lesson.ts';
import { spanAt } from '../../parse/yaml/located.ts';
import { type Problem, problem, problemAt } from '../gate/problem.ts';
import { unmet } from './expected.ts';

/** What a lesson may lead to. */
export interface Around {
  readonly specs: readonly ExerciseSpec[];
  /** Ids of those that are written, and of those that the course will have. */
  readonly lessons: readonly string[];
  /** Ids of findings. */
  readonly rules: readonly string[];
}

/** Everything that is wrong with a lesson, in the order of its lines. Its examples are tried in the lab. */
export function problemsOf({ source, lesson, problems }: LessonRead, around: Around): readonly Problem[] {
  const found = lesson ? [...problems, ...inLesson(lesson, around)] : problems;
  return [...found]
    .sort((a, b) => a.at.from - b.at.from)
    .map(({ at, words }) => problemAt(source, at, words))
    .concat(lesson ? missing(lesson) : []);
}

/** A concept of an exercise has its section in the lesson that prepares for it; only lessons that exist are asked. */
export function untaught(read: readonly LessonRead[], specs: readonly ExerciseSpec[]): readonly Problem[] {
  return read.flatMap(({ lesson, source }) => {
    if (!lesson) return [];
    const taught = new Set(lesson.sections.map(({ id }) => id));
    return specs
      .filter((spec) => spec.lesson === lesson.front.id)
      .flatMap(({ number, concepts }) =>
        concepts
          .filter((concept) => !taught.has(concept))
          .map((concept) => problem(source.path, `has no section {#${concept}}, a concept of exercise ${number}`)),
      );
  });
}

function missing({ source, front, sections }: Lesson): Problem[] {
  const name = source.path.slice(source.path.lastIndexOf('/') + 1).replace(/\.md$/, '');
  const taught = new Set(sections.map(({ id }) => id));
  return [
    ...(front.id === name ? [] : [problem(source.path, `has the id ${front.id}, which is not the name of its file`)]),
    ...front.concepts
      .filter((concept) => !taught.has(concept))
      .map((concept) => problem(source.path, `has no section {#${concept}}, one of its concepts`)),
    ...(front.sources.length === 0 ? [problem(source.path, 'names no source')] : []),
  ];
}

function inLesson(lesson: Lesson, around: Around): readonly LessonProblem[] {
  return [
    ...repeated(lesson.sections, 'section'),
    ...repeated(
      lesson.labs.map(({ block, at }) => ({ id: block.id, at })),
      'laboratorio',
    ),
    ...lesson.links.flatMap(({ href, at }) => {
      const words = linkProblem(href, lesson, around);
      return words === undefined ? [] : [{ at, words }];
    }),
    ...lesson.figures.flatMap(figureProblems),
    ...lesson.questions.flatMap(questionProblems),
    ...lesson.labs.flatMap(labProblems),
  ];
}

function repeated(all: readonly { readonly id: string; readonly at: LessonProblem['at'] }[], what: string) {
  const seen = new Set<string>();
  return all.flatMap(({ id, at }) => {
    const again = seen.has(id) ? [{ at, words: `there is already a ${what} ${id}` }] : [];
    seen.add(id);
    return again;
  });
}

function linkProblem(href: string, { sections }: Lesson, { specs, lessons, rules }: Around): string | undefined {
  const [, scheme, rest = ''] = /^([a-z]+):(.*)$/.exec(href) ?? [];
  const name = rest.replace(/#.*$/, '');
  switch (scheme) {
    case 'http':
    case 'https':
      return undefined;
    case 'ejercicio':
      return specs.some(({ id }) => id === name) ? undefined : `there is no exercise ${name}`;
    case 'leccion':
      return lessons.includes(name) ? undefined : `there is no lesson ${name}`;
    case 'regla':
      return rules.includes(name) ? undefined : `there is no rule ${name}`;
    default:
      if (!href.startsWith('#')) return `leads nowhere: ${href}`;
      return sections.some(({ id }) => `#${id}` === href) ? undefined : `there is no section ${href}`;
  }
}

type Figure = Lesson['figures'][number];

function figureProblems({ block, at }: Figure): readonly LessonProblem[] {
  const place = (path: readonly (string | number)[]) => spanAt(block, path) ?? at;
  const ids = new Set(block.cajas.map(({ id }) => id));
  const groups = new Set((block.grupos ?? []).map(({ id }) => id));
  const nobody = (id: string, path: readonly (string | number)[]) =>
    ids.has(id) ? [] : [{ at: place(path), words: `there is no box ${id}` }];
  return [
    ...(block.titulo.trim() === '' ? [{ at: place(['titulo']), words: 'the figure has no title' }] : []),
    ...(block.resumen.trim().length < 20
      ? [{ at: place(['resumen']), words: 'the figure needs a sentence that says what it shows' }]
      : []),
    ...(block.cajas.length < 2 ? [{ at, words: 'a figure has two boxes at least' }] : []),
    ...repeated(
      block.cajas.map(({ id }, index) => ({ id, at: place(['cajas', index, 'id']) })),
      'box',
    ),
    ...block.cajas.flatMap(({ texto, grupo }, index) => [
      ...(texto.trim() === '' ? [{ at: place(['cajas', index]), words: 'the box has no text' }] : []),
      ...(grupo === undefined || groups.has(grupo)
        ? []
        : [{ at: place(['cajas', index, 'grupo']), words: `there is no group ${grupo}` }]),
    ]),
    ...(block.flechas ?? []).flatMap(({ de, a }, index) => [
      ...nobody(de, ['flechas', index, 'de']),
      ...nobody(a, ['flechas', index, 'a']),
    ]),
  ];
}

function questionProblems({ block, at }: Lesson['questions'][number]): readonly LessonProblem[] {
  const place = (path: readonly (string | number)[]) => spanAt(block, path) ?? at;
  return [
    ...(block.opciones.length < 2 ? [{ at, words: 'a question has two options at least' }] : []),
    ...(block.opciones.some(({ correcta }) => correcta === true) ? [] : [{ at, words: 'no option is right' }]),
    ...(block.opciones.every(({ correcta }) => correcta === true) ? [{ at, words: 'every option is right' }] : []),
    ...block.opciones.flatMap(({ porque }, index) =>
      porque.trim().length < 10 ? [{ at: place(['opciones', index]), words: 'the option needs its reason' }] : [],
    ),
  ];
}

function labProblems({ block, at }: Placed<LabBlock>): readonly LessonProblem[] {
  const both = Object.keys(block.fijos ?? {}).filter((file) => Object.hasOwn(block.archivos, file));
  return [
    ...(Object.keys(block.archivos).length === 0 ? [{ at, words: 'the example has no file to change' }] : []),
    ...(block.acciones.length === 0 ? [{ at, words: 'the example has nothing to try' }] : []),
    ...both.map((file) => ({ at, words: `${file} cannot be given and changed` })),
    ...block.acciones.flatMap((action, index) =>
      unmet(block, action).map((words) => ({ at: spanAt(block, ['acciones', index]) ?? at, words })),
    ),
  ];
}
