import { type LiveCluster, objectsOfKind } from '../../../cluster/index.ts';
import { at, itemsOf, textAt } from '../json.ts';
import type { KindInfo } from '../kinds.ts';
import { customCell, type Layout, layoutOf } from './cells.ts';
import { pathValues } from './jsonpath.ts';

/** The columns of a kind: what its CustomResourceDefinition says, or what the server knows of its own. */
export function layoutIn(live: LiveCluster, kind: KindInfo): Layout {
  if (!kind.custom) return layoutOf(kind.group, kind.kind);
  const definition = objectsOfKind(live, 'apiextensions.k8s.io', 'CustomResourceDefinition').find(
    ({ resource }) =>
      textAt(resource.data, 'spec', 'names', 'kind') === kind.kind &&
      textAt(resource.data, 'spec', 'group') === kind.group,
  );
  const versions = itemsOf(at(definition?.resource.data, 'spec', 'versions'));
  const columns = itemsOf(versions.find(({ name }) => name === kind.version)?.additionalPrinterColumns);
  if (columns.length === 0) return layoutOf(kind.group, kind.kind);
  const read = columns.map(({ name, jsonPath, type, priority }) => ({
    name: `${typeof priority === 'number' && priority > 0 ? '[' : ''}${String(name)}`,
    type,
    values: pathValues(String(jsonPath)),
  }));
  return {
    columns: ['Name', ...read.map(({ name }) => name)],
    cells: ({ name, view }, now) => [name, ...read.map(({ values, type }) => customCell(values(view)[0], type, now))],
  };
}
