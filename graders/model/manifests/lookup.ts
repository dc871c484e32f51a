import { memo } from '../../core/memo.ts';

/** What the API server knows an object by. */
export interface Named {
  readonly group: string;
  readonly kind: string;
  /** Undefined for cluster-scoped kinds. */
  readonly namespace: string | undefined;
  readonly name: string;
}

/** The objects of one world, found by what they are called and not by looking at all of them. */
export interface Lookup<T extends Named> {
  /** Those of a kind, in file order. */
  ofKind(group: string, kind: string): readonly T[];
  /** Those of a kind, whatever its group, in file order. */
  called(kind: string): readonly T[];
  /** Those of a kind in a namespace, in file order. */
  inNamespace(group: string, kind: string, namespace: string | undefined): readonly T[];
  /** Those with a name, in file order: more than one where an object is written twice. */
  named(group: string, kind: string, namespace: string | undefined, name: string): readonly T[];
  /** Whether a namespace has an object of any kind, or is one itself. */
  hasNamespace(name: string): boolean;
}

const none: readonly never[] = [];

/**
 * The objects of a world by kind, namespace and name. Built the first time somebody asks and kept as long as the list.
 * @param resources do not change any more
 */
export function lookup<T extends Named>(resources: readonly T[]): Lookup<T> {
  return indexed(resources) as unknown as Lookup<T>;
}

const indexed = memo((resources: readonly Named[]): Lookup<Named> => {
  const kinds = new Map<string, Named[]>();
  const groups = new Map<string, Named[]>();
  const places = new Map<string, Named[]>();
  const names = new Map<string, Named[]>();
  const namespaces = new Set<string>();
  for (const resource of resources) {
    const { group, kind, namespace, name } = resource;
    add(kinds, kind, resource);
    add(groups, keyOf(group, kind), resource);
    add(places, keyOf(group, kind, namespace), resource);
    add(names, keyOf(group, kind, namespace, name), resource);
    if (kind === 'Namespace') namespaces.add(name);
    else if (namespace !== undefined) namespaces.add(namespace);
  }
  return {
    called: (kind) => kinds.get(kind) ?? none,
    ofKind: (group, kind) => groups.get(keyOf(group, kind)) ?? none,
    inNamespace: (group, kind, namespace) => places.get(keyOf(group, kind, namespace)) ?? none,
    named: (group, kind, namespace, name) => names.get(keyOf(group, kind, namespace, name)) ?? none,
    hasNamespace: (name) => namespaces.has(name),
  };
});

function add(map: Map<string, Named[]>, key: string, resource: Named): void {
  const known = map.get(key);
  if (known) known.push(resource);
  else map.set(key, [resource]);
}

/** Names may hold anything before they are judged, so that a key has to keep its parts apart. */
const keyOf = (...parts: readonly (string | undefined)[]): string =>
  parts.map((part) => (part === undefined ? '-' : `${part.length}:${part}`)).join('');
