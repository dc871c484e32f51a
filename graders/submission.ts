import type { Observed } from './checks/observed.ts';
import { readService } from './checks/service/source.ts';
import type { Submission } from './checks/submission.ts';
import type { AnswerFormat } from './core/exercise.ts';
import type { Finding } from './core/finding.ts';
import { lazy } from './core/lazy.ts';
import type { Source } from './core/source.ts';
import type { Exercise } from './exercise.ts';
import { readDockerfile } from './model/dockerfile/read.ts';
import { readLiteral } from './model/literal/read.ts';
import { readGiven } from './model/manifests/given.ts';
import type { Manifests } from './model/manifests/manifests.ts';
import { readManifests } from './model/manifests/read.ts';
import { readSettings } from './parse/settings/settings.ts';
import { parseYaml } from './parse/yaml/yaml.ts';

/** Reads the student's files once; every check of the exercise looks at the same reading. */
export function readSubmission(
  { spec, given }: Exercise,
  answers: readonly Source[],
  observed: Observed = {},
): Submission {
  const inFormat = (format: AnswerFormat) => answers.filter((_, index) => spec.answers[index]?.format === format);

  const answered = lazy(() => inFormat('manifests').map((source) => readManifests(parseYaml(source), 'answer')));
  const world = lazy(() => given.filter(({ path }) => spec.world?.includes(path)).map(readGiven));
  const dockerfiles = lazy(() => inFormat('dockerfile').map(readDockerfile));
  const literals = lazy(() => inFormat('literal').map(readLiteral));
  const settings = lazy(() => inFormat('settings').map((source) => ({ source, file: readSettings(source) })));
  const services = lazy(() => inFormat('service').map(readService));
  const resources = (read: ReturnType<typeof answered>): Manifests => ({
    resources: read.flatMap((file) => file.resources),
  });
  const answeredManifests = lazy(() => resources(answered()));
  const allManifests = lazy(() => ({ resources: [...resources(world()).resources, ...answeredManifests().resources] }));

  return {
    exercise: spec,
    decisions: observed.decisions?.filter(({ exercise }) => exercise === spec.id) ?? [],
    answers,
    given,
    syntax: [
      ...[...answered(), ...dockerfiles(), ...literals(), ...services()].flatMap(
        ({ findings }): readonly Finding[] => findings,
      ),
      ...settings().flatMap(({ file }) => file.findings.filter(({ severity }) => severity === 'error')),
    ],
    answered: answeredManifests,
    manifests: allManifests,
    dockerfile: () => first(dockerfiles()).dockerfile,
    literal: () => first(literals()).literal,
    settings: (name) => first(settings().filter(({ source }) => isNamed(source.path, name))).file,
    service: () => ({
      read: first(services()),
      ...(observed.service && { seen: observed.service }),
      ...(observed.withheld && { withheld: true }),
    }),
    once: keeper(),
  };
}

/** Shells name an answer by its path; the spec, by the name of the file. */
const isNamed = (path: string, file: string): boolean => path === file || path.endsWith(`/${file}`);

function keeper(): Submission['once'] {
  const kept = new Map<string, unknown>();
  return <T>(what: string, compute: () => T): T => {
    if (!kept.has(what)) kept.set(what, compute());
    return kept.get(what) as T;
  };
}

function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('the exercise has no answer of this format');
  return item;
}
