/** The only public entry of the graders. Browser-safe: it reads no file, starts no process and asks for no time. */

export { type Answered, type AskedImage, askCluster, askImage, askRequest, type SentRequest } from './ask.ts';
export {
  type AskedLoad,
  type AskedMigration,
  type AskedUpdate,
  askMigration,
  askScaling,
  askUpdate,
  type OverTime,
  type Scaled,
} from './ask-over-time.ts';
export { type Checked, check, isDockerfile, isManifest } from './check.ts';
export type { Branch } from './checks/drawn/branch.ts';
export type { ExerciseSpec } from './checks/kinds.ts';
export type { Finding, Severity } from './core/finding.ts';
export type { CheckResult, Report } from './core/report.ts';
export type { Source } from './core/source.ts';
export { type Range, rangeOf } from './core/span.ts';
export type { Lang, Text } from './core/text.ts';
export type { Hop, Trace } from './core/trace.ts';
export type { Exercise } from './exercise.ts';
export { grade } from './grade.ts';
export type { Literal } from './model/literal/literal.ts';
export { readLiteral } from './model/literal/read.ts';
export { branchOfCheck, pictureOfAnswer } from './picture.ts';

export { sayRefusal } from './render/cluster.ts';
export { sayFinding, sayHop } from './render/words.ts';
export { isOfCourse } from './rules/rule.ts';
