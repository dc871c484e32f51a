import type { Text } from '../../core/text.ts';
import type { AccessRequest } from '../../lab/cluster/index.ts';

/** What RBAC must let people and ServiceAccounts do, and what it must not. */
export interface Params {
  readonly questions: readonly [AccessQuestion, ...AccessQuestion[]];
  /** What nothing of the answer may grant, whatever it is about: for "and nothing else". */
  readonly never?: readonly Never[];
}

/** Somebody, and the verbs that they may have on no resource; without verbs, they may do nothing at all. */
export interface Never extends Pick<AccessRequest, 'user' | 'groups' | 'serviceAccount'> {
  readonly verbs?: readonly [string, ...string[]];
  readonly because?: Text;
}

/** As `kubectl auth can-i` would be asked. */
export interface AccessQuestion extends AccessRequest {
  readonly allowed: boolean;
  /** Why it matters, shown when the answer is the other one. */
  readonly because?: Text;
}
