import type { Span } from '../../core/span.ts';
import { lookup } from '../../model/manifests/lookup.ts';
import type { Manifests } from '../../model/manifests/manifests.ts';
import { placeOf } from '../../model/workloads/places.ts';
import { referencesOf } from '../../model/workloads/references.ts';
import { secretsMadeBy } from '../../model/workloads/secrets.ts';
import { podTemplatesOf } from '../../model/workloads/templates.ts';
import { text } from '../../model/workloads/values.ts';

/** An object that pods need and no file shows. */
export interface AbsentObject {
  readonly kind: string;
  /** Absent for a node. */
  readonly namespace?: string;
  readonly name: string;
  /** Where it is asked for first. */
  readonly at: Span;
}

/** What every namespace has, or gets from its mesh. */
const everywhere: ReadonlySet<string> = new Set([
  'ServiceAccount default',
  'ConfigMap kube-root-ca.crt',
  'ConfigMap istio-ca-root-cert',
]);

/**
 * Files show a part of a world: what their pods need and they do not hold is taken to be there, each once.
 * @param admitted the objects that there are
 * @param written those that were not admitted too: they are not there, but they are no news
 */
export function absentObjects(admitted: Manifests, written: Manifests): readonly AbsentObject[] {
  const world = lookup(written.resources);
  const secrets = secretsMadeBy(written);
  const found = new Map<string, AbsentObject>();
  const add = (one: AbsentObject) => {
    const key = `${one.kind} ${one.namespace ?? ''}/${one.name}`;
    if (!found.has(key)) found.set(key, one);
  };
  for (const template of podTemplatesOf(admitted)) {
    const { owner, namespace, spec } = template;
    const node = text(spec.nodeName);
    if (node !== undefined && world.named('', 'Node', undefined, node).length === 0)
      add({ kind: 'Node', name: node, at: placeOf(owner, spec, 'nodeName') });
    for (const { kind, name, holder, field } of referencesOf(template)) {
      const isHere =
        everywhere.has(`${kind} ${name}`) ||
        world.named('', kind, namespace, name).length > 0 ||
        (kind === 'Secret' && secrets.has(`${namespace}/${name}`));
      if (!isHere) add({ kind, namespace, name, at: placeOf(owner, holder, field) });
    }
  }
  return [...found.values()];
}
