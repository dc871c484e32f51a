import { code } from '../core/code.ts';
import { type Finding, finding } from '../core/finding.ts';
import { nearest } from '../core/nearest.ts';
import { own } from '../core/own.ts';
import type { Resource } from '../model/manifests/manifests.ts';
import { spanOf } from '../parse/yaml/located.ts';
import { notChecked, unknownKind } from './findings.ts';
import { groupOf, type KnownKind, knownKinds } from './tables.ts';

/**
 * What is to be said about an object whose kind has no shape in its version. Kinds of groups that nobody here knows are
 * somebody's custom resources and no mistake; a near miss of a known kind, version or group is one.
 */
export function kindProblem(resource: Resource): Finding {
  const { group, kind } = resource;
  if (isLocalFile(resource)) return unchecked(resource);
  const known = knownKinds();
  const exact = known.find((one) => one.apiVersion === resource.apiVersion && one.kind === kind);
  if (exact) return retired(resource, known) ?? unchecked(resource);
  const ofGroup = known.filter((one) => one.group === group);
  return ofGroup.length > 0 ? inKnownGroup(resource, ofGroup, known) : inUnknownGroup(resource, known);
}

/** The object with the kind, or the one version, that a problem of its kind says was meant. */
export function meantKind(resource: Resource, { data: { nearest: kind, right } }: Finding): Resource | undefined {
  if (typeof kind === 'string') return { ...resource, kind };
  const [only, ...others] = Array.isArray(right) ? right : [];
  if (typeof only !== 'string' || others.length > 0) return undefined;
  const apiVersion = only.replaceAll('`', '');
  return { ...resource, apiVersion, group: groupOf(apiVersion) };
}

/** What `kubectl` or `skaffold` read on the machine looks like an object, and never reaches the API server. */
function isLocalFile({ apiVersion, group, kind, data }: Resource): boolean {
  if (group === 'skaffold') return true;
  return apiVersion === 'v1' && kind === 'Config' && Object.hasOwn(data as object, 'clusters');
}

/** An old version of a kind that now has a shape in another: the API server has stopped serving it. */
function retired(resource: Resource, known: readonly KnownKind[]): Finding | undefined {
  const { apiVersion, group, kind } = resource;
  const right = served(known.filter((one) => one.kind === kind && (one.group === group || group === 'extensions')));
  if (right.length === 0) return undefined;
  return finding(unknownKind, 'retired', versionSpan(resource), { apiVersion, kind, right });
}

function inKnownGroup(resource: Resource, ofGroup: readonly KnownKind[], known: readonly KnownKind[]): Finding {
  const { apiVersion, kind } = resource;
  const other = served(ofGroup.filter((one) => one.kind === kind));
  const isComplete =
    isBuiltIn(resource.group) && isStable(apiVersion) && ofGroup.some(({ apiVersion: one }) => one === apiVersion);
  if (other.length === 0 && !isComplete && ofGroup.some((one) => one.kind === kind)) return unchecked(resource);
  if (other.length > 0)
    return finding(unknownKind, 'version', versionSpan(resource), { kind, apiVersion, right: other });
  const namesakes = known.filter((one) => one.kind === kind);
  const elsewhere = served(ofSameMaker(namesakes, resource.group));
  if (elsewhere.length > 0 && isBuiltIn(resource.group)) {
    return finding(unknownKind, 'version', versionSpan(resource), { kind, apiVersion, right: elsewhere });
  }
  const meant = nearest(kind, [...new Set(ofGroup.map((one) => one.kind))]);
  if (meant) return finding(unknownKind, 'kindTypo', kindSpan(resource), { kind, apiVersion, nearest: meant });
  if (elsewhere.length > 0) {
    return finding(unknownKind, 'version', versionSpan(resource), { kind, apiVersion, right: elsewhere });
  }
  return isComplete || !resource.group.includes('.')
    ? finding(unknownKind, 'kind', kindSpan(resource), { kind, apiVersion })
    : unchecked(resource);
}

/** Groups of old versions of Istio, and the kinds that took over what theirs did. */
const successors: Readonly<Record<string, readonly string[]>> = {
  'authentication.istio.io': ['PeerAuthentication', 'RequestAuthentication'],
  'rbac.istio.io': ['AuthorizationPolicy'],
  'config.istio.io': ['Telemetry', 'AuthorizationPolicy'],
};

function inUnknownGroup(resource: Resource, known: readonly KnownKind[]): Finding {
  const { apiVersion, group, kind } = resource;
  const heirs = own(successors, group);
  if (heirs) {
    const right = heirs.map(code);
    return finding(unknownKind, 'replaced', versionSpan(resource), { kind, group, right });
  }
  const groups = [...new Set(known.map((one) => one.group))].filter((one) => one !== '');
  const likely = groups.filter((one) => isNear(group, one));
  const names = [...new Set(known.filter((one) => likely.includes(one.group)).map((one) => one.kind))];
  const meant = names.includes(kind) ? kind : nearest(kind, names);
  const right = served(known.filter((one) => likely.includes(one.group) && one.kind === meant));
  if (right.length > 0)
    return finding(unknownKind, 'group', versionSpan(resource), { group, kind: meant ?? kind, right });
  if (group.includes('.')) return unchecked(resource);
  const elsewhere = served(known.filter((one) => one.kind === kind));
  return elsewhere.length > 0
    ? finding(unknownKind, 'group', versionSpan(resource), { group, kind, right: elsewhere })
    : finding(unknownKind, 'noSuchGroup', versionSpan(resource), { apiVersion });
}

/** A slip in one part of the name of a group, or parts of it left out: `istio.io` for `networking.istio.io`. */
function isNear(written: string, group: string): boolean {
  if (group.endsWith(`.${written}`) || group.startsWith(`${written}.`)) return true;
  const parts = group.split('.');
  const different = written.split('.').flatMap((part, index) => (part === parts[index] ? [] : [{ part, index }]));
  const [slip] = different;
  if (slip === undefined || different.length > 1 || written.split('.').length !== parts.length) return false;
  return nearest(slip.part, [parts[slip.index] ?? '']) !== undefined;
}

/** The versions to write instead, the most stable first; one for each group when they are many. */
function served(kinds: readonly KnownKind[]): string[] {
  const checked = kinds.filter((one) => one.hasShape).sort((a, b) => maturity(b) - maturity(a));
  const groups = checked.filter((one, index) => checked.findIndex(({ group }) => group === one.group) === index);
  return (checked.length > 3 ? groups : checked).map(({ apiVersion }) => `\`${apiVersion}\``);
}

/** `v2` before `v1`, and both before `v1beta2`, `v1beta1` and `v1alpha3`. */
function maturity({ apiVersion }: KnownKind): number {
  const [, major = 0, stage, minor = 0] = /v(\d+)(?:(alpha|beta)(\d+))?$/.exec(apiVersion) ?? [];
  return (stage === undefined ? 200 : stage === 'beta' ? 100 : 0) + Number(major) * 10 + Number(minor);
}

/** Of kinds with one name, those of the same maker: `security.istio.io` for somebody who wrote `networking.istio.io`. */
function ofSameMaker(kinds: readonly KnownKind[], group: string): readonly KnownKind[] {
  const maker = group.split('.').slice(-2).join('.');
  const same = kinds.filter((one) => group.includes('.') && one.group.endsWith(maker));
  return same.length > 0 ? same : kinds;
}

/** Of such a version of a built-in group every kind is known; what is new comes in alpha and beta. */
const isStable = (apiVersion: string): boolean => /(?:^|\/)v\d+$/.test(apiVersion);

/** Groups where only Kubernetes itself can add kinds: those without a dot and its own under `k8s.io`. */
function isBuiltIn(group: string): boolean {
  return !group.includes('.') || (group.endsWith('.k8s.io') && !group.startsWith('gateway.'));
}

function unchecked(resource: Resource): Finding {
  const { apiVersion, kind } = resource;
  return finding(notChecked, 'noSchema', kindSpan(resource), { apiVersion, kind });
}

const kindSpan = (resource: Resource) => spanOf(resource.data, 'kind') ?? resource.at;
const versionSpan = (resource: Resource) => spanOf(resource.data, 'apiVersion') ?? resource.at;
