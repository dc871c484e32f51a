import { text, texts } from '../workloads/values.ts';
import { seconds } from './duration.ts';
import { type Fields, fields, fieldsList } from './fields.ts';
import { readStringMatch, type StringMatch } from './string-match.ts';

/** Which pages of other sites may call a route from a browser. */
export interface CorsPolicy {
  readonly node: Fields;
  readonly allowOrigins: readonly StringMatch[];
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  readonly allowCredentials: boolean;
  /** Seconds. */
  readonly maxAge: number | undefined;
  /** A preflight of an origin that is not allowed goes on to the application, unless it says `IGNORE`. */
  readonly forwardsUnmatched: boolean;
}

/** @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#CorsPolicy */
export function readCorsPolicy(node: Fields): CorsPolicy {
  const exact = texts(node.allowOrigin as never).map((value): StringMatch => ({ how: 'exact', value }));
  return {
    node,
    allowOrigins: [...fieldsList(node.allowOrigins).flatMap((match) => readStringMatch(fields(match)) ?? []), ...exact],
    allowMethods: texts(node.allowMethods as never),
    allowHeaders: texts(node.allowHeaders as never),
    exposeHeaders: texts(node.exposeHeaders as never),
    allowCredentials: node.allowCredentials === true,
    maxAge: seconds(node.maxAge),
    forwardsUnmatched: text(node.unmatchedPreflights) !== 'IGNORE',
  };
}
