import type { ExerciseSpec } from '../../checks/kinds.ts';
import type { Source } from '../../core/source.ts';
import type { Lang, Text } from '../../core/text.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { answerForm } from '../../theory/answer-form.ts';
import { answerText } from '../../theory/answer-text.ts';
import { answerType } from '../generate/answer-types.ts';
import { withPassMark } from '../generate/pass-marks.ts';
import { type DraftFormat, type Form, forms } from './forms.ts';
import { explanationTodos, fileTodos, hintTodos, statementTodos, titleTodo } from './sentences.ts';
import { todo } from './todo.ts';

/** What is known of an exercise when it is begun. */
export interface Draft {
  readonly number: number;
  /** Kebab case; never changes afterwards. */
  readonly id: string;
  readonly title: { readonly es: string; readonly en?: string | undefined };
  readonly format: DraftFormat;
  /** Id of the lesson that prepares for it. */
  readonly lesson: string;
  /** Markdown: what the exercise asks for. The example's own sentence without it. */
  readonly statement?: string;
  /** Folder of the schemas of editors, from that of the course; `schemas` when omitted. */
  readonly schemas?: string;
  /** Of the sentences that say what is left to do; Spanish when omitted. */
  readonly lang?: Lang;
}

/** The folder of an exercise: `31-politica-de-red`. */
export const folderOf = ({ number, id }: Pick<Draft, 'number' | 'id'>): string =>
  `${String(number).padStart(2, '0')}-${id}`;

/** Whether a word can be the id of an exercise. `slug` of `course/lessons/heading.ts` makes one of a title. */
export const isId = (text: string): boolean => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(text);

/**
 * Every file of a new exercise: a small one that works, with a sentence wherever its author has something to replace. The author
 * gate names those sentences one by one.
 * @returns with paths from the root of the course
 */
export function exerciseFiles(draft: Draft): readonly Source[] {
  const { lang = 'es' } = draft;
  const form: Form = forms[draft.format];
  const folder = folderOf(draft);
  const [exercise, solution] = [`exercises/${folder}`, `solutions/${folder}`];
  const specText = specOf(draft, form, lang);
  const spec = parseYaml({ path: 'exercise.yaml', text: specText }).documents[0]?.value as ExerciseSpec;
  const starter = starterOf(draft, spec, lang);
  const said = (text: string) => withTodos(text, lang);
  const answer = (text: string, up: string) => said(text.replace('@types', `${up}exercises/${folder}/respuesta.types`));
  return [
    { path: `${exercise}/exercise.yaml`, text: specText },
    { path: `${exercise}/enunciado.md`, text: withPassMark(statementOf(draft, form, lang), spec) },
    { path: `${exercise}/${form.file}`, text: starter },
    { path: `${exercise}/starter/${form.file}`, text: starter },
    ...(draft.format === 'literal' ? [{ path: `${exercise}/respuesta.types.ts`, text: answerType(spec) }] : []),
    ...Object.entries(form.given).map(([name, text]) => ({ path: `${exercise}/given/${name}`, text: said(text) })),
    { path: `${solution}/${form.file}`, text: answer(form.reference, '../../') },
    { path: `${solution}/explicacion.md`, text: explanationOf(draft, lang) },
    { path: `${solution}/accepted/ejemplo/${form.file}`, text: answer(form.accepted, '../../../../') },
    { path: `${solution}/rejected/ejemplo/${form.file}`, text: answer(form.rejected, '../../../../') },
  ];
}

/** `# @world` becomes the sentence of that name. */
function withTodos(text: string, lang: Lang): string {
  return text.replace(/@(checks|world|reference|accepted|rejected)\b/g, (_, name: keyof typeof fileTodos) =>
    todo(fileTodos[name], lang),
  );
}

function specOf({ number, id, title, format, lesson, schemas = 'schemas' }: Draft, form: Form, lang: Lang): string {
  const english = title.en ?? todo(titleTodo, lang);
  const hints = hintTodos.map((hint) => `  - { es: ${quoted(todo(hint, 'es'))}, en: ${quoted(todo(hint, 'en'))} }`);
  return `# yaml-language-server: $schema=../../${schemas}/exercise.schema.json
id: ${id}
number: ${number}
title: { es: ${quoted(title.es)}, en: ${quoted(english)} }
lesson: ${lesson}
concepts: [${lesson}]
answers: [{ file: ${form.file}, format: ${format} }]
${withTodos(form.checks, lang)}hints:
${hints.join('\n')}
`;
}

function statementOf({ title, statement }: Draft, form: Form, lang: Lang): string {
  const asks = statement?.trim() ?? form.asks.es;
  const asked = asks.includes(form.file) ? asks : `${asks}\n\nResponde en \`${form.file}\`.`;
  const section = (heading: string, text: string) => `## ${heading}\n\n${text}\n`;
  return [
    `# ${title.es}\n\n${todo(statementTodos.context, lang)}\n`,
    section(
      'Qué hay que conseguir',
      statement === undefined ? `${asked}\n\n${todo(statementTodos.asks, lang)}` : asked,
    ),
    ...(form.gives ? [section('Qué se da', form.gives.es)] : []),
    section('Qué comprueba el corrector', todo(statementTodos.checks, lang)),
  ].join('\n');
}

const explanationOf = ({ title }: Draft, lang: Lang): string => `# ${title.es}\n\n${todo(explanationTodos, lang)}\n`;

function starterOf({ format }: Draft, spec: ExerciseSpec, lang: Lang): string {
  if (format === 'literal') return answerText(answerForm(spec));
  return `# ${starters[format][lang]}\n`;
}

const starters: Readonly<Record<Exclude<DraftFormat, 'literal'>, Text>> = {
  manifests: { es: 'Escribe aquí tus manifiestos.', en: 'Write your manifests here.' },
  dockerfile: { es: 'Escribe aquí tu Dockerfile.', en: 'Write your Dockerfile here.' },
};

/** As YAML and JSON both read it. */
const quoted = (text: string): string => JSON.stringify(text);
