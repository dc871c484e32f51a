import type { ExerciseSpec } from '../../checks/kinds.ts';
import type { Parameter } from '../../core/exercise.ts';
import { nearest } from '../../core/nearest.ts';
import type { Source } from '../../core/source.ts';
import type { Text } from '../../core/text.ts';
import { defaultsOf, mostValues, valuesOf } from './draw.ts';
import { templatesOf, wholeWords } from './rewrite.ts';
import { readTemplate } from './template.ts';

/** What is wrong with the parameters of an exercise, at a path of its definition. */
export interface ParameterProblem {
  readonly path: readonly (string | number)[];
  readonly words: Text;
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
  const say = (path: ParameterProblem['path'], es: string, en: string) => problems.push({ path, words: { es, en } });
  if (known.includes(id)) say(['id'], `ya hay un parámetro ${id}`, `there is a parameter ${id} already`);
  if (new Set(values).size < values.length) say(['values'], 'nombra un valor dos veces', 'names a value twice');
  if (values.length > mostValues) say(['values'], `son más de ${mostValues}`, `are more than ${mostValues}`);
  else if (values.length < 2) say(['values'], 'son menos de dos', 'are fewer than two');
  else if (!values.includes(fixed))
    say(['default'], `${fixed} no es ninguno de los valores`, `${fixed} is none of the values`);
  if (new Set([...values, fixed].map((value) => typeof value)).size > 1)
    say(['values'], 'son números y textos', 'are numbers and texts');
  for (const [index, other] of unlike.entries()) {
    if (!known.includes(other))
      say(['unlike', index], `más arriba no hay ningún parámetro ${other}`, `there is no parameter ${other} above`);
  }
  if (unlike.length >= values.length) say(['unlike'], 'no deja ningún valor', 'leaves no value');
  return problems;
}

function templateProblems(
  text: string,
  parameter: Parameter,
  all: readonly Parameter[],
  files: readonly Source[],
  seen: Map<string, string>,
): readonly Text[] {
  const template = readTemplate(text);
  if ('problem' in template) return [template.problem];
  const unknown = template.names.find((name) => !all.some(({ id }) => id === name));
  if (unknown !== undefined) {
    const near = nearest(
      unknown,
      all.map(({ id }) => id),
    );
    const es = `no hay ningún parámetro ${unknown}${near === undefined ? '' : `; ¿querías decir ${near}?`}`;
    return [{ es, en: `there is no parameter ${unknown}${near === undefined ? '' : `; did you mean ${near}?`}` }];
  }
  if (!template.names.includes(parameter.id))
    return [{ es: `no nombra ${parameter.id}`, en: `does not name ${parameter.id}` }];
  const defaults = defaultsOf(all);
  const old = template.write(defaults);
  if (old === undefined) return [unwritable('el valor por defecto', 'the default')];
  const byDefault = { es: `es «${old}» por defecto`, en: `is «${old}» by default` };
  if (seen.has(old)) {
    const other = seen.get(old);
    return [{ es: `${byDefault.es}, lo mismo que «${other}»`, en: `${byDefault.en}, as «${other}» is` }];
  }
  seen.set(old, text);
  if (!placeOf(old, files)) {
    const es = `${byDefault.es}, que no está en ningún fichero del ejercicio`;
    return [{ es, en: `${byDefault.en}, which stands in no file of the exercise` }];
  }
  for (const value of valuesOf(parameter)) {
    const now = template.write(new Map(defaults).set(parameter.id, value));
    if (now === undefined) return [unwritable(String(value), String(value))];
    const there = now === old ? undefined : placeOf(now, files);
    if (there) {
      const es = `es «${now}» con ${value}, y eso ya está en ${there}`;
      return [{ es, en: `is «${now}» for ${value}, which stands already in ${there}` }];
    }
  }
  return [];
}

const unwritable = (es: string, en: string): Text => ({
  es: `no se puede escribir con ${es}: no da un número entero, o no hay palabra para él`,
  en: `cannot be written with ${en}: no whole number, or no word for it`,
});

function placeOf(text: string, files: readonly Source[]): string | undefined {
  const pattern = new RegExp(wholeWords(text), 'u');
  for (const file of files) {
    const found = pattern.exec(file.text);
    if (found) return `${file.path}:${file.text.slice(0, found.index).split('\n').length}`;
  }
  return undefined;
}
