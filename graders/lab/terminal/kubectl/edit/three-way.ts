import { own } from '../../../../core/own.ts';
import type { Fields } from '../../../cluster/index.ts';
import { isFields } from '../json.ts';
import { isStrategic, merged } from './strategic.ts';

/**
 * What `kubectl apply` comes to: what was applied last and is wanted no more goes, what is wanted comes, and what others wrote
 * stays.
 * @see https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/#merge-patch-calculation
 */
export function threeWay(last: Fields | undefined, live: Fields, wanted: Fields, group: string): Fields {
  const { status: _, ...asked } = wanted;
  const reduced = last ? (without(live, last, asked) as Fields) : live;
  return merged(reduced, asked, isStrategic(group));
}

/** By which field the items of a list are told apart. */
const keys = ['name', 'containerPort', 'port', 'mountPath', 'ip', 'topologyKey', 'devicePath'];
const keyOf = (item: Fields): string | undefined => {
  const key = keys.find((one) => own(item, one) !== undefined);
  return key === undefined ? undefined : `${key}=${String(own(item, key))}`;
};

/** What is there without what was applied last and is wanted no more. */
function without(live: unknown, last: unknown, wanted: unknown): unknown {
  if (isFields(live) && isFields(last)) {
    const entries = Object.entries(live).flatMap(([key, value]) => {
      const before = own(last, key);
      const after = isFields(wanted) ? own(wanted, key) : undefined;
      if (before === undefined) return [[key, value] as const];
      if (after === undefined || after === null)
        return isFields(before) && isFields(value) && after !== null && hasMore(value, before)
          ? [[key, without(value, before, {})] as const]
          : [];
      return [[key, without(value, before, after)] as const];
    });
    return Object.fromEntries(entries);
  }
  if (Array.isArray(live) && Array.isArray(last) && Array.isArray(wanted)) {
    const find = (list: readonly unknown[], key: string | undefined) =>
      key === undefined ? undefined : list.find((one) => isFields(one) && keyOf(one) === key);
    return live.flatMap((item) => {
      const key = isFields(item) ? keyOf(item) : undefined;
      const before = find(last, key);
      const after = find(wanted, key);
      if (before === undefined) return [item];
      return after === undefined ? [] : [without(item, before, after)];
    });
  }
  return live;
}

/** Whether somebody else wrote into a map as well. */
function hasMore(live: Fields, last: Fields): boolean {
  return Object.keys(live).some((key) => own(last, key) === undefined);
}
