import type { Resource } from '../../../model/manifests/manifests.ts';
import { readManifests } from '../../../model/manifests/read.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';

/** The objects of a YAML text, for tests that need a world. */
export function world(text: string): readonly Resource[] {
  return readManifests(parseYaml({ path: 'world.yaml', text }), 'given').resources;
}
