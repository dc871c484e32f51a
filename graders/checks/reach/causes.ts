import type { Descriptor } from '../../core/finding.ts';
import { blocked, noEndpoints, noTarget, unknownHost, wrongPort } from './findings.ts';

/** Every reason why a connection reaches nobody; the message of the lab's decision tells which one. */
export const causes: readonly Descriptor[] = [unknownHost, noEndpoints, wrongPort, blocked, noTarget];
