/** The picture of a cluster: what the page draws. */

export { pictureOf } from './draw.ts';
export { boxId, type Picture, type PictureBox, type Role, type Wire } from './picture.ts';
