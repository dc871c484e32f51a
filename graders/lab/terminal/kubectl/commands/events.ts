import { eventsAt } from '../../../cluster/index.ts';
import type { Command } from '../../tool/tool.ts';
import { everywhere, noHeaders } from '../flags.ts';
import { ageText } from '../print/age.ts';
import { tableText } from '../print/table.ts';
import { online } from '../session.ts';
import { wrong } from '../stop.ts';

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_events/ */
export const events: Command = {
  name: 'events',
  says: { es: 'Lo que ha pasado', en: 'What has happened' },
  flags: [
    everywhere,
    noHeaders,
    { name: 'for', value: 'text', says: { es: 'De un objeto: pod/web', en: 'Of one object: pod/web' } },
    { name: 'types', value: 'list', offers: ['Warning', 'Normal'] },
    { name: 'watch', short: 'w', fidelity: 'none' },
    { name: 'chunk-size', value: 'number' },
  ],
  beyond: ['output|o=', 'template='],
  run: online(({ live, namespace, call }) => {
    const { flags } = call;
    const every = flags.on('all-namespaces');
    const about = flags.text('for');
    const [kind, name] = (about ?? '').split('/');
    if (about !== undefined && name === undefined) throw wrong('--for must be in resource/name form');
    const types = flags
      .list('types')
      .filter(Boolean)
      .map((one) => one.toLowerCase());
    const found = eventsAt(live, live.clock).filter(
      (one) =>
        (every || one.namespace === namespace) &&
        (about === undefined ||
          (one.about.name === name &&
            one.about.kind.toLowerCase().startsWith((kind ?? '').toLowerCase().replace(/s$/, '')))) &&
        (types.length === 0 || types.includes(one.type.toLowerCase())),
    );
    if (found.length === 0)
      return { err: every ? 'No events found.\n' : `No events found in ${namespace} namespace.\n` };
    const rows = found.map(({ first, last, count, type, reason, about: object, message, namespace: where }) => {
      const age =
        count > 1
          ? `${ageText(live.clock - last)} (x${count} over ${ageText(live.clock - first)})`
          : ageText(live.clock - first);
      return [...(every ? [where] : []), age, type, reason, `${object.kind}/${object.name}`, message];
    });
    return {
      out: tableText(
        flags.on('no-headers')
          ? undefined
          : [...(every ? ['Namespace'] : []), 'Last Seen', 'Type', 'Reason', 'Object', 'Message'],
        rows,
      ),
    };
  }),
};
