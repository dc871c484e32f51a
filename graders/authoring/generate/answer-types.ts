import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { CheckSpec, ExerciseSpec } from '../../checks/kinds.ts';
import type { Text } from '../../core/text.ts';

/**
 * Writes `exercises/<folder>/respuesta.types.ts` for every exercise answered with a literal: the type `Respuesta`, from
 * its spec. Options are unions in alphabetical order, distractors included, so that the editor completes and corrects
 * the spelling and gives no key away.
 */
export function generateAnswerTypes(root: string): void {
  for (const folder of readdirSync(join(root, 'exercises'))) {
    const file = join(root, 'exercises', folder, 'exercise.yaml');
    if (!existsSync(file)) continue;
    const spec: ExerciseSpec = parse(readFileSync(file, 'utf8'));
    if (!spec.answers.some(({ format }) => format === 'literal')) continue;
    writeFileSync(join(root, 'exercises', folder, 'respuesta.types.ts'), answerType(spec));
  }
}

/** Writes the starter of a new exercise, every item still unanswered; an existing starter is left as it is. */
export function writeStarter(root: string, folder: string): void {
  const file = join(root, 'exercises', folder, 'starter', 'respuesta.ts');
  if (existsSync(file)) return;
  const spec: ExerciseSpec = parse(readFileSync(join(root, 'exercises', folder, 'exercise.yaml'), 'utf8'));
  mkdirSync(join(root, 'exercises', folder, 'starter'), { recursive: true });
  writeFileSync(file, starter(spec));
}

/** What one check asks for in the answer: the type of its section and its blank form. */
interface SectionForm {
  readonly key: string;
  readonly comment: string;
  readonly fields: readonly Field[];
  /** For lists: the type of an item, in place of fields. */
  readonly list?: string;
}

interface Field {
  readonly key: string;
  readonly comment: string;
  readonly type: string;
  readonly blank: string;
}

function formsOf(spec: ExerciseSpec): SectionForm[] {
  return spec.checks.map(formOf).filter((form) => form !== undefined);
}

function formOf(check: CheckSpec): SectionForm | undefined {
  switch (check.kind) {
    case 'judgements':
      return {
        key: check.section ?? 'juicios',
        comment: '¿Verdadero o falso?',
        fields: check.statements.map(judgementField),
      };
    case 'matching': {
      const type = union(check.classes.map(({ id }) => id));
      const fields = check.items.map(({ id, text }) => ({ key: id, comment: text.es, type, blank: unknown }));
      return { key: check.section ?? 'matriz', comment: '¿A qué corresponde cada cosa?', fields };
    }
    case 'ordering': {
      const ids = [...check.steps, ...(check.foreign ?? [])].map(({ id }) => id);
      const steps = sorted([...check.steps, ...(check.foreign ?? [])]).map(({ id, text }) => `${id}: ${text.es}`);
      const comment = ['Los pasos, en un orden que pueda darse. Alguno puede sobrar.', ...steps].join('\n');
      return { key: check.section ?? 'orden', comment, fields: [], list: union(ids, false) };
    }
    case 'commands': {
      const listed = sorted(check.commands).map(({ id, text }) => `${id}: ${text.es}`);
      const comment = ['Las órdenes, por orden. Ninguna es obligatoria y pueden repetirse.', ...listed].join('\n');
      return {
        key: check.section ?? 'plan',
        comment,
        fields: [],
        list: union(
          check.commands.map(({ id }) => id),
          false,
        ),
      };
    }
    case 'predictions':
      return {
        key: check.section ?? 'predicciones',
        comment: '¿Qué ocurrirá?',
        fields: check.questions.map(questionField),
      };
    default:
      return undefined;
  }
}

const unknown = "'no-se'";

function judgementField({
  id,
  text,
  reasons,
}: Extract<CheckSpec, { kind: 'judgements' }>['statements'][number]): Field {
  const verdict = union(['verdadero', 'falso']);
  if (!reasons) return { key: id, comment: text.es, type: verdict, blank: unknown };
  const listed = sorted(reasons).map((reason) => `${reason.id}: ${reason.text.es}`);
  return {
    key: id,
    comment: [text.es, 'Razón:', ...listed].join('\n'),
    type: `{ readonly valor: ${verdict}; readonly razon: ${union(reasons.map((reason) => reason.id))} }`,
    blank: `{ valor: ${unknown}, razon: ${unknown} }`,
  };
}

function questionField({
  id,
  question,
  options,
}: {
  id: string;
  question: Text;
  options?: readonly { id: string; text: Text }[];
}): Field {
  if (!options) return { key: id, comment: question.es, type: `number | ${unknown}`, blank: unknown };
  const listed = options.map((option) => `${option.id}: ${option.text.es}`);
  const ids = options.map((option) => option.id);
  return { key: id, comment: [question.es, ...listed].join('\n'), type: union(ids), blank: unknown };
}

function answerType(spec: ExerciseSpec): string {
  const sections = formsOf(spec).map((form) =>
    [
      doc(form.comment, '  '),
      form.list
        ? `  readonly ${key(form.key)}: readonly (${form.list})[];`
        : `  readonly ${key(form.key)}: {\n${form.fields.map(fieldType).join('\n')}\n  };`,
    ].join('\n'),
  );
  return `// Generado a partir de exercise.yaml con \`npm run generate\`. No lo edites.\n\nexport interface Respuesta {\n${sections.join('\n')}\n}\n`;
}

const fieldType = ({ key: name, comment, type }: Field): string =>
  `${doc(comment, '    ')}\n    readonly ${key(name)}: ${type};`;

function starter(spec: ExerciseSpec): string {
  const sections = formsOf(spec).map(({ key: name, fields, list }) =>
    list
      ? `  ${key(name)}: [],`
      : `  ${key(name)}: {\n${fields.map((field) => `    ${key(field.key)}: ${field.blank},`).join('\n')}\n  },`,
  );
  return `import type { Respuesta } from './respuesta.types';\n\nexport default {\n${sections.join('\n')}\n} satisfies Respuesta;\n`;
}

function union(ids: readonly string[], withUnknown = true): string {
  const options = [...new Set(ids)].sort().map((id) => `'${id}'`);
  return [...options, ...(withUnknown ? [unknown] : [])].join(' | ');
}

const sorted = <T extends { id: string }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => a.id.localeCompare(b.id));
const key = (name: string): string => (/^[a-z_$][\w$]*$/i.test(name) ? name : `'${name}'`);

function doc(comment: string, indent: string): string {
  const lines = comment.replaceAll('*/', '*\\/').split('\n');
  if (lines.length === 1) return `${indent}/** ${lines[0]} */`;
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`), `${indent} */`].join('\n');
}
