import type { Fields } from '../../../cluster/index.ts';
import type { Command } from '../../tool/tool.ts';
import { mustFindAll, notFound, oneNamed } from '../ask/args.ts';
import { objectsFrom } from '../ask/files.ts';
import { all, dryRun, filename, kustomize, output, recursive, selector, timeout, workloadOffers } from '../flags.ts';
import type { Item } from '../items.ts';
import { numberAt, withAt } from '../json.ts';
import { online, type Session } from '../session.ts';
import { Stop, wrong } from '../stop.ts';
import { usage } from '../usage.ts';
import { dryRunOf, dryText } from '../write.ts';
import { oneByOne } from './apply.ts';
import { change } from './change.ts';
import { kindInFile, placed } from './shared.ts';

const scalable = ['Deployment', 'ReplicaSet', 'StatefulSet', 'ReplicationController'];

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_scale/ */
export const scale: Command = {
  name: 'scale',
  says: { es: 'Cambia las réplicas', en: 'Change the replicas' },
  takes: '--replicas=COUNT (-f FILENAME | TYPE NAME)',
  offers: workloadOffers,
  flags: [
    { name: 'replicas', value: 'number', says: { es: 'Cuántas', en: 'How many' } },
    {
      name: 'current-replicas',
      value: 'number',
      says: { es: 'Solo si ahora hay tantas', en: 'Only if there are so many now' },
    },
    { name: 'resource-version', value: 'text' },
    filename,
    kustomize,
    recursive,
    selector,
    all,
    dryRun,
    output,
    timeout,
  ],
  beyond: ['template='],
  run: online((session) => {
    const { call } = session;
    const written = call.flags.text('replicas');
    if (written === undefined) throw usage(call, 'required flag(s) "replicas" not set');
    const replicas = Number(written);
    if (replicas < 0)
      throw wrong('The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0');
    const current = call.flags.text('current-replicas');
    const dry = dryRunOf(session);
    const items = named(session, 'scale');
    return oneByOne(session, items, (live, item) => {
      if (!scalable.includes(item.kind.kind))
        throw new Stop(`Error from server (NotFound): the server could not find the requested resource`);
      const now = numberAt(item.view, 'spec', 'replicas') ?? 1;
      if (current !== undefined && Number(current) !== now)
        throw wrong(`Expected replicas to be ${current}, was ${now}`);
      const done = change(live, item, (data) => withAt(data, ['spec', 'replicas'], replicas) as Fields, dry);
      return {
        ...done,
        word: `scaled${dryText(dry)}`,
        did: 'scaled',
      };
    });
  }),
};

/** The objects of a call, named by words or by files. */
export function named(session: Session, command: string): readonly Item[] {
  const { call, live } = session;
  if (!call.flags.has('filename') && !call.flags.has('kustomize')) {
    return mustFindAll(session, call.operands, command, {
      selector: call.flags.text('selector'),
      // `kubectl rollout restart deployment` is about all of them (`ResourceTypeOrNameArgs(true, …)` in kubectl/pkg/cmd/rollout).
      all: call.flags.on('all') || command.startsWith('rollout '),
    });
  }
  return objectsFrom(call, call.flags.on('recursive')).map(({ resource, source }) => {
    const kind = kindInFile(live, resource, source);
    const { name, namespace } = placed(session, resource, kind);
    const item = oneNamed(live, kind, name, namespace ?? session.namespace);
    if (!item) throw new Stop(notFound(kind, name));
    return item;
  });
}
