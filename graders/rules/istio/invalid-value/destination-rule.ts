import { code } from '../../../core/code.ts';
import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { text } from '../../../model/workloads/values.ts';
import { checkDurations, checkHost, checkLabels, checkSubset } from './fields.ts';
import type { Sayer } from './messages.ts';
import { type Block, blockIn, blocksIn, keyPlace } from './values.ts';

/** @see https://github.com/istio/istio/blob/master/pkg/config/validation/validation.go */
export function checkDestinationRule(owner: Resource, spec: Block, say: Sayer): void {
  checkHost(owner, spec, say);
  checkPolicy(owner, spec, say);
  const seen = new Set<string>();
  for (const subset of blocksIn(spec, 'subsets')) {
    const name = typeof subset.name === 'string' ? subset.name : undefined;
    const mayBeOne = checkSubset(owner, subset, 'name', say);
    if (mayBeOne && name !== undefined && seen.has(name))
      say('repeatedSubset', placeOf(owner, subset, 'name'), { value: name });
    if (name !== undefined) seen.add(name);
    checkLabels(owner, blockIn(subset, 'labels'), say);
    checkPolicy(owner, subset, say);
  }
}

const policyFields = [
  'loadBalancer',
  'connectionPool',
  'outlierDetection',
  'tls',
  'portLevelSettings',
  'tunnel',
  'proxyProtocol',
  'retryBudget',
];

function checkPolicy(owner: Resource, holder: Block, say: Sayer): void {
  const policy = blockIn(holder, 'trafficPolicy');
  if (!policy) return;
  if (!policyFields.some((field) => own(policy, field) !== undefined && own(policy, field) !== null)) {
    say('nothing', keyPlace(owner, holder, 'trafficPolicy'), {
      field: 'trafficPolicy',
      needed: policyFields.slice(0, 4).map(code),
    });
  }
  checkBlocks(owner, policy, say);
  for (const one of blocksIn(policy, 'portLevelSettings')) {
    if (!blockIn(one, 'port')) say('port', placeOf(owner, one), {});
    checkBlocks(owner, one, say);
  }
}

function checkBlocks(owner: Resource, policy: Block, say: Sayer): void {
  checkPool(owner, policy, say);
  checkOutliers(owner, blockIn(policy, 'outlierDetection'), say);
  checkLocalities(owner, blockIn(blockIn(policy, 'loadBalancer'), 'localityLbSetting'), say);
  const tls = blockIn(policy, 'tls');
  if (tls?.mode !== 'MUTUAL' || text(tls.credentialName) !== undefined) return;
  const needed = ['clientCertificate', 'privateKey'].filter((field) => text(own(tls, field)) === undefined);
  if (needed.length > 0) say('certificates', placeOf(owner, tls, 'mode'), { mode: 'MUTUAL', needed: needed.map(code) });
}

function checkPool(owner: Resource, policy: Block, say: Sayer): void {
  const pool = blockIn(policy, 'connectionPool');
  if (!pool) return;
  if (!blockIn(pool, 'tcp') && !blockIn(pool, 'http')) {
    const facts = { field: 'connectionPool', needed: ['tcp', 'http'].map(code) };
    say('nothing', keyPlace(owner, policy, 'connectionPool'), facts);
  }
  checkDurations(owner, blockIn(pool, 'http'), ['idleTimeout'], say);
  checkDurations(owner, blockIn(pool, 'tcp'), ['connectTimeout', 'maxConnectionDuration'], say);
  for (const [layer, fields] of [
    ['tcp', ['maxConnections']],
    [
      'http',
      ['http1MaxPendingRequests', 'http2MaxRequests', 'maxRequestsPerConnection', 'maxRetries', 'maxConcurrentStreams'],
    ],
  ] as const) {
    const block = blockIn(pool, layer);
    for (const field of fields) {
      const value = block?.[field];
      if (typeof value === 'number' && value < 0) say('negative', placeOf(owner, block, field), { field });
    }
  }
}

function checkOutliers(owner: Resource, outliers: Block | undefined, say: Sayer): void {
  if (!outliers) return;
  checkDurations(owner, outliers, ['interval', 'baseEjectionTime'], say);
  for (const field of ['maxEjectionPercent', 'minHealthPercent']) {
    const value = own(outliers, field);
    if (typeof value === 'number' && (value < 0 || value > 100))
      say('percent', placeOf(owner, outliers, field), { field, value });
  }
  const local = outliers.consecutiveLocalOriginFailures;
  if (typeof local === 'number' && local > 0 && outliers.splitExternalLocalOriginErrors !== true)
    say('localOrigin', placeOf(owner, outliers, 'consecutiveLocalOriginFailures'), {});
}

function checkLocalities(owner: Resource, setting: Block | undefined, say: Sayer): void {
  for (const share of blocksIn(setting, 'distribute')) {
    const to = blockIn(share, 'to') ?? {};
    const sum = Object.values(to).reduce<number>((total, part) => total + (typeof part === 'number' ? part : 0), 0);
    if (sum !== 100) say('localityWeights', keyPlace(owner, share, 'to'), { from: text(share.from) ?? '', sum });
  }
}
