import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { check, isDockerfile, isManifest } from '../../check.ts';
import { continued } from '../../continued.ts';
import type { Finding } from '../../core/finding.ts';
import type { Report } from '../../core/report.ts';
import type { Source } from '../../core/source.ts';
import { type OpenedExercise, openExercise, readEarlier } from '../../course/exercises.ts';
import { readText } from '../../course/files.ts';
import { inExercise } from '../../course/paths.ts';
import type { Exercise } from '../../exercise.ts';
import { grade } from '../../grade.ts';
import { isKustomization } from '../../model/kustomize/paths.ts';
import { filesNamedIn } from '../../model/kustomize/world.ts';
import { looksLikeManifest } from '../manifest-like.ts';

/** What the engine says of one open file. */
export interface Examined {
  /** Those in the file itself. */
  readonly findings: readonly Finding[];
  /** Every text that was read, by the path that spans use. */
  readonly sources: readonly Source[];
  /** Where a path of a span is on the disk. */
  readonly fileOf: (path: string) => string;
  /** The manifests of the world that the file is part of. */
  readonly world: readonly Source[];
}

/** The last grade of the answers in a folder. */
interface Graded {
  readonly exercise: Exercise;
  readonly answers: readonly Source[];
  readonly report: Report;
}

/** Text that the editor has and the disk may not have yet, by absolute path. */
export type Open = ReadonlyMap<string, string>;

/** An editor opens any folder, a home too: a world larger than this is looked at without its other files. */
const mostFiles = 200;
const mostCharacters = 2 * 1024 * 1024;

const nothing = (file: string): Examined => ({ findings: [], sources: [], fileOf: () => file, world: [] });

/** Looks at files as the editor has them: an answer by grading its exercise, any other by schema and rules. */
export class Engine {
  private readonly exercises = new Map<string, { readonly stamp: string; readonly opened: OpenedExercise }>();
  private readonly grades = new Map<string, Graded>();
  private readonly texts = new Map<string, { readonly stamp: string; readonly text: string | undefined }>();

  /** @param file absolute path of an open file */
  examine(file: string, open: Open): Examined {
    const place = placeOf(file);
    if (place) return this.exerciseFile(file, place, open);
    if (isDockerfile(file)) return this.alone(file, open);
    return isManifest(file) ? this.worldOf(file, open) : nothing(file);
  }

  private exerciseFile(file: string, place: Place, open: Open): Examined {
    const opened = this.open(place);
    const { exercise } = opened;
    const name = basename(file);
    const isAnswer = place.inside === name && exercise?.spec.answers.some((answer) => answer.file === name);
    // Neither what is given nor an author's variants are anybody's answer.
    if (!exercise || !isAnswer) return nothing(file);
    const folder = dirname(file);
    const answers = exercise.spec.answers.map((answer) => ({
      path: answer.file,
      text: this.textOf(join(folder, answer.file), open) ?? '',
    }));
    const report = this.graded(continued(exercise, readEarlier(opened, folder)), answers, folder);
    const found = report.checks.flatMap((one) => (one.status === 'pending' ? [] : one.findings));
    const base = inExercise(place.root, place.folder);
    const answered = new Set(answers.map(({ path }) => path));
    return {
      findings: once(found.filter(({ at }) => at.path === name)),
      sources: [...opened.sources, ...answers],
      fileOf: (path) => join(answered.has(path) ? folder : base, path),
      world: [...worldIn(exercise), ...answers.filter(({ path }) => isManifest(path))],
    };
  }

  /** Several files of one exercise are open, and each is looked at after a keystroke in one of them: they share one grade. */
  private graded(exercise: Exercise, answers: readonly Source[], folder: string): Report {
    const known = this.grades.get(folder);
    const isSame = answers.every(({ path, text }, index) => {
      const before = known?.answers[index];
      return before?.path === path && before.text === text;
    });
    if (known?.exercise === exercise && isSame) return known.report;
    const report = grade(exercise, answers);
    this.grades.set(folder, { exercise, answers, report });
    return report;
  }

  private open({ root, folder }: Place): OpenedExercise {
    const base = inExercise(root, folder);
    const stamp = ['exercise.yaml', 'given', 'starter'].map((name) => stampOf(join(base, name))).join(' ');
    const known = this.exercises.get(base);
    if (known?.stamp === stamp) return known.opened;
    const [number = '0', ...slug] = folder.split('-');
    const opened = openExercise(root, { name: folder, number: Number(number), slug: slug.join('-') });
    this.exercises.set(base, { stamp, opened });
    return opened;
  }

  private alone(file: string, open: Open): Examined {
    const source = { path: basename(file), text: this.textOf(file, open) ?? '' };
    const sources = [source];
    return { findings: check(sources)[0]?.findings ?? [], sources, fileOf: () => file, world: [] };
  }

  /** A manifest with those beside it, and with the files that a kustomization there names. */
  private worldOf(file: string, open: Open): Examined {
    const folder = dirname(file);
    const name = basename(file);
    const own = { path: name, text: this.textOf(file, open) ?? '' };
    const isPart = isKustomization(name) || looksLikeManifest(name, own.text);
    if (!isPart) return nothing(file);
    const sources = [own, ...this.beside(folder, name, open)];
    const checked = check(sources);
    return {
      findings: checked.find(({ path }) => path === name)?.findings ?? [],
      sources,
      fileOf: (path) => join(folder, path),
      world: sources,
    };
  }

  private beside(folder: string, name: string, open: Open): readonly Source[] {
    const names = namesIn(folder).filter((other) => other !== name && (isManifest(other) || isKustomization(other)));
    if (names.length > mostFiles) return [];
    const found: Source[] = [];
    let left = mostCharacters;
    const add = (path: string): void => {
      const text = left > 0 ? this.textOf(join(folder, path), open) : undefined;
      if (text === undefined || found.some((source) => source.path === path)) return;
      left -= text.length;
      found.push({ path, text });
    };
    for (const other of names) {
      if (isKustomization(other)) add(other);
      else if (looksLikeManifest(other, this.textOf(join(folder, other), open) ?? '')) add(other);
    }
    for (const kustomization of found.filter(({ path }) => isKustomization(path))) {
      for (const path of filesNamedIn(kustomization).slice(0, mostFiles)) add(path);
    }
    return found;
  }

  /** As the editor has it, or else as it is on the disk, which is read again only when it has changed. */
  private textOf(file: string, open: Open): string | undefined {
    const edited = open.get(file);
    if (edited !== undefined) return edited;
    const stamp = stampOf(file);
    const known = this.texts.get(file);
    if (known?.stamp === stamp) return known.text;
    const text = stamp === '' ? undefined : readText(file, file).text;
    this.texts.set(file, { stamp, text });
    return text;
  }
}

/** A file of an exercise, or of its solution. */
interface Place {
  readonly root: string;
  /** `13-despliegue-canario` */
  readonly folder: string;
  /** Path inside the folder. */
  readonly inside: string;
}

function placeOf(file: string): Place | undefined {
  const match = /^(.*)[\\/](?:exercises|solutions)[\\/](\d+-[^\\/]+)[\\/](.+)$/.exec(file);
  const [, root, folder, inside] = match ?? [];
  if (root === undefined || folder === undefined || inside === undefined) return undefined;
  return stampOf(inExercise(root, folder, 'exercise.yaml')) === '' ? undefined : { root, folder, inside };
}

const worldIn = ({ spec, given }: Exercise): readonly Source[] =>
  given.filter(({ path }) => spec.world?.includes(path) && isManifest(path));

function once(findings: readonly Finding[]): readonly Finding[] {
  const keyOf = ({ id, message, data, at }: Finding) => JSON.stringify([id, message, data, at.from, at.to]);
  return [...new Map(findings.map((one) => [keyOf(one), one])).values()];
}

function stampOf(file: string): string {
  try {
    const { mtimeMs, size } = statSync(file);
    return `${mtimeMs} ${size}`;
  } catch {
    return '';
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch {
    return [];
  }
}
