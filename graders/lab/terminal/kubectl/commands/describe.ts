import type { Command } from '../../tool/tool.ts';
import { filtersOf, lookUp, noResource, notFound, oneNamed, readArgs } from '../ask/args.ts';
import { describe } from '../describe/describe.ts';
import { everywhere, filename, kindOffers, kustomize, recursive, selector } from '../flags.ts';
import { type Item, itemsIn } from '../items.ts';
import { online, type Session } from '../session.ts';
import { wrong } from '../stop.ts';
import { named } from './scale.ts';

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_describe/ */
export const describeCommand: Command = {
  name: 'describe',
  says: {
    es: 'Cuenta un objeto con lo que tiene alrededor y sus eventos',
    en: 'Tell an object with what is around it and its events',
  },
  takes: '(-f FILENAME | TYPE [NAME_PREFIX | -l label] | TYPE/NAME)',
  offers: kindOffers,
  flags: [
    filename,
    kustomize,
    recursive,
    selector,
    everywhere,
    { name: 'show-events', says: { es: 'Con sus eventos (por defecto)', en: 'With its events (the default)' } },
    { name: 'chunk-size', value: 'number' },
  ],
  run: online((session) => {
    const { call, live } = session;
    const { items, missing } = wanted(session);
    if (items.length === 0 && missing.length === 0) {
      const where = call.flags.on('all-namespaces')
        ? 'No resources found'
        : `No resources found in ${session.namespace} namespace.`;
      return { err: `${where}\n` };
    }
    const shows = call.flags.on('show-events', true);
    const text = items.map((item) => describe(item, live, shows)).join('\n\n');
    return { out: text, err: missing.map((one) => `${one}\n`).join(''), exit: missing.length > 0 ? 1 : 0 };
  }),
};

function wanted(session: Session): { readonly items: readonly Item[]; readonly missing: readonly string[] } {
  const { call, live, namespace } = session;
  if (call.flags.has('filename') || call.flags.has('kustomize')) {
    return { items: named(session, 'describe'), missing: [] };
  }
  const asked = readArgs(live, call.operands, 'describe');
  if (asked.kinds.length === 0) throw wrong(noResource);
  const found = lookUp(session, asked, filtersOf(call));
  if (found.missing.length === 0) return found;
  // A name that does not exist may be the beginning of several.
  const items: Item[] = [];
  const missing: string[] = [];
  for (const { kind, name } of asked.named) {
    const exact = oneNamed(live, kind, name, namespace);
    const begun = exact ? [exact] : itemsIn(live, kind, namespace).filter((one) => one.name.startsWith(name));
    if (begun.length > 0) items.push(...begun);
    else missing.push(notFound(kind, name));
  }
  return { items, missing };
}
