import { faultOf, guarded } from './core/fault/fault.ts';
import { byPlace, type Finding } from './core/finding.ts';
import type { Source } from './core/source.ts';
import { headOf } from './core/span.ts';
import { type ReadManifests, readManifests } from './model/manifests/read.ts';
import { parseYaml } from './parse/yaml/yaml.ts';
import { inspectDockerfile, inspectResources } from './rules/inspect.ts';
import { withoutIgnored } from './rules/pragmas.ts';

export interface Checked {
  readonly path: string;
  readonly findings: readonly Finding[];
}

/**
 * Schema and rules over the files of one world.
 * @param sources Dockerfiles and manifests; every other file is of no interest and has no findings
 * @returns the findings of each file, in the order of the sources, each in reading order
 */
export function check(sources: readonly Source[]): readonly Checked[] {
  const dockerfiles = sources.filter(({ path }) => isDockerfile(path));
  const manifests = sources.filter(({ path }) => isManifest(path)).map(read);
  const findings = withoutIgnored(
    [
      ...dockerfiles.flatMap((source) => guarded(headOf(source), () => inspectDockerfile(source))),
      ...manifests.flatMap((file) => file.findings),
      ...inspectResources(manifests.flatMap((file) => file.resources)),
    ],
    sources,
  );
  const ofPath = new Map<string, Finding[]>(sources.map(({ path }) => [path, []]));
  for (const finding of [...findings].sort(byPlace)) ofPath.get(finding.at.path)?.push(finding);
  return [...ofPath].map(([path, found]) => ({ path, findings: found }));
}

/** A file that breaks the reader says so, and takes no other with it. */
function read(source: Source): ReadManifests {
  try {
    return readManifests(parseYaml(source), 'answer');
  } catch (problem) {
    return { resources: [], findings: [faultOf(problem, 'file', headOf(source))] };
  }
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export function isDockerfile(path: string): boolean {
  return /^(?:Dockerfile|Containerfile)(?:\.(?!dockerignore$).+)?$|\.(?:dockerfile|containerfile)$/i.test(
    fileName(path),
  );
}

export function isManifest(path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path);
}
