import { code } from '../../../core/code.ts';
import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { seconds } from '../../../model/mesh/duration.ts';
import { isLabelValue } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { text } from '../../../model/workloads/values.ts';
import type { Sayer } from './messages.ts';
import { type Block, isHost, isProtocol, isSubsetName, isTemplated, protocols } from './values.ts';

/** Durations that are shorter than a millisecond, or no whole number of them, are refused. */
export function checkDurations(owner: Resource, block: Block | undefined, fields: readonly string[], say: Sayer): void {
  for (const field of fields) {
    const value = text(own(block, field));
    const lasts = seconds(value);
    if (lasts === undefined || (lasts > 0 && Number.isInteger(Math.round(lasts * 1e9) / 1e6))) continue;
    say('duration', placeOf(owner, block, field), { field, value: value ?? '' });
  }
}

/** Labels that pods are compared with: a value no pod can have is refused. */
export function checkLabels(owner: Resource, labels: Block | undefined, say: Sayer): void {
  for (const [key, value] of Object.entries(labels ?? {})) {
    if (typeof value === 'string' && !isLabelValue(value) && !isTemplated(value))
      say('label', placeOf(owner, labels, key), { value });
  }
}

/** The `host` of a block. */
export function checkHost(owner: Resource, block: Block, say: Sayer): void {
  const value = text(block.host);
  if (value !== undefined && !isHost(value) && !isTemplated(value))
    say('host', placeOf(owner, block, 'host'), { value });
}

/** The name of a subset, in the field that holds it. @returns whether it may be one */
export function checkSubset(owner: Resource, block: Block, field: 'name' | 'subset', say: Sayer): boolean {
  const value = block[field];
  if (typeof value !== 'string' || isSubsetName(value) || isTemplated(value)) return true;
  say('subset', placeOf(owner, block, field), { value });
  return false;
}

/** The `protocol` of a port. */
export function checkProtocol(owner: Resource, port: Block | undefined, say: Sayer): void {
  const value = text(port?.protocol);
  if (value === undefined || isProtocol(value) || isTemplated(value)) return;
  say('protocol', placeOf(owner, port, 'protocol'), { value, known: protocols.slice(0, 10).map(code) });
}
