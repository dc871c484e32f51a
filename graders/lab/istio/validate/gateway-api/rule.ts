import { seconds } from '../../../../model/mesh/duration.ts';
import { isSet } from '../../../../model/workloads/values.ts';
import { type Block, blockIn, blocksIn, isGiven, numberIn, textIn } from '../blocks.ts';
import type { Judged } from '../judged.ts';

const characters = /^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+$/;
const forbidden = /\/\/|\/\.\.?\/|%2f|#|\/\.\.?$/i;

/** The paths of an HTTPRoute. @see https://gateway-api.sigs.k8s.io/reference/spec/#httppathmatch */
export function checkHttpMatches(rule: Block, judged: Judged): void {
  for (const match of blocksIn(rule, 'matches')) {
    const path = blockIn(match, 'path');
    if (!path || textIn(path, 'type') === 'RegularExpression') continue;
    const value = isSet(path.value) ? textIn(path, 'value') : '/';
    if (!value.startsWith('/') || forbidden.test(value) || !characters.test(value))
      judged.refuse('routePath', judged.at(path, 'value'), { value });
  }
}

/** A prefix that is replaced is the only condition of its rule; without any the rule is for the prefix `/`. */
export function checkPrefixes(rule: Block, judged: Judged): void {
  const matches = isSet(rule.matches) ? blocksIn(rule, 'matches') : [{}];
  const [only, ...others] = matches;
  const type = textIn(blockIn(only, 'path'), 'type') || 'PathPrefix';
  if (only && others.length === 0 && type === 'PathPrefix') return;
  for (const holder of [rule, ...blocksIn(rule, 'backendRefs')])
    for (const filter of blocksIn(holder, 'filters'))
      for (const field of ['requestRedirect', 'urlRewrite']) {
        const path = blockIn(blockIn(filter, field), 'path');
        if (textIn(path, 'type') === 'ReplacePrefixMatch' && isGiven(path, 'replacePrefixMatch'))
          judged.refuse('prefixAlone', judged.at(path, 'replacePrefixMatch'), {});
      }
}

/**
 * How long a request takes, and how often it is tried.
 * @see https://gateway-api.sigs.k8s.io/geps/gep-1742/
 */
export function checkTimeouts(rule: Block, judged: Judged): void {
  const retry = blockIn(rule, 'retry');
  if (isGiven(retry, 'attempts') && numberIn(retry, 'attempts') < 1)
    judged.refuse('retryAttempts', judged.at(retry, 'attempts'), {});
  const timeouts = blockIn(rule, 'timeouts');
  const [whole, each] = [seconds(timeouts?.request), seconds(timeouts?.backendRequest)];
  if (!whole || each === undefined || each <= whole) return;
  const data = { each: textIn(timeouts, 'backendRequest'), whole: textIn(timeouts, 'request') };
  judged.refuse('backendLonger', judged.at(timeouts, 'backendRequest'), data);
}

/** @see https://gateway-api.sigs.k8s.io/geps/gep-1619/ */
export function checkSession(rule: Block, judged: Judged): void {
  const session = blockIn(rule, 'sessionPersistence');
  const cookie = blockIn(session, 'cookieConfig');
  if (!cookie) return;
  if (textIn(cookie, 'lifetimeType') === 'Permanent' && !isGiven(session, 'absoluteTimeout'))
    judged.refuse('permanentSession', judged.at(cookie, 'lifetimeType'), {});
  if ((textIn(session, 'type') || 'Cookie') !== 'Cookie')
    judged.refuse('cookieOfHeader', judged.key(session, 'cookieConfig'), {});
}

const grpcNames = {
  service: /^\.?[a-z_][a-z_0-9]*(?:\.[a-z_][a-z_0-9]*)*$/i,
  method: /^[A-Za-z_][A-Za-z_0-9]*$/,
} as const;

/** The calls of a GRPCRoute. @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcmethodmatch */
export function checkGrpcMatches(rule: Block, judged: Judged): void {
  for (const match of blocksIn(rule, 'matches')) {
    const method = blockIn(match, 'method');
    if (!method) continue;
    if (!isGiven(method, 'service') && !isGiven(method, 'method'))
      judged.refuse('grpcEmpty', judged.key(match, 'method'), {});
    if (textIn(method, 'type') === 'RegularExpression') continue;
    for (const field of ['service', 'method'] as const) {
      const value = textIn(method, field);
      if (isGiven(method, field) && !grpcNames[field].test(value))
        judged.refuse('grpcName', judged.at(method, field), { field, value });
    }
  }
}
