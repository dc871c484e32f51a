import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import type { ExerciseSpec } from '../../checks/kinds.ts';
import { listFolders } from '../../course/folders.ts';
import { inExercise } from '../../course/paths.ts';
import { readSpec } from '../../course/solutions.ts';
import { type AnswerField, type AnswerSection, answerForm, type Choice } from '../../theory/answer-form.ts';
import { answerText, keyText, unknown as unknownAnswer } from '../../theory/answer-text.ts';
import { writeText } from './files.ts';

/**
 * Writes `exercises/<folder>/respuesta.types.ts` for every exercise answered with a literal: the type `Respuesta`, from
 * its spec. Options are unions in alphabetical order, distractors included, so that the editor completes and corrects
 * the spelling and gives no key away.
 */
export function generateAnswerTypes(root: string): void {
  for (const { name } of listFolders(root)) {
    const spec = specOf(root, name);
    if (!spec.answers.some(({ format }) => format === 'literal')) continue;
    writeText(inExercise(root, name, 'respuesta.types.ts'), answerType(spec));
  }
}

/** Writes the starter of a new exercise, every item still unanswered; an existing starter is left as it is. */
export function writeStarter(root: string, folder: string): void {
  const file = inExercise(root, folder, 'starter', 'respuesta.ts');
  if (existsSync(file)) return;
  mkdirSync(inExercise(root, folder, 'starter'), { recursive: true });
  writeFileSync(file, answerText(answerForm(specOf(root, folder))));
}

function specOf(root: string, folder: string): ExerciseSpec {
  return readSpec(root, folder).documents[0]?.value as ExerciseSpec;
}

/** What one check asks for in the answer, as a type. */
interface SectionType {
  readonly key: string;
  readonly comment: string;
  readonly fields: readonly FieldType[];
  /** Explanations may be left out: a variant of an answer that is about something else has none. */
  readonly isOptional: boolean;
  /** For lists: the type of an item, in place of fields. */
  readonly list?: string;
}

interface FieldType {
  readonly key: string;
  readonly comment: string;
  readonly type: string;
}

const about: Readonly<Record<string, string>> = {
  judgements: '¿Verdadero o falso?',
  matching: '¿A qué corresponde cada cosa?',
  ordering: 'Los pasos, en un orden que pueda darse. Alguno puede sobrar.',
  plan: 'Las órdenes, por orden. Ninguna es obligatoria y pueden repetirse.',
  decisions: 'Una decisión: qué eliges, dos pruebas a favor y lo que cuesta.',
  explanation:
    'Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas.',
  migration: 'Los pasos, por orden. Ninguno es obligatorio y pueden repetirse.',
  predictions: '¿Qué ocurrirá?',
  promql: 'Una consulta de PromQL para cada pregunta.',
};

function sectionType({ key, kind, fields, list }: AnswerSection): SectionType {
  const comment = [about[kind] ?? '', ...(list ?? []).map(listed)].join('\n');
  const type = {
    key,
    comment,
    fields: fields.map((field) => fieldType(kind, field)),
    isOptional: kind === 'explanation',
  };
  return list ? { ...type, list: union(ids(list), false) } : type;
}

function fieldType(kind: AnswerSection['kind'], { key, question, options, reasons, free }: AnswerField): FieldType {
  if (free) return { key, comment: question.es, type: 'string' };
  if (!options) return { key, comment: question.es, type: `number | ${unknown}` };
  const type = union(ids(options));
  if (reasons) {
    const comment = [question.es, 'Razón:', ...reasons.map(listed)].join('\n');
    return { key, comment, type: `{ readonly valor: ${type}; readonly razon: ${union(ids(reasons))} }` };
  }
  const explained = kind === 'predictions' || kind === 'decisions' ? options.map(listed) : [];
  return { key, comment: [question.es, ...explained].join('\n'), type };
}

const unknown = `'${unknownAnswer}'`;
const listed = ({ id, text }: Choice): string => `${id}: ${text.es}`;
const ids = (choices: readonly Choice[]): string[] => choices.map(({ id }) => id);

/** The type `Respuesta` of an exercise that is answered with a literal. */
export function answerType(spec: ExerciseSpec): string {
  const sections = answerForm(spec)
    .map(sectionType)
    .map((form) =>
      [
        doc(form.comment, '  '),
        form.list
          ? `  readonly ${keyText(form.key)}: readonly (${form.list})[];`
          : `  readonly ${keyText(form.key)}${form.isOptional ? '?' : ''}: {\n${form.fields.map(fieldText).join('\n')}\n  };`,
      ].join('\n'),
    );
  return `// Generado a partir de exercise.yaml con \`npm run generate\`. No lo edites.\n\nexport interface Respuesta {\n${sections.join('\n')}\n}\n`;
}

const fieldText = ({ key, comment, type }: FieldType): string =>
  `${doc(comment, '    ')}\n    readonly ${keyText(key)}: ${type};`;

function union(ids: readonly string[], withUnknown = true): string {
  const options = [...new Set(ids)].sort().map((id) => `'${id}'`);
  return [...options, ...(withUnknown ? [unknown] : [])].join(' | ');
}

function doc(comment: string, indent: string): string {
  const lines = comment.replaceAll('*/', '*\\/').split('\n');
  if (lines.length === 1) return `${indent}/** ${lines[0]} */`;
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`), `${indent} */`].join('\n');
}
