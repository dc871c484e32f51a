import { isFields } from '../../core/fields.ts';
import { filled } from '../../core/messages.ts';
import { own } from '../../core/own.ts';
import { rangeOf } from '../../core/span.ts';
import type { Text } from '../../core/text.ts';
import { spanAt } from '../../parse/yaml/located.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { sayFinding } from '../../render/words.ts';
import type { ClassResults } from '../results.ts';
import type { Form } from '../similar/forms.ts';

/** What a teacher says about an answer, and so about every equal one. */
export interface Comment {
  /** Number, id or folder of an exercise. */
  readonly exercise: string;
  /** A form as the report names it, or a submission whose answer it is about. */
  readonly about: { readonly form: string } | { readonly submission: string };
  readonly text: string;
  /** Where it stands, for what has to be said about it. */
  readonly line: number;
}

/** Why a file of comments cannot be used, and where. */
export class BadComments extends Error {
  constructor(
    readonly line: number,
    readonly why: Text,
  ) {
    super(why.en);
  }
}

/**
 * Reads comments:
 *
 *     comentarios:
 *       - ejercicio: 13
 *         como: ana-garcia        # or `forma: 3f2a…`, as the report names it
 *         texto: El peso va en `weight`; míralo en la lección.
 *
 * @throws {BadComments}
 */
export function readComments(path: string, text: string): readonly Comment[] {
  const { documents, findings } = parseYaml({ path, text });
  const lineAt = (at: { readonly from: number; readonly to: number } | undefined) =>
    rangeOf(text, { path, from: at?.from ?? 0, to: at?.to ?? 0 }).start.line;
  const [broken] = findings;
  if (broken) throw new BadComments(lineAt(broken.at), { es: sayFinding(broken, 'es'), en: sayFinding(broken, 'en') });
  const root: unknown = documents[0]?.value;
  const list = isFields(root) ? own(root, 'comentarios') : undefined;
  if (!Array.isArray(list)) throw new BadComments(1, noList);
  return list.map((entry: unknown, index): Comment => {
    const line = lineAt(spanAt(root, ['comentarios', index]));
    if (!isFields(entry)) throw new BadComments(line, noTable);
    const strange = Object.keys(entry).find((key) => !fields.includes(key));
    if (strange !== undefined) throw new BadComments(line, filled(unknown, { field: strange }));
    const said = (key: string): string | undefined => {
      const value = own(entry, key);
      return typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : undefined;
    };
    const [exercise, form, submission, words] = fields.map(said);
    if (!exercise || !words) throw new BadComments(line, missing);
    if ((form === undefined) === (submission === undefined)) throw new BadComments(line, oneOf);
    return { exercise, about: form === undefined ? { submission: submission ?? '' } : { form }, text: words, line };
  });
}

/** Comments by submission and exercise, and those that reach nobody. */
export interface Notes {
  readonly of: (submission: string, exercise: string) => readonly string[];
  readonly lost: readonly Comment[];
}

/** Lets each comment reach every answer of its form. */
export function notesFor(
  comments: readonly Comment[],
  { exercises }: ClassResults,
  forms: ReadonlyMap<string, readonly Form[]>,
): Notes {
  const notes = new Map<string, string[]>();
  const lost: Comment[] = [];
  for (const comment of comments) {
    const exercise = exercises.find(({ id, number, folder }) =>
      [id, String(number), folder].includes(comment.exercise),
    );
    const form = (exercise ? (forms.get(exercise.id) ?? []) : []).find(({ id, submissions }) =>
      'form' in comment.about ? id === comment.about.form : submissions.includes(comment.about.submission),
    );
    if (!form) lost.push(comment);
    for (const submission of form?.submissions ?? []) {
      const key = keyOf(submission, form?.exercise ?? '');
      notes.set(key, [...(notes.get(key) ?? []), comment.text]);
    }
  }
  return { of: (submission, exercise) => notes.get(keyOf(submission, exercise)) ?? [], lost };
}

export const noNotes: Notes = { of: () => [], lost: [] };

const keyOf = (submission: string, exercise: string): string => JSON.stringify([submission, exercise]);

const fields = ['ejercicio', 'forma', 'como', 'texto'];

const noList: Text = {
  es: 'El fichero de comentarios empieza por `comentarios:` y sigue con una lista.',
  en: 'A file of comments begins with `comentarios:` and goes on with a list.',
};
const noTable: Text = {
  es: 'Un comentario lleva `ejercicio`, `texto` y `como` o `forma`.',
  en: 'A comment has `ejercicio`, `texto` and `como` or `forma`.',
};
const unknown: Text = {
  es: 'Un comentario no lleva `{field}`: lleva `ejercicio`, `texto` y `como` o `forma`.',
  en: 'A comment has no `{field}`: it has `ejercicio`, `texto` and `como` or `forma`.',
};
const missing: Text = {
  es: 'Al comentario le falta `ejercicio` o `texto`.',
  en: 'The comment lacks `ejercicio` or `texto`.',
};
const oneOf: Text = {
  es: 'Di de qué respuesta es el comentario: `como` (una entrega) o `forma` (como la nombra el informe), y no las dos.',
  en: 'Say which answer the comment is about: `como` (a submission) or `forma` (as the report names it), and not both.',
};
