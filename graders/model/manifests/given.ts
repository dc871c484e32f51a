import type { Source } from '../../core/source.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { type ReadManifests, readManifests } from './read.ts';

/** A given file does not change between two answers that are graded against it. */
const known = new WeakMap<Source, ReadManifests>();

/** The objects of a given file of an exercise, read the first time somebody asks. */
export function readGiven(source: Source): ReadManifests {
  let read = known.get(source);
  if (!read) {
    read = readManifests(parseYaml(source), 'given');
    known.set(source, read);
  }
  return read;
}
