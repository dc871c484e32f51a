import { code } from '../../../core/code.ts';
import { own } from '../../../core/own.ts';
import { isSet, text } from '../../../model/workloads/values.ts';
import { type Block, blockIn, blocksIn, numberIn, textIn, textsIn } from './blocks.ts';
import { checkClientTls } from './client-tls.ts';
import { checkPool } from './connection-pool.ts';
import {
  checkDurations,
  checkExportTo,
  checkHost,
  checkLabels,
  checkSubset,
  checkTogether,
  isIp,
  isPort,
} from './fields.ts';
import type { Judged } from './judged.ts';
import { checkLoadBalancer } from './load-balancer.ts';
import { isDomain, isTemplated } from './names.ts';
import { checkSelector } from './policy-scope.ts';

/** @see https://github.com/istio/istio/blob/release-1.31/pkg/config/validation/validation.go */
export function checkDestinationRule(spec: Block, judged: Judged): void {
  if (textIn(spec, 'host') === '') judged.refuse('noHost', judged.at(spec), {});
  else checkHost(judged, spec);
  checkPolicy(spec, judged);
  const seen = new Set<string>();
  for (const subset of blocksIn(spec, 'subsets')) {
    const name = textIn(subset, 'name');
    const mayBeOne = checkSubset(judged, subset, 'name');
    if (mayBeOne && seen.has(name)) judged.refuse('repeatedSubset', judged.at(subset, 'name'), { value: name });
    seen.add(name);
    checkLabels(judged, blockIn(subset, 'labels'));
    checkPolicy(subset, judged);
  }
  const own = judged.owner.namespace ?? 'default';
  checkExportTo(judged, spec, own);
  const selector = blockIn(spec, 'workloadSelector');
  if (!selector) return;
  checkSelector(spec, 'workloadSelector', judged);
  const shown = textsIn(spec, 'exportTo').map(({ value }) => (value === '.' ? own : value));
  if (shown.some((one) => one !== own)) judged.refuse('selectorExport', judged.key(spec, 'exportTo'), {});
}

const shared = ['loadBalancer', 'connectionPool', 'outlierDetection', 'tls'];
const policyFields = [...shared, 'portLevelSettings', 'tunnel', 'proxyProtocol', 'retryBudget'];

function checkPolicy(holder: Block, judged: Judged): void {
  const policy = blockIn(holder, 'trafficPolicy');
  if (!policy) return;
  if (!policyFields.some((field) => isWrittenOut(own(policy, field)))) {
    const facts = { field: 'trafficPolicy', needed: shared.map(code) };
    judged.refuse('nothing', judged.key(holder, 'trafficPolicy'), facts);
  }
  checkTogether(judged, policy, ['tunnel', 'proxyProtocol']);
  checkBlocks(policy, judged);
  for (const one of blocksIn(policy, 'portLevelSettings')) {
    if (!blockIn(one, 'port')) judged.refuse('port', judged.at(one), {});
    if (!shared.some((field) => isSet(own(one, field))))
      judged.refuse('nothing', judged.at(one), { field: 'portLevelSettings', needed: shared.map(code) });
    else checkBlocks(one, judged);
  }
  checkTunnel(blockIn(policy, 'tunnel'), judged);
}

const isWrittenOut = (value: unknown): boolean => isSet(value) && !(Array.isArray(value) && value.length === 0);

function checkBlocks(policy: Block, judged: Judged): void {
  checkPool(policy, 'connectionPool', judged);
  checkOutliers(blockIn(policy, 'outlierDetection'), judged);
  checkLoadBalancer(policy, judged);
  checkClientTls(policy, judged);
}

function checkOutliers(outliers: Block | undefined, judged: Judged): void {
  if (!outliers) return;
  checkDurations(judged, outliers, ['interval', 'baseEjectionTime']);
  for (const field of ['maxEjectionPercent', 'minHealthPercent']) {
    const value = numberIn(outliers, field);
    if (value < 0 || value > 100) judged.refuse('percent', judged.at(outliers, field), { field, value });
  }
  if (numberIn(outliers, 'consecutiveErrors') !== 0)
    judged.warn('consecutiveErrors', judged.key(outliers, 'consecutiveErrors'), {});
  const local = numberIn(outliers, 'consecutiveLocalOriginFailures');
  if (local > 0 && outliers.splitExternalLocalOriginErrors !== true)
    judged.refuse('localOrigin', judged.at(outliers, 'consecutiveLocalOriginFailures'), {});
}

function checkTunnel(tunnel: Block | undefined, judged: Judged): void {
  if (!tunnel) return;
  const protocol = text(tunnel.protocol);
  if (protocol !== undefined && !['CONNECT', 'POST'].includes(protocol))
    judged.refuse('protocol', judged.at(tunnel, 'protocol'), {
      value: protocol,
      known: ['CONNECT', 'POST'].map(code),
    });
  const host = textIn(tunnel, 'targetHost');
  if (!isDomain(host) && !isIp(host) && !isTemplated(host))
    judged.refuse('fullHost', judged.at(tunnel, 'targetHost'), { value: host });
  if (!isPort(tunnel.targetPort)) judged.refuse('port', judged.at(tunnel, 'targetPort'), {});
}
