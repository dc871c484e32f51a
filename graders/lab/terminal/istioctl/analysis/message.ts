import type { Span } from '../../../../core/span.ts';
import type { Resource } from '../../../../model/manifests/manifests.ts';

export type Level = 'Error' | 'Warning' | 'Info';

/** Something that an analyzer found, in the words of upstream. @see pkg/config/analysis/msg/messages.yaml of istio/istio */
export interface Message {
  readonly code: string;
  readonly level: Level;
  readonly kind: string;
  /** Absent for what lives outside namespaces. */
  readonly namespace?: string | undefined;
  readonly name: string;
  readonly text: string;
  /** Where it stands in a file of the call. */
  readonly at?: Span | undefined;
}

/** What analyzers look at. */
export interface World {
  readonly resources: readonly Resource[];
  readonly pods: readonly AnalyzedPod[];
}

export interface AnalyzedPod {
  readonly namespace: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly proxied: boolean;
  /** The injector would give it a proxy. */
  readonly wanted: boolean;
}

export interface Analyzer {
  readonly name: string;
  readonly says: string;
  readonly run: (world: World) => readonly Message[];
}

export const levels: readonly Level[] = ['Info', 'Warning', 'Error'];

/** A message about an object; without a place of its own, it is at the beginning of it. */
export function about(
  { kind, namespace, name, at }: Resource,
  code: string,
  level: Level,
  text: string,
  place?: Span,
): Message {
  return { code, level, kind, namespace, name, text, at: place ?? at };
}

/** The objects of a kind of Istio. */
export const ofIstio = ({ resources }: World, kind: string): readonly Resource[] =>
  resources.filter((one) => one.kind === kind && /\.istio\.io$/.test(one.group));

export const ofCore = ({ resources }: World, kind: string): readonly Resource[] =>
  resources.filter((one) => one.kind === kind && one.group === '');

/** A list as Go prints it. */
export const listed = (values: readonly string[]): string => `[${values.join(' ')}]`;

export const placeOf = ({ namespace, name }: Pick<Resource, 'namespace' | 'name'>): string =>
  `${namespace ?? 'default'}/${name}`;
