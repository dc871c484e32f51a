import { Recent } from '../core/recent.ts';
import type { Source } from '../core/source.ts';
import { parseYaml, type YamlFile } from '../parse/yaml/yaml.ts';

/** Definitions are large, and commands, gates and tests come back to each of them. */
const recent = new Recent<YamlFile>(64, 2 ** 20);

/** @param source an `exercise.yaml` */
export function parseSpec(source: Source): YamlFile {
  return recent.of(`${source.path}\0${source.text}`, () => parseYaml(source));
}
