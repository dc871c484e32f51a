import { byPlace, type Finding } from './core/finding.ts';
import type { Source } from './core/source.ts';
import { readManifests } from './model/manifests/read.ts';
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
  const manifests = sources
    .filter(({ path }) => isManifest(path))
    .map((source) => readManifests(parseYaml(source), 'answer'));
  const findings = withoutIgnored(
    [
      ...dockerfiles.flatMap(inspectDockerfile),
      ...manifests.flatMap((file) => file.findings),
      ...inspectResources(manifests.flatMap((file) => file.resources)),
    ],
    sources,
  );
  const ofPath = new Map<string, Finding[]>(sources.map(({ path }) => [path, []]));
  for (const finding of [...findings].sort(byPlace)) ofPath.get(finding.at.path)?.push(finding);
  return [...ofPath].map(([path, found]) => ({ path, findings: found }));
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
