import { memo } from '../../core/memo.ts';
import type { Source } from '../../core/source.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { type ReadManifests, readManifests } from './read.ts';

/** The objects of a given file of an exercise, which does not change between two answers that are graded against it. */
export const readGiven: (source: Source) => ReadManifests = memo((source) => readManifests(parseYaml(source), 'given'));
