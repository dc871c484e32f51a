import { lazy } from '../../core/lazy.ts';
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
  const by = (key: (one: Named) => string) =>
    lazy(() => {
      const found = new Map<string, Named[]>();
      for (const resource of resources) add(found, key(resource), resource);
      return found;
    });
  const kinds = by(({ kind }) => kind);
  const groups = by(({ group, kind }) => keyOf(group, kind));
  const places = by(({ group, kind, namespace }) => keyOf(group, kind, namespace));
  const names = by(({ group, kind, namespace, name }) => keyOf(group, kind, namespace, name));
  const namespaces = lazy(() => {
    const known = resources.map(({ kind, namespace, name }) => (kind === 'Namespace' ? name : namespace));
    return new Set(known);
  });
  return {
    called: (kind) => kinds().get(kind) ?? none,
    ofKind: (group, kind) => groups().get(keyOf(group, kind)) ?? none,
    inNamespace: (group, kind, namespace) => places().get(keyOf(group, kind, namespace)) ?? none,
    named: (group, kind, namespace, name) => names().get(keyOf(group, kind, namespace, name)) ?? none,
    hasNamespace: (name) => namespaces().has(name),
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
