import type { CheckBase, ExerciseBase } from '../../core/exercise.ts';
import { type Finding, finding } from '../../core/finding.ts';
import { headOf } from '../../core/span.ts';
import { spanAt } from '../yaml/located.ts';
import type { YamlFile } from '../yaml/yaml.ts';
import { invalid } from './findings.ts';

/** A spec that fits its schema, as far as its parts name each other. */
type Spec = Pick<ExerciseBase, 'hints' | 'world'> & { readonly checks: readonly CheckBase[] };

/**
 * Names in an `exercise.yaml` that lead nowhere: checks that others need, earn with or have hints for, and files of the world.
 * @param file one that fits its schema
 * @param given paths of what is under `given/`, from the folder of the exercise
 */
export function relationFindings(file: YamlFile, given: readonly string[]): readonly Finding[] {
  const spec = file.documents[0]?.value as Spec;
  const at = (...path: readonly (string | number)[]) => spanAt(spec, path) ?? headOf(file.source);
  const all = new Set(spec.checks.map(({ id }) => id));
  const before = new Set<string>();
  const ofChecks = spec.checks.flatMap(({ id, needs = [], earnsWith = [] }, index) => {
    const found = [
      ...(before.has(id) ? [finding(invalid, 'checkAgain', at('checks', index, 'id'), { id })] : []),
      ...earnsWith
        .filter((other) => other === id || !all.has(other))
        .map((other) => finding(invalid, 'earnsWithNobody', at('checks', index, 'earnsWith'), { id: other })),
      ...needs
        .filter((need) => !before.has(need))
        .map((need) => finding(invalid, 'needsNobody', at('checks', index, 'needs'), { id: need })),
    ];
    before.add(id);
    return found;
  });
  const ofHints = spec.hints.flatMap(({ check }, index) =>
    check === undefined || all.has(check)
      ? []
      : [finding(invalid, 'hintForNobody', at('hints', index, 'check'), { id: check })],
  );
  const ofWorld = (spec.world ?? []).flatMap((path, index) =>
    given.includes(path) ? [] : [finding(invalid, 'noSuchFile', at('world', index), { path })],
  );
  return [...ofChecks, ...ofHints, ...ofWorld];
}
