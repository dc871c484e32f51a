/** The picture of a cluster: what the page draws. */

export { pictureOf } from './draw.ts';
export type { Flow, FlowAnswer, FlowPort, FlowRequest, Flows, Protection } from './flows/flows.ts';
export { flowsOf } from './flows/open.ts';
export { boxId, type Passes, type Picture, type PictureBox, type Role, type Wire } from './picture.ts';
