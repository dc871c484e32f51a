import type { ExerciseSpec } from '../../checks/kinds.ts';
import type { Parameter } from '../../core/exercise.ts';
import { nearest } from '../../core/nearest.ts';
import type { Source } from '../../core/source.ts';
import { defaultsOf, mostValues, valuesOf } from './draw.ts';
import { templatesOf, wholeWords } from './rewrite.ts';
import { readTemplate } from './template.ts';

/** What is wrong with the parameters of an exercise, at a path of its definition. */
export interface ParameterProblem {
  readonly path: readonly (string | number)[];
  readonly words: string;
}

/**
 * Every placeholder has a parameter, every parameter stands somewhere, and no value is one that the files hold already: two things
 * that are told apart would be one.
 * @param files all of the exercise and its solution, its definition without the parameters
 */
export function parameterProblems(spec: ExerciseSpec, files: readonly Source[]): readonly ParameterProblem[] {
  const { parameters = [] } = spec;
  const seen = new Map<string, string>();
  return parameters.flatMap((parameter, index) => {
    const before = parameters.slice(0, index);
    const at = (...path: readonly (string | number)[]) => ['parameters', index, ...path];
    const own = ownProblems(parameter, before).map(({ path, words }) => ({ path: at(...path), words }));
    if (own.length > 0) return own;
    return templatesOf(parameter).flatMap((text, place) => {
      const path = parameter.written ? at('written', place) : at('id');
      return templateProblems(text, parameter, parameters, files, seen).map((words) => ({ path, words }));
    });
  });
}

function ownProblems(parameter: Parameter, before: readonly Parameter[]): readonly ParameterProblem[] {
  const { id, unlike = [] } = parameter;
  const values = valuesOf(parameter);
  const fixed = parameter.default;
  const known = before.map((other) => other.id);
  const problems: ParameterProblem[] = [];
  const say = (path: ParameterProblem['path'], words: string) => problems.push({ path, words });
  if (known.includes(id)) say(['id'], `there is a parameter ${id} already`);
  if (new Set(values).size < values.length) say(['values'], 'names a value twice');
  if (values.length > mostValues) say(['values'], `are more than ${mostValues}`);
  else if (values.length < 2) say(['values'], 'are fewer than two');
  else if (!values.includes(fixed)) say(['default'], `${fixed} is none of the values`);
  if (new Set([...values, fixed].map((value) => typeof value)).size > 1) say(['values'], 'are numbers and texts');
  for (const [index, other] of unlike.entries()) {
    if (!known.includes(other)) say(['unlike', index], `there is no parameter ${other} above`);
  }
  if (unlike.length >= values.length) say(['unlike'], 'leaves no value');
  return problems;
}

function templateProblems(
  text: string,
  parameter: Parameter,
  all: readonly Parameter[],
  files: readonly Source[],
  seen: Map<string, string>,
): readonly string[] {
  const template = readTemplate(text);
  if ('problem' in template) return [template.problem];
  const unknown = template.names.find((name) => !all.some(({ id }) => id === name));
  if (unknown !== undefined) {
    const near = nearest(
      unknown,
      all.map(({ id }) => id),
    );
    return [`there is no parameter ${unknown}${near === undefined ? '' : `; did you mean ${near}?`}`];
  }
  if (!template.names.includes(parameter.id)) return [`does not name ${parameter.id}`];
  const defaults = defaultsOf(all);
  const old = template.write(defaults);
  if (old === undefined) return ['cannot be written with the default: no whole number, or no word for it'];
  if (seen.has(old)) return [`is «${old}» by default, as «${seen.get(old)}» is`];
  seen.set(old, text);
  if (!placeOf(old, files)) return [`is «${old}» by default, which stands in no file of the exercise`];
  for (const value of valuesOf(parameter)) {
    const now = template.write(new Map(defaults).set(parameter.id, value));
    if (now === undefined) return [`cannot be written with ${value}: no whole number, or no word for it`];
    const there = now === old ? undefined : placeOf(now, files);
    if (there) return [`is «${now}» for ${value}, which stands already in ${there}`];
  }
  return [];
}

function placeOf(text: string, files: readonly Source[]): string | undefined {
  const pattern = new RegExp(wholeWords(text), 'u');
  for (const file of files) {
    const found = pattern.exec(file.text);
    if (found) return `${file.path}:${file.text.slice(0, found.index).split('\n').length}`;
  }
  return undefined;
}
