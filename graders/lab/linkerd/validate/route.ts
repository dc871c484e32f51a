import { re2 } from '../../../core/re2/re2.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { seconds } from '../../../model/mesh/duration.ts';
import { type Fields, fields, fieldsList } from '../../../model/mesh/fields.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { isSet, text } from '../../../model/workloads/values.ts';
import type { Refuse } from './refuse.ts';

/** @see https://linkerd.io/2-edge/reference/httproute/ */
export function checkRoute(resource: Resource, spec: Fields, refuse: Refuse): void {
  for (const parent of fieldsList(spec.parentRefs)) {
    if (parent.kind === 'EgressNetwork' && !isSet(parent.port))
      refuse('egressPort', placeOf(resource, parent, 'kind'), {});
  }
  for (const rule of fieldsList(spec.rules)) {
    for (const match of fieldsList(rule.matches)) checkMatch(resource, match, refuse);
    for (const filter of fieldsList(rule.filters)) {
      checkPath(resource, fields(fields(filter.requestRedirect).path), 'replaceFullPath', refuse);
      checkPath(resource, fields(fields(filter.requestRedirect).path), 'replacePrefixMatch', refuse);
    }
    checkTimeouts(resource, fields(rule.timeouts), refuse);
  }
}

function checkMatch(resource: Resource, match: Fields, refuse: Refuse): void {
  const path = fields(match.path);
  if (path.type === 'RegularExpression') checkPattern(resource, path, refuse);
  else checkPath(resource, path, 'value', refuse);
  for (const list of [match.headers, match.queryParams]) {
    for (const condition of fieldsList(list)) {
      if (condition.type === 'RegularExpression') checkPattern(resource, condition, refuse);
    }
  }
}

function checkPattern(resource: Resource, condition: Fields, refuse: Refuse): void {
  const pattern = text(condition.value);
  if (pattern !== undefined && !re2(pattern)) refuse('badRegex', placeOf(resource, condition, 'value'), { pattern });
}

function checkPath(
  resource: Resource,
  holder: Fields,
  field: 'value' | 'replaceFullPath' | 'replacePrefixMatch',
  refuse: Refuse,
): void {
  const path = text(holder[field]);
  if (path !== undefined && !path.startsWith('/')) refuse('relativePath', placeOf(resource, holder, field), { path });
}

/** An attempt lasts no longer than the whole request. */
function checkTimeouts(resource: Resource, timeouts: Fields, refuse: Refuse): void {
  for (const field of ['request', 'backendRequest'] as const) {
    if (text(timeouts[field])?.startsWith('-')) refuse('negativeTimeout', placeOf(resource, timeouts, field), {});
  }
  const [request, backend] = [seconds(timeouts.request), seconds(timeouts.backendRequest)];
  if (request === undefined || backend === undefined || backend <= request) return;
  const data = { request: text(timeouts.request) ?? '', backend: text(timeouts.backendRequest) ?? '' };
  refuse('backendTimeout', placeOf(resource, timeouts, 'backendRequest'), data);
}
