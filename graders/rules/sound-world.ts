import type { Finding } from '../core/finding.ts';
import type { Resource } from '../model/manifests/manifests.ts';
import { soundPart } from '../schema/sound.ts';
import type { Examined } from '../schema/validate.ts';
import type { Rule } from './rule.ts';

/** The objects of a world without what is broken in them. */
export interface SoundWorld {
  readonly resources: readonly Resource[];
  /** The same objects as they were found. */
  readonly examined: readonly Examined[];
  /** Whether some field is broken of which nobody can know what was meant. */
  readonly hasUnknowns: boolean;
}

/** @param found the objects that were examined: where nothing is broken, all who look at this world share what is indexed of it */
export function soundWorld(examined: readonly Examined[], found: readonly Resource[]): SoundWorld {
  const sound = examined.flatMap(({ resource, faults }) => (faults ? [soundPart(resource, faults)] : []));
  return {
    resources: sameItems(found, sound) ? found : sound,
    examined,
    hasUnknowns: examined.some(hasUnknowns),
  };
}

const sameItems = (one: readonly Resource[], other: readonly Resource[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index]);

const hasUnknowns = ({ faults }: Examined): boolean => !faults || faults.some(({ meant }) => !meant);

/**
 * The findings of a rule that do not depend on anything broken. A rule that never asked for a broken field of any object may
 * be believed in all it says; one that did, in what it says of an object that it sees alone without asking.
 */
export function certainOf(rule: Rule<'manifests'>, world: SoundWorld): readonly Finding[] {
  const all = rule.findings({ resources: world.resources });
  if (all.length === 0 || !world.hasUnknowns || !asks(rule, world.examined)) return all;
  const alone = new Set(world.examined.filter((one) => one.faults && !asks(rule, [one])).flatMap(saidAlone(rule)));
  return all.filter((finding) => alone.has(keyOf(finding)));
}

/** Whether a rule asks for something broken. An object whose very kind is unknown might be anything that was asked for. */
function asks(rule: Rule<'manifests'>, examined: readonly Examined[]): boolean {
  let asked = examined.some(({ faults }) => !faults);
  const ask = () => {
    asked = true;
  };
  rule.findings({ resources: examined.map(({ resource, faults }) => soundPart(resource, faults ?? [], ask)) });
  return asked;
}

const saidAlone =
  (rule: Rule<'manifests'>) =>
  ({ resource, faults = [] }: Examined): readonly string[] =>
    rule.findings({ resources: [soundPart(resource, faults)] }).map(keyOf);

const keyOf = ({ id, message, at, data }: Finding): string =>
  JSON.stringify([id, message, at.path, at.from, at.to, data]);
