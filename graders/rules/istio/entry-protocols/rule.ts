import { at, itemsOf, numberAt, textAt } from '../../../core/fields.ts';
import { lookup } from '../../../model/manifests/lookup.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { texts } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'istio/entry-protocols',
  severity: 'warning',
  title: {
    es: 'Dos ServiceEntry dan al mismo puerto protocolos distintos',
    en: 'Two ServiceEntries give one port different protocols',
  },
  related: ['IST0177'],
  over: 'manifests',
  messages: {
    other: {
      es: '`{other}` dice que el puerto {port} de `{host}` habla {theirs}, y este que {own}: solo cuenta uno de los dos.',
      en: '`{other}` says that port {port} of `{host}` speaks {theirs}, and this one {own}: only one of the two counts.',
    },
  },
  check({ resources }, say) {
    const entries = lookup(resources).ofKind('networking.istio.io', 'ServiceEntry');
    const said = new Map<string, Port[]>();
    for (const one of entries.flatMap(portsOf)) {
      const key = `${one.host} ${one.number}`;
      const known = said.get(key);
      if (known) known.push(one);
      else said.set(key, [one]);
    }
    for (const [key, all] of said) {
      if (new Set(all.map(({ protocol }) => protocol)).size < 2) continue;
      for (const one of all) {
        const other = all.find((it) => it.protocol !== one.protocol && meet(it.reach, one.reach));
        if (!other) continue;
        const [host = ''] = key.split(' ');
        const facts = { host, port: one.number, theirs: `\`${other.protocol}\``, own: `\`${one.protocol}\`` };
        say('other', placeOf(one.entry, one.node, 'protocol'), { other: other.entry.name, ...facts });
      }
    }
  },
});

interface Port {
  readonly entry: Resource;
  readonly node: unknown;
  readonly host: string;
  readonly number: number;
  readonly protocol: string;
  /** The namespaces that see it; `*` is all of them. */
  readonly reach: readonly string[];
}

function portsOf(entry: Resource): readonly Port[] {
  const to = texts(at(entry.data, 'spec', 'exportTo') as never);
  const own = entry.namespace ?? 'default';
  const reach = to.length === 0 || to.includes('*') ? ['*'] : to.map((one) => (one === '.' ? own : one));
  const ports = itemsOf(at(entry.data, 'spec', 'ports'));
  return texts(at(entry.data, 'spec', 'hosts') as never).flatMap((host) =>
    ports.map((node) => {
      const protocol = (textAt(node, 'protocol') ?? '').toUpperCase();
      return { entry, node, host, number: numberAt(node, 'number') ?? 0, protocol, reach };
    }),
  );
}

const meet = (one: readonly string[], other: readonly string[]): boolean =>
  one.includes('*') || other.includes('*') || one.some((scope) => other.includes(scope));
