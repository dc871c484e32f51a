import { type LiveCluster, nextChange, objectOf, removeObject, until } from '../../../cluster/index.ts';
import { seconds } from '../../tool/parse.ts';
import type { Command } from '../../tool/tool.ts';
import { filtersOf, findAll, notFound, oneNamed } from '../ask/args.ts';
import { objectsFrom } from '../ask/files.ts';
import {
  all,
  everywhere,
  fieldSelectorFlag,
  filename,
  kindOffers,
  kustomize,
  output,
  recursive,
  selector,
} from '../flags.ts';
import type { Item } from '../items.ts';
import { didName } from '../kinds.ts';
import { online, type Session } from '../session.ts';
import { wrong } from '../stop.ts';
import { dryRunOf, dryText } from '../write.ts';
import { keyOfItem, kindInFile, placed } from './shared.ts';

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_delete/ */
export const remove: Command = {
  name: 'delete',
  says: { es: 'Borra objetos', en: 'Delete objects' },
  takes: '([-f FILENAME] | [-k DIRECTORY] | TYPE [(NAME | -l LABEL | --all)])',
  offers: kindOffers,
  flags: [
    filename,
    kustomize,
    recursive,
    selector,
    fieldSelectorFlag,
    all,
    everywhere,
    output,
    { name: 'dry-run', value: 'text', bare: 'unchanged', offers: ['none', 'client', 'server'] },
    { name: 'ignore-not-found', says: { es: 'Calla si no existe', en: 'Say nothing if it does not exist' } },
    { name: 'wait', says: { es: 'Espera a que desaparezca (por defecto)', en: 'Wait until it is gone (the default)' } },
    { name: 'now', says: { es: 'Con un segundo de gracia', en: 'With one second of grace' } },
    { name: 'force', says: { es: 'Sin esperar al nodo', en: 'Without waiting for the node' } },
    { name: 'grace-period', value: 'number', says: { es: 'Segundos para terminar', en: 'Seconds to end in' } },
    { name: 'cascade', value: 'text', bare: 'background', offers: ['background', 'foreground', 'orphan'] },
    { name: 'timeout', value: 'duration' },
  ],
  beyond: ['raw=', 'interactive'],
  run: online((session) => {
    const { call } = session;
    const { items, missing } = wanted(session);
    const dry = dryRunOf(session);
    const force = call.flags.on('force');
    const grace = call.flags.on('now') ? 1 : force ? 0 : numberOf(call.flags.text('grace-period'));
    const cascade = call.flags.text('cascade') ?? 'background';
    if (!/^(?:true|false|background|foreground|orphan)$/.test(cascade))
      throw wrong(`invalid cascade value (${cascade}). Must be "background", "foreground", or "orphan"`);
    const how =
      cascade === 'orphan' || cascade === 'false' ? 'orphan' : cascade === 'foreground' ? 'foreground' : 'background';
    let { live } = session;
    const lines: string[] = [];
    for (const item of items) {
      const word = force ? 'force deleted' : 'deleted';
      const place = item.kind.namespaced ? ` from ${item.namespace} namespace` : '';
      lines.push(
        call.flags.text('output') === 'name'
          ? `${didName(item.kind)}/${item.name}\n`
          : `${didName(item.kind)} ${JSON.stringify(item.name)} ${word}${place}${dryText(dry)}\n`,
      );
      if (dry === 'none') live = removeObject(live, keyOfItem(item), live.clock, how, grace);
    }
    if (items.length === 0 && missing.length === 0) lines.push('No resources found\n');
    const waits = call.flags.on('wait', true) && !force;
    const limit = seconds(call.flags.text('timeout') ?? '0') ?? 0;
    if (dry === 'none' && waits) live = gone(live, items, limit === 0 ? 600 : limit);
    const warning =
      force && dry === 'none' && items.some(({ kind }) => kind.kind === 'Pod')
        ? 'Warning: Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely.\n'
        : '';
    return {
      live,
      out: lines.join(''),
      err: `${warning}${call.flags.on('ignore-not-found') ? '' : missing.map((text) => `${text}\n`).join('')}`,
      exit: missing.length > 0 && !call.flags.on('ignore-not-found') ? 1 : 0,
      facts:
        dry === 'none'
          ? items.map(({ kind, name, namespace = '' }) => ({
              did: 'object.deleted',
              data: { kind: kind.kind, name, namespace },
            }))
          : [],
    };
  }),
};

const numberOf = (text: string | undefined): number | undefined =>
  text === undefined || Number(text) < 0 ? undefined : Number(text);

function wanted(session: Session): { readonly items: readonly Item[]; readonly missing: readonly string[] } {
  const { call, live } = session;
  if (call.flags.has('filename') || call.flags.has('kustomize')) {
    const items: Item[] = [];
    const missing: string[] = [];
    for (const { resource, source } of objectsFrom(call, call.flags.on('recursive'))) {
      const kind = kindInFile(live, resource, source);
      const { name, namespace } = placed(session, resource, kind);
      const item = oneNamed(live, kind, name, namespace ?? session.namespace);
      if (item) items.push(item);
      else
        missing.push(
          notFound(kind, name).replace(
            'Error from server (NotFound): ',
            `Error from server (NotFound): error when deleting ${JSON.stringify(source)}: `,
          ),
        );
    }
    return { items, missing };
  }
  return findAll(session, call.operands, 'delete', filtersOf(call));
}

/** The cluster once what was deleted is gone. */
function gone(live: LiveCluster, items: readonly Item[], limit: number): LiveCluster {
  const end = live.clock + limit;
  const isThere = (now: LiveCluster, { kind, namespace, name, uid }: Item) =>
    kind.kind === 'Pod'
      ? now.pods.get(`${namespace}/${name}`)?.uid === uid
      : objectOf(now, { group: kind.group, kind: kind.kind, namespace, name })?.uid === uid;
  let now = live;
  for (let turn = 0; turn < 2000 && items.some((item) => isThere(now, item)); turn++) {
    const next = nextChange(now, now.clock);
    if (next === undefined || next > end) return now;
    now = until(now, next);
  }
  return now;
}
