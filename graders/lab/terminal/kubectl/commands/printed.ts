import type { Fields, LiveCluster } from '../../../cluster/index.ts';
import { oneNamed } from '../ask/args.ts';
import type { Item } from '../items.ts';
import { apiVersionOf, didName, type KindInfo } from '../kinds.ts';
import { printItems } from '../print/print.ts';

/** What a command changed, in one line each (`deployment.apps/web created`) or as `-o` says. */
export function printChanged(
  live: LiveCluster,
  done: readonly {
    readonly kind: KindInfo;
    readonly name: string;
    readonly namespace: string | undefined;
    readonly word: string;
    readonly view: Fields;
  }[],
  output: string | undefined,
): string {
  if (output === undefined || output === '')
    return done.map(({ kind, name, word }) => `${didName(kind)}/${name} ${word}\n`).join('');
  const items = done.map(({ kind, name, namespace, view, word }) =>
    word.includes('dry run')
      ? itemFrom(kind, name, namespace, view)
      : (oneNamed(live, kind, name, namespace ?? 'default') ?? itemFrom(kind, name, namespace, view)),
  );
  return printItems(live, items, {
    output,
    headers: true,
    withNamespace: false,
    withKind: items.length > 1,
    showLabels: false,
    labelColumns: [],
    single: items.length === 1,
  });
}

/** An object that is not stored: what a dry run would make. */
export function itemFrom(kind: KindInfo, name: string, namespace: string | undefined, view: Fields): Item {
  return {
    kind,
    name,
    namespace,
    uid: '',
    created: 0,
    labels: {},
    view: { ...view, apiVersion: apiVersionOf(kind), kind: kind.kind },
  };
}
