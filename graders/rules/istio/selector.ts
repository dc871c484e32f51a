import { own } from '../../core/own.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import { type Fields, fields } from '../../model/mesh/fields.ts';

/** Where each kind keeps the labels of the pods it is for. */
const selectors: Readonly<Record<string, (spec: Fields) => unknown>> = {
  AuthorizationPolicy: (spec) => fields(spec.selector).matchLabels,
  PeerAuthentication: (spec) => fields(spec.selector).matchLabels,
  RequestAuthentication: (spec) => fields(spec.selector).matchLabels,
  Telemetry: (spec) => fields(spec.selector).matchLabels,
  DestinationRule: (spec) => fields(spec.workloadSelector).matchLabels,
  Sidecar: (spec) => fields(spec.workloadSelector).labels,
};

/** The labels that an object of Istio asks of the pods it is for; undefined for kinds that ask for none. */
export function selectorOf({ group, kind, data }: Resource): Readonly<Record<string, string>> | undefined {
  const read = group.endsWith('istio.io') ? own(selectors, kind) : undefined;
  return read && (fields(read(fields(fields(data).spec))) as Readonly<Record<string, string>>);
}
