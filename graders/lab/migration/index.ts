/** A cluster on its way into a mesh: steps, restarts under way, and the requests that must not get lost. */

export type { Fleet } from './fleet.ts';
export { answersTo, type Flow, type Loss, probe, servedPods } from './probe.ts';
export { blockedIn, injectionOf } from './roll.ts';
export { type MigrationStep, type ObjectsDo, type PlainStep, type Stepped, step } from './steps.ts';
export { apart, type World, worldOf } from './world.ts';
