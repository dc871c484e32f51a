import { own } from '../../core/own.ts';
import type { Source } from '../../core/source.ts';
import type { Span } from '../../core/span.ts';
import { assemble, type Place, spanOf } from '../../parse/yaml/located.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { readManifests } from '../manifests/read.ts';
import { isClusterScoped } from '../manifests/scope.ts';
import {
  changeAt,
  type Fields,
  fieldsOf,
  isFields,
  list,
  type Part,
  scalarText,
  textOf,
  textsOf,
  withFields,
} from './edit.ts';
import { generate, hashOf } from './generate.ts';
import { withImages } from './images.ts';
import { withAnnotations, withLabels } from './labels.ts';
import { jsonPatch, mergePatch } from './merge.ts';
import { named, withReferences } from './names.ts';
import { isRemote, joined, kustomizationIn } from './paths.ts';

/** An object on its way through the kustomizations. */
interface Item {
  readonly data: Fields;
  readonly at: Span;
  /** Every name it has had, the first one first. */
  readonly names: readonly string[];
  /** Its name gets the hash of its content at the end. */
  readonly hashed: boolean;
}

/** What a kustomization comes to. */
export interface Built {
  readonly objects: readonly { readonly data: Fields; readonly at: Span }[];
  /** Files that went into it. */
  readonly used: ReadonlySet<string>;
  /** Whether all that it names was there, and nothing in it is beyond what is modelled. */
  readonly complete: boolean;
}

/** Objects and steps of one build: what includes itself twice over and over has an end. */
const most = { objects: 5_000, steps: 1_000 };

/** Fields whose effect is not modelled. */
const unmodelled = [
  'helmCharts',
  'helmChartInflationGenerator',
  'replacements',
  'vars',
  'transformers',
  'generators',
  'crds',
];

/**
 * Builds a kustomization as `kubectl kustomize` does. Every object, and every part of one, stays where it was written: in
 * the base, in the patch, or in the kustomization itself.
 * @param folder of the kustomization
 * @param files by path
 * @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
 */
export function build(folder: string, files: ReadonlyMap<string, Source>): Built {
  const builder = new Builder(files);
  const items = builder.folder(folder, [], []);
  return { objects: builder.finished(items), used: builder.used, complete: builder.complete };
}

class Builder {
  readonly used = new Set<string>();
  complete = true;
  private steps = 0;

  constructor(private readonly files: ReadonlyMap<string, Source>) {}

  /**
   * @param before what a component is added to
   * @param open the folders that lead here
   */
  folder(folder: string, before: readonly Item[], open: readonly string[]): readonly Item[] {
    const source = kustomizationIn(folder, this.files);
    if (!source || open.includes(folder) || ++this.steps > most.steps || before.length > most.objects) {
      this.complete = false;
      return before;
    }
    this.used.add(source.path);
    const k = fieldsOf(parseYaml(source).documents[0]?.value);
    if (unmodelled.some((field) => list(own(k, field)).length > 0)) this.complete = false;
    for (const path of [...textsOf(k.transformers), ...textsOf(k.generators), ...textsOf(k.configurations)]) {
      this.used.add(joined(folder, path));
    }
    const path = [...open, folder];
    let items = [...before];
    for (const entry of [...textsOf(k.resources), ...textsOf(k.bases)]) {
      items = [...items, ...this.resource(folder, entry, path)];
    }
    for (const entry of textsOf(k.components)) items = [...this.folder(joined(folder, entry), items, path)];
    items = this.generated(k, folder, items);
    const start = items.map(({ data }) => nameOf(data));
    return this.renamed(this.transformed(k, folder, items), start);
  }

  private resource(folder: string, entry: string, open: readonly string[]): readonly Item[] {
    const path = joined(folder, entry);
    const file = this.files.get(path);
    if (isRemote(entry) || (!file && !kustomizationIn(path, this.files))) {
      this.complete = false;
      return [];
    }
    if (!file) return this.folder(path, [], open);
    this.used.add(path);
    return readManifests(parseYaml(file), 'answer').resources.flatMap(({ data, at, name }) =>
      isFields(data) ? [{ data, at, names: [name], hashed: false }] : [],
    );
  }

  private generated(k: Fields, folder: string, items: readonly Item[]): Item[] {
    let all = [...items];
    const read = (path: string) => {
      this.used.add(joined(folder, path));
      return this.files.get(joined(folder, path))?.text;
    };
    for (const [field, kind] of [
      ['configMapGenerator', 'ConfigMap'],
      ['secretGenerator', 'Secret'],
    ] as const) {
      for (const written of list(k[field])) {
        if (!isFields(written)) continue;
        const { data, behavior, hashed } = generate(kind, written, fieldsOf(k.generatorOptions), read);
        const at = spanOf(written);
        const name = nameOf(data);
        const over = all.findIndex((one) => one.data.kind === kind && one.names.includes(name));
        const known = all[over];
        if (behavior === 'create' || !known) {
          if (at) all.push({ data, at, names: [name], hashed });
          continue;
        }
        const merged = behavior === 'merge' ? (mergePatch(known.data, data, false) ?? data) : data;
        all = all.with(over, { ...known, data: named(merged, nameOf(known.data)), hashed: known.hashed && hashed });
      }
    }
    return all;
  }

  /** The steps of a kustomization, in the order in which Kustomize takes them. */
  private transformed(k: Fields, folder: string, items: readonly Item[]): Item[] {
    let all = [...items];
    const each = (change: (data: Fields, item: Item) => Fields) => {
      all = all.map((item) => ({ ...item, data: change(item.data, item) }));
    };
    for (const patch of this.patches(folder, k.patchesStrategicMerge)) all = this.patched(all, patch);
    for (const patch of this.patches(folder, k.patches)) all = this.patched(all, patch);
    const namespace = textOf(k.namespace);
    if (namespace) each((data) => inNamespace(data, namespace, k));
    const [prefix, suffix] = [textOf(k.namePrefix) ?? '', textOf(k.nameSuffix) ?? ''];
    if (prefix || suffix) each((data) => (keepsName(data) ? data : named(data, `${prefix}${nameOf(data)}${suffix}`)));
    for (const written of list(k.labels)) {
      const { pairs, includeSelectors, includeTemplates } = fieldsOf(written);
      const reach = includeSelectors === true ? 'selectors' : includeTemplates === true ? 'templates' : 'objects';
      each((data) => withLabels(data, fieldsOf(pairs), reach));
    }
    if (k.commonLabels) each((data) => withLabels(data, fieldsOf(k.commonLabels), 'selectors'));
    if (k.commonAnnotations) each((data) => withAnnotations(data, fieldsOf(k.commonAnnotations)));
    for (const patch of this.patches(folder, k.patchesJson6902)) all = this.patched(all, patch);
    for (const written of list(k.replicas)) each((data, item) => withReplicas(data, item, fieldsOf(written)));
    if (k.images) each((data) => withImages(data, k.images));
    return all;
  }

  /** The patches of a field: the name of a file, a block with its `path`, or text written in place. */
  private patches(folder: string, field: unknown): readonly Patch[] {
    return list(field).flatMap((written, index) => {
      const { path, patch, target } = fieldsOf(written);
      const bare = textOf(written);
      const inline = textOf(patch) ?? (bare?.includes('\n') ? bare : undefined);
      const file = textOf(path) ?? (inline === undefined ? bare : undefined);
      const about = isFields(target) ? { target } : {};
      if (inline !== undefined) {
        const place = isFields(written) ? { container: written, key: 'patch' } : { container: field, key: index };
        const { documents } = parseYaml({ path: '', text: inline });
        return documents.map(({ value }) => ({ value: writtenIn(place, value), ...about }));
      }
      const own = file === undefined ? undefined : this.files.get(joined(folder, file));
      if (file !== undefined) this.used.add(joined(folder, file));
      if (!own) this.complete = false;
      return own ? parseYaml(own).documents.map(({ value }) => ({ value, ...about })) : [];
    });
  }

  private patched(items: readonly Item[], { value, target }: Patch): Item[] {
    return items.flatMap((item) => {
      if (Array.isArray(value))
        return target && fits(target, item) ? [{ ...item, data: jsonPatch(item.data, value) }] : [item];
      if (!isFields(value) || !(target ? fits(target, item) : isMeant(value, item))) return [item];
      const data = mergePatch(item.data, target ? unnamed(value, item) : value, isOfApi(item.data));
      return data === undefined ? [] : [{ ...item, data: named(data, nameOf(item.data)) }];
    });
  }

  /** After their names have changed, objects name each other by the new ones. */
  private renamed(items: readonly Item[], start: readonly string[]): readonly Item[] {
    const changed = items.map((item, index) => ({ item, before: item.names.at(-1) ?? start[index] ?? '' }));
    const now = new Map(
      changed.map(({ item: { data }, before }) => [[textOf(data.kind), before, placeOf(data)].join(' '), nameOf(data)]),
    );
    const renamed = (kind: string, name: string, namespace: string) =>
      now.get([kind, name, namespace].join(' ')) ?? now.get([kind, name, ''].join(' '));
    const differ = changed.some(({ item, before }) => nameOf(item.data) !== before);
    return changed.map(({ item, before }) => {
      const data = differ ? withReferences(item.data, renamed) : item.data;
      const name = nameOf(data);
      return { ...item, data, names: name === before ? item.names : [...item.names, name] };
    });
  }

  /** The objects, those that were generated with the hash of their content. */
  finished(items: readonly Item[]): Built['objects'] {
    const hashed = items.map((item) =>
      item.hashed ? { ...item, data: named(item.data, `${nameOf(item.data)}-${hashOf(item.data)}`) } : item,
    );
    return this.renamed(hashed, []).map(({ data, at }) => ({ data, at }));
  }
}

interface Patch {
  readonly value: unknown;
  readonly target?: Fields;
}

/** Data that was read out of a text, all of it at the place of that text. */
function writtenIn(place: Place, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, writtenIn(place, inner)] as const);
  const copy = Array.isArray(value)
    ? entries.map(([, inner]) => inner)
    : Object.assign(Object.create(null), Object.fromEntries(entries));
  const keys = Array.isArray(value) ? value.map((_, index) => index) : entries.map(([key]) => key);
  return assemble(copy, undefined, new Map(keys.map((key) => [key, place])));
}

const nameOf = ({ metadata }: Fields): string => textOf(fieldsOf(metadata).name) ?? '';
/** The namespace of an object; empty for what is of none. */
const placeOf = (data: Fields): string =>
  isClusterScoped(groupOf(data), textOf(data.kind) ?? '')
    ? ''
    : (textOf(fieldsOf(data.metadata).namespace) ?? 'default');
const groupOf = ({ apiVersion }: Fields): string => /^(.*)\//.exec(textOf(apiVersion) ?? '')?.[1] ?? '';
const isOfApi = (data: Fields): boolean =>
  /^(?:|apps|batch|autoscaling|policy|extensions|.*\.k8s\.io)$/.test(groupOf(data));

/** Neither prefix nor suffix change what the name of these is for. */
const keepsName = ({ kind }: Fields): boolean =>
  kind === 'CustomResourceDefinition' || kind === 'APIService' || kind === 'Namespace';

/** Whether an object is the target of a patch; names and kinds are patterns. */
function fits(
  { group, version, kind, name, namespace, labelSelector, annotationSelector }: Fields,
  { data, names }: Item,
) {
  const metadata = fieldsOf(data.metadata);
  const [, ofVersion = data.apiVersion] = /\/(.*)$/.exec(textOf(data.apiVersion) ?? '') ?? [];
  return (
    whole(group, groupOf(data)) &&
    whole(version, scalarText(ofVersion) ?? '') &&
    whole(kind, textOf(data.kind) ?? '') &&
    (name === undefined || [...names, nameOf(data)].some((one) => whole(name, one))) &&
    whole(namespace, textOf(metadata.namespace) ?? 'default') &&
    hasAll(labelSelector, fieldsOf(metadata.labels)) &&
    hasAll(annotationSelector, fieldsOf(metadata.annotations))
  );
}

function whole(pattern: unknown, value: string): boolean {
  const written = textOf(pattern);
  if (written === undefined || written === '' || written === value) return true;
  // Patterns in use are names with `.*`; anything else that is no name means nothing here.
  if (!/^[\w.*|()-]+$/.test(written)) return false;
  return written
    .replace(/^\(?(.*?)\)?$/, '$1')
    .split('|')
    .some((one) => simple(one, value));
}

/** A name in which `.*` stands for anything. */
function simple(pattern: string, value: string): boolean {
  const [first = '', ...rest] = pattern.split('.*');
  if (rest.length === 0) return pattern === value;
  if (!value.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest.slice(0, -1)) {
    const found = value.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  const last = rest.at(-1) ?? '';
  return value.length - last.length >= at && value.endsWith(last);
}

function hasAll(selector: unknown, labels: Fields): boolean {
  const pairs = (textOf(selector) ?? '').split(',').filter((pair) => pair.trim() !== '');
  return pairs.every((pair) => {
    const [key = '', value] = pair.split(/==?/).map((part) => part.trim());
    return Object.hasOwn(labels, key) && (value === undefined || own(labels, key) === value);
  });
}

/** Whether a patch that names an object means this one. */
function isMeant(patch: Fields, { data, names }: Item): boolean {
  const namespace = textOf(fieldsOf(patch.metadata).namespace);
  return (
    patch.kind === data.kind &&
    groupOf(patch) === groupOf(data) &&
    [...names, nameOf(data)].includes(nameOf(patch)) &&
    (namespace === undefined || namespace === (textOf(fieldsOf(data.metadata).namespace) ?? 'default'))
  );
}

/** What a patch with a target says of its own name and kind does not count. */
function unnamed(patch: Fields, { data }: Item): Fields {
  const identity: readonly Part[] = ['apiVersion', 'kind'].map((key) => ({ key, value: own(data, key) }));
  const metadata = patch.metadata && withFields(fieldsOf(patch.metadata), [{ key: 'name', value: nameOf(data) }]);
  return withFields(patch, metadata ? [...identity, { key: 'metadata', value: metadata }] : identity);
}

function inNamespace(data: Fields, namespace: string, k: Fields): Fields {
  const from = { container: k, key: 'namespace' };
  if (data.kind === 'Namespace' && groupOf(data) === '') {
    return fieldsOf(changeAt(data, ['metadata', 'name'], () => ({ value: namespace, from })));
  }
  const subject = (value: unknown, _: string, holder: Fields) =>
    holder.kind === 'ServiceAccount' && holder.name === 'default' && value !== namespace
      ? { value: namespace, from }
      : undefined;
  const bound = /^(?:Cluster)?RoleBinding$/.test(textOf(data.kind) ?? '')
    ? fieldsOf(changeAt(data, ['subjects', '*', 'namespace'], subject))
    : data;
  if (isClusterScoped(groupOf(data), textOf(data.kind) ?? '')) return bound;
  return fieldsOf(changeAt(bound, ['metadata', 'namespace'], () => ({ value: namespace, from }), true));
}

const counted = ['Deployment', 'ReplicationController', 'ReplicaSet', 'StatefulSet'];

function withReplicas(data: Fields, { names }: Item, written: Fields): Fields {
  if (!counted.includes(textOf(data.kind) ?? '') || !names.includes(textOf(written.name) ?? '')) return data;
  const from = { container: written, key: 'count' };
  return fieldsOf(changeAt(data, ['spec', 'replicas'], () => ({ value: written.count, from }), true));
}
