import type { Text } from '../../core/text.ts';
import type { AccessRequest } from '../../lab/cluster/index.ts';

/** What RBAC must let people and ServiceAccounts do, and what it must not. */
export interface Params {
  readonly questions: readonly [AccessQuestion, ...AccessQuestion[]];
}

/** As `kubectl auth can-i` would be asked. */
export interface AccessQuestion extends AccessRequest {
  readonly allowed: boolean;
  /** Why it matters, shown when the answer is the other one. */
  readonly because?: Text;
}
