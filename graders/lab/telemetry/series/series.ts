import type { PodState } from '../../cluster/index.ts';

/** A counter (or gauge) as a proxy exposes it: it has a past, and grows evenly. */
export interface Series {
  /** With the name of the metric under `__name__`. */
  readonly labels: Readonly<Record<string, string>>;
  /** Value when the hour that is looked at began. */
  readonly base: number;
  readonly perSecond: number;
  /** The pod that exposes it; absent for series that are simply there. */
  readonly pod?: PodState;
}

/** Seconds between two scrapes of the addon's Prometheus. */
export const scrapeInterval = 15;

/** The value now, one hour on. */
export function valueNow({ base, perSecond }: Series): number {
  return base + perSecond * 3600;
}

/** The counter that one would have if its value now were its pace: a gauge of what `rate` gives. */
export function paceAsValue(series: Series): Series {
  return { ...series, base: series.perSecond * (1 - 3600) };
}

/** A number for a text, always the same. @param before the number of what comes before it */
export function identified(text: string, before = 2166136261): number {
  let hash = before;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619) >>> 0;
  return hash;
}

/**
 * A past for a series, different for each one and always the same: what has been counted before the traffic of today says
 * nothing about today's pace.
 */
export function pastOf(identity: number): number {
  return 50_000 + (identity % 900_000);
}
