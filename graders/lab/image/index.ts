/** Images: what a Dockerfile builds, what a registry gives, and what starts in a container. */

export { fromProfile } from './build/base.ts';
export { type Build, build, imageProblem } from './build/build.ts';
export { globalArgs, imageOf, parentStage, type Registry } from './build/from.ts';
export { type BuildRefusal, BuildStop } from './build/refusal.ts';
export { hostOf } from './build/run.ts';
export type { BuiltImage, StageState, Step } from './build/stage.ts';
export { platformArgs } from './build/words.ts';
export { builtProfile } from './built-profile.ts';
export { rebuild } from './cache.ts';
export { official } from './catalog/official.ts';
export { type ContextFile, ignoreRules } from './context.ts';
export {
  describeImage,
  type FileDescription,
  type ImageConfig,
  type ImageDescription,
  type StartDescription,
} from './describe.ts';
export { containerNamed, type Engine, emptyEngine, imageNamed, readFile } from './engine/engine.ts';
export { type EngineStep, step } from './engine/steps.ts';
export { type Check, type CheckName, checks } from './lint/catalogue.ts';
export { ignoredIn } from './lint/ignored.ts';
export { type LintWorld, lintOf, stagesBehind } from './lint/lint.ts';
export type { Warning } from './lint/warning.ts';
export { mayBeSetBy } from './own-variables.ts';
export { readPorts } from './ports.ts';
export type { ImageProfile } from './profile.ts';
export { parseReference, type ReferenceProblem } from './reference.ts';
export { type Pull, pull } from './registry.ts';
export { type SizeClass, sizeClass, sizeOf, sizeOrder } from './size.ts';
export { type Container, type Started, type StartRefusal, start, startInside } from './start.ts';
