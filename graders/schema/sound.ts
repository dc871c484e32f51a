import { own } from '../core/own.ts';
import type { Resource } from '../model/manifests/manifests.ts';
import { relocate } from '../parse/yaml/located.ts';
import type { Fault } from './fault.ts';
import { isBlock } from './place.ts';
import type { Node, Nodes } from './shape.ts';
import { shapeOf } from './tables.ts';

/**
 * An object without what is broken in it: fields whose meaning is plain have the value or the name that was meant, the others
 * are absent. Places are those of the file.
 * @param asked is called when somebody asks for a field that is absent because it is broken
 */
export function soundPart(resource: Resource, faults: readonly Fault[], asked: () => void = () => {}): Resource {
  if (faults.length === 0) return resource;
  const shape = shapeOf(resource.apiVersion, resource.kind);
  const copier = new Copier(faults, shape?.nodes ?? [], asked);
  const data = copier.copy(resource.data, shape?.root).value;
  const metadata = isBlock(data) && isBlock(data.metadata) ? data.metadata : {};
  return { ...resource, data, metadata };
}

/** A copy; `isTainted` when something is missing in a list or a map, which has no field to ask for. */
interface Copy {
  readonly value: unknown;
  readonly isTainted: boolean;
}

class Copier {
  private readonly faults = new Map<object, Map<string | number, Fault>>();

  constructor(
    faults: readonly Fault[],
    private readonly nodes: Nodes,
    private readonly asked: () => void,
  ) {
    for (const fault of faults) {
      const ofHolder = this.faults.get(fault.holder) ?? new Map<string | number, Fault>();
      this.faults.set(fault.holder, ofHolder.set(fault.key, fault));
    }
  }

  copy(value: unknown, node: Node | undefined): Copy {
    if (Array.isArray(value)) return this.copyList(value, node);
    return isBlock(value) ? this.copyBlock(value, node) : { value, isTainted: false };
  }

  private copyList(list: readonly unknown[], node: Node | undefined): Copy {
    const faults = this.faults.get(list);
    const items = node?.type === 'list' ? this.nodes[node.items] : undefined;
    const copies = list.map((item, index): Copy => {
      const fault = faults?.get(index);
      if (!fault) return this.copy(item, items);
      return { value: fault.meant && 'value' in fault.meant ? fault.meant.value : undefined, isTainted: !fault.meant };
    });
    const isTainted = copies.some((copy) => copy.isTainted);
    const value = copies.map((copy) => copy.value);
    return { value: relocate(value, list), isTainted };
  }

  private copyBlock(block: Readonly<Record<string, unknown>>, node: Node | undefined): Copy {
    const copy: Record<string, unknown> = {};
    const isMap = node?.type === 'map';
    const faults = new Map(this.faults.get(block));
    const written = new Map<string, string>();
    let isTainted = false;
    for (const key of Object.keys(block)) {
      const { meant } = faults.get(key) ?? {};
      const isBroken = faults.delete(key) && !meant;
      if (isBroken && isMap) isTainted = true;
      else if (isBroken) this.hide(copy, key);
      else {
        const name = meant && 'field' in meant ? meant.field : key;
        if (name !== key) written.set(name, key);
        const inner =
          meant && 'value' in meant
            ? { value: meant.value, isTainted: false }
            : this.copy(own(block, key), this.inside(node, name));
        if (inner.isTainted) this.guard(copy, name, inner.value);
        else set(copy, name, inner.value);
      }
    }
    for (const key of faults.keys()) if (!Object.hasOwn(copy, key)) this.hide(copy, String(key));
    return { value: relocate(copy, block, written.size > 0 ? written : undefined), isTainted };
  }

  private inside(node: Node | undefined, key: string): Node | undefined {
    if (node?.type === 'map') return this.nodes[node.values];
    const field = node?.type === 'object' ? own(node.fields, key) : undefined;
    return field === undefined ? undefined : this.nodes[field];
  }

  /** A field that is not there, and says so when it is asked for by name. */
  private hide(copy: object, key: string): void {
    this.define(copy, key, undefined, false);
  }

  /** A list or map that is not whole: who reads it reads what is broken. */
  private guard(copy: object, key: string, value: unknown): void {
    this.define(copy, key, value, true);
  }

  private define(copy: object, key: string, value: unknown, enumerable: boolean): void {
    const get = () => {
      this.asked();
      return value;
    };
    Object.defineProperty(copy, key, { get, enumerable, configurable: true });
  }
}

/** `__proto__` is a key like any other. */
function set(copy: object, key: string, value: unknown): void {
  Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
}
