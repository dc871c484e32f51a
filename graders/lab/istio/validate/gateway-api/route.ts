import { own } from '../../../../core/own.ts';
import { isPlainAddress } from '../../../../model/workloads/cidr.ts';
import { isSet } from '../../../../model/workloads/values.ts';
import { type Block, blockIn, blocksIn, isGiven, textIn, textsIn } from '../blocks.ts';
import type { Judged } from '../judged.ts';
import { checkFilters } from './filters.ts';
import { checkRepeats } from './repeats.ts';
import { checkGrpcMatches, checkHttpMatches, checkPrefixes, checkSession, checkTimeouts } from './rule.ts';

/**
 * What the API server refuses of a route by the expressions of its CRD.
 * @see https://github.com/kubernetes-sigs/gateway-api/tree/v1.6.0/config/crd/standard
 */
export function checkApiRoute(spec: Block, judged: Judged): void {
  const { kind } = judged.owner;
  checkParents(spec, judged);
  checkRepeats(spec, judged);
  const rules = blocksIn(spec, 'rules');
  const count = rules.reduce((sum, rule) => sum + blocksIn(rule, 'matches').length, 0);
  if (count > 128) judged.refuse('tooManyMatches', judged.key(spec, 'rules'), { count });
  if (kind === 'TLSRoute') checkHostnames(spec, judged);
  for (const rule of rules) {
    const backends = blocksIn(rule, 'backendRefs');
    for (const backend of backends) {
      checkBackend(backend, judged);
      checkFilters(backend, judged);
    }
    checkFilters(rule, judged);
    checkSession(rule, judged);
    if (kind === 'GRPCRoute') checkGrpcMatches(rule, judged);
    if (kind !== 'HTTPRoute') continue;
    checkHttpMatches(rule, judged);
    checkPrefixes(rule, judged);
    checkTimeouts(rule, judged);
    const redirect = blocksIn(rule, 'filters').find((filter) => isGiven(filter, 'requestRedirect'));
    if (redirect && backends.length > 0) judged.refuse('redirectWithBackends', judged.key(rule, 'backendRefs'), {});
  }
  const filters = rules
    .flatMap((rule) => [rule, ...blocksIn(rule, 'backendRefs')])
    .flatMap((one) => blocksIn(one, 'filters'));
  for (const filter of filters)
    for (const field of ['requestMirror', 'externalAuth'])
      checkBackend(blockIn(blockIn(filter, field), 'backendRef'), judged);
}

/** A Service gets traffic on a port. */
function checkBackend(backend: Block | undefined, judged: Judged): void {
  if (!backend || !isSet(backend.name) || isSet(backend.port)) return;
  if (textIn(backend, 'group') === '' && ['', 'Service'].includes(textIn(backend, 'kind')))
    judged.refuse('backendWithoutPort', judged.at(backend, 'name'), { name: textIn(backend, 'name') });
}

/** Of references to one parent each says a section of its own. */
function checkParents(spec: Block, judged: Judged): void {
  const seen = new Map<string, Set<string>>();
  for (const parent of blocksIn(spec, 'parentRefs')) {
    const written = (field: string, otherwise: string) =>
      isSet(own(parent, field)) ? textIn(parent, field) : otherwise;
    const group = written('group', 'gateway.networking.k8s.io');
    const key = [group, written('kind', 'Gateway'), textIn(parent, 'namespace'), textIn(parent, 'name')].join('/');
    const sections = seen.get(key) ?? new Set();
    const section = textIn(parent, 'sectionName');
    if (sections.has(section) || (sections.size > 0 && (section === '' || sections.has('')))) {
      judged.refuse('parentTwice', judged.at(parent, 'name'), { name: textIn(parent, 'name') });
    }
    seen.set(key, sections.add(section));
  }
}

const name = /^(?:\*\.)?[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

function checkHostnames(spec: Block, judged: Judged): void {
  for (const { value, at } of textsIn(spec, 'hostnames')) {
    if (!name.test(value) || isPlainAddress(value))
      judged.refuse('tlsRouteHost', at ?? judged.key(spec, 'hostnames'), { value });
  }
}
