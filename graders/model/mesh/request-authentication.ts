import type { Resource } from '../manifests/manifests.ts';
import { text, texts } from '../workloads/values.ts';
import { type Fields, fields, fieldsList } from './fields.ts';
import { readTargetRefs, type TargetRef } from './target-refs.ts';

/** A RequestAuthentication as the control plane reads it. */
export interface RequestAuthentication {
  readonly resource: Resource;
  readonly namespace: string;
  readonly selector: Fields | undefined;
  /** The Gateways and Services it is bound to instead of pods. */
  readonly targets: readonly TargetRef[];
  readonly rules: readonly JwtRule[];
}

/** Whose tokens are accepted, and where they are looked for. */
export interface JwtRule {
  readonly node: Fields;
  readonly issuer: string;
  readonly audiences: readonly string[];
  /** Lower case. Empty, with no parameters and no cookies either, means `Authorization: Bearer` and `access_token`. */
  readonly headers: readonly string[];
  readonly params: readonly string[];
  /** Claims that are read as several texts, at their spaces. */
  readonly spaced: readonly string[];
  /** Claims of an accepted token that become headers. */
  readonly outputs: readonly { readonly header: string; readonly claim: string }[];
}

/** @see https://istio.io/latest/docs/reference/config/security/request_authentication/ */
export function readRequestAuthentication(resource: Resource): RequestAuthentication {
  const spec = fields(fields(resource.data).spec);
  const labels = fields(fields(spec.selector).matchLabels);
  return {
    resource,
    namespace: resource.namespace ?? 'default',
    selector: Object.keys(labels).length > 0 ? labels : undefined,
    targets: readTargetRefs(spec),
    rules: fieldsList(spec.jwtRules).map((node) => ({
      node,
      issuer: text(node.issuer) ?? '',
      audiences: texts(node.audiences as never),
      headers: fieldsList(node.fromHeaders).flatMap(({ name }) =>
        typeof name === 'string' ? [name.toLowerCase()] : [],
      ),
      spaced: texts(node.spaceDelimitedClaims as never),
      params: texts(node.fromParams as never),
      outputs: fieldsList(node.outputClaimToHeaders).flatMap(({ header, claim }) =>
        typeof header === 'string' && typeof claim === 'string' ? [{ header: header.toLowerCase(), claim }] : [],
      ),
    })),
  };
}
