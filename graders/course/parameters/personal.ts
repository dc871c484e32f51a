import exerciseSchema from '../../../schemas/exercise.schema.json' with { type: 'json' };
import type { ExerciseSpec } from '../../checks/kinds.ts';
import type { Source } from '../../core/source.ts';
import type { JsonSchema } from '../../parse/spec/schema.ts';
import { specFindings } from '../../parse/spec/spec.ts';
import { keySpanOf } from '../../parse/yaml/located.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import type { OpenedExercise } from '../exercises.ts';
import { type Drawer, draw } from './draw.ts';
import { replacements, rewriter } from './rewrite.ts';
import type { Values } from './template.ts';

/** What a student has of an exercise with parameters. */
export interface Personal {
  readonly values: Values;
  /** A file of the exercise, or of its solution, as it is for the student. */
  readonly write: (source: Source) => Source;
}

/** @returns undefined for an exercise that is the same for everybody */
export function personalOf(spec: Pick<ExerciseSpec, 'id' | 'parameters'>, drawer: Drawer): Personal | undefined {
  const { id, parameters = [] } = spec;
  return parameters.length === 0 ? undefined : personalWith(spec, draw(parameters, id, drawer));
}

/** An exercise with some values of its parameters. */
export function personalWith({ parameters = [] }: Pick<ExerciseSpec, 'parameters'>, values: Values): Personal {
  const rewrite = rewriter(replacements(parameters, values));
  return {
    values,
    write: (source) => {
      const { path, text } = isSpec(source) ? withoutParameters(source) : source;
      return { path, text: rewrite(text) };
    },
  };
}

/** The exercise that a student has, to be graded by. */
export function openPersonal(opened: OpenedExercise, { write }: Personal): OpenedExercise {
  const { exercise } = opened;
  const definition = opened.sources.find(isSpec);
  if (!exercise || !definition) return opened;
  const sources = opened.sources.map(write);
  const yaml = parseYaml(write(definition));
  const problems = specFindings(yaml, exerciseSchema as unknown as JsonSchema);
  if (problems.length > 0) return { root: opened.root, folder: opened.folder, sources, problems };
  const spec = yaml.documents[0]?.value as ExerciseSpec;
  const own = { ...exercise, spec, starter: exercise.starter.map(write), given: exercise.given.map(write) };
  return { ...opened, sources, exercise: own };
}

const isSpec = ({ path }: Source): boolean => path === 'exercise.yaml' || path.endsWith('/exercise.yaml');

/** What is drawn is no longer open: who has the exercise sees neither what else there could be nor where it stands. */
function withoutParameters(source: Source): Source {
  const spec = parseYaml(source).documents[0]?.value as Readonly<Record<string, unknown>> | undefined;
  const from = spec && keySpanOf(spec, 'parameters')?.from;
  if (spec === undefined || from === undefined) return source;
  const starts = Object.keys(spec).flatMap((key) => keySpanOf(spec, key)?.from ?? []);
  const to = Math.min(source.text.length, ...starts.filter((start) => start > from));
  return { path: source.path, text: source.text.slice(0, from) + source.text.slice(to) };
}
