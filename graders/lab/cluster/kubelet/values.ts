import type { IConfigMap, IEnvVarSource, ISecret } from 'kubernetes-models/v1';
import { textOfBase64 } from '../../../core/base64.ts';
import { own } from '../../../core/own.ts';
import type { Span } from '../../../core/span.ts';
import { lookup } from '../../../model/manifests/lookup.ts';
import { fieldSpan, type Resource } from '../../../model/manifests/manifests.ts';
import { text, textMap } from '../read.ts';
import type { Surroundings } from './context.ts';

/** An entry of a ConfigMap or a Secret. */
export interface Value {
  /** Undefined where its bytes are no text, or nobody knows them. */
  readonly content: string | undefined;
  readonly written: Span;
}

/** Where a container finds values: the cluster, and what its pod is. */
export type Sources = Pick<Surroundings, 'resources' | 'closed' | 'namespace' | 'past' | 'pod'>;

type Kind = 'ConfigMap' | 'Secret';

/** Entries by their keys: `absent` where there is no such object for certain, undefined where nobody knows it. */
export type Entries = ReadonlyMap<string, Value> | 'absent' | undefined;

/** @param then the object as it was, where it is another one now; null where nobody knows any more */
function entriesOf(
  kind: Kind,
  name: string | undefined,
  { resources, closed, namespace }: Sources,
  then: Resource | null | undefined,
): Entries {
  if (then === null) return undefined;
  const found = then ?? (name && lookup(resources).named('', kind, namespace, name).at(-1));
  if (!found) return closed ? 'absent' : undefined;
  return kind === 'ConfigMap'
    ? ofConfigMap(found as Resource<Partial<IConfigMap>>)
    : ofSecret(found as Resource<Partial<ISecret>>);
}

function ofConfigMap(map: Resource<Partial<IConfigMap>>): ReadonlyMap<string, Value> {
  const { data, binaryData } = map.data;
  return new Map([
    ...entries(map, 'binaryData', binaryData, textOfBase64),
    ...entries(map, 'data', data, (one) => one),
  ]);
}

/** What `stringData` says comes last. */
function ofSecret(secret: Resource<Partial<ISecret>>): ReadonlyMap<string, Value> {
  const { data, stringData } = secret.data;
  return new Map([
    ...entries(secret, 'data', data, textOfBase64),
    ...entries(secret, 'stringData', stringData, (one) => one),
  ]);
}

const entries = (
  resource: Resource,
  field: string,
  data: unknown,
  read: (text: string) => string | undefined,
): readonly (readonly [string, Value])[] =>
  Object.entries(textMap(data)).map(([key, one]) => [
    key,
    { content: read(one), written: fieldSpan(resource, field, key) },
  ]);

/**
 * What `valueFrom` stands for: `absent` where the variable is not set, undefined where nobody knows its value.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/downward-api/#available-fields
 */
export function valueFrom(source: IEnvVarSource, sources: Sources): string | 'absent' | undefined {
  const { configMapKeyRef, secretKeyRef, fieldRef } = source;
  if (fieldRef) return fieldOf(text(fieldRef.fieldPath) ?? '', sources);
  const reference = configMapKeyRef ?? secretKeyRef;
  if (!reference) return undefined;
  const known = entriesAtStart(configMapKeyRef ? 'ConfigMap' : 'Secret', reference.name, sources);
  if (known === undefined || known === 'absent') return known;
  const value = known.get(text(reference.key) ?? '');
  return value ? value.content : 'absent';
}

/** As they were when the container started. */
export const entriesAtStart = (kind: Kind, name: string | undefined, sources: Sources): Entries =>
  entriesOf(kind, name, sources, sources.past?.atStart(kind, name ?? ''));

/** As the kubelet last mounted them. A file that is mounted by itself stays as it was at the start. */
export const entriesMounted = (kind: Kind, name: string | undefined, sources: Sources, alone: boolean): Entries =>
  alone
    ? entriesAtStart(kind, name, sources)
    : entriesOf(kind, name, sources, sources.past?.atLastSync(kind, name ?? ''));

function fieldOf(path: string, { namespace, pod }: Sources): string | undefined {
  if (path === 'metadata.namespace') return namespace;
  const [, label] = /^metadata\.labels\['(.+)'\]$/.exec(path) ?? [];
  if (label !== undefined) return pod && (own(pod.labels, label) ?? '');
  return pod && own({ 'metadata.name': pod.name, 'status.podIP': pod.ip, 'spec.nodeName': pod.node }, path);
}
