import { type Fields, type LiveCluster, stamp } from '../../../cluster/index.ts';
import type { Item } from '../items.ts';
import { at, labelsText } from '../json.ts';
import { didName, type KindInfo } from '../kinds.ts';
import { Beyond, wrong } from '../stop.ts';
import { layoutIn } from './custom.ts';
import { goTemplate } from './go-template.ts';
import { jsonText } from './json.ts';
import { jsonPath, pathValues, shown } from './jsonpath.ts';
import { tableText } from './table.ts';
import { yamlText } from './yaml.ts';

export interface PrintOptions {
  /** The value of `-o`. */
  readonly output: string;
  readonly headers: boolean;
  readonly withNamespace: boolean;
  readonly withKind: boolean;
  readonly showLabels: boolean;
  /** `-L`: labels with a column of their own. */
  readonly labelColumns: readonly string[];
  /** One object was asked for by its name: it is printed by itself and not as a list. */
  readonly single: boolean;
}

/** Letters that one command prints at most. */
const mostLetters = 2_000_000;

const formats =
  'custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,wide,yaml';

/** Objects as `kubectl get` prints them. */
export function printItems(live: LiveCluster, items: readonly Item[], options: PrintOptions): string {
  const text = printed(live, items, options);
  if (text.length > mostLetters) throw wrong('the output is longer than the lab prints');
  return text;
}

function printed(live: LiveCluster, items: readonly Item[], options: PrintOptions): string {
  const { output } = options;
  const [format = '', ...rest] = output.split('=');
  const argument = rest.join('=');
  switch (format) {
    case '':
    case 'wide':
      return tables(live, items, options, format === 'wide');
    case 'name':
      return items.map(({ kind, name }) => `${didName(kind)}/${name}\n`).join('');
    case 'json':
      return jsonText(whole(items, options.single));
    case 'yaml':
      return yamlText(whole(items, options.single));
    case 'jsonpath':
      if (argument === '') throw wrong('template format specified but no template given');
      return jsonPath(argument)(whole(items, options.single));
    case 'jsonpath-as-json':
      if (argument === '') throw wrong('template format specified but no template given');
      return jsonText(pathValues(argument)(whole(items, options.single)));
    case 'go-template':
    case 'template':
      if (argument === '') throw wrong('template format specified but no template given');
      return goTemplate(argument)(whole(items, options.single));
    case 'custom-columns':
      return customColumns(items, argument, options.headers);
    case 'go-template-file':
    case 'templatefile':
    case 'jsonpath-file':
    case 'custom-columns-file':
    case 'kyaml':
      throw new Beyond({
        es: `El laboratorio no modela el formato \`${format}\`.`,
        en: `The lab does not model the format \`${format}\`.`,
      });
    default:
      throw wrong(
        `unable to match a printer suitable for the output format ${JSON.stringify(format)}, allowed formats are: ${formats}`,
      );
  }
}

/** One object as it is, several as a `List`. */
export function whole(items: readonly Item[], single: boolean): Fields {
  const [only] = items;
  if (single && only && items.length === 1) return only.view;
  return { apiVersion: 'v1', items: items.map(({ view }) => view), kind: 'List', metadata: { resourceVersion: '' } };
}

function tables(live: LiveCluster, items: readonly Item[], options: PrintOptions, wide: boolean): string {
  const groups = new Map<KindInfo, Item[]>();
  for (const item of items) {
    const same = groups.get(item.kind);
    if (same) same.push(item);
    else groups.set(item.kind, [item]);
  }
  const now = stamp(live.clock);
  return [...groups].map(([kind, ofKind]) => table(live, kind, ofKind, options, wide, now)).join('\n');
}

function table(
  live: LiveCluster,
  kind: KindInfo,
  items: readonly Item[],
  options: PrintOptions,
  wide: boolean,
  now: string,
): string {
  const { withNamespace, withKind, showLabels, labelColumns, headers } = options;
  const layout = layoutIn(live, kind);
  const shows = layout.columns.map((name) => wide || !name.startsWith('['));
  const names = layout.columns.filter((_, index) => shows[index]).map((name) => name.replace('[', ''));
  const header = [
    ...(withNamespace ? ['Namespace'] : []),
    ...names,
    ...labelColumns.map((key) => key.slice(key.lastIndexOf('/') + 1)),
    ...(showLabels ? ['Labels'] : []),
  ];
  const nameAt = layout.columns.indexOf('Name');
  const rows = items.map((item) => {
    const cells = layout
      .cells(item, now)
      .map((cell, index) => (withKind && index === nameAt ? `${didName(kind)}/${cell}` : cell));
    return [
      ...(withNamespace ? [item.namespace ?? ''] : []),
      ...cells.filter((_, index) => shows[index]),
      ...labelColumns.map((key) => String(at(item.labels, key) ?? '')),
      ...(showLabels ? [labelsText(item.labels)] : []),
    ];
  });
  return tableText(headers ? header : undefined, rows);
}

/** `NAME:.metadata.name,IMAGE:.spec.containers[*].image`. @see https://kubernetes.io/docs/reference/kubectl/#custom-columns */
function customColumns(items: readonly Item[], written: string, headers: boolean): string {
  if (written === '') throw wrong('custom-columns format specified but no custom columns given');
  const columns = split(written).map((part) => {
    const colon = part.indexOf(':');
    if (colon === -1) throw wrong(`unexpected custom-columns spec: ${part}, expected <header>:<json-path-expr>`);
    return { name: part.slice(0, colon), values: pathValues(part.slice(colon + 1)) };
  });
  const rows = items.map(({ view }) =>
    columns.map(({ values }) => {
      const found = values(view);
      return found.length === 0 ? '<none>' : found.map(shown).join(',');
    }),
  );
  return tableText(headers ? columns.map(({ name }) => name) : undefined, rows);
}

/** At the commas that are in no brackets. */
function split(text: string): readonly string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '[' || letter === '(') depth++;
    if (letter === ']' || letter === ')') depth--;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}
