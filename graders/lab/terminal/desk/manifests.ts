import { lazy } from '../../../core/lazy.ts';
import { remembered } from '../../../core/memo.ts';
import { type ReadManifests, readManifests } from '../../../model/manifests/read.ts';
import { saidIn } from '../../../parse/yaml/said.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';

const longest = 20_000;

const known = remembered(
  12,
  (named) => {
    const end = named.indexOf('\0');
    const file = parseYaml({ path: named.slice(0, end), text: named.slice(end + 1) });
    const read = readManifests(file, 'answer');
    return { read, said: lazy(() => (read.findings.length > 0 ? undefined : saidIn(file))) };
  },
  longest,
);

/**
 * The objects of a file. Those of one that has not changed are the same, so that what was worked out about them holds: the same
 * script is run again and again while somebody writes it.
 */
export const manifestsIn = (path: string, text: string): ReadManifests => known(`${path}\0${text}`).read;

/**
 * What a file says to a program that reads it as manifests, which never tells where in the file an object is: its text, where it cannot be
 * read as such.
 */
export const saidByManifests = (path: string, text: string): string =>
  (text.length > longest ? undefined : known(`${path}\0${text}`).said()) ?? text;
