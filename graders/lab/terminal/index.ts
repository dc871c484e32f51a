/** The simulated terminal: what other parts of the project may use. */

export {
  addCluster,
  clusterOf,
  contextNameOf,
  contextOf,
  openedCluster,
  stateNow,
  withCluster,
} from './desk/clusters.ts';
export {
  type Answered,
  type Desk,
  type Fact,
  home,
  type Job,
  later,
  type NamedCluster,
  noted,
  type Sent,
} from './desk/desk.ts';
export type { Docker, DockerContainer, DockerImage } from './desk/docker.ts';
export { imageBy, imageNames } from './desk/images.ts';
export { saidByManifests } from './desk/manifests.ts';
export { changeFile, entriesOf, type FileEntries, openDesk, type Project, refilled } from './desk/open.ts';
export { dateAt } from './desk/time.ts';
export { leave } from './leave.ts';
export { proxyOf } from './net/answer.ts';
export { send, targetOf } from './net/send.ts';
export { collected } from './observe/jaeger.ts';
export { seriesNow } from './observe/prometheus.ts';
export {
  beginningOf,
  goOn,
  type Limits,
  type Ran,
  type RunOptions,
  runScript,
  usualLimits,
} from './shell/interpret.ts';
export { programsOf } from './shell/programs.ts';
export { type End, freshShell, type Moment, type Session, type ShellState, type Step } from './shell/state.ts';
export { type Statement, statementsOf } from './shell/statements.ts';
export { isUnfinished } from './shell/unfinished.ts';
export { callTool } from './tool/call.ts';
export { completions } from './tool/complete.ts';
export { fidelityOf, fidelityTable } from './tool/fidelity.ts';
export { commandInside, type Inside, lastingIn, promptInside } from './tool/inside.ts';
export type { Call, Command, Fidelity, Flag, Outcome, Tool, UsageProblem } from './tool/tool.ts';
export { tools } from './tools.ts';
