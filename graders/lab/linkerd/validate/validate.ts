import type { Json } from '../../../core/json.ts';
import { memo } from '../../../core/memo.ts';
import { fill } from '../../../core/messages.ts';
import type { Span } from '../../../core/span.ts';
import type { Text } from '../../../core/text.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { type Fields, fields } from '../../../model/mesh/fields.ts';
import { checkAuthorizationPolicy, checkMeshTls } from './authorization.ts';
import { checkNetworkAuthentication, checkServerAuthorization } from './networks.ts';
import { policyGroup, type Refuse } from './refuse.ts';
import { checkRoute } from './route.ts';
import { checkServer } from './servers.ts';
import { words } from './words.ts';

/** A reason for which the policy controller refuses an object, at the place that gives it. */
export interface PolicyRefusal {
  readonly key: keyof typeof words;
  readonly at: Span;
  readonly data: Readonly<Record<string, Json>>;
}

type Check = (resource: Resource, spec: Fields, refuse: Refuse) => void;

const checks: ReadonlyMap<string, Check> = new Map([
  ['AuthorizationPolicy', checkAuthorizationPolicy],
  ['MeshTLSAuthentication', checkMeshTls],
  ['NetworkAuthentication', checkNetworkAuthentication],
  ['ServerAuthorization', checkServerAuthorization],
  ['HTTPRoute', checkRoute],
]);

/**
 * Why the policy controller of Linkerd refuses a policy object, beyond its schema: by itself, or for what else there is. A refused
 * object does not exist.
 * @param world all objects, in the order in which they are created
 * @returns nothing for an object that is admitted, or that is not of the policy API
 * @see https://github.com/linkerd/linkerd2/blob/main/policy-controller/runtime/src/admission.rs
 */
export function policyRefusals(resource: Resource, world: readonly Resource[]): readonly PolicyRefusal[] {
  if (resource.group !== policyGroup) return [];
  if (resource.kind !== 'Server') return refusalsByItself(resource);
  const found: PolicyRefusal[] = [];
  checkServer(resource, world, (key, at, data) => void found.push({ key, at, data }));
  return found;
}

const refusalsByItself = memo((resource: Resource): readonly PolicyRefusal[] => {
  const found: PolicyRefusal[] = [];
  const spec = fields(fields(resource.data).spec);
  checks.get(resource.kind)?.(resource, spec, (key, at, data) => void found.push({ key, at, data }));
  return found;
});

/** A refusal in words. */
export function policyRefusalText({ key, data }: PolicyRefusal): Text {
  const sentence: Text = words[key];
  return { es: fill(sentence, data, 'es'), en: fill(sentence, data, 'en') };
}
