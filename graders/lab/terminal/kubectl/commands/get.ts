import { type LiveCluster, nextChange, until } from '../../../cluster/index.ts';
import type { Command } from '../../tool/tool.ts';
import { type Asked, filtersOf, lookUp, noResource, readArgs } from '../ask/args.ts';
import { objectsFrom } from '../ask/files.ts';
import {
  everywhere,
  fieldSelectorFlag,
  filename,
  kindOffers,
  kustomize,
  noHeaders,
  output,
  recursive,
  selector,
} from '../flags.ts';
import type { Item } from '../items.ts';
import { at } from '../json.ts';
import { pathValues } from '../print/jsonpath.ts';
import { type PrintOptions, printItems } from '../print/print.ts';
import { type Done, online, type Session } from '../session.ts';
import { wrong } from '../stop.ts';
import { raw } from './raw.ts';
import { kindInFile } from './shared.ts';

/** Changes that `-w` shows, and simulated seconds it watches, before it stays quiet. */
const watched = { changes: 60, seconds: 120 };

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_get/ */
export const get: Command = {
  name: 'get',
  says: { es: 'Lista objetos', en: 'List objects' },
  takes: '[TYPE[.GROUP] [NAME | -l LABEL] | TYPE/NAME ...]',
  offers: kindOffers,
  flags: [
    output,
    filename,
    kustomize,
    recursive,
    selector,
    fieldSelectorFlag,
    everywhere,
    noHeaders,
    { name: 'show-labels', says: { es: 'Con todas las etiquetas', en: 'With all labels' } },
    {
      name: 'label-columns',
      short: 'L',
      value: 'list',
      says: { es: 'Una columna por cada etiqueta', en: 'A column for each label' },
    },
    {
      name: 'sort-by',
      value: 'text',
      says: {
        es: 'Ordena por un campo: .metadata.creationTimestamp',
        en: 'Sort by a field: .metadata.creationTimestamp',
      },
    },
    { name: 'ignore-not-found', says: { es: 'Calla si no existe', en: 'Say nothing if it does not exist' } },
    { name: 'watch', short: 'w', fidelity: 'partial', says: { es: 'Sigue lo que cambia', en: 'Follow what changes' } },
    {
      name: 'template',
      value: 'text',
      says: { es: 'La plantilla de -o go-template', en: 'The template of -o go-template' },
    },
    { name: 'watch-only', fidelity: 'partial' },
    { name: 'show-kind', says: { es: 'Con el tipo delante del nombre', en: 'With the kind before the name' } },
    {
      name: 'raw',
      value: 'text',
      fidelity: 'partial',
      says: { es: 'Lo que contesta la API en esa ruta', en: 'What the API answers at that path' },
    },
    { name: 'chunk-size', value: 'number' },
    { name: 'show-managed-fields' },
  ],
  beyond: ['server-print', 'subresource=', 'output-watch-events', 'allow-missing-template-keys'],
  differs: {
    es: 'Con `-w` avanza el reloj simulado hasta que nada cambia, como mucho dos minutos.',
    en: 'With `-w` it moves the simulated clock until nothing changes, two minutes at most.',
  },
  run: online((session) => {
    const { call } = session;
    const place = call.flags.text('raw');
    if (place !== undefined) return raw(session, place);
    const asked = askedFor(session);
    if (asked.kinds.length === 0) throw wrong(noResource);
    const found = lookUp(session, asked, filtersOf(call));
    const items = sorted(found.items, call.flags.text('sort-by'));
    const options = optionsOf(session, asked);
    const out = call.flags.on('watch-only') ? '' : printItems(session.live, items, options);
    const missing = call.flags.on('ignore-not-found') ? [] : found.missing;
    const empty =
      items.length === 0 && missing.length === 0 && !found.byName && isForPeople(options.output)
        ? noneFound(session, asked)
        : '';
    const listed = items.length > 0 || !isForPeople(options.output) ? out : '';
    const err = `${deprecated(asked)}${empty}${missing.map((text) => `${text}\n`).join('')}`;
    const isNothing = items.length === 0 && found.byName;
    if (call.flags.on('watch') || call.flags.on('watch-only')) return watch(session, asked, options, listed);
    return { out: isNothing ? '' : listed, err, exit: missing.length > 0 ? 1 : 0 };
  }),
};

const deprecated = ({ kinds }: Asked): string =>
  kinds.some(({ group, kind }) => group === '' && kind === 'Endpoints')
    ? 'Warning: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice\n'
    : '';

const isForPeople = (written: string): boolean =>
  written === '' || written === 'wide' || written === 'name' || written.startsWith('custom-columns');

function askedFor(session: Session): Asked {
  const { call, live } = session;
  if (!call.flags.has('filename') && !call.flags.has('kustomize')) return readArgs(live, call.operands, 'get');
  if (call.operands.length > 0)
    throw wrong('when paths, URLs, or stdin is provided as input, you may not specify resource arguments as well');
  const named = objectsFrom(call, call.flags.on('recursive')).map(({ resource, source }) => ({
    kind: kindInFile(live, resource, source),
    name: resource.name,
  }));
  return { kinds: [...new Set(named.map(({ kind }) => kind))], named };
}

function optionsOf({ call }: Session, { kinds, named }: Asked): PrintOptions {
  const { flags } = call;
  const isSlashed = call.operands.some((word) => word.includes('/'));
  return {
    output: withTemplate(flags.text('output') ?? '', flags.text('template')),
    headers: !flags.on('no-headers'),
    withNamespace: flags.on('all-namespaces') && kinds.some(({ namespaced }) => namespaced),
    withKind: flags.on('show-kind') || kinds.length > 1 || (/^all$/i.test(call.operands[0] ?? '') && !isSlashed),
    showLabels: flags.on('show-labels'),
    labelColumns: flags.list('label-columns'),
    single: named.length === 1 && !call.operands[0]?.includes(','),
  };
}

/** `--template` is what `-o go-template` and `-o jsonpath` without an `=` take. */
function withTemplate(format: string, template: string | undefined): string {
  if (template === undefined) return format;
  return format === '' ? `go-template=${template}` : format.includes('=') ? format : `${format}=${template}`;
}

function noneFound({ namespace, call }: Session, { kinds }: Asked): string {
  const isInside = kinds.some(({ namespaced }) => namespaced) && !call.flags.on('all-namespaces');
  return isInside ? `No resources found in ${namespace} namespace.\n` : 'No resources found\n';
}

function sorted(items: readonly Item[], by: string | undefined): readonly Item[] {
  if (by === undefined) return items;
  const values = pathValues(by);
  const keyed = items.map((item, index) => ({ item, index, key: values(item.view)[0] }));
  if (items.length > 0 && keyed.every(({ key }) => key === undefined))
    throw wrong(
      `couldn't find any field with path ${JSON.stringify(by.startsWith('{') ? by : `{${by}}`)} in the list of objects`,
    );
  const compare = (a: unknown, b: unknown): number => {
    if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
    return typeof a === 'number' && typeof b === 'number'
      ? a - b
      : String(a) < String(b)
        ? -1
        : String(a) > String(b)
          ? 1
          : 0;
  };
  return keyed.sort((a, b) => compare(a.key, b.key) || a.index - b.index).map(({ item }) => item);
}

/** Prints what changes, row by row, as long as something does. */
function watch(session: Session, asked: Asked, options: PrintOptions, first: string): Done {
  const { call } = session;
  let live: LiveCluster = session.live;
  const row = (item: Item) => printItems(live, [item], { ...options, headers: false, single: true });
  const filters = filtersOf(call);
  const look = () =>
    new Map(
      lookUp({ ...session, live }, asked, filters).items.map((item) => [
        item.uid || `${item.namespace}/${item.name}`,
        { item, text: row(item), version: at(item.view, 'metadata', 'resourceVersion') },
      ]),
    );
  const plain = (text: string) => text.replace(/\d+[smhd](?:\d+[smhd])?/g, '');
  let before = look();
  let out = first;
  let changes = 0;
  const end = live.clock + watched.seconds;
  for (let turn = 0; turn < 400 && changes < watched.changes; turn++) {
    const next = nextChange(live, live.clock);
    if (next === undefined || next > end) break;
    live = until(live, next);
    const now = look();
    for (const [uid, { text }] of now) {
      if (plain(before.get(uid)?.text ?? '') === plain(text)) continue;
      out += text;
      changes++;
    }
    before = now;
  }
  return { out, live, stays: { kind: 'watch' } };
}
