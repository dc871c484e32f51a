import type { Descriptor } from '../../core/finding.ts';
import { exits, image, init, notCreated, notReady, portClash, probe, rejected, unschedulable } from './findings.ts';

/** Every reason why a pod is not ready; the message of the lab's decision tells which one. */
export const causes: readonly Descriptor[] = [
  image,
  notCreated,
  exits,
  portClash,
  probe,
  init,
  unschedulable,
  rejected,
  notReady,
];
