import type { AuthorizationPolicy, PolicyRule } from '../../../model/mesh/authorization-policy.ts';
import { fields, fieldsList } from '../../../model/mesh/fields.ts';

/** A policy as sentences name it: `namespace/name`. */
export const nameOf = ({ namespace, resource }: AuthorizationPolicy): string => `${namespace}/${resource.name}`;

/** The number of a rule as written, from 1: the proxy of a node has fewer rules. */
export function numberOf({ resource }: AuthorizationPolicy, rule: PolicyRule): number {
  return fieldsList(fields(fields(resource.data).spec).rules).indexOf(rule.node) + 1;
}
