import type { Hop } from '../../../graders/index.ts';
import { boxId, type Picture, type PictureBox } from '../../../graders/lab/picture/index.ts';

/** One decision of a trace, and the box of the picture that took it. */
export interface Step {
  readonly hop: Hop;
  readonly box?: string;
}

/** The decisions of a trace, each once, with their boxes where the picture has one. */
export function stepsOf(hops: readonly Hop[], { boxes }: Picture): readonly Step[] {
  const ids = new Set(boxes.map(({ id }) => id));
  const told = hops.filter((hop, index) => JSON.stringify(hop) !== JSON.stringify(hops[index - 1]));
  return told.map((hop) => {
    const box = boxOf(hop, ids, boxes);
    return { hop, ...(box !== undefined && { box }) };
  });
}

function boxOf({ resource, at }: Hop, ids: ReadonlySet<string>, boxes: readonly PictureBox[]): string | undefined {
  const named = resource && boxId(resource.kind, resource.namespace, resource.name);
  if (named !== undefined && ids.has(named)) return named;
  // A pod is told by what makes it, and a part of an object by the object that holds its lines.
  const around = boxes.filter((box) => at && box.at?.path === at.path && box.at.from <= at.from && at.to <= box.at.to);
  return around[0]?.id;
}
