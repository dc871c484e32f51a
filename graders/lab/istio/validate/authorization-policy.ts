import { type Block, blockIn, blocksIn, hasItems, isGiven, type Listed, textIn, textsIn } from './blocks.ts';
import { checkNotEmpty, isAddressOrBlock, placeIn } from './fields.ts';
import type { Judged } from './judged.ts';
import { isTemplated } from './names.ts';
import { checkScope } from './policy-scope.ts';

const sourceFields = [
  'principals',
  'requestPrincipals',
  'namespaces',
  'serviceAccounts',
  'trustDomains',
  'ipBlocks',
  'remoteIpBlocks',
  'notPrincipals',
  'notRequestPrincipals',
  'notNamespaces',
  'notServiceAccounts',
  'notTrustDomains',
  'notIpBlocks',
  'notRemoteIpBlocks',
];
const operationFields = ['ports', 'methods', 'paths', 'hosts', 'notPorts', 'notMethods', 'notPaths', 'notHosts'];

/** @see https://istio.io/latest/docs/reference/config/security/authorization-policy/ */
export function checkAuthorizationPolicy(spec: Block, judged: Judged): void {
  const action = textIn(spec, 'action') || 'ALLOW';
  checkScope(spec, judged);
  const declared = hasItems(spec, 'rules');
  if ((action === 'DENY' || action === 'CUSTOM') && !declared)
    judged.refuse('denyWithoutRules', judged.at(spec, 'action'), { action });
  const provider = blockIn(spec, 'provider');
  if (action === 'CUSTOM' && declared && textIn(provider, 'name') === '')
    judged.refuse('customWithoutProvider', judged.at(spec, 'action'), {});
  if (action !== 'CUSTOM' && provider) judged.refuse('providerWithoutCustom', judged.key(spec, 'provider'), {});
  for (const rule of rulesOf(spec)) {
    for (const from of blocksIn(rule, 'from')) checkSource(from, judged);
    for (const to of blocksIn(rule, 'to')) checkOperation(to, judged);
    for (const condition of blocksIn(rule, 'when')) checkCondition(condition, judged);
    if (action === 'CUSTOM') checkCustom(rule, judged);
    if (action === 'DENY') warnOfTcp(rule, judged);
  }
}

const rulesOf = (spec: Block): readonly Block[] => blocksIn(spec, 'rules');

function checkSource(from: Block, judged: Judged): void {
  const source = blockIn(from, 'source');
  if (!source || !sourceFields.some((field) => hasItems(source, field))) {
    judged.refuse('emptyItem', judged.at(from, 'source'), { field: 'source' });
    return;
  }
  const others = ['principals', 'notPrincipals', 'namespaces', 'notNamespaces'].find((field) => isGiven(source, field));
  const account = ['serviceAccounts', 'notServiceAccounts'].find((field) => isGiven(source, field));
  if (others && account) judged.refuse('accountsWithOthers', judged.key(source, account), { field: others });
  for (const field of sourceFields) {
    const values = textsIn(source, field);
    if (/ipBlocks$/i.test(field)) checkIps(values, judged);
    else if (/accounts$/i.test(field)) checkAccounts(values, judged);
    else {
      checkNotEmpty(judged, source, field);
      if (/trustDomains$/i.test(field)) checkTrustDomains(values, true, judged);
    }
  }
}

function checkIps(values: readonly Listed[], judged: Judged): void {
  for (const one of values) {
    if (!isAddressOrBlock(one.value) && !isTemplated(one.value))
      judged.refuse('badAddress', placeIn(judged, one), { value: one.value });
  }
}

function checkPorts(values: readonly Listed[], judged: Judged): void {
  for (const one of values) {
    if (!/^\d+$/.test(one.value) || Number(one.value) > 65_535)
      judged.refuse('badPort', placeIn(judged, one), { value: one.value });
  }
}

function checkAccounts(values: readonly Listed[], judged: Judged): void {
  const [first] = values;
  if (first && values.length > 16) judged.refuse('accounts', placeIn(judged, first), {});
  for (const one of values) {
    if (!/^[^/*]+(?:\/[^/*]+)?$/.test(one.value) || one.value.length > 320)
      judged.refuse('account', placeIn(judged, one), { value: one.value });
  }
}

function checkTrustDomains(values: readonly Listed[], domains: boolean, judged: Judged): void {
  for (const one of values) {
    if (!/^(?:\*?[^*]*|[^*]*\*?)$/.test(one.value))
      judged.refuse('wildcardPlace', placeIn(judged, one), { value: one.value });
    else if (domains && one.value.includes('/'))
      judged.refuse('trustDomain', placeIn(judged, one), { value: one.value });
  }
}

function checkOperation(to: Block, judged: Judged): void {
  const operation = blockIn(to, 'operation');
  if (!operation || !operationFields.some((field) => hasItems(operation, field))) {
    judged.refuse('emptyItem', judged.at(to, 'operation'), { field: 'operation' });
    return;
  }
  for (const field of operationFields) {
    if (/ports$/i.test(field)) checkPorts(textsIn(operation, field), judged);
    else checkNotEmpty(judged, operation, field);
    if (!/paths$/i.test(field)) continue;
    for (const path of textsIn(operation, field)) {
      if (!isPathTemplate(path.value)) judged.refuse('pathTemplate', placeIn(judged, path), { value: path.value });
    }
  }
}

/**
 * Whether the braces of a path are templates, each a whole segment, `{**}` the last of them.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation
 */
function isPathTemplate(path: string): boolean {
  const hasTemplate = /\{\*\*?\}/.test(path);
  let ended = false;
  for (const segment of path.replace(/^\/+|\/+$/g, '').split('/')) {
    if (segment === '{*}' || segment === '{**}') {
      if (ended) return false;
      ended = segment === '{**}';
    } else if (/[{}]/.test(segment)) return false;
    else if (hasTemplate && !/^[a-zA-Z0-9\-._~%!$&'()+,;:@=]+$/.test(segment)) return false;
  }
  return true;
}

/** Conditions whose key names something in brackets. */
const named = ['request.headers', 'request.auth.claims', 'experimental.envoy.filters.'];
const plain = [
  'source.namespace',
  'source.principal',
  'request.auth.principal',
  'request.auth.audiences',
  'request.auth.presenter',
  'connection.sni',
];
const replaced = new Map([
  ['destination.namespace', '`metadata.namespace`'],
  ['destination.name', '`selector`'],
  ['destination.user', '`selector`'],
]);

function checkCondition(condition: Block, judged: Judged): void {
  const key = textIn(condition, 'key');
  const at = judged.at(condition, 'key');
  if (key === '') judged.refuse('missing', at, { field: 'key' });
  else if (!hasItems(condition, 'values') && !hasItems(condition, 'notValues')) judged.refuse('noValues', at, { key });
  else {
    if (!checkKey(key, at, judged)) return;
    for (const field of ['values', 'notValues']) {
      checkNotEmpty(judged, condition, field);
      const values = textsIn(condition, field).filter(({ value }) => value !== '');
      if (['source.ip', 'remote.ip', 'destination.ip'].includes(key)) checkIps(values, judged);
      else if (key === 'destination.port') checkPorts(values, judged);
      else if (key === 'source.serviceAccount') checkAccounts(values, judged);
      else if (key === 'source.trustDomain') checkTrustDomains(values, false, judged);
    }
  }
}

const listed = [
  'source.ip',
  'remote.ip',
  'destination.ip',
  'destination.port',
  'source.serviceAccount',
  'source.trustDomain',
];

/** @returns whether the key is a good one */
function checkKey(key: string, at: ReturnType<Judged['at']>, judged: Judged): boolean {
  if (plain.includes(key) || listed.includes(key)) return true;
  if (named.some((prefix) => key.startsWith(prefix))) {
    const open = key.indexOf('[');
    const good = key.endsWith(']') && open > 0 && open < key.length - 2;
    if (!good) judged.refuse('conditionKey', at, { value: key });
    return good;
  }
  const instead = key.startsWith('destination.labels') ? '`selector`' : replaced.get(key);
  if (instead !== undefined) judged.refuse('oldKey', at, { key, instead });
  else judged.refuse('unknownKey', at, { key });
  return false;
}

/** Identity and tokens are not known yet when an external authorizer is asked. */
function checkCustom(rule: Block, judged: Judged): void {
  for (const from of blocksIn(rule, 'from')) {
    const source = blockIn(from, 'source');
    const field = sourceFields.find((one) => !/ipBlocks$/i.test(one) && hasItems(source, one));
    if (source && field) judged.refuse('customField', judged.key(source, field), { field });
  }
  for (const condition of blocksIn(rule, 'when')) {
    const key = textIn(condition, 'key');
    if (/^(?:source\.(?:namespace|serviceAccount|trustDomain|principal)$|request\.auth\.)/.test(key))
      judged.refuse('customField', judged.at(condition, 'key'), { field: key });
  }
}

/** What can be compared without reading HTTP. */
const tcpFields = ['principals', 'ipBlocks', 'namespaces', 'remoteIpBlocks', 'serviceAccounts'].flatMap((field) => [
  field,
  `not${field.charAt(0).toUpperCase()}${field.slice(1)}`,
]);

function warnOfTcp(rule: Block, judged: Judged): void {
  const sources = innerBlocks(rule, 'from', 'source');
  const operations = innerBlocks(rule, 'to', 'operation');
  const tcpSource = sources.some((source) => tcpFields.some((field) => hasItems(source, field)));
  const tcpOperation = operations.some((one) => hasItems(one, 'ports') || hasItems(one, 'notPorts'));
  const onlySources = sources.length > 0 && operations.length === 0 && !tcpSource;
  if (onlySources || (operations.length > 0 && !tcpOperation)) judged.warn('denyTcp', judged.at(rule), {});
}

function innerBlocks(rule: Block, list: string, field: string): readonly Block[] {
  return blocksIn(rule, list).flatMap((item) => {
    const inner = blockIn(item, field);
    return inner ? [inner] : [];
  });
}
