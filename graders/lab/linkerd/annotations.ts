import { own } from '../../core/own.ts';
import type { Span } from '../../core/span.ts';
import { fieldSpan, type Resource } from '../../model/manifests/manifests.ts';
import { podTemplateOf } from '../../model/workloads/templates.ts';
import { object, pairs } from '../../model/workloads/values.ts';
import { spanOf } from '../../parse/yaml/located.ts';
import type { Labels, PodState } from '../cluster/index.ts';

/**
 * The annotations of Linkerd this lab understands.
 * @see https://linkerd.io/2-edge/reference/proxy-configuration/
 */
export const keys = {
  inject: 'linkerd.io/inject',
  skipInbound: 'config.linkerd.io/skip-inbound-ports',
  skipOutbound: 'config.linkerd.io/skip-outbound-ports',
  opaque: 'config.linkerd.io/opaque-ports',
  inboundPolicy: 'config.linkerd.io/default-inbound-policy',
  requireIdentity: 'config.linkerd.io/proxy-require-identity-inbound-ports',
  /** Written by the injector of the viz extension. */
  tapEnabled: 'viz.linkerd.io/tap-enabled',
  disableTap: 'viz.linkerd.io/disable-tap',
  /** A label of the namespace, not an annotation. */
  webhooks: 'config.linkerd.io/admission-webhooks',
} as const;

/** An annotation and the line that wrote it. */
export interface Written {
  readonly value: string;
  readonly at: Span;
  /** The object that carries it. */
  readonly on: Resource;
}

/** The annotations of an object's own metadata. */
export function annotationsOf(resource: Resource | undefined): Labels {
  return resource ? Object.fromEntries(pairs(object(resource.metadata.annotations))) : {};
}

/** An annotation of an object itself. */
export function annotationOf(resource: Resource | undefined, key: string): Written | undefined {
  const value = own(annotationsOf(resource), key);
  if (!resource || value === undefined) return undefined;
  const at = spanOf(resource.metadata.annotations, key) ?? resource.at;
  return { value, at, on: resource };
}

/** An annotation of a pod: for a workload, the one of its template. */
export function podAnnotation({ from, annotations }: PodState, key: string): Written | undefined {
  const value = own(annotations, key);
  if (value === undefined) return undefined;
  const path = podTemplateOf(from)?.path ?? [];
  return { value, at: fieldSpan(from, ...path, 'metadata', 'annotations', key), on: from };
}

/** An annotation of a pod, or else of its namespace: the injector copies what configures the proxy. */
export function inheritedAnnotation(pod: PodState, namespace: Resource | undefined, key: string): Written | undefined {
  return podAnnotation(pod, key) ?? annotationOf(namespace, key);
}

/** A value as a sentence shows it: in quotes where blank space would hide, and never longer than a line. */
export function shownValue(value: string): string {
  return (/\s|^$/.test(value) ? JSON.stringify(value) : value).slice(0, 60);
}
