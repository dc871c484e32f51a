import type { Span } from '../core/span.ts';
import type { Resource } from '../model/manifests/manifests.ts';
import { keySpanOf, spanOf, writtenAs } from '../parse/yaml/located.ts';
import type { Meant } from './fault.ts';
import type { Node } from './shape.ts';
import type { Survey } from './survey.ts';

/** A value on the way through a manifest: what it is, where it hangs and what its shape is. */
export interface Place {
  readonly value: unknown;
  readonly node: Node;
  /** The object or list that holds the value, and under which key; the manifest itself hangs nowhere. */
  readonly holder?: { readonly place: Place; readonly key: string | number };
  readonly resource: Resource;
}

export function inside(place: Place, key: string | number, value: unknown, node: Node): Place {
  return { value, node, holder: { place, key }, resource: place.resource };
}

/** Notes that the value of a place is broken, and what was surely meant. */
export function faultAt({ holder }: Place, survey: Survey, meant?: Meant): void {
  if (holder) survey.fault(holder.place.value, holder.key, meant);
}

/** How the place is called in a sentence: `spec`, `containers[0]`, or the kind for the whole manifest. */
export function nameOf({ holder, resource }: Place): string {
  if (!holder) return resource.kind;
  return typeof holder.key === 'number' ? `${nameOf(holder.place)}[${holder.key}]` : holder.key;
}

/** Where a place is in its manifest, for those that have the name of another one: `spec.template.spec`. */
export function pathOf({ holder }: Place): string {
  if (!holder) return '';
  const above = pathOf(holder.place);
  if (typeof holder.key === 'number') return `${above}[${holder.key}]`;
  return above === '' ? holder.key : `${above}.${holder.key}`;
}

/** The value, for what is wrong with the value. */
export function valueSpan({ holder, resource }: Place): Span {
  return (holder && spanOf(holder.place.value, holder.key)) ?? holderSpan(holder?.place) ?? resource.at;
}

/**
 * The words that open a block, for what is missing in it: its key; for an item of a list, the first key of the item; for
 * the whole manifest, its `kind`.
 */
export function headSpan({ value, holder, resource }: Place): Span {
  if (!holder) return spanOf(resource.data, 'kind') ?? resource.at;
  if (typeof holder.key === 'string')
    return keySpanOf(holder.place.value, holder.key) ?? holderSpan(holder.place) ?? resource.at;
  const first = isBlock(value) ? Object.keys(value)[0] : undefined;
  const key = first === undefined ? undefined : keySpanOf(value, first);
  return key ?? spanOf(holder.place.value, holder.key) ?? headSpan(holder.place);
}

function holderSpan(place: Place | undefined): Span | undefined {
  return place && headSpan(place);
}

/** The value as its author wrote it, short enough to be quoted. */
export function quotation({ value, holder }: Place): string {
  if (typeof value === 'object') return Array.isArray(value) ? '[…]' : '{…}';
  const written = typeof value === 'string' ? undefined : holder && writtenAs(holder.place.value, holder.key);
  const text = (written ?? String(value)).replace(/\s+/g, ' ').trim();
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

export function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
