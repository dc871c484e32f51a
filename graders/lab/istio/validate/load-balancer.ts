import { isSet } from '../../../model/workloads/values.ts';
import { type Block, blockIn, blocksIn, hasItems, numberIn, textIn, textsIn } from './blocks.ts';
import { checkDurations, checkTogether, placeIn } from './fields.ts';
import type { Judged } from './judged.ts';
import { checkLocalities } from './localities.ts';

/** @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings */
export function checkLoadBalancer(policy: Block, judged: Judged): void {
  const balancer = blockIn(policy, 'loadBalancer');
  if (!balancer) return;
  checkHash(blockIn(balancer, 'consistentHash'), judged);
  checkTogether(judged, balancer, ['localityLbSetting', 'zoneAwareLbSetting']);
  const watched = isSet(policy.outlierDetection);
  checkLocality(blockIn(balancer, 'localityLbSetting'), watched, judged);
  const zones = blockIn(balancer, 'zoneAwareLbSetting');
  if (zones) {
    checkTopology(zones, judged);
    checkFailover(zones, watched, judged);
  }
  const warmup = blockIn(balancer, 'warmup');
  if (!warmup) return;
  if (typeof warmup.duration !== 'string')
    judged.refuse('missing', judged.key(balancer, 'warmup'), { field: 'duration' });
  checkDurations(judged, warmup, ['duration']);
  const least = numberIn(warmup, 'minimumPercent');
  if (least > 100)
    judged.refuse('range', judged.at(warmup, 'minimumPercent'), {
      field: 'minimumPercent',
      from: 0,
      to: 100,
      value: least,
    });
  if (isSet(warmup.aggression) && numberIn(warmup, 'aggression') <= 0)
    judged.refuse('negative', judged.at(warmup, 'aggression'), { field: 'aggression' });
}

function checkHash(hash: Block | undefined, judged: Judged): void {
  if (!hash) return;
  const cookie = blockIn(hash, 'httpCookie');
  if (cookie) {
    if (textIn(cookie, 'name') === '') judged.refuse('missing', judged.key(hash, 'httpCookie'), { field: 'name' });
    const seen = new Set<string>();
    for (const attribute of blocksIn(cookie, 'attributes')) {
      const name = textIn(attribute, 'name');
      if (name === '') judged.refuse('missing', judged.at(attribute), { field: 'name' });
      else if (seen.has(name))
        judged.refuse('repeatedValue', judged.at(attribute, 'name'), { value: name, field: 'attributes' });
      seen.add(name);
    }
  }
  if (numberIn(hash, 'minimumRingSize') !== 0) {
    judged.warn('ringSize', judged.key(hash, 'minimumRingSize'), {});
    checkTogether(judged, hash, ['minimumRingSize', isSet(hash.maglev) ? 'maglev' : 'ringHash']);
  }
  const maglev = blockIn(hash, 'maglev');
  const size = numberIn(maglev, 'tableSize');
  if (maglev && (size >= 5_000_011 || !isPrime(size)))
    judged.refuse('prime', isSet(maglev.tableSize) ? judged.at(maglev, 'tableSize') : judged.key(hash, 'maglev'), {
      value: size,
    });
}

/** Of numbers below five million; 1 counts as one, as in Envoy. */
function isPrime(value: number): boolean {
  if (value !== 0 && value < 4) return true;
  if (value % 2 === 0) return false;
  for (let factor = 3; factor * factor <= value; factor += 2) if (value % factor === 0) return false;
  return true;
}

function checkLocality(setting: Block | undefined, watched: boolean, judged: Judged): void {
  if (!setting) return;
  const distributes = hasItems(setting, 'distribute');
  if (distributes && hasItems(setting, 'failover')) {
    checkTogether(judged, setting, ['distribute', 'failover']);
    return;
  }
  if (hasItems(setting, 'failover')) checkTopology(setting, judged);
  for (const share of blocksIn(setting, 'distribute')) checkShares(share, judged);
  const sources = blocksIn(setting, 'distribute').map((share) => ({
    value: textIn(share, 'from'),
    at: judged.at(share, 'from'),
  }));
  checkLocalities(sources, judged);
  checkFailover(setting, watched, judged);
}

function checkShares(share: Block, judged: Judged): void {
  const to = blockIn(share, 'to') ?? {};
  const parts = Object.values(to).map((part) => (typeof part === 'number' ? part : 0));
  const wrong = Object.keys(to).find((_, index) => (parts[index] ?? 0) <= 0 || (parts[index] ?? 0) > 100);
  const sum = parts.reduce((total, part) => total + part, 0);
  if (wrong !== undefined)
    judged.refuse('range', judged.at(to, wrong), {
      field: wrong,
      from: 1,
      to: 100,
      value: parts[Object.keys(to).indexOf(wrong)] ?? 0,
    });
  else if (sum !== 100) judged.refuse('localityWeights', judged.key(share, 'to'), { from: textIn(share, 'from'), sum });
  checkLocalities(
    Object.keys(to).map((value) => ({ value, at: judged.key(to, value) })),
    judged,
  );
}

const topology = ['topology.kubernetes.io/region', 'topology.kubernetes.io/zone', 'topology.istio.io/subzone'];

function checkTopology(setting: Block, judged: Judged): void {
  for (const label of textsIn(setting, 'failoverPriority')) {
    if (topology.includes(label.value)) judged.refuse('topologyLabel', placeIn(judged, label), { value: label.value });
  }
}

function checkFailover(setting: Block, watched: boolean, judged: Judged): void {
  const field = ['failover', 'failoverPriority'].find((one) => hasItems(setting, one));
  if (field !== undefined && !watched) judged.warn('failoverWithoutOutliers', judged.key(setting, field), { field });
  for (const one of blocksIn(setting, 'failover')) {
    const [from, to] = [textIn(one, 'from'), textIn(one, 'to')];
    if (from === to || /[/*]/.test(from + to)) judged.refuse('failoverRegion', judged.at(one), {});
  }
}
