import { type Finding, finding } from '../../core/finding.ts';
import { headOf } from '../../core/span.ts';
import { keySpanOf, relocate, spanOf } from '../../parse/yaml/located.ts';
import type { YamlFile, YamlValue } from '../../parse/yaml/yaml.ts';
import { missingIdentity, notAnObject } from './findings.ts';
import type { ObjectMeta, Origin, Resource } from './manifests.ts';
import { isClusterScoped } from './scope.ts';

export interface ReadManifests {
  readonly resources: readonly Resource[];
  readonly findings: readonly Finding[];
}

/** The objects of a YAML file, `List` documents opened. Documents that are no object at all give a finding. */
export function readManifests(file: YamlFile, origin: Origin): ReadManifests {
  const resources: Resource[] = [];
  const findings: Finding[] = [...file.findings];
  for (const { value, at } of file.documents.flatMap(openList)) {
    const problem = identityProblem(value, at);
    if (problem) findings.push(problem);
    else resources.push(resource(value as RawObject, at, origin));
  }
  if (resources.length === 0 && findings.length === 0) {
    findings.push(finding(notAnObject, 'empty', headOf(file.source), {}));
  }
  return { resources, findings };
}

export interface RawObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: ObjectMeta | null;
}

/** `kind: List` (and `DeploymentList`, …) only carries other objects. Those of a typed list need not say what they are. */
function openList(document: YamlValue): YamlValue[] {
  const { value, at } = document;
  if (
    !isObject(value) ||
    typeof value.kind !== 'string' ||
    !value.kind.endsWith('List') ||
    !Array.isArray(value.items)
  ) {
    return [document];
  }
  const { items } = value;
  const identity = { apiVersion: value.apiVersion, kind: value.kind.slice(0, -'List'.length) };
  return items.flatMap((item, index) =>
    openList({ value: identity.kind === '' ? item : identified(item, identity), at: spanOf(items, index) ?? at }),
  );
}

/**
 * An item of a typed list, which takes its version and kind from the list where it has none of its own.
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#collections
 */
function identified(item: unknown, identity: { readonly apiVersion: unknown; readonly kind: string }): unknown {
  return isObject(item) ? relocate({ ...identity, ...item }, item) : item;
}

function identityProblem(value: unknown, at: YamlValue['at']): Finding | undefined {
  if (!isObject(value)) return finding(notAnObject, 'shape', at, { found: shapeOf(value) });
  if (isComposeFile(value)) return finding(missingIdentity, 'compose', keySpanOf(value, 'services') ?? at, {});
  for (const field of ['apiVersion', 'kind'] as const) {
    const given = value[field];
    const where = spanOf(value, field) ?? at;
    if (given === undefined || given === null || given === '') {
      return finding(missingIdentity, 'field', where, { field });
    }
    if (typeof given !== 'string') return finding(missingIdentity, 'notText', where, { field });
  }
  return undefined;
}

/**
 * Whether somebody took the file of another tool for a manifest: services, each with an image or a build.
 * @see https://docs.docker.com/reference/compose-file/services/
 */
function isComposeFile({ apiVersion, kind, services }: Record<string, unknown>): boolean {
  if (apiVersion !== undefined || kind !== undefined || !isObject(services)) return false;
  return Object.values(services).some((one) => isObject(one) && ('image' in one || 'build' in one));
}

/** An object of the API: what it is called, and all that was written of it. */
export function resource(data: RawObject, at: YamlValue['at'], origin: Origin): Resource {
  const { apiVersion, kind } = data;
  const metadata = isObject(data.metadata) ? (data.metadata as ObjectMeta) : {};
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  const named = typeof metadata.namespace === 'string' && metadata.namespace !== '' ? metadata.namespace : 'default';
  const namespace = isClusterScoped(group, kind) ? undefined : named;
  const name = typeof metadata.name === 'string' ? metadata.name : '';
  return { apiVersion, group, kind, name, namespace, metadata, data, origin, at };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shapeOf(value: unknown): string {
  return Array.isArray(value) ? '`[…]`' : `\`${String(value).slice(0, 40)}\``;
}
