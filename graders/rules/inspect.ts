import { guarded } from '../core/fault/fault.ts';
import type { Finding } from '../core/finding.ts';
import { memo } from '../core/memo.ts';
import type { Source } from '../core/source.ts';
import { headOf } from '../core/span.ts';
import { readDockerfile } from '../model/dockerfile/read.ts';
import type { Resource } from '../model/manifests/manifests.ts';
import { type Examined, examine } from '../schema/validate.ts';
import { withoutSilenced } from './docker/pragmas.ts';
import type { Rule } from './rule.ts';
import { rulesOver, runRules } from './run.ts';
import { certainOf, soundWorld } from './sound-world.ts';

/** Syntax first: rules only look at a Dockerfile that can be built. */
export function inspectDockerfile(source: Source): readonly Finding[] {
  const { dockerfile, findings } = readDockerfile(source);
  return findings.length > 0
    ? findings
    : withoutSilenced(dockerfile, runRules('dockerfile', dockerfile, headOf(source)));
}

/**
 * Strict schemas, then rules over the whole world. A broken object silences no other, and a broken field no finding that
 * does not depend on it: rules see the objects without what is broken in them, and what a rule says after it asked for
 * something broken does not count.
 * @param isAsked which rules are to look; all of them when omitted
 */
export function inspectResources(
  resources: readonly Resource[],
  isAsked: (rule: Rule) => boolean = () => true,
): readonly Finding[] {
  const examined = resources.map(examinedSafely);
  const world = soundWorld(examined, resources);
  const [first] = resources;
  const asked = rulesOver('manifests').filter(isAsked);
  const ruled = first ? asked.flatMap((rule) => guarded(first.at, () => certainOf(rule, world))) : [];
  return [...examined.flatMap(({ findings }) => findings), ...ruled];
}

/**
 * An object that the schema check breaks on is told as such, and is no part of its world. What an exercise gives is looked at
 * once for all its answers.
 */
const examinedSafely = memo((resource: Resource): Examined => {
  let examined: Examined | undefined;
  const findings = guarded(resource.at, () => {
    examined = examine(resource);
    return examined.findings;
  });
  return examined ?? { findings, resource, faults: undefined };
});
