import { own } from '../../../core/own.ts';
import { re2 } from '../../../core/re2/re2.ts';
import { isSet, text } from '../../../model/workloads/values.ts';
import { type Block, blockIn, blocksIn, isGiven, textIn } from './blocks.ts';
import type { Judged } from './judged.ts';
import { checkSelector } from './policy-scope.ts';

/** What a patch is compared with, by what it applies to. */
const conditions = new Map<string, string>([
  ...['LISTENER', 'FILTER_CHAIN', 'NETWORK_FILTER', 'HTTP_FILTER'].map((one) => [one, 'listener'] as const),
  ...['ROUTE_CONFIGURATION', 'VIRTUAL_HOST', 'HTTP_ROUTE'].map((one) => [one, 'routeConfiguration'] as const),
  ['CLUSTER', 'cluster'],
]);

/**
 * What can be said of an EnvoyFilter without knowing the messages of Envoy.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export function checkEnvoyFilter(spec: Block, judged: Judged): void {
  judged.warn('envoyFilter', judged.at(judged.owner.data as Block, 'kind'), {});
  checkSelector(spec, 'workloadSelector', judged);
  if (isGiven(spec, 'workloadSelector') && isGiven(spec, 'targetRefs'))
    judged.refuse('selectorAndTargets', judged.key(spec, 'workloadSelector'), {});
  for (const target of blocksIn(spec, 'targetRefs')) {
    if (text(target.namespace) !== undefined) judged.refuse('targetNamespace', judged.key(target, 'namespace'), {});
  }
  for (const patch of blocksIn(spec, 'configPatches')) checkPatch(patch, judged);
}

function checkPatch(config: Block, judged: Judged): void {
  const match = blockIn(config, 'match');
  const ofWaypoint = textIn(match, 'context') === 'WAYPOINT';
  if (match && ofWaypoint !== isGiven(match, 'waypoint'))
    judged.refuse('patchWaypoint', judged.at(match, ofWaypoint ? 'context' : 'waypoint'), {});
  if (ofWaypoint) return;
  const applyTo = textIn(config, 'applyTo') || 'INVALID';
  const patch = blockIn(config, 'patch');
  const operation = textIn(patch, 'operation') || 'INVALID';
  if (applyTo === 'INVALID') judged.refuse('patchWithout', judged.at(config), { field: 'applyTo' });
  else if (!patch) judged.refuse('patchWithout', judged.at(config), { field: 'patch' });
  else if (operation === 'INVALID') judged.refuse('patchWithout', judged.key(config, 'patch'), { field: 'operation' });
  else if (operation !== 'REMOVE' && !isSet(patch.value))
    judged.refuse('patchWithout', judged.key(config, 'patch'), { field: 'value' });
  else {
    if (match) checkMatch(match, applyTo, judged);
    checkTyped(patch, applyTo, judged);
  }
}

const filters = ['LISTENER_FILTER', 'NETWORK_FILTER', 'HTTP_FILTER'];
const typed = ['typed_config', 'typedConfig', 'config_discovery', 'configDiscovery'];

/** A filter says of which type its configuration is: its name alone stops being enough. */
function checkTyped(patch: Block, applyTo: string, judged: Judged): void {
  const value = blockIn(patch, 'value');
  if (value && filters.includes(applyTo) && !typed.some((field) => isGiven(value, field)))
    judged.warn('untypedFilter', judged.key(patch, 'value'), {});
}

const objects = ['listener', 'routeConfiguration', 'cluster', 'waypoint'];

function checkMatch(match: Block, applyTo: string, judged: Judged): void {
  const version = textIn(blockIn(match, 'proxy'), 'proxyVersion');
  if (version !== '' && version.length <= 1024 && !re2(version)) {
    judged.refuse('badRegex', judged.at(blockIn(match, 'proxy'), 'proxyVersion'), { pattern: version });
    return;
  }
  const wanted = conditions.get(applyTo);
  const given = objects.find((one) => isSet(own(match, one)));
  if (wanted === undefined || given === undefined) return;
  if (given !== wanted) judged.refuse('patchMatch', judged.key(match, given), { applyTo, field: wanted });
  else if (wanted === 'listener') checkFilter(blockIn(blockIn(match, 'listener'), 'filterChain'), applyTo, judged);
}

const managers = ['envoy.filters.network.http_connection_manager', 'envoy.http_connection_manager'];

function checkFilter(chain: Block | undefined, applyTo: string, judged: Judged): void {
  const filter = blockIn(chain, 'filter');
  if (!filter) return;
  if (applyTo === 'LISTENER' || applyTo === 'FILTER_CHAIN')
    judged.warn('filterWithoutEffect', judged.key(chain, 'filter'), { applyTo });
  const name = textIn(filter, 'name');
  const inner = blockIn(filter, 'subFilter');
  if (name === '') judged.refuse('missing', judged.key(chain, 'filter'), { field: 'name' });
  else if (inner && (applyTo !== 'HTTP_FILTER' || !managers.includes(name) || text(inner.name) === undefined))
    judged.refuse('subFilter', judged.key(filter, 'subFilter'), {});
}
