import type { Fields } from '../../../cluster/index.ts';
import type { Command } from '../../tool/tool.ts';
import { mustFind } from '../ask/args.ts';
import { dryRun, selector } from '../flags.ts';
import { at, itemsOf, withAt } from '../json.ts';
import { kindNamed } from '../kinds.ts';
import { online } from '../session.ts';
import { Stop, wrong } from '../stop.ts';
import { dryRunOf, dryText } from '../write.ts';
import { oneByOne } from './apply.ts';
import { change } from './change.ts';

function cordoning(name: 'cordon' | 'uncordon', says: Command['says']): Command {
  const wanted = name === 'cordon';
  return {
    name,
    says,
    takes: 'NODE',
    flags: [dryRun, { ...selector, fidelity: 'none' }],
    run: online((session) => {
      const kind = kindNamed(session.live, 'nodes');
      if (session.call.operands.length === 0) throw new Stop(`error: USAGE: ${name} NODE [flags]`);
      if (!kind) throw wrong('the server doesn\'t have a resource type "nodes"');
      const dry = dryRunOf(session);
      return oneByOne(
        session,
        session.call.operands.map((node) => mustFind(session, kind, node)),
        (live, item) => {
          const is = at(item.view, 'spec', 'unschedulable') === true;
          if (is === wanted)
            return {
              ...item,
              live,
              word: wanted ? 'already cordoned' : 'already uncordoned',
              did: 'unchanged',
            };
          const done = change(
            live,
            item,
            (data) => withAt(data, ['spec', 'unschedulable'], wanted ? true : undefined) as Fields,
            dry,
          );
          return {
            ...done,
            word: `${name}ed${dryText(dry)}`,
            did: `${name}ed`,
          };
        },
      );
    }),
  };
}

export const cordon = cordoning('cordon', { es: 'El nodo no recibe más pods', en: 'The node takes no more pods' });
export const uncordon = cordoning('uncordon', { es: 'El nodo vuelve a recibir pods', en: 'The node takes pods again' });

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_taint/ */
export const taint: Command = {
  name: 'taint',
  says: { es: 'Pone o quita taints de un nodo', en: 'Put or take away taints of a node' },
  takes: 'NODE NAME KEY_1=VAL_1:TAINT_EFFECT_1 ... KEY_N=VAL_N:TAINT_EFFECT_N',
  flags: [dryRun, { name: 'overwrite' }, { name: 'all', fidelity: 'none' }, { ...selector, fidelity: 'none' }],
  run: online((session) => {
    const [type, name, ...changes] = session.call.operands;
    const kind = kindNamed(session.live, type ?? '');
    if (kind?.kind !== 'Node') throw wrong(`invalid resource type ${type ?? ''}, only node types are supported`);
    if (name === undefined || changes.length === 0) throw wrong('at least one taint update is required');
    const dry = dryRunOf(session);
    return oneByOne(session, [mustFind(session, kind, name)], (live, item) => {
      let taints = itemsOf(at(item.view, 'spec', 'taints'));
      for (const written of changes) {
        const [, key = '', value, effect, minus] =
          /^([^=:]+?)(?:=([^:]*))?(?::(NoSchedule|PreferNoSchedule|NoExecute))?(-)?$/.exec(written) ?? [];
        if (key === '' || (effect === undefined && minus === undefined)) throw wrong(`invalid taint spec: ${written}`);
        const fits = (one: Fields) => one.key === key && (effect === undefined || one.effect === effect);
        if (minus !== undefined) {
          if (!taints.some(fits)) throw wrong(`taint ${JSON.stringify(written.slice(0, -1))} not found`);
          taints = taints.filter((one) => !fits(one));
        } else {
          if (taints.some(fits) && !session.call.flags.on('overwrite'))
            throw wrong(`node ${item.name} already has ${key} taint(s) with same effect(s) and --overwrite is false`);
          taints = [...taints.filter((one) => !fits(one)), { effect, key, ...(value ? { value } : {}) }];
        }
      }
      const done = change(
        live,
        item,
        (data) => withAt(data, ['spec', 'taints'], taints.length === 0 ? undefined : taints) as Fields,
        dry,
      );
      const word = changes.every((one) => one.endsWith('-')) ? 'untainted' : 'tainted';
      return {
        ...done,
        word: `${word}${dryText(dry)}`,
        did: word,
      };
    });
  }),
};
