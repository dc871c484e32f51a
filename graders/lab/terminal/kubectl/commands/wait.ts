import { type LiveCluster, nextChange, until } from '../../../cluster/index.ts';
import { seconds } from '../../tool/parse.ts';
import type { Command } from '../../tool/tool.ts';
import { filtersOf, findAll, lookUp, readArgs } from '../ask/args.ts';
import { all, everywhere, fieldSelectorFlag, filename, kindOffers, output, recursive, selector } from '../flags.ts';
import type { Item } from '../items.ts';
import { itemsIn } from '../items.ts';
import { at, itemsOf } from '../json.ts';
import { didName, resourceName } from '../kinds.ts';
import { pathValues, shown } from '../print/jsonpath.ts';
import { online, type Session } from '../session.ts';
import { Stop, wrong } from '../stop.ts';
import { named } from './scale.ts';

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_wait/ */
export const wait: Command = {
  name: 'wait',
  says: { es: 'Espera a que algo se cumpla', en: 'Wait until something holds' },
  takes:
    "([-f FILENAME] | resource.group/resource.name | resource.group [(-l label | --all)]) [--for=create|--for=delete|--for condition=available|--for=jsonpath='{}'[=value]]",
  offers: kindOffers,
  flags: [
    {
      name: 'for',
      value: 'text',
      offers: ['condition=', 'delete', 'create', 'jsonpath='],
      says: {
        es: 'condition=Ready, delete, create, jsonpath=…=…',
        en: 'condition=Ready, delete, create, jsonpath=…=…',
      },
    },
    { name: 'timeout', value: 'duration', says: { es: 'Cuánto espera (30s)', en: 'How long it waits (30s)' } },
    selector,
    fieldSelectorFlag,
    all,
    everywhere,
    filename,
    recursive,
    output,
  ],
  beyond: ['local', 'template='],
  run: online((session) => {
    const { call } = session;
    const condition = conditionOf(call.flags.text('for'));
    const written = seconds(call.flags.text('timeout') ?? '30s') ?? 30;
    const limit = (call.flags.text('timeout') ?? '').startsWith('-') ? 604_800 : written;
    const items =
      condition.kind === 'create'
        ? created(session, limit)
        : { live: session.live, items: wanted(session, condition.kind === 'delete') };
    if (items.items.length === 0 && condition.kind !== 'delete')
      throw new Stop(items.missing ?? 'error: no matching resources found');
    let { live } = items;
    const end = session.live.clock + limit;
    let out = '';
    let err = '';
    for (const item of items.items) {
      const waited = waitFor(live, item, condition, end);
      live = waited.live;
      if (waited.held)
        out +=
          call.flags.text('output') === 'name'
            ? `${didName(item.kind)}/${item.name}\n`
            : `${didName(item.kind)}/${item.name} condition met\n`;
      else err += `error: timed out waiting for the condition on ${resourceName(item.kind)}/${item.name}\n`;
    }
    return {
      live,
      out,
      err,
      exit: err === '' ? 0 : 1,
      facts: items.items.map(({ kind, name, namespace = '' }) => ({
        did: 'condition.awaited',
        data: { kind: kind.kind, name, namespace, for: call.flags.text('for') ?? '', met: err === '' },
      })),
    };
  }),
};

type Condition =
  | { readonly kind: 'create' | 'delete' }
  | { readonly kind: 'condition'; readonly type: string; readonly value: string }
  | {
      readonly kind: 'jsonpath';
      readonly values: (view: unknown) => readonly unknown[];
      readonly value: string | undefined;
    };

function conditionOf(written: string | undefined): Condition {
  if (written === undefined || written === '') throw wrong('condition not specified');
  const lower = written.toLowerCase();
  if (lower === 'delete' || lower === 'create') return { kind: lower };
  if (lower.startsWith('condition=')) {
    const [type = '', value = 'true'] = written.slice('condition='.length).split('=');
    return { kind: 'condition', type, value };
  }
  if (lower.startsWith('jsonpath=')) {
    const rest = written.slice('jsonpath='.length).replace(/^(['"])([\s\S]*)\1$/, '$2');
    const close = rest.lastIndexOf('}');
    if (!rest.startsWith('{') || close === -1)
      throw wrong(
        `jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3 or --for=jsonpath='{.status.readyReplicas}'`,
      );
    const after = rest.slice(close + 1).replace(/^['"]/, '');
    if (after !== '' && !after.startsWith('=')) throw wrong('jsonpath wait condition must be followed by =value');
    return {
      kind: 'jsonpath',
      values: pathValues(rest.slice(0, close + 1)),
      value: after === '' ? undefined : after.slice(1).replace(/^(['"])([\s\S]*)\1$/, '$2'),
    };
  }
  throw wrong(`unrecognized condition: ${JSON.stringify(written)}`);
}

function wanted(session: Session, mayMiss: boolean): readonly Item[] {
  const { call } = session;
  if (call.flags.has('filename')) return named(session, 'wait');
  const found = findAll(session, call.operands, 'wait', filtersOf(call));
  const [first] = found.missing;
  if (first !== undefined && !mayMiss) throw new Stop(first);
  return found.items;
}

/** Waits until what is named exists. */
function created(
  session: Session,
  limit: number,
): { readonly live: LiveCluster; readonly items: readonly Item[]; readonly missing?: string } {
  let { live } = session;
  const end = live.clock + limit;
  for (let turn = 0; turn < 2000; turn++) {
    const found = lookUp({ ...session, live }, readArgs(live, session.call.operands, 'wait'), {
      selector: session.call.flags.text('selector'),
    });
    if (found.items.length > 0 && found.missing.length === 0) return { live, items: found.items };
    const next = nextChange(live, live.clock);
    if (next === undefined || next > end)
      return {
        live,
        items: [],
        missing: `error: timed out waiting for the condition on ${session.call.operands.join('/')}`,
      };
    live = until(live, next);
  }
  return { live, items: [] };
}

function waitFor(
  before: LiveCluster,
  item: Item,
  condition: Condition,
  end: number,
): { readonly live: LiveCluster; readonly held: boolean } {
  let live = before;
  for (let turn = 0; turn < 3000; turn++) {
    if (holds(live, item, condition)) return { live, held: true };
    const next = nextChange(live, live.clock);
    if (next === undefined || next > end) break;
    live = until(live, next);
  }
  const last = end > live.clock ? until(live, end) : live;
  return { live: last, held: holds(last, item, condition) };
}

function holds(live: LiveCluster, { kind, namespace, name, uid }: Item, condition: Condition): boolean {
  const now = itemsIn(live, kind, namespace, name)[0];
  if (condition.kind === 'delete') return now === undefined || now.uid !== uid;
  if (!now) return false;
  switch (condition.kind) {
    case 'create':
      return true;
    case 'condition':
      return itemsOf(at(now.view, 'status', 'conditions')).some(
        (one) =>
          String(one.type).toLowerCase() === condition.type.toLowerCase() &&
          String(one.status).toLowerCase() === condition.value.toLowerCase(),
      );
    case 'jsonpath': {
      const [value] = condition.values(now.view);
      if (value === undefined) return false;
      return condition.value === undefined ? true : shown(value) === condition.value;
    }
  }
}
