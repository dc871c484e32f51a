import type { Resource } from '../manifests/manifests.ts';
import { integer, text } from '../workloads/values.ts';
import { type Fields, fields, fieldsList, optionalTexts } from './fields.ts';

/** A DestinationRule as the control plane reads it. The host is as written. */
export interface DestinationRule {
  readonly resource: Resource;
  readonly namespace: string;
  readonly host: string;
  readonly subsets: readonly Subset[];
  readonly policy: TrafficPolicy | undefined;
  readonly exportTo: readonly string[] | undefined;
  /** Which client workloads the rule is for; all of them when undefined. */
  readonly workloadSelector: Fields | undefined;
}

export interface Subset {
  readonly node: Fields;
  readonly name: string;
  readonly labels: Fields;
  readonly policy: TrafficPolicy | undefined;
}

/** The blocks of a `trafficPolicy`, still as written: each question reads the one it needs. */
export interface TrafficPolicy {
  readonly node: Fields;
  readonly tls: Fields | undefined;
  readonly loadBalancer: Fields | undefined;
  readonly connectionPool: Fields | undefined;
  readonly outlierDetection: Fields | undefined;
  readonly ports: readonly (TrafficPolicy & { readonly port: number | undefined })[];
}

/** @see https://istio.io/latest/docs/reference/config/networking/destination-rule/ */
export function readDestinationRule(resource: Resource): DestinationRule {
  const spec = fields(fields(resource.data).spec);
  const selector = block(fields(spec.workloadSelector).matchLabels);
  return {
    resource,
    namespace: resource.namespace ?? 'default',
    host: text(spec.host) ?? '',
    subsets: fieldsList(spec.subsets).map((node) => ({
      node,
      name: text(node.name) ?? '',
      labels: fields(node.labels),
      policy: readPolicy(node.trafficPolicy),
    })),
    policy: readPolicy(spec.trafficPolicy),
    exportTo: optionalTexts(spec.exportTo),
    workloadSelector: selector,
  };
}

function readPolicy(value: unknown): TrafficPolicy | undefined {
  const node = block(value);
  if (!node) return undefined;
  return {
    ...blocks(node),
    ports: fieldsList(node.portLevelSettings).map((settings) => ({
      ...blocks(settings),
      ports: [],
      port: integer(fields(settings.port).number),
    })),
  };
}

function blocks(node: Fields) {
  return {
    node,
    tls: block(node.tls),
    loadBalancer: block(node.loadBalancer),
    connectionPool: block(node.connectionPool),
    outlierDetection: block(node.outlierDetection),
  };
}

function block(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}
