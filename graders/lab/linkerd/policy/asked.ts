import { type Fields, fields, fieldsList } from '../../../model/mesh/fields.ts';
import { text } from '../../../model/workloads/values.ts';
import type { PodState } from '../../cluster/index.ts';
import type { LinkerdMesh } from '../mesh.ts';
import { routesOf } from './routes.ts';
import { serverOf } from './servers.ts';

/** A request that a route of a port is about. */
export interface RoutedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The requests that the routes of a pod's port are about, one for each match. A regular expression gives none. */
export function requestsRouted(mesh: LinkerdMesh, pod: PodState, port: number): readonly RoutedRequest[] {
  const server = serverOf(mesh, pod, port);
  if (!server) return [];
  const rules = routesOf(mesh, server).flatMap(({ data }) => fieldsList(fields(fields(data).spec).rules));
  return rules.flatMap(({ matches }) => fieldsList(matches).flatMap((match) => exampleOf(match) ?? []));
}

function exampleOf({ path, method, headers, queryParams }: Fields): RoutedRequest | undefined {
  const called = typeof method === 'object' && method !== null ? fields(method) : undefined;
  const wanted = [fields(path), ...fieldsList(headers)];
  if (wanted.some(({ type }) => type === 'RegularExpression') || fieldsList(queryParams).length > 0) return undefined;
  const named = fieldsList(headers).map(({ name, value }) => [text(name) ?? '', text(value) ?? ''] as const);
  return {
    method: called ? 'POST' : (text(method) ?? 'GET'),
    path: called
      ? `/${text(called.service) ?? 'service'}/${text(called.method) ?? 'Method'}`
      : (text(fields(path).value) ?? '/'),
    headers: Object.fromEntries(named.filter(([name]) => name !== '')),
  };
}
