import type { LiveCluster } from '../../../cluster/index.ts';
import type { Call } from '../../tool/tool.ts';
import { type Item, itemsIn } from '../items.ts';
import { type KindInfo, kindNamed, kindsOf, resourceName } from '../kinds.ts';
import { fieldSelector, labelSelector } from '../selectors.ts';
import type { Session } from '../session.ts';
import { Stop, wrong } from '../stop.ts';

/** What the words of a call name: whole kinds, or objects by name. */
export interface Asked {
  readonly kinds: readonly KindInfo[];
  /** In the order in which they were named; empty where whole kinds are meant. */
  readonly named: readonly { readonly kind: KindInfo; readonly name: string }[];
}

/**
 * Reads `pods`, `pod web`, `pods,svc`, `deployment/web svc/web`, `all`, as every command of `kubectl` does.
 * @see https://github.com/kubernetes/cli-runtime/blob/v0.36.0/pkg/resource/builder.go
 */
export function readArgs(live: LiveCluster, words: readonly string[], command: string): Asked {
  if (words.length === 0) return { kinds: [], named: [] };
  const slashed = words.filter((word) => word.includes('/'));
  if (slashed.length > 0) {
    if (slashed.length < words.length) {
      throw wrong(
        `there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kubectl ${command} resource/<resource_name>' instead of 'kubectl ${command} resource resource/<resource_name>'`,
      );
    }
    const named = words.map((word) => pairOf(live, word));
    return { kinds: [...new Set(named.map(({ kind }) => kind))], named };
  }
  const [types = '', ...names] = words;
  const kinds = types
    .split(',')
    .filter((one) => one !== '')
    .flatMap((one) =>
      one.toLowerCase() === 'all'
        ? kindsOf(live)
            .filter(({ all }) => all)
            .sort(byAll)
        : [kindFor(live, one)],
    );
  if (kinds.length === 0) throw wrong('arguments must consist of a resource or a resource and name');
  return { kinds, named: kinds.flatMap((kind) => names.map((name) => ({ kind, name }))) };
}

/** The order in which `kubectl get all` prints. */
const order = [
  'Pod',
  'ReplicationController',
  'Service',
  'DaemonSet',
  'Deployment',
  'ReplicaSet',
  'StatefulSet',
  'HorizontalPodAutoscaler',
  'CronJob',
  'Job',
];
const byAll = (a: KindInfo, b: KindInfo): number => order.indexOf(a.kind) - order.indexOf(b.kind);

function pairOf(live: LiveCluster, word: string) {
  const parts = word.split('/');
  if (parts.length !== 2) throw wrong('arguments in resource/name form may not have more than one slash');
  const [type = '', name = ''] = parts;
  if (type === '' || name === '') throw wrong('arguments in resource/name form must have a single resource and name');
  return { kind: kindFor(live, type), name };
}

export function kindFor(live: LiveCluster, written: string): KindInfo {
  const kind = kindNamed(live, written);
  if (!kind) throw new Stop(`error: the server doesn't have a resource type ${JSON.stringify(written)}`);
  return kind;
}

export interface Filters {
  readonly selector?: string | undefined;
  readonly fields?: string | undefined;
  readonly everywhere?: boolean;
  readonly all?: boolean;
}

/** What the flags `-l`, `--field-selector`, `-A` and `--all` of a call select. */
export const filtersOf = ({ flags }: Call): Filters => ({
  selector: flags.text('selector'),
  fields: flags.text('field-selector'),
  everywhere: flags.on('all-namespaces'),
  all: flags.on('all'),
});

/** The objects that are asked for; each that is named and does not exist gives an error, after those that do. */
export interface Found {
  readonly items: readonly Item[];
  readonly missing: readonly string[];
  readonly kinds: readonly KindInfo[];
  readonly byName: boolean;
}

/** Looks up what `readArgs` read. */
export function lookUp({ live, namespace }: Session, { kinds, named }: Asked, filters: Filters = {}): Found {
  const { selector, fields, everywhere = false } = filters;
  if (named.length > 0) {
    if (selector) throw wrong('name cannot be provided when a selector is specified');
    if (everywhere) throw wrong('a resource cannot be retrieved by name across all namespaces');
    const items: Item[] = [];
    const missing: string[] = [];
    for (const { kind, name } of named) {
      const item = oneNamed(live, kind, name, namespace);
      if (item) items.push(item);
      else missing.push(notFound(kind, name));
    }
    return { items, missing, kinds, byName: true };
  }
  const matches = labelSelector(selector ?? '');
  const items = kinds.flatMap((kind) => {
    const fits = fields ? fieldSelector(fields, kind.kind, `/${kind.version}, Resource=${kind.plural}`) : () => true;
    return itemsIn(live, kind, everywhere ? undefined : namespace).filter(
      (one) => matches(one.labels) && fits(one.view),
    );
  });
  return { items, missing: [], kinds, byName: false };
}

export function oneNamed(live: LiveCluster, kind: KindInfo, name: string, namespace: string): Item | undefined {
  return itemsIn(live, kind, namespace, name)[0];
}

/** @see https://github.com/kubernetes/apimachinery/blob/v0.36.0/pkg/api/errors/errors.go (`NewNotFound`) */
export const notFound = (kind: KindInfo, name: string): string =>
  `Error from server (NotFound): ${resourceName(kind)} ${JSON.stringify(name)} not found`;

/** The one object that a call names, or an end with the server's words. */
export function mustFind(session: Session, kind: KindInfo, name: string): Item {
  const item = oneNamed(session.live, kind, name, session.namespace);
  if (!item) throw new Stop(notFound(kind, name));
  return item;
}

/** The objects that a command acts on: those named, or those of a selector, never a whole kind that nobody asked for. */
export function findAll(session: Session, words: readonly string[], command: string, filters: Filters = {}): Found {
  const asked = readArgs(session.live, words, command);
  if (asked.kinds.length === 0) throw wrong(noResource);
  if (asked.named.length === 0 && !filters.selector && !filters.all && !filters.fields)
    throw wrong('resource(s) were provided, but no name was specified');
  return lookUp(session, asked, filters);
}

/** The same, with an end where a name does not exist. */
export function mustFindAll(
  session: Session,
  words: readonly string[],
  command: string,
  filters: Filters = {},
): readonly Item[] {
  const found = findAll(session, words, command, filters);
  const [first] = found.missing;
  if (first !== undefined) throw new Stop(first);
  return found.items;
}

export const noResource = `You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'`;
