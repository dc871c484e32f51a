import type { Json } from '../../../core/json.ts';
import type { Span } from '../../../core/span.ts';

/** Why the validation webhook refuses an object. */
export type ProblemKey =
  | 'noRoutes'
  | 'noAction'
  | 'twoActions'
  | 'actionWith'
  | 'zeroWeight'
  | 'negativeWeight'
  | 'noDestination'
  | 'wildcardForMesh'
  | 'duplicateHost'
  | 'delegateWithGateways'
  | 'delegateWithRoute'
  | 'delegateOfDelegate'
  | 'mirrorTwice'
  | 'retriesOff'
  | 'nullHeader'
  | 'pseudoHeader'
  | 'badRegex'
  | 'tlsWithoutMatch'
  | 'claimsForMesh'
  | 'percentRange'
  | 'emptyFault'
  | 'redirectCode'
  | 'portsWithoutSelector'
  | 'noHost'
  | 'noServers'
  | 'serverWithoutTls'
  | 'tlsForHttp'
  | 'serverWithoutHosts'
  | 'repeatedPortName'
  | 'denyWithoutRules'
  | 'customWithoutProvider'
  | 'providerWithoutCustom'
  | 'customField'
  | 'emptyList'
  | 'emptyItem'
  | 'accountsWithOthers'
  | 'emptyValue'
  | 'badPort'
  | 'badAddress'
  | 'unknownKey'
  | 'noValues'
  | 'selectorAndTargets'
  | 'wildcardSelector'
  | 'targetNamespace'
  | 'targetKind'
  | 'targetGroup'
  | 'noIssuer'
  | 'backendWithoutPort';

export interface Problem {
  readonly key: ProblemKey;
  readonly at: Span;
  readonly facts: Readonly<Record<string, Json>>;
}

/** Notes a problem at the first of some places that was written. */
export type Note = (key: ProblemKey, at: Span | undefined, facts?: Readonly<Record<string, Json>>) => void;
