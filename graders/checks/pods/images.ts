import type { Span } from '../../core/span.ts';
import type { ContainerState, PodState } from '../../lab/cluster/index.ts';
import { parseReference } from '../../lab/image/index.ts';
import { podTemplateOf } from '../../model/workloads/templates.ts';
import { items } from '../../model/workloads/values.ts';
import { spanOf } from '../../parse/yaml/located.ts';

/** Whether a container of a pod runs an image. */
export function runs({ containers }: PodState, image: string): boolean {
  return containers.some((container) => isSame(container.image, image));
}

/** Where the image of a container is written. */
export function imageSpan({ from }: PodState, { name, at }: ContainerState): Span {
  const written = items(podTemplateOf(from)?.spec.containers).find((one) => one.name === name);
  return spanOf(written, 'image') ?? at;
}

/** Two spellings of one reference; a digest says nothing about tags. */
function isSame(written: string, wanted: string): boolean {
  const [a, b] = [parseReference(written), parseReference(wanted)];
  if (!a.ok || !b.ok || a.reference.repository !== b.reference.repository) return false;
  if (a.reference.digest !== undefined) return true;
  return (a.reference.tag ?? 'latest') === (b.reference.tag ?? 'latest');
}
