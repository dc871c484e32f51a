import { isSet, text } from '../../../model/workloads/values.ts';
import { type Block, blockIn, blocksIn, isGiven, textIn } from './blocks.ts';
import { checkDurations, checkNotEmpty, isPort } from './fields.ts';
import type { Judged } from './judged.ts';
import { isTemplated } from './names.ts';
import { checkScope, checkSelector } from './policy-scope.ts';

/** @see https://istio.io/latest/docs/reference/config/security/peer_authentication/ */
export function checkPeerAuthentication(spec: Block, judged: Judged): void {
  checkSelector(spec, 'selector', judged);
  const ports = blockIn(spec, 'portLevelMtls');
  if (!ports) return;
  const labels = blockIn(blockIn(spec, 'selector'), 'matchLabels') ?? {};
  // A port without a mode is dropped before anybody looks.
  if (Object.values(ports).every((value) => value === null))
    judged.refuse('noPorts', judged.key(spec, 'portLevelMtls'), {});
  else if (Object.values(labels).every((value) => value === null))
    judged.refuse('portsWithoutSelector', judged.key(spec, 'portLevelMtls'), {});
  for (const value of Object.keys(ports)) {
    if (!(/^\d+$/.test(value) && isPort(Number(value))) && !isTemplated(value))
      judged.refuse('portKey', judged.key(ports, value), { value });
  }
}

/** @see https://istio.io/latest/docs/reference/config/security/request_authentication/ */
export function checkRequestAuthentication(spec: Block, judged: Judged): void {
  checkScope(spec, judged);
  for (const rule of blocksIn(spec, 'jwtRules')) checkRule(rule, judged);
}

function checkRule(rule: Block, judged: Judged): void {
  const field = isSet(rule.jwks_uri) ? 'jwks_uri' : 'jwksUri';
  const uri = textIn(rule, field);
  if (textIn(rule, 'issuer') === '' && uri === '') judged.refuse('noIssuer', judged.at(rule), {});
  if (uri !== '' && !isKeysUrl(uri) && !isTemplated(uri))
    judged.refuse('keysUrl', judged.at(rule, field), { value: uri });
  const [first, second] = ['jwksUri', 'jwks_uri', 'jwks'].filter((one) => isGiven(rule, one));
  if (first !== undefined && second !== undefined)
    judged.refuse('together', judged.key(rule, second), { field: first, other: second });
  for (const list of ['audiences', 'fromParams', 'fromCookies']) checkNotEmpty(judged, rule, list);
  for (const header of blocksIn(rule, 'fromHeaders')) {
    if (textIn(header, 'name') === '') judged.refuse('emptyHeader', judged.at(header), {});
  }
  for (const output of blocksIn(rule, 'outputClaimToHeaders')) checkOutput(output, judged);
  checkDurations(judged, rule, ['timeout']);
  checkKeys(rule, judged);
}

/** `http://` or `https://`, with a port that is a number. */
const isKeysUrl = (uri: string): boolean =>
  /^https?:/i.test(uri) &&
  !/\s|%(?![0-9a-f]{2})/i.test(uri.replace(/\?.*$/, '')) &&
  !/^https?:\/\/[^/]*:(?!\d*(?:[/?#]|$))[^/@]*(?:[/?#]|$)/i.test(uri);

function checkOutput(output: Block, judged: Judged): void {
  const value = textIn(output, 'header');
  if (value === '' || textIn(output, 'claim') === '') judged.refuse('claimToHeader', judged.at(output), {});
  else if (!/^[-_A-Za-z0-9]+$/.test(value)) judged.refuse('headerName', judged.at(output, 'header'), { value });
}

/** Keys to check tokens with: public ones, as JSON. */
function checkKeys(rule: Block, judged: Judged): void {
  const jwks = text(rule.jwks);
  if (jwks === undefined || isTemplated(jwks.replace(/\{"|\}\}/g, ''))) return;
  const keys = keysOf(jwks);
  if (!keys) judged.refuse('keySet', judged.at(rule, 'jwks'), {});
  else if (keys.some(isPrivate)) judged.warn('privateKey', judged.at(rule, 'jwks'), {});
}

const kinds = ['RSA', 'EC', 'OKP', 'oct'];

/** The keys of a set, or the one key that stands alone. */
function keysOf(jwks: string): readonly Block[] | undefined {
  try {
    const parsed: unknown = JSON.parse(jwks);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
    const { keys } = parsed as { keys?: unknown };
    const all = (Array.isArray(keys) ? keys : [parsed]) as readonly unknown[];
    const good = all.every(
      (key) => typeof key === 'object' && key !== null && kinds.includes(textIn(key as Block, 'kty')),
    );
    return good ? (all as readonly Block[]) : undefined;
  } catch {
    return undefined;
  }
}

const isPrivate = (key: Block): boolean => isSet(key.d) || key.kty === 'oct';
