import { filled } from '../../core/messages.ts';
import { plainLetters } from '../../core/plain-letters.ts';
import type { Text } from '../../core/text.ts';
import type { Exercise } from '../../exercise.ts';
import { answerForm } from '../../theory/answer-form.ts';
import type { Language } from './languages.ts';
import { answeredBy } from './meaning.ts';
import type { Piece } from './segments.ts';
import { baseOf } from './tokens.ts';

/** A whole answer file, as somebody wrote it in a notebook. */
export interface PlacedFile {
  readonly file: string;
  readonly text: string;
  /** Numbers of the cells it was in. */
  readonly cells: readonly number[];
}

/** An explanation, and the question of `respuesta.ts` it answers. */
export interface PlacedProse {
  readonly file: string;
  readonly section: string;
  readonly slot: string;
  readonly text: string;
  readonly cells: readonly number[];
  /** Nobody said which question it answers: its ideas did. */
  readonly byMeaning: boolean;
}

/** What nobody but a person can place. */
export interface Unplaced {
  readonly cell: number;
  readonly exercise: number | undefined;
  readonly text: string;
  readonly why: Text;
}

export interface Placed {
  readonly files: readonly PlacedFile[];
  readonly prose: readonly PlacedProse[];
  readonly unplaced: readonly Unplaced[];
}

/** Where each piece that answers an exercise goes: by the file it names, by what it is, and by the question it answers. */
export function place(exercise: Exercise, pieces: readonly Piece[]): Placed {
  const code = pieces.filter((piece) => piece.kind === 'code');
  const prose = pieces.filter((piece) => piece.kind === 'prose');
  const files = placeCode(exercise, code);
  const words = placeProse(exercise, prose);
  return { files: files.files, prose: words.prose, unplaced: [...files.unplaced, ...words.unplaced] };
}

type Code = Extract<Piece, { kind: 'code' }>;

function placeCode({ spec }: Exercise, code: readonly Code[]): Pick<Placed, 'files' | 'unplaced'> {
  const byFile = new Map<string, Code[]>();
  const unplaced: Unplaced[] = [];
  for (const piece of code) {
    const file = fileFor(spec.answers, piece);
    if (typeof file === 'string') byFile.set(file, [...(byFile.get(file) ?? []), piece]);
    else unplaced.push({ ...piece, why: file.why });
  }
  const files = [...byFile].map(([file, all]): PlacedFile => {
    const format = spec.answers.find((answer) => answer.file === file)?.format;
    const kept = joins(format) ? all : all.slice(-1);
    for (const piece of all)
      if (!kept.includes(piece)) unplaced.push({ ...piece, why: filled(earlier, { what: file }) });
    const texts = kept.map(({ text }) => text.replace(/^\n+/, '').trimEnd());
    return { file, text: `${texts.join(format === 'manifests' ? '\n---\n' : '\n')}\n`, cells: cellsOf(kept) };
  });
  return { files, unplaced };
}

type Answers = Exercise['spec']['answers'];

/** Several manifests, and several runs of commands, are one file. */
const joins = (format: Answers[number]['format'] | undefined): boolean => format === 'manifests' || format === 'shell';

const formats: Readonly<Record<Language, readonly Answers[number]['format'][]>> = {
  yaml: ['manifests'],
  dockerfile: ['dockerfile'],
  shell: ['shell'],
  literal: ['literal'],
  typescript: ['service'],
  xml: ['settings'],
  properties: ['settings'],
  other: [],
};

/** The answer file a piece of code is, or why it is none. */
function fileFor(answers: Answers, { language, name }: Code): string | { readonly why: Text } {
  const named = name === undefined ? undefined : answers.find(({ file }) => isCalled(name, file));
  if (named) return named.file;
  const fits = answers.filter(
    ({ file, format }) =>
      formats[language].includes(format) && (format !== 'settings' || file.endsWith('.xml') === (language === 'xml')),
  );
  const [first, another] = fits;
  if (!first) return { why: filled(noFile, { what: answers.map(({ file }) => file).join(', ') }) };
  // A course that asks for two files of manifests asks for the answer in the first one.
  if (another && first.format !== 'manifests')
    return { why: filled(whichFile, { what: fits.map(({ file }) => file).join(', ') }) };
  return first.file;
}

/** `respuesta.yaml`, and also `13-respuesta.yaml`. */
const isCalled = (name: string, file: string): boolean => {
  const base = baseOf(name).toLowerCase();
  return base === file.toLowerCase() || base.replace(/^\d+[-_]/, '') === file.toLowerCase();
};

/** A question of the exercise that is answered in words. */
interface Slot {
  readonly file: string;
  readonly section: string;
  readonly slot: string;
  readonly question: Text;
}

export function slotsOf({ spec }: Exercise): readonly Slot[] {
  const file = spec.answers.find(({ format }) => format === 'literal')?.file;
  if (file === undefined) return [];
  return answerForm(spec).flatMap(({ key, fields }) =>
    fields.flatMap(({ key: slot, question, prose }) => (prose ? [{ file, section: key, slot, question }] : [])),
  );
}

/** Words go where there is one place for them, where they say to which question they belong, or where their ideas are asked for. */
function placeProse(
  exercise: Exercise,
  pieces: readonly Extract<Piece, { kind: 'prose' }>[],
): Pick<Placed, 'prose' | 'unplaced'> {
  const slots = slotsOf(exercise);
  const [only, another] = slots;
  const parts = pieces.flatMap((piece) =>
    (only && !another ? [{ slot: only, text: piece.text }] : partsOf(piece.text, slots))
      .map(({ slot, text }): Part => ({ slot, piece: { ...piece, text: text.trim() } }))
      .filter((part) => /[\p{L}\p{N}]/u.test(part.piece.text)),
  );
  const named = slots.flatMap((slot): PlacedProse[] => {
    const own = parts.filter((part) => part.slot === slot).map(({ piece }) => piece);
    return own.length === 0 ? [] : [{ ...placeOf(slot), text: joined(own), cells: cellsOf(own), byMeaning: false }];
  });
  const rest = parts.filter(({ slot }) => slot === undefined).map(({ piece }) => piece);
  const meant = named.length > 0 ? [] : answeredBy(exercise, joined(rest));
  const byMeaning = slots.flatMap((slot): PlacedProse[] => {
    const text = meant.find((one) => one.slot === slot.slot)?.text;
    return text === undefined ? [] : [{ ...placeOf(slot), text, cells: cellsOf(rest), byMeaning: true }];
  });
  const left = byMeaning.length > 0 ? [] : rest;
  return { prose: [...named, ...byMeaning], unplaced: left.map((piece) => ({ ...piece, why: whyNot(slots) })) };
}

interface Part {
  readonly slot: Slot | undefined;
  readonly piece: Piece;
}

const placeOf = ({ file, section, slot }: Slot) => ({ file, section, slot });
const joined = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('\n\n');

/** The parts of an explanation by the question each of them names: `Diferencia: …`, `b) …`, or the question itself. */
function partsOf(
  text: string,
  slots: readonly Slot[],
): readonly { readonly slot: Slot | undefined; readonly text: string }[] {
  const labels = slots.map(labelsOf);
  const parts: { slot: Slot | undefined; text: string }[] = [{ slot: undefined, text: '' }];
  for (const line of text.split('\n')) {
    const label = labelIn(line, labels);
    const last = parts.at(-1);
    if (label) parts.push(label);
    else if (last) last.text += `\n${line}`;
  }
  return parts;
}

/** What a part that answers a question may begin with, in plain letters. */
interface Labels {
  readonly slot: Slot;
  readonly letter: RegExp;
  readonly names: readonly string[];
  readonly questions: readonly string[];
}

function labelsOf(slot: Slot, index: number): Labels {
  const { es, en } = slot.question;
  return {
    slot,
    letter: new RegExp(`^${'abcdefgh'.charAt(index)}\\s*[).:]\\s*`),
    names: [slot.slot, slot.slot.replaceAll('-', ' ')].map(plainLetters),
    questions: [es, en].map(plainLetters),
  };
}

function labelIn(line: string, all: readonly Labels[]): { slot: Slot; text: string } | undefined {
  const bare = line.replace(/^[\s#*_>`+-]+/, '');
  const plain = plainLetters(bare.slice(0, longestLabel));
  for (const { slot, letter, names, questions } of all) {
    const lettered = letter.exec(plain);
    if (lettered) return { slot, text: bare.slice(lettered[0].length) };
    const name = names.find((one) => plain.startsWith(one));
    const after = name === undefined ? undefined : bare.slice(name.length);
    const colon = after === undefined ? null : /^[*_`]*\s*[:.–—-][*_`]*(?:\s+|$)/.exec(after);
    if (after !== undefined && (colon || after.trim() === ''))
      return { slot, text: after.slice(colon?.[0].length ?? 0) };
    const question = questions.find((one) => plain.startsWith(one));
    if (question !== undefined) return { slot, text: bare.slice(question.length) };
  }
  return undefined;
}

/** Characters of a line in which it may be said which question it answers. */
const longestLabel = 600;

const cellsOf = (pieces: readonly { readonly cell: number }[]): readonly number[] => [
  ...new Set(pieces.map(({ cell }) => cell)),
];

function whyNot(slots: readonly Slot[]): Text {
  if (slots.length === 0) return noSlot;
  return filled(whichSlot, { what: slots.map(({ slot }) => `\`${slot}:\``).join(', ') });
}

const noFile: Text = {
  es: 'ningún fichero de respuesta de este ejercicio es de esa clase ({what})',
  en: 'no answer file of this exercise is of that kind ({what})',
};
const whichFile: Text = {
  es: 'puede ser más de un fichero: escribe su nombre en la línea de encima ({what})',
  en: 'it may be more than one file: write its name on the line above it ({what})',
};
const earlier: Text = {
  es: 'más abajo hay otra versión de `{what}`, y es esa la que cuenta',
  en: 'there is another version of `{what}` further down, and that is the one that counts',
};
const noSlot: Text = {
  es: 'este ejercicio no pide explicaciones con palabras',
  en: 'this exercise asks for no explanation in words',
};
const whichSlot: Text = {
  es: 'el ejercicio hace varias preguntas y no se reconoce a cuál responde: empieza cada parte con {what}',
  en: 'the exercise asks several questions, and which one it answers was not recognised: begin each part with {what}',
};
