import type { Say } from '../../../core/say.ts';
import type { Span } from '../../../core/span.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import type { Block } from './blocks.ts';
import type { messages } from './words/messages.ts';
import type { warnings } from './words/warnings.ts';

/** An object before the webhook: what is said of it, and where its parts stand. */
export interface Judged {
  readonly owner: Resource;
  /** A reason to refuse it. */
  readonly refuse: Say<typeof messages>;
  /** Something that `kubectl apply` prints besides, without refusing. */
  readonly warn: Say<typeof warnings>;
  /** Where a field stands: its value, or its key if that is a block; without it, the block; without that, the object. */
  at(block: Block | undefined, field?: string): Span;
  /** Where a key stands; for one that was not written, the block. */
  key(block: Block | undefined, field: string): Span;
}

export function judgedOf(owner: Resource, refuse: Judged['refuse'], warn: Judged['warn']): Judged {
  const at = (block: Block | undefined, field?: string) => placeOf(owner, block, field);
  return { owner, refuse, warn, at, key: (block, field) => keySpanOf(block, field) ?? at(block, field) };
}
