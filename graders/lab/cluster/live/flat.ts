import { memo } from '../../../core/memo.ts';
import { relocate } from '../../../parse/yaml/located.ts';
import { quantityText } from '../quantity.ts';
import { fieldsOf, isFields } from './fields.ts';
import type { Fields } from './live.ts';

/**
 * What admission derived from something written (`derive`), as ordinary objects: those who print and patch it see all of its
 * fields, and the amounts that a LimitRange filled in are written as amounts are.
 */
export const flatSpec: (spec: object) => Fields = memo((spec) => {
  const flat = fieldsOf(flatten(spec));
  const amounts = (list: unknown) =>
    Array.isArray(list) ? list.map((one) => (isFields(one) ? withTexts(one) : one)) : list;
  const containers = { ...(flat.containers !== undefined && { containers: amounts(flat.containers) }) };
  const inits = { ...(flat.initContainers !== undefined && { initContainers: amounts(flat.initContainers) }) };
  return relocate({ ...flat, ...containers, ...inits }, flat);
});

function flatten(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(flatten);
    return items.every((item, index) => item === value[index]) ? value : relocate(items, value);
  }
  if (typeof value !== 'object' || value === null) return value;
  const isDerived = ![Object.prototype, null].includes(Object.getPrototypeOf(value));
  const keys: string[] = [];
  if (isDerived) for (const key in value) keys.push(key);
  else keys.push(...Object.keys(value));
  const source = value as Fields;
  const entries = keys.map((key) => [key, flatten(Reflect.get(source, key))] as const);
  const isSame = !isDerived && entries.every(([key, inner]) => inner === Reflect.get(source, key));
  return isSame ? value : relocate(Object.fromEntries(entries), value);
}

function withTexts(container: Fields): Fields {
  const resources = fieldsOf(container.resources);
  const isWritten = [resources.limits, resources.requests].every((part) =>
    Object.values(fieldsOf(part)).every((one) => typeof one !== 'number'),
  );
  if (isWritten) return container;
  const texts = (part: unknown) =>
    Object.fromEntries(
      Object.entries(fieldsOf(part)).map(([name, one]) => [
        name,
        typeof one === 'number' ? quantityText(name, one) : one,
      ]),
    );
  const written = {
    ...resources,
    ...(resources.limits !== undefined && { limits: texts(resources.limits) }),
    ...(resources.requests !== undefined && { requests: texts(resources.requests) }),
  };
  return relocate({ ...container, resources: written }, container);
}
