import type { WorldImage } from '../../core/exercise.ts';
import { own } from '../../core/own.ts';
import type { Source } from '../../core/source.ts';
import type { Span } from '../../core/span.ts';
import { type Hop, hop, type Trace } from '../../core/trace.ts';
import {
  addCluster,
  beginningOf,
  contextNameOf,
  type Desk,
  entriesOf,
  freshShell,
  goOn,
  openDesk,
  openedCluster,
  type Project,
  programsOf,
  type Ran,
  runScript,
  type Step,
  saidByManifests,
  tools,
} from '../../lab/terminal/index.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import { onceGiven } from '../given.ts';
import type { Submission } from '../submission.ts';
import { hops } from './hops.ts';
import type { Params } from './params.ts';
import { Runs, type Stage } from './runs.ts';

/** The commands of the answer, carried out. */
export interface Played extends Ran {
  readonly source: Source;
  /** Context of the cluster that the goals look at; absent: the current one. */
  readonly context?: string;
}

const programs = programsOf(tools);

/**
 * Carries out the commands of the answer on what the exercise gives and the learner's other files, as far as that was not done before.
 * @param look at what they left behind
 */
export function play<T>(params: Params, submission: Submission, look: (played: Played) => T): T {
  const script = scriptOf(params, submission);
  const { before = '', cluster, split } = params;
  const files = onDesk([...submission.answers.filter((one) => one !== script), script], split, submission.body);
  const what = `commands ${script.path} ${JSON.stringify([before, cluster, split])}`;
  const runs = onceGiven(submission, what, () => new Runs(stageOf(params, submission, script.path)));
  return runs.of(submission.body(script).text, files, look);
}

function scriptOf({ file }: Params, { exercise, answers }: Submission): Source {
  const index = exercise.answers.findIndex((one) => (file === undefined ? one.format === 'shell' : one.file === file));
  const source = answers[index];
  if (!source) throw new Error('the exercise has no answer with commands');
  return source;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** How the scripts of this exercise are run; nothing of it is of one learner. */
function stageOf(params: Params, submission: Submission, path: string): Stage<Played> {
  const { exercise, given, manifests } = submission;
  const furniture = {
    given,
    resources: manifests().resources.filter(({ origin }) => origin === 'given'),
    ...(exercise.images && { images: exercise.images }),
  };
  const options = { lang: 'es', name: nameOf(path) } as const;
  const context = params.cluster && { context: contextNameOf(params.cluster) };
  return {
    begin: (files) => beginningOf({ desk: deskOf(params, files, furniture), shell: freshShell }),
    entries: entriesOf,
    run: (from, text, passing, before) => ({
      source: { path, text },
      ...context,
      ...goOn(from, before?.steps ?? [], text, programs, { ...options, passing }),
    }),
  };
}

/** What an exercise puts on the desk. */
export interface Furniture {
  readonly given: readonly Source[];
  readonly resources: readonly Resource[];
  /** Images that registries have in its world. */
  readonly images?: readonly WorldImage[];
}

type Setting = Pick<Params, 'before' | 'cluster' | 'split'>;

/** The desk as the learner finds it. */
export function foundBy(setting: Setting, answers: readonly Source[], furniture: Furniture): Desk {
  return deskOf(setting, onDesk(answers, setting.split), furniture);
}

/** @param files the learner's, as they are on the desk */
function deskOf(
  { before, cluster }: Setting,
  files: readonly Project[],
  { given, resources, images }: Furniture,
): Desk {
  let desk = openDesk([...given, ...files]);
  if (cluster) {
    const { traffic, services } = cluster;
    const published = images?.filter(({ name }) => !cluster.lacks?.includes(name));
    const opened = openedCluster(cluster, desk.clock, resources, published);
    desk = addCluster(desk, { ...opened, ...(traffic && { traffic }), ...(services && { services }) });
  }
  if (before === undefined) return desk;
  const { session } = runScript({ desk, shell: freshShell }, before, programs, { lang: 'es' });
  // What was there before is old, and nobody's work.
  return { ...session.desk, files: desk.files, clock: session.desk.clock + 3600, facts: [], sent: [] };
}

/**
 * The learner's files by their names, and the two that one of them is split into.
 * @param body a file without the comments at its end
 */
function onDesk(
  answers: readonly Source[],
  split: Params['split'],
  body: (answer: Source) => Source = (answer) => answer,
): readonly Project[] {
  return answers.flatMap((answer) => {
    const texts = [() => answer.text, () => body(answer).text] as const;
    const named = withTexts(nameOf(answer.path), ...texts);
    return split?.file === named.path ? [named, ...parted(texts, split)] : [named];
  });
}

/** A file whose text is asked for when somebody reads it. */
const withTexts = (path: string, text: () => string, body: () => string): Project => ({
  path,
  get text() {
    return text();
  },
  get body() {
    return body();
  },
  get said() {
    return saidByManifests(path, body());
  },
});

/** The two files that an answer is split into. A kind that it lacks gives an object without anything. */
function parted(
  [text, body]: readonly [() => string, () => string],
  { kind, into, rest }: NonNullable<Params['split']>,
): readonly Project[] {
  const isOf = (document: string) => new RegExp(`^kind:[ \\t]*["']?${kind}["']?[ \\t]*(?:#.*)?$`, 'm').test(document);
  const empty = `apiVersion: install.istio.io/v1alpha1\nkind: ${kind}\nspec: {}\n`;
  const documents = (whole: string) => whole.split(/^---[ \t]*$/m);
  const chosen = (whole: string) => {
    const own = documents(whole).filter(isOf);
    return own.length > 0 ? own.join('---') : empty;
  };
  const others = (whole: string) =>
    documents(whole)
      .filter((document) => !isOf(document))
      .join('---');
  return [
    withTexts(
      into,
      () => chosen(text()),
      () => chosen(body()),
    ),
    withTexts(
      rest,
      () => others(text()),
      () => others(body()),
    ),
  ];
}

/** The line of a step in the file, without the blanks around it. */
export function lineSpan({ path, text }: Source, line: number): Span {
  const lines = text.split('\n');
  const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const written = lines[line - 1] ?? '';
  const begin = from + (written.length - written.trimStart().length);
  const end = Math.max(begin + 1, from + written.trimEnd().length);
  return { path, from: Math.min(begin, text.length), to: Math.min(end, text.length) };
}

/** More steps than this are not told. */
const most = 60;
const longest = 300;

/** What reached the terminal, step by step. */
export function transcriptOf({ steps, source }: Played): Trace {
  const told = steps.slice(0, most).map((step) => hopOf(step, source));
  const more = steps.length > most ? [hop(hops, 'step', 'more', { count: steps.length - most })] : [];
  return { hops: [...told, ...more], outcome: null };
}

function hopOf({ command, line, output, exit }: Step, source: Source): Hop {
  const where = { at: lineSpan(source, line) };
  const shown = shortened(output);
  if (exit === 0 && shown === '') return hop(hops, 'step', 'quiet', { command: firstLine(command) }, where);
  if (exit === 0) return hop(hops, 'step', 'ran', { command: firstLine(command), output: shown }, where);
  if (shown === '') return hop(hops, 'step', 'failedQuiet', { command: firstLine(command), exit }, where);
  return hop(hops, 'step', 'failed', { command: firstLine(command), exit, output: shown }, where);
}

export function firstLine(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}

function shortened(output: string): string {
  const text = output.trim().replace(/\s*\n\s*/g, ' ⏎ ');
  return text.length > longest ? `…${text.slice(-longest)}` : text;
}

/** A field of an object by its path: `spec.template.spec.containers.0.image`. */
export function fieldAt(data: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? own(value as Record<string, unknown>, key) : undefined,
      data,
    );
}
