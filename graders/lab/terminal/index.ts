/** The simulated terminal: what other parts of the project may use. */

export { addCluster, clusterOf, contextOf, stateNow, withCluster } from './desk/clusters.ts';
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
export { openDesk } from './desk/open.ts';
export { callTool } from './tool/call.ts';
export { completions } from './tool/complete.ts';
export { fidelityOf, fidelityTable } from './tool/fidelity.ts';
export type { Call, Command, Fidelity, Flag, Outcome, Tool, UsageProblem } from './tool/tool.ts';
export { tools } from './tools.ts';
