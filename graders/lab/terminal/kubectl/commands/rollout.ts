import { lastMemo } from '../../../../core/memo.ts';
import {
  causeKey,
  countDeployment,
  type Fields,
  isComplete,
  type LiveCluster,
  nextChange,
  objectOf,
  objectView,
  type Revision,
  revisionsOf,
  stamp,
  until,
} from '../../../cluster/index.ts';
import { seconds } from '../../tool/parse.ts';
import type { Command } from '../../tool/tool.ts';
import { templateText } from '../describe/template.ts';
import { dryRun, filename, kustomize, output, recursive, selector, workloadOffers } from '../flags.ts';
import type { Item } from '../items.ts';
import { at, fieldsOf, itemsOf, numberAt, withAt } from '../json.ts';
import { didName } from '../kinds.ts';
import { type Done, online, type Session } from '../session.ts';
import { wrong } from '../stop.ts';
import { dryRunOf, dryText } from '../write.ts';
import { oneByOne } from './apply.ts';
import { change, storedOf } from './change.ts';
import { named } from './scale.ts';
import { keyOfItem } from './shared.ts';

const flags = [filename, kustomize, recursive, selector];
const hasRollout = ['Deployment', 'StatefulSet', 'DaemonSet'];

const status: Command = {
  name: 'status',
  says: { es: 'Espera a que la actualización acabe', en: 'Wait until the update is done' },
  takes: '(TYPE NAME | TYPE/NAME) [flags]',
  offers: workloadOffers,
  flags: [
    ...flags,
    { name: 'watch', short: 'w', says: { es: 'Espera (por defecto)', en: 'Wait (the default)' } },
    {
      name: 'timeout',
      value: 'duration',
      says: { es: 'Cuánto espera; 0 es sin fin', en: 'How long to wait; 0 is for ever' },
    },
    { name: 'revision', value: 'number', fidelity: 'none' },
  ],
  run: online((session) => {
    const items = named(session, 'rollout status');
    let live = session.live;
    let out = '';
    for (const item of items) {
      if (!hasRollout.includes(item.kind.kind))
        throw wrong(`no status viewer has been implemented for ${item.kind.kind}`);
      const watched = watch(session, live, item);
      live = watched.live;
      out += watched.out;
      if (watched.error !== undefined)
        return { live, out, err: `error: ${watched.error}\n`, exit: 1, facts: fact(item, false) };
    }
    return { live, out, facts: items.flatMap((item) => fact(item, true)) };
  }),
};

const fact = ({ kind, name, namespace = '' }: Item, done: boolean) => [
  { did: 'rollout.watched', data: { kind: kind.kind, name, namespace, done } },
];

/** Without a limit nobody waits longer than this for what never comes. */
const longest = 1800;

function watch(
  { call }: Session,
  before: LiveCluster,
  item: Item,
): { readonly live: LiveCluster; readonly out: string; readonly error?: string } {
  const limit = seconds(call.flags.text('timeout') ?? '0') ?? 0;
  const end = before.clock + (limit > 0 ? limit : longest);
  let live = before;
  let out = '';
  let last = '';
  for (let turn = 0; turn < 4000; turn++) {
    const look = progress(live, item);
    if (look.error !== undefined) return { live, out, error: look.error };
    if (look.text !== last) out += look.text;
    last = look.text;
    if (look.done || !call.flags.on('watch', true)) return { live, out };
    const next = Math.min(
      nextChange(live, live.clock) ?? Number.POSITIVE_INFINITY,
      look.deadline ?? Number.POSITIVE_INFINITY,
    );
    if (!Number.isFinite(next) || next > end) break;
    live = until(live, Math.max(next, live.clock + 0.001));
  }
  return { live: until(live, end), out, error: 'timed out waiting for the condition' };
}

interface Progress {
  readonly text: string;
  readonly done: boolean;
  readonly error?: string;
  /** When the Deployment gives up. */
  readonly deadline?: number;
}

/** @see https://github.com/kubernetes/kubectl/blob/v0.36.0/pkg/polymorphichelpers/rollout_status.go */
function progress(live: LiveCluster, item: Item): Progress {
  const object = objectOf(live, keyOfItem(item));
  if (!object) return { text: '', done: false, error: 'object has been deleted' };
  const { name } = item;
  const view = objectView(live, object);
  const n = (...path: string[]) => numberAt(view, ...path) ?? 0;
  if (item.kind.kind === 'Deployment') {
    const counts = countDeployment(live, object);
    const { wanted, pods, updated, available } = counts;
    const failed = itemsOf(at(view, 'status', 'conditions')).find(
      ({ type, reason }) => type === 'Progressing' && reason === 'ProgressDeadlineExceeded',
    );
    if (failed && !isComplete(counts))
      return { text: '', done: false, error: `deployment ${JSON.stringify(name)} exceeded its progress deadline` };
    const deadline =
      live.clock +
      (numberAt(view, 'spec', 'progressDeadlineSeconds') ?? 600) -
      (live.clock - (object.memory?.progress?.at ?? object.created));
    const prefix = `Waiting for deployment ${JSON.stringify(name)} rollout to finish: `;
    if (updated < wanted)
      return {
        text: `${prefix}${updated} out of ${wanted} new replicas have been updated...\n`,
        done: false,
        deadline,
      };
    if (pods > updated)
      return { text: `${prefix}${pods - updated} old replicas are pending termination...\n`, done: false, deadline };
    if (available < updated)
      return { text: `${prefix}${available} of ${updated} updated replicas are available...\n`, done: false, deadline };
    return { text: `deployment ${JSON.stringify(name)} successfully rolled out\n`, done: true };
  }
  if (item.kind.kind === 'DaemonSet') {
    const wanted = n('status', 'desiredNumberScheduled');
    const updated = n('status', 'updatedNumberScheduled');
    const available = n('status', 'numberAvailable');
    if (updated < wanted)
      return {
        text: `Waiting for daemon set ${JSON.stringify(name)} rollout to finish: ${updated} out of ${wanted} new pods have been updated...\n`,
        done: false,
      };
    if (available < wanted)
      return {
        text: `Waiting for daemon set ${JSON.stringify(name)} rollout to finish: ${available} of ${wanted} updated pods are available...\n`,
        done: false,
      };
    return { text: `daemon set ${JSON.stringify(name)} successfully rolled out\n`, done: true };
  }
  if (at(view, 'spec', 'updateStrategy', 'type') === 'OnDelete')
    return { text: '', done: false, error: 'rollout status is only available for RollingUpdate strategy type' };
  const wanted = n('spec', 'replicas');
  const ready = n('status', 'readyReplicas');
  if (ready < wanted) return { text: `Waiting for ${wanted - ready} pods to be ready...\n`, done: false };
  const [current, update] = [at(view, 'status', 'currentRevision'), at(view, 'status', 'updateRevision')];
  const partition = n('spec', 'updateStrategy', 'rollingUpdate', 'partition');
  if (partition > 0) {
    const updated = n('status', 'updatedReplicas');
    if (updated < wanted - partition)
      return {
        text: `Waiting for partitioned roll out to finish: ${updated} out of ${wanted - partition} new pods have been updated...\n`,
        done: false,
      };
    return { text: `partitioned roll out complete: ${updated} new pods have been updated...\n`, done: true };
  }
  if (current !== update)
    return {
      text: `waiting for statefulset rolling update to complete ${n('status', 'updatedReplicas')} pods at revision ${String(update)}...\n`,
      done: false,
    };
  return {
    text: `statefulset rolling update complete ${n('status', 'currentReplicas')} pods at revision ${String(current)}...\n`,
    done: true,
  };
}

const history: Command = {
  name: 'history',
  says: { es: 'Las revisiones de una carga', en: 'The revisions of a workload' },
  takes: '(TYPE NAME | TYPE/NAME) [flags]',
  offers: workloadOffers,
  flags: [
    ...flags,
    {
      name: 'revision',
      value: 'number',
      says: { es: 'Con la plantilla de esa revisión', en: 'With the template of that revision' },
    },
    output,
  ],
  beyond: ['template='],
  run: online((session) => {
    const wanted = Number(session.call.flags.text('revision') ?? 0);
    const texts = named(session, 'rollout history').map((item) => {
      if (!hasRollout.includes(item.kind.kind))
        throw wrong(`no history viewer has been implemented for ${item.kind.kind}`);
      const revisions = revisionsOf(session.live, keyOfItem(item));
      const title = `${didName(item.kind)}/${item.name}`;
      if (wanted > 0) {
        const revision = revisions.find(({ number }) => number === wanted);
        if (!revision) throw wrong('unable to find the specified revision');
        return `${title} with revision #${wanted}\n${templateText(revision.template, revision.cause)}\n`;
      }
      const rows = revisions.map(({ number, cause }) => [String(number), cause ?? '<none>']);
      return `${title} \n${tableText2(rows)}\n`;
    });
    return { out: texts.join('') };
  }),
};

/** Two blanks between the columns, as `describe` has it. */
const tableText2 = (rows: readonly (readonly string[])[]): string => {
  const width = Math.max('REVISION'.length, ...rows.map(([first = '']) => first.length)) + 2;
  return [['REVISION', 'CHANGE-CAUSE'], ...rows]
    .map(([first = '', second = '']) => `${first.padEnd(width)}${second}\n`)
    .join('');
};

const undo: Command = {
  name: 'undo',
  says: { es: 'Vuelve a una revisión anterior', en: 'Go back to an earlier revision' },
  takes: '(TYPE NAME | TYPE/NAME) [flags]',
  offers: workloadOffers,
  flags: [
    ...flags,
    {
      name: 'to-revision',
      value: 'number',
      says: { es: 'A esa; si no, a la anterior', en: 'To that one; else to the one before' },
    },
    dryRun,
    output,
  ],
  beyond: ['template='],
  run: online((session) => {
    const dry = dryRunOf(session);
    const wanted = Number(session.call.flags.text('to-revision') ?? 0);
    return oneByOne(session, named(session, 'rollout undo'), (live, item) => {
      if (!hasRollout.includes(item.kind.kind)) throw wrong(`no rollbacker has been implemented for ${item.kind.kind}`);
      if (at(item.view, 'spec', 'paused') === true)
        throw wrong(
          `you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and try again`,
        );
      const revision = revisionToGo(live, item, wanted);
      const isSame =
        JSON.stringify(plainTemplate(revision.template)) ===
        JSON.stringify(plainTemplate(at(storedOf(live, item).data, 'spec', 'template')));
      if (isSame)
        return {
          ...item,
          live,
          word: `skipped rollback (current template already matches revision ${revision.number})`,
          did: 'unchanged',
        };
      const done = change(
        live,
        item,
        (data) =>
          withCause(withAt(data, ['spec', 'template'], plainTemplate(revision.template)) as Fields, revision.cause),
        dry,
      );
      return {
        ...done,
        word: `rolled back${dryText(dry)}`,
        did: 'rolled-back',
      };
    });
  }),
};

const withCause = (data: Fields, cause: string | undefined): Fields =>
  withAt(data, ['metadata', 'annotations', causeKey], cause) as Fields;

function revisionToGo(live: LiveCluster, item: Item, wanted: number): Revision {
  const revisions = revisionsOf(live, keyOfItem(item));
  if (wanted === 0) {
    const before = revisions.at(-2);
    if (!before)
      throw wrong(
        `no rollout history found for ${item.kind.kind === 'Deployment' ? 'deployment' : item.kind.singular} ${JSON.stringify(item.name)}`,
      );
    return before;
  }
  const revision = revisions.find(({ number }) => number === wanted);
  if (!revision) throw wrong(`unable to find specified revision ${wanted} in history`);
  return revision;
}

/** A template without the label that a ReplicaSet gives it. */
function plainTemplate(template: unknown): unknown {
  const labels = Object.entries(fieldsOf(at(template, 'metadata', 'labels'))).filter(
    ([key]) => key !== 'pod-template-hash',
  );
  return withAt(template, ['metadata', 'labels'], Object.fromEntries(labels));
}

const restartedKey = 'kubectl.kubernetes.io/restartedAt';

/** A subcommand that changes the object of a workload. */
function edits(
  name: string,
  says: Command['says'],
  kinds: readonly string[],
  word: string,
  edit: (data: Fields, item: Item, live: LiveCluster) => Fields,
): Command {
  return {
    name,
    says,
    takes: 'TYPE NAME | TYPE/NAME',
    offers: workloadOffers,
    flags: [...flags, output, ...(name === 'restart' ? [dryRun] : [])],
    beyond: ['template=', 'field-manager='],
    run: online((session): Done => {
      const dry = dryRunOf(session);
      return oneByOne(session, named(session, `rollout ${name}`), (live, item) => {
        if (!kinds.includes(item.kind.kind))
          throw wrong(
            `${didName(item.kind).replace(/^(\w+).*/, '$1')}s ${JSON.stringify(item.name)} ${name === 'restart' ? 'restarting is not supported' : name === 'pause' ? 'pausing is not supported' : 'resuming is not supported'}`,
          );
        const done = change(live, item, (data) => edit(data, item, live), dry);
        return {
          ...done,
          word: `${word}${dryText(dry)}`,
          did: word,
        };
      });
    }),
  };
}

const restart = edits(
  'restart',
  { es: 'Crea los pods de nuevo, según la estrategia', en: 'Make the pods anew, as the strategy says' },
  hasRollout,
  'restarted',
  (data, item, live) => {
    if (at(data, 'spec', 'paused') === true)
      throw wrong(
        `deployments.apps ${JSON.stringify(item.name)} can't restart paused deployment (run rollout resume first)`,
      );
    const time = stamp(live.clock);
    const known = at(data, 'spec', 'template', 'metadata', 'annotations', restartedKey);
    if (known === time)
      throw wrong(
        'if restart has already been triggered within the past second, please wait before attempting to trigger another',
      );
    return restartedAt(data, time);
  },
);
/** @param time as the API writes it */
const restartedAt = lastMemo(
  (one: string, other: string) => one === other,
  (data: Fields, time) => withAt(data, ['spec', 'template', 'metadata', 'annotations', restartedKey], time) as Fields,
);
const pause = edits(
  'pause',
  { es: 'Deja de actualizar', en: 'Stop updating' },
  ['Deployment'],
  'paused',
  (data, item) => {
    if (at(data, 'spec', 'paused') === true)
      throw wrong(`deployments.apps ${JSON.stringify(item.name)} is already paused`);
    return withAt(data, ['spec', 'paused'], true) as Fields;
  },
);
const resume = edits(
  'resume',
  { es: 'Sigue actualizando', en: 'Go on updating' },
  ['Deployment'],
  'resumed',
  (data, item) => {
    if (at(data, 'spec', 'paused') !== true) throw wrong(`deployments.apps ${JSON.stringify(item.name)} is not paused`);
    return withAt(data, ['spec', 'paused'], undefined) as Fields;
  },
);

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_rollout/ */
export const rollout: Command = {
  name: 'rollout',
  says: { es: 'Actualizaciones de una carga', en: 'Updates of a workload' },
  commands: [history, pause, restart, resume, status, undo],
};
