import type { AnswerFile, AnswerFormat } from '../../core/exercise.ts';
import { plainLetters } from '../../core/plain-letters.ts';

/** What an exercise asks for, as far as finding its answers goes. */
export interface Asked {
  /** `13-despliegue-canario` */
  readonly folder: string;
  readonly number: number;
  /** `despliegue-canario` */
  readonly slug: string;
  readonly answers: readonly AnswerFile[];
}

/** Where a file of a submission belongs, and how sure that is: the lower the rank, the surer. */
export interface Place {
  readonly exercise: Asked;
  /** Index in its answers. */
  readonly answer: number;
  readonly rank: number;
  /** The name says something, but not exactly this. */
  readonly isGuess: boolean;
}

/** How well a name fits: as the course writes it, as people shorten it, or more or less. */
type Fit = 0 | 1 | 2;

/** What of a course is no answer, wherever it stands: what it gives, and what solves it. */
const given = new Set(['starter', 'given', 'solutions', 'accepted', 'rejected']);
/** What stands beside the answers in each exercise of the course. */
const beside = /^(?:exercise\.yaml|enunciado(?:\.\w\w)?\.md|\w+\.types\.ts|tsconfig\.json)$/i;

/** What stands beside the exercises of a course. */
const aside = new Set(['course.yaml', 'tsconfig.json']);

/** Says of the files of a submission which answers they are, by their paths alone. */
export class Placing {
  private readonly byNumber: ReadonlyMap<number, Asked>;
  private readonly practice: ReadonlySet<string>;
  private readonly byName: ReadonlyMap<string, Asked>;

  /** @param practice folders of exercises that nobody is asked for */
  constructor(
    private readonly exercises: readonly Asked[],
    practice: readonly string[] = [],
  ) {
    this.practice = new Set(practice);
    this.byNumber = new Map(exercises.map((exercise) => [exercise.number, exercise]));
    this.byName = new Map(
      exercises.flatMap((exercise) => [
        [plainLetters(exercise.folder), exercise],
        [plainLetters(exercise.slug), exercise],
      ]),
    );
  }

  /** Whether a file is the course's own, so that nobody misses it. */
  isGiven(path: string): boolean {
    const segments = path.split('/');
    const name = segments.pop() ?? '';
    if (segments.some((segment) => given.has(segment) || this.practice.has(segment))) return true;
    if (segments.at(-1) === 'exercises' && aside.has(name)) return true;
    return beside.test(name) && segments.some((segment) => this.folderOf(segment) !== undefined);
  }

  /** @param path from the root of the submission, with `/` */
  place(path: string): Place | undefined {
    if (this.isGiven(path)) return undefined;
    const segments = path.split('/');
    const name = segments.pop() ?? '';
    for (let index = segments.length - 1; index >= 0; index--) {
      const folder = this.folderOf(segments[index] ?? '');
      if (!folder) continue;
      const { exercise, fit } = folder;
      const own = this.inside(exercise, name);
      if (own) return placed(exercise, own.answer, fit * 3 + own.fit, fit === 2 || own.fit === 2);
      // A file somewhere in the folder of an exercise is not one of another because of its own name.
      return undefined;
    }
    return this.flat(name);
  }

  /** Whether a file is called like an answer, and nothing in its path says of which exercise. */
  isOfAny(path: string): boolean {
    const segments = path.split('/');
    const name = withoutCopy(segments.pop() ?? '');
    return (
      !segments.some((segment) => this.folderOf(segment)) &&
      this.exercises.some(({ answers }) => answers.some(({ file }) => withoutCopy(file) === name))
    );
  }

  /** The exercise a folder is named after. */
  private folderOf(segment: string): { readonly exercise: Asked; readonly fit: Fit } | undefined {
    if (segment.length > longest) return undefined;
    const name = plainLetters(segment);
    const exact = this.byName.get(name);
    if (exact) return { exercise: exact, fit: name === plainLetters(exact.folder) ? 0 : 1 };
    const [, alone] = /^0*(\d{1,3})$/.exec(name) ?? [];
    const said = withNumber(name);
    const number = alone === undefined ? said?.number : Number(alone);
    const exercise = number === undefined ? undefined : this.byNumber.get(number);
    return exercise && { exercise, fit: alone !== undefined || said?.rest === '' ? 1 : 2 };
  }

  /** The answer a file is in the folder of an exercise. */
  private inside(exercise: Asked, name: string): { readonly answer: number; readonly fit: Fit } | undefined {
    const exact = exercise.answers.findIndex(({ file }) => file === name);
    if (exact >= 0) return { answer: exact, fit: 0 };
    const known = withoutCopy(name);
    const close = exercise.answers.findIndex(({ file }) => withoutCopy(file) === known);
    if (close >= 0) return { answer: close, fit: 1 };
    const numbered = withNumber(name);
    if (numbered && numbered.number === exercise.number && numbered.rest !== name) {
      return this.inside(exercise, numbered.rest);
    }
    return onlyOf(exercise, name);
  }

  /** A file whose own name holds the number or the name of its exercise. */
  private flat(name: string): Place | undefined {
    const numbered = withNumber(name);
    const exercise = numbered && this.byNumber.get(numbered.number);
    if (numbered && exercise) {
      const own = this.inside(exercise, numbered.rest) ?? onlyOf(exercise, name);
      return own && placed(exercise, own.answer, 9 + own.fit, own.fit === 2);
    }
    const named = this.exercises.find(({ folder, slug }) =>
      [folder, slug].some((one) => plainLetters(name).startsWith(plainLetters(one))),
    );
    if (!named) return this.only(name);
    const begin = plainLetters(name).startsWith(plainLetters(named.folder)) ? named.folder : named.slug;
    const rest = name.slice(begin.length).replace(/^[-_. ]+(?=.*\.)/, '');
    const own = this.inside(named, rest) ?? onlyOf(named, name);
    return own && placed(named, own.answer, 9 + own.fit, own.fit === 2);
  }

  /** A file of which only one exercise asks for such a name. */
  private only(name: string): Place | undefined {
    const known = withoutCopy(name);
    const all = this.exercises.flatMap((exercise) =>
      exercise.answers.flatMap(({ file }, answer) => (withoutCopy(file) === known ? [{ exercise, answer }] : [])),
    );
    const [own] = all;
    return own && all.length === 1 ? placed(own.exercise, own.answer, 12, true) : undefined;
  }
}

const placed = (exercise: Asked, answer: number, rank: number, isGuess: boolean): Place => ({
  exercise,
  answer,
  rank,
  isGuess,
});

/** `Respuesta (1).yml.txt` is a copy of `respuesta.yaml` that went through a browser and an editor. */
const withoutCopy = (name: string): string =>
  plainLetters(name)
    .replace(/\.txt$/, '')
    .replace(/\.yml$/, '.yaml')
    .replace(/(?:[ _-]*(?:\(\d+\)|copia|copy))+(?=\.|$)/, '');

/** What people write before the number of an exercise. */
const words = ['ejercicio', 'ejer', 'ej', 'exercise', 'ex', 'e', 'tarea', 'task', 'practica'];
/** No name of an answer is longer; patterns stay quick. */
const longest = 120;

/** The number of an exercise in the name of a file, at its beginning or before its extension, and the name without it. */
function withNumber(name: string): { readonly number: number; readonly rest: string } | undefined {
  if (name.length > longest) return undefined;
  const low = plainLetters(name);
  const word = words.find((one) => low.startsWith(one) && /^[-_. ]*\d/.test(low.slice(one.length))) ?? '';
  const before = /^[-_. ]*(\d{1,3})(?!\d)[-_ ]*/.exec(low.slice(word.length));
  if (before && low.length === name.length) {
    return { number: Number(before[1]), rest: name.slice(word.length + before[0].length) };
  }
  const dot = name.lastIndexOf('.');
  const isNumbered = /\.\d{1,3}$/.test(name);
  const [stem, end] = dot > 0 && !isNumbered ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  const digits = /\d{1,3}$/.exec(stem);
  const head = digits && trimmed(stem.slice(0, digits.index));
  if (!digits || !head || /\d$/.test(head)) return undefined;
  const after = words.find((one) => /[-_. ]/.test(head.at(-one.length - 1) ?? '') && plainLetters(head).endsWith(one));
  return { number: Number(digits[0]), rest: `${after ? trimmed(head.slice(0, -after.length)) : head}${end}` };
}

/** Without the signs that separate words at its end. */
function trimmed(text: string): string {
  let end = text.length;
  while (end > 0 && '-_. '.includes(text[end - 1] ?? '')) end--;
  return text.slice(0, end);
}

const extensions: Readonly<Record<AnswerFormat, RegExp>> = {
  manifests: /\.ya?ml$/i,
  dockerfile: /^dockerfile(?:\.|$)|\.dockerfile$/i,
  literal: /\.ts$/i,
  service: /\.ts$/i,
  shell: /\.(?:sh|bash)$/i,
  settings: /\.(?:xml|cfg|conf|properties)$/i,
};

/** The only answer that a file with such a name can be. */
function onlyOf({ answers }: Asked, name: string): { readonly answer: number; readonly fit: Fit } | undefined {
  const fitting = answers.flatMap(({ format }, index) =>
    extensions[format].test(name.replace(/\.txt$/i, '')) ? [index] : [],
  );
  const [answer, another] = fitting;
  return answer !== undefined && another === undefined ? { answer, fit: 2 } : undefined;
}
