import { guarded } from '../core/fault/fault.ts';
import type { Finding } from '../core/finding.ts';
import type { Source } from '../core/source.ts';
import { headOf } from '../core/span.ts';
import { readDockerfile } from '../model/dockerfile/read.ts';
import type { Resource } from '../model/manifests/manifests.ts';
import { validate } from '../schema/validate.ts';
import { withoutSilenced } from './docker/pragmas.ts';
import { runRules } from './run.ts';

/** Syntax first: rules only look at a Dockerfile that can be built. */
export function inspectDockerfile(source: Source): readonly Finding[] {
  const { dockerfile, findings } = readDockerfile(source);
  return findings.length > 0
    ? findings
    : withoutSilenced(dockerfile, runRules('dockerfile', dockerfile, headOf(source)));
}

/**
 * Strict schemas, then rules. A rule may trust the shape of what it reads, so an object with a schema error is left out;
 * and since the rest of its world is then incomplete, the other objects are looked at one by one.
 */
export function inspectResources(resources: readonly Resource[]): readonly Finding[] {
  const checked = resources.map((resource) => ({ resource, findings: guarded(resource.at, () => validate(resource)) }));
  const sound = checked.filter(({ findings }) => !findings.some(isError)).map(({ resource }) => resource);
  const worlds = sound.length === resources.length ? [sound] : sound.map((resource) => [resource]);
  const ruled = worlds.flatMap((world) => (world[0] ? runRules('manifests', { resources: world }, world[0].at) : []));
  return [...checked.flatMap(({ findings }) => findings), ...ruled];
}

const isError = ({ severity }: Finding): boolean => severity === 'error';
