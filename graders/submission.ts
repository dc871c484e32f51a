import {
  dockerfile as dockerfileReading,
  type Handed,
  handed,
  Known,
  literal as literalReading,
  manifests as manifestsReading,
  type Reading,
  service as serviceReading,
  settings as settingsReading,
  shell as shellReading,
} from './checks/answer/handed.ts';
import { onceGiven } from './checks/given.ts';
import type { Observed } from './checks/observed.ts';
import type { Submission } from './checks/submission.ts';
import { Looks } from './checks/verdicts/looks.ts';
import type { AnswerFormat } from './core/exercise.ts';
import type { Finding } from './core/finding.ts';
import { lazy } from './core/lazy.ts';
import type { Source } from './core/source.ts';
import type { Exercise } from './exercise.ts';
import { readGiven } from './model/manifests/given.ts';
import type { Manifests } from './model/manifests/manifests.ts';
import type { ReadManifests } from './model/manifests/read.ts';

/** Reads the student's files once; every check of the exercise looks at the same reading. */
export function readSubmission(
  { spec, given }: Exercise,
  answers: readonly Source[],
  observed: Observed = {},
): Submission {
  const looks = new Looks();
  const handedIn = <Read>(format: AnswerFormat, reading: Reading<Read>): readonly Handed<Read>[] =>
    answers.flatMap((source, index) => {
      const { format: own, file } = spec.answers[index] ?? {};
      if (own !== format) return [];
      const known = onceGiven({ exercise: spec, given }, `known of ${file}`, () => new Known());
      return [handed(source, reading, known)];
    });
  const files = {
    manifests: handedIn('manifests', manifestsReading),
    dockerfile: handedIn('dockerfile', dockerfileReading),
    literal: handedIn('literal', literalReading),
    shell: handedIn('shell', shellReading),
    service: handedIn('service', serviceReading),
    settings: handedIn('settings', settingsReading),
  };
  const all: readonly Handed<unknown>[] = Object.values(files).flat();
  /** Whoever asks an answer for its text has looked at it. */
  const watched = answers.map(({ path, text }) => ({
    path,
    get text() {
      looks.note(`text ${path}`);
      return text;
    },
  }));
  const bodyOf = (path: string): Source | undefined => all.find(({ source }) => source.path === path)?.body();
  const lookAt = <Read>(which: readonly Handed<Read>[]): readonly Handed<Read>[] => {
    for (const { source } of which) looks.note(`body ${source.path}`);
    return which;
  };

  const world = lazy(() => given.filter(({ path }) => spec.world?.includes(path)).map(readGiven));
  const resources = (read: readonly ReadManifests[]): Manifests => ({
    resources: read.flatMap((one) => one.resources),
  });
  const answered = lazy(() => resources(files.manifests.map(({ read }) => read())));
  const allManifests = lazy(() => ({ resources: [...resources(world()).resources, ...answered().resources] }));
  const decisions = observed.decisions?.filter(({ exercise }) => exercise === spec.id) ?? [];
  const syntax = lazy(() => [
    ...[...files.manifests, ...files.dockerfile, ...files.literal, ...files.service].flatMap(faultsOf),
    ...files.settings.flatMap(faultsOf).filter(({ severity }) => severity === 'error'),
  ]);
  /** What a part of the submission says, for whoever wants to know whether another one says the same. */
  const says = (part: string): string | undefined => {
    const [what, path] = [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)];
    if (what === 'text') return answers.find((answer) => answer.path === path)?.text;
    if (what === 'body') return bodyOf(path)?.text;
    if (part === 'syntax') return JSON.stringify(syntax());
    // What was seen of a service is never said to be the same; that nobody ran it is, for the same reason.
    if (part === 'service' && !observed.service) return observed.withheld ? 'withheld' : 'not run';
    if (part === 'decisions') return JSON.stringify(decisions);
    return undefined;
  };

  return {
    exercise: spec,
    get decisions() {
      looks.note('decisions');
      return decisions;
    },
    answers: watched,
    given,
    get syntax() {
      looks.note('syntax');
      return syntax();
    },
    answered() {
      lookAt(files.manifests);
      return answered();
    },
    manifests() {
      lookAt(files.manifests);
      return allManifests();
    },
    dockerfile: () => first(lookAt(files.dockerfile)).read().dockerfile,
    literal: () => first(lookAt(files.literal)).read().literal,
    settings: (name) => first(lookAt(files.settings.filter(({ source }) => isNamed(source.path, name)))).read(),
    service() {
      const [handedService] = lookAt(files.service);
      looks.note('service');
      if (!handedService) throw new Error('the exercise has no service');
      return {
        read: handedService.read(),
        ...(observed.service && { seen: observed.service }),
        ...(observed.withheld && { withheld: true }),
      };
    },
    body(answer) {
      looks.note(`body ${answer.path}`);
      return bodyOf(answer.path) ?? answer;
    },
    once: keeper(looks),
    says,
    looking: (work) => looks.during(work),
  };
}

/** A file that is closed has none. */
const faultsOf = ({ isClosed, read }: Handed<{ readonly findings: readonly Finding[] }>): readonly Finding[] =>
  isClosed() ? [] : read().findings;

/** Shells name an answer by its path; the spec, by the name of the file. */
const isNamed = (path: string, file: string): boolean => path === file || path.endsWith(`/${file}`);

/** Whoever asks for what was worked out before has looked at what it rests on. */
function keeper(looks: Looks): Submission['once'] {
  const kept = new Map<string, { readonly value: unknown; readonly looked: readonly string[] }>();
  return <T>(what: string, compute: () => T): T => {
    const known = kept.get(what);
    if (known) for (const part of known.looked) looks.note(part);
    const found = known ?? looks.during(compute);
    kept.set(what, found);
    return found.value as T;
  };
}

function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('the exercise has no answer of this format');
  return item;
}
