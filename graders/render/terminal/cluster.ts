import type { WorldDescription } from '../../ask.ts';
import type { Span } from '../../core/span.ts';
import type { Text } from '../../core/text.ts';
import type { Hop } from '../../core/trace.ts';
import type { PodDescription, ServiceDescription, WorkloadDescription } from '../../lab/cluster/index.ts';
import type { AbsentObject, ClusterDescription, RefusalDescription } from '../../lab/request/index.ts';
import { sayRefusal } from '../cluster.ts';
import { sayHop } from '../words.ts';
import type { Style } from './palette.ts';
import { safe } from './safe.ts';
import { indent, placeOf, type Screen, say } from './screen.ts';
import { padEnd, widthOf } from './width.ts';
import { wrap } from './wrap.ts';

/** Pods of one workload that stand line by line; the rest are counted. */
const mostPods = 6;
/** Objects taken to be there that stand line by line. */
const mostAbsent = 10;

/** A cluster at rest: by namespace what runs, what does not and why, where Services lead, and what was not admitted. */
export function clusterLines(cluster: WorldDescription, screen: Screen): readonly string[] {
  const { workloads, services } = cluster;
  const namespaces = [...new Set([...workloads, ...services].map(({ namespace }) => namespace))];
  const refused = refusedLines(cluster.refused, screen);
  // What stands at the end, or under a pod, is not said again under a Service.
  const told = new Set(cluster.refused.map((one) => keyOf(sayRefusal(one, screen.lang), one.at)));
  const parts = namespaces.map((namespace) => namespaceLines(namespace, cluster, told, screen));
  return [
    ...parts.flatMap((lines) => [...lines, '']),
    ...(refused.length > 0 ? [...refused, ''] : []),
    ...absentLines(cluster.absent, screen),
    tally(cluster, screen),
  ];
}

function namespaceLines(
  namespace: string,
  { workloads, services }: ClusterDescription,
  told: Set<string>,
  screen: Screen,
): readonly string[] {
  const here = <T extends { readonly namespace: string }>(all: readonly T[]) =>
    all.filter((one) => one.namespace === namespace);
  const inner = { ...screen, width: screen.width - 2 };
  const pods = here(workloads).flatMap(({ pods }) => pods);
  const columns = {
    name: widest(pods.map(({ name }) => safe(name))),
    status: widest(pods.map(({ status }) => status)),
    ready: widest(pods.map(readyText)),
  };
  const served = here(services);
  const names = widest(served.map(({ name }) => safe(name)));
  const types = widest(served.map(typeOf));
  return [
    screen.palette.strong(safe(namespace)),
    ...indent(
      [
        ...here(workloads).flatMap((workload) => workloadLines(workload, columns, told, inner)),
        ...served.flatMap((service) => serviceLines(service, { names, types }, told, inner)),
      ],
      2,
    ),
  ];
}

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(widthOf));

interface Columns {
  readonly name: number;
  readonly status: number;
  readonly ready: number;
}

function workloadLines(
  workload: WorkloadDescription,
  columns: Columns,
  told: Set<string>,
  screen: Screen,
): readonly string[] {
  const { kind, name, wanted, ready, pods, refused } = workload;
  const { palette } = screen;
  const isFine = ready >= wanted;
  const head = `${isFine ? palette.good('✓') : palette.error('✗')} ${kind} ${palette.strong(safe(name))}`;
  const count = say(screen, kind === 'Job' ? jobCount : readyCount, { ready, wanted });
  const style = isFine ? palette.faint : palette.error;
  if (kind === 'Pod') return podsLines(pods, columns, told, screen, (line) => line, kind);
  const inner = { ...screen, width: screen.width - 4 };
  const lost = refused > 0 ? [palette.error(say(screen, podsRefused, { n: refused }))] : [];
  return [`${head}  ${style(count)}`, ...indent([...lost, ...podsLines(pods, columns, told, inner, palette.faint)], 4)];
}

/** Each pod on its line; a reason stands once, under the first pod that has it. */
function podsLines(
  pods: readonly PodDescription[],
  columns: Columns,
  told: Set<string>,
  screen: Screen,
  style: Style,
  kind?: string,
): readonly string[] {
  const sorted = [...pods].sort((a, b) => Number(isUp(a)) - Number(isUp(b)));
  const shown = sorted.slice(0, mostPods).flatMap((pod) => {
    const reasons = whyLines(pod.why, screen, told);
    return [podLine(pod, columns, screen, style, kind), ...indent(reasons, 2)];
  });
  const left = sorted.length - mostPods;
  return left > 0 ? [...shown, style(say(screen, morePods, { left }))] : shown;
}

const isUp = ({ ready, phase }: PodDescription): boolean => ready || phase === 'Succeeded';

function podLine(pod: PodDescription, columns: Columns, screen: Screen, style: Style, kind?: string): string {
  const { palette } = screen;
  const mark = isUp(pod) ? palette.good('✓') : palette.error('✗');
  const state = (isUp(pod) ? palette.good : palette.error)(padEnd(pod.status, columns.status));
  const label = kind === undefined ? style(padEnd(safe(pod.name), columns.name)) : palette.strong(safe(pod.name));
  const lead = kind === undefined ? `${mark} ` : `${mark} ${kind} `;
  const aside = [
    pod.restarts > 0 ? say(screen, restarts, { n: pod.restarts }) : '',
    safe(pod.node ?? ''),
    pod.assumed ? palette.warning(say(screen, assumed)) : '',
  ].filter((part) => part !== '');
  const ready = padEnd(readyText(pod), columns.ready);
  return `${lead}${label}  ${ready}  ${state}  ${aside.map((part) => palette.faint(part)).join('  ')}`.trimEnd();
}

const readyText = ({ containers: { ready, of } }: PodDescription): string => `${ready}/${of}`;

const keyOf = (words: string, at: Span | undefined): string => `${words}${JSON.stringify(at ?? null)}`;

/** @param told reasons that already stand above, which are not said again */
function whyLines(why: readonly Hop[], screen: Screen, told: Set<string>): readonly string[] {
  return why.flatMap((hop) => {
    const words = sayHop(hop, screen.lang);
    const key = keyOf(words, hop.at);
    if (told.has(key)) return [];
    told.add(key);
    return wrap(words, screen.width - 4, screen.palette, hop.at && placeOf(screen, hop.at));
  });
}

function serviceLines(
  service: ServiceDescription,
  { names, types }: { readonly names: number; readonly types: number },
  told: Set<string>,
  screen: Screen,
): readonly string[] {
  const { name, ports, alias, endpoints, why } = service;
  const { palette } = screen;
  const ready = endpoints.filter((one) => one.ready).length;
  const isFine = why.length === 0;
  const mark = isFine ? palette.good('✓') : palette.error('✗');
  const ends = alias === undefined ? say(screen, endpointCount, { n: ready }) : `→ ${safe(alias)}`;
  const label = palette.strong(padEnd(safe(name), names));
  const kind = palette.faint(padEnd(typeOf(service), types));
  const head = [
    `${mark} Service ${label}`,
    kind,
    safe(ports.join(', ')),
    (isFine ? palette.faint : palette.error)(ends),
  ];
  return [head.filter((part) => part !== '').join('  '), ...indent(whyLines(why, screen, told), 4)];
}

const typeOf = ({ type }: ServiceDescription): string => type;

function refusedLines(refused: readonly RefusalDescription[], screen: Screen): readonly string[] {
  const { palette } = screen;
  const groups = new Map<string, RefusalDescription[]>();
  for (const one of refused) {
    const key = `${one.kind} ${one.by} ${sayRefusal(one, screen.lang)} ${JSON.stringify(one.at)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  if (groups.size === 0) return [];
  const lines = [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { kind, name, namespace, by, at } = first;
    const more = others.length > 0 ? palette.faint(`  ${say(screen, moreAlike, { n: others.length })}`) : '';
    const where = namespace === undefined ? name : `${namespace}/${name}`;
    const head = `${palette.error('✗')} ${kind} ${palette.strong(safe(where))}  ${palette.faint(safe(by))}${more}`;
    return [head, ...indent(wrap(sayRefusal(first, screen.lang), screen.width - 6, palette, placeOf(screen, at)), 4)];
  });
  return [palette.strong(say(screen, refusedTitle)), ...indent(lines, 2)];
}

function absentLines(absent: readonly AbsentObject[], screen: Screen): readonly string[] {
  if (absent.length === 0) return [];
  const { palette } = screen;
  const lines = absent.slice(0, mostAbsent).map(({ kind, namespace, name, at }) => {
    const where = namespace === undefined ? name : `${namespace}/${name}`;
    return `${kind} ${palette.strong(safe(where))}  ${palette.faint(placeOf(screen, at))}`;
  });
  const left = absent.length - mostAbsent;
  const more = left > 0 ? [palette.faint(say(screen, moreAbsent, { left }))] : [];
  return [palette.warning(say(screen, absentTitle)), ...indent([...lines, ...more], 2), ''];
}

/** «2 de 3 cargas listas · 1 de 2 Services con endpoints · 1 objeto sin admitir». */
function tally({ workloads, services, refused }: ClusterDescription, screen: Screen): string {
  const { good, error } = screen.palette;
  const fine = workloads.filter(({ ready, wanted }) => ready >= wanted).length;
  const served = services.filter(({ why }) => why.length === 0).length;
  const part = (text: Text, n: number, of: number) => (n === of ? good : error)(say(screen, text, { n, of }));
  return [
    ...(workloads.length > 0 ? [part(workloadTally, fine, workloads.length)] : []),
    ...(services.length > 0 ? [part(serviceTally, served, services.length)] : []),
    ...(refused.length > 0 ? [error(say(screen, refusedTally, { n: refused.length }))] : []),
    ...(workloads.length + services.length + refused.length === 0 ? [say(screen, nothing)] : []),
  ].join(' · ');
}

const absentTitle: Text = {
  es: 'Se da por hecho que existe, porque no está en estos ficheros:',
  en: 'Taken to exist, as it is not in these files:',
};
const moreAbsent: Text = { es: 'y {left} más', en: 'and {left} more' };
const podsRefused: Text = {
  es: 'No se {n:admitió|admitieron} {n} de sus pods: el porqué está al final.',
  en: '{n} of its pods {n:was|were} not admitted: the reason stands at the end.',
};
const readyCount: Text = { es: '{ready} de {wanted} {wanted:listo|listos}', en: '{ready} of {wanted} ready' };
const jobCount: Text = {
  es: '{ready} de {wanted} en marcha o {wanted:hecho|hechos}',
  en: '{ready} of {wanted} at work or done',
};
const morePods: Text = { es: '… y {left} más', en: '… and {left} more' };
const moreAlike: Text = { es: 'y {n} más por lo mismo', en: 'and {n} more for the same' };
const restarts: Text = { es: '{n} {n:reinicio|reinicios}', en: '{n} {n:restart|restarts}' };
const assumed: Text = { es: 'supuesto', en: 'assumed' };
const endpointCount: Text = { es: '{n} {n:endpoint|endpoints}', en: '{n} {n:endpoint|endpoints}' };
const refusedTitle: Text = { es: 'No admitido', en: 'Not admitted' };
const nothing: Text = { es: 'Aquí no hay cargas ni Services.', en: 'There are no workloads or Services here.' };
const workloadTally: Text = {
  es: '{n} de {of} {of:carga lista|cargas listas}',
  en: '{n} of {of} {of:workload|workloads} ready',
};
const serviceTally: Text = {
  es: '{n} de {of} {of:Service|Services} con endpoints que responden',
  en: '{n} of {of} {of:Service|Services} with endpoints that answer',
};
const refusedTally: Text = {
  es: '{n} {n:objeto o pod sin admitir|objetos o pods sin admitir}',
  en: '{n} {n:object or pod not admitted|objects or pods not admitted}',
};
