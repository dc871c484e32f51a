import type { Source } from '../../../../core/source.ts';
import type { Resource } from '../../../../model/manifests/manifests.ts';
import { readManifests } from '../../../../model/manifests/read.ts';
import { parseYaml } from '../../../../parse/yaml/yaml.ts';
import { podsAt, stateAt } from '../../../cluster/index.ts';
import { carriesProxy, injectionOf, namespaceLabelsOf } from '../../../istio/index.ts';
import { resolvePath } from '../../../machine/index.ts';
import { noted } from '../../desk/desk.ts';
import { fileAt } from '../../desk/open.ts';
import { istioRevisions } from '../../desk/webhooks.ts';
import { exists, type MeshSession, meshSession } from '../../mesh/session.ts';
import { type Call, type Command, type Outcome, printed, refused } from '../../tool/tool.ts';
import { noServer } from '../install.ts';
import { type AnalyzedPod, type Analyzer, type Level, levels, type Message, type World } from './message.ts';
import { injection, portNames, schema, subsets } from './others.ts';
import { destinationHosts, destinationRules, gateways, meshHosts } from './virtual-service.ts';

/** In the order of upstream. @see pkg/config/analysis/analyzers/all.go */
const analyzers: readonly Analyzer[] = [
  subsets,
  injection,
  portNames,
  meshHosts,
  destinationHosts,
  destinationRules,
  gateways,
  schema,
];

interface Files {
  readonly sources: readonly Source[];
  readonly skipped: string;
}

/**
 * `istioctl analyze [FILE…]`: the cluster, files, or both as if the files were applied.
 * @see https://istio.io/latest/docs/ops/diagnostic-tools/istioctl-analyze/ and istioctl/pkg/analyze/analyze.go
 */
function analyze(call: Call): Outcome {
  const { desk, flags } = call;
  const format = (flags.text('output') ?? 'log').toLowerCase();
  if (format !== 'log' && format !== 'json')
    return refused(desk, `Error: ${format} not a valid option for format. See istioctl analyze --help\n`, 64);
  if (flags.on('list-analyzers'))
    return printed(desk, `${analyzers.map(({ name, says }) => `* ${name}:\n    ${says}\n`).join('')}`);
  const files = filesOf(call);
  if (typeof files === 'string') return refused(desk, `Error: ${files}\n`);
  const usesKube = flags.on('use-kube', true);
  const session = usesKube ? meshSession(call) : undefined;
  if (usesKube && !session) return refused(desk, noServer);
  const namespace = flags.text('namespace') ?? session?.namespace ?? 'default';
  if (session && !exists(session, 'Namespace', namespace) && namespace !== 'default')
    return printed(desk, '', `namespace ${JSON.stringify(namespace)} not found\n`);
  const every = flags.on('all-namespaces');
  const fromFiles = read(files.sources, namespace);
  const world = worldOf(session, fromFiles);
  const paths = new Map(files.sources.map(({ path, text }) => [placeIn(path), text] as const));
  const found = sorted(
    analyzers
      .flatMap((one) => one.run(world))
      .filter((one) => every || (one.namespace ?? (one.kind === 'Namespace' ? one.name : namespace)) === namespace)
      .filter((one) => !isSuppressed(one, flags.all('suppress'))),
  );
  const shown = found.filter(
    ({ level }) => levels.indexOf(level) >= levels.indexOf(levelOf(flags.text('output-threshold'), 'Info')),
  );
  const target = every ? 'all namespaces' : `namespace: ${namespace}`;
  const failing = found.filter(
    ({ level }) => levels.indexOf(level) >= levels.indexOf(levelOf(flags.text('failure-threshold'), 'Error')),
  );
  const isOk = found.every(({ level }) => level === 'Info');
  const next = session
    ? noted(desk, 'mesh.checked', {
        mesh: 'istio',
        scope: 'analyze',
        namespace: every ? '' : namespace,
        installed: istioRevisions(session.live.resources).length > 0,
        ok: isOk,
      })
    : desk;
  const says = `${files.skipped}${shown.length > 0 ? '' : nothingFound(files.sources, target)}`;
  const stdout =
    format === 'json'
      ? `${JSON.stringify(
          shown.map((one) => dataOf(one, paths)),
          undefined,
          '\t',
        )}\n`
      : shown.length === 0
        ? ''
        : `${shown.map((one) => lineOf(one, paths)).join('\n')}\n`;
  if (format === 'json' || failing.length === 0) return printed(next, stdout, says);
  const error = `Error: Analyzers found issues when analyzing ${target}.\nSee https://istio.io/v1.31/docs/reference/config/analysis for more information about causes and resolutions.\n`;
  return { desk: next, stdout, stderr: `${files.skipped}${error}`, exit: 79 };
}

/** The files of a call; `-` is standard input, and a folder all files in it. @returns the words of a refusal otherwise */
function filesOf({ desk, cwd, operands, stdin }: Call): Files | string {
  const sources: Source[] = [];
  let skipped = '';
  for (const path of operands) {
    if (path === '-') {
      sources.push({ path, text: stdin });
      continue;
    }
    const whole = resolvePath(cwd, path);
    const file = fileAt(desk, whole);
    if (file && !/\.(?:json|ya?ml)$/.test(path)) {
      skipped += `Skipping file ${path}, recognized file extensions are: [.json .yaml .yml]\n`;
    } else if (file) sources.push({ path, text: file.content ?? '' });
    else {
      const inside = [...desk.files.entries.keys()].filter(
        (one) => one.startsWith(`${whole}/`) && /\.(?:json|ya?ml)$/.test(one),
      );
      if (inside.length === 0) return `stat ${path}: no such file or directory`;
      for (const one of inside.sort())
        sources.push({
          path: `${path.replace(/\/$/, '')}${one.slice(whole.length)}`,
          text: fileAt(desk, one)?.content ?? '',
        });
    }
  }
  return { sources, skipped };
}

/** Where something is in a file of the call. Objects of the cluster were written in files that may have the same names. */
const placeIn = (path: string): string => `-f ${path}`;

/** Objects of files; one without a namespace belongs to that of the call. */
function read(sources: readonly Source[], namespace: string): readonly Resource[] {
  return sources.flatMap((source) =>
    readManifests(parseYaml({ ...source, path: placeIn(source.path) }), 'answer').resources.map((one) => ({
      ...one,
      namespace: one.kind === 'Namespace' ? undefined : (one.namespace ?? namespace),
    })),
  ) as readonly Resource[];
}

/** The cluster as it would be with the files; objects of the cluster have no place in a file. */
function worldOf(session: MeshSession | undefined, files: readonly Resource[]): World {
  const key = ({ kind, group, namespace, name }: Resource) => JSON.stringify([kind, group, namespace, name]);
  const replaced = new Set(files.map(key));
  const live = session
    ? stateAt(session.live, session.desk.clock).resources.filter((one) => !replaced.has(key(one)))
    : [];
  return { resources: [...live, ...files], pods: session ? podsOf(session) : [] };
}

function podsOf({ live, desk }: MeshSession): readonly AnalyzedPod[] {
  const state = stateAt(live, desk.clock);
  const found = istioRevisions(state.resources);
  const revisions = found.length > 0 ? found : ['default'];
  const labelsOf = namespaceLabelsOf(state);
  return podsAt(live, desk.clock)
    .filter(({ terminating }) => !terminating)
    .map(({ pod }) => ({
      namespace: pod.namespace,
      name: pod.name,
      labels: pod.labels,
      proxied: carriesProxy(pod),
      wanted: injectionOf(pod, labelsOf(pod.namespace), { revisions }).injected,
    }));
}

const levelOf = (written: string | undefined, otherwise: Level): Level =>
  levels.find((one) => one.toLowerCase() === written?.toLowerCase()) ?? otherwise;

/** `CODE=Kind name.namespace`, with `*` for anything. */
function isSuppressed({ code, kind, name, namespace }: Message, suppress: readonly string[]): boolean {
  return suppress.some((one) => {
    const [of = '', pattern = ''] = one.split('=');
    const called = `${kind} ${name}${namespace === undefined ? '' : `.${namespace}`}`;
    const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return of === code && new RegExp(`^${parts.join('.*')}$`).test(called);
  });
}

/** By gravity, code and object; the same thing is said once. @see pkg/config/analysis/diag/messages.go (`SortedDedupedCopy`) */
function sorted(messages: readonly Message[]): readonly Message[] {
  const keyOf = (one: Message) => `${one.code} ${one.kind} ${one.namespace ?? ''}/${one.name} ${one.text}`;
  const once = [...new Map(messages.map((one) => [keyOf(one), one])).values()];
  return once.sort((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level) || (keyOf(a) < keyOf(b) ? -1 : 1));
}

function originOf({ kind, namespace, name, at }: Message, texts: ReadonlyMap<string, string>): string {
  const text = at && texts.get(at.path);
  const place =
    text === undefined || !at
      ? ''
      : ` ${at.path.slice(placeIn('').length)}:${text.slice(0, at.from).split('\n').length}`;
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}${place}`;
}

const lineOf = (one: Message, texts: ReadonlyMap<string, string>): string =>
  `${one.level} [${one.code}] (${originOf(one, texts)}) ${one.text}`;

function dataOf(one: Message, texts: ReadonlyMap<string, string>) {
  const [kind = '', place = '', reference] = originOf(one, texts).split(' ');
  return {
    code: one.code,
    documentationUrl: `https://istio.io/v1.31/docs/reference/config/analysis/${one.code.toLowerCase()}/?ref=istioctl-analyze`,
    level: one.level,
    message: one.text,
    origin: `${kind} ${place}`,
    ...(reference !== undefined && { reference }),
  };
}

function nothingFound(sources: readonly Source[], target: string): string {
  const paths = sources.map(({ path }) => path);
  if (paths.length === 0) return `✔ No validation issues found when analyzing ${target}.\n`;
  if (paths.length === 1) return `✔ No validation issues found when analyzing ${paths[0]}.\n`;
  return `✔ No validation issues found when analyzing:\n  - ${paths.join('\n  - ')}\n`;
}

export const analyzeCommand: Command = {
  name: 'analyze',
  says: { es: 'Busca problemas', en: 'Look for problems' },
  takes: '[FILE…]',
  fidelity: 'partial',
  differs: {
    es: 'Encuentra IST0101, 0102, 0103, 0106, 0109, 0118, 0123, 0132, 0173 y 0174; lo que dice IST0106 va con palabras del laboratorio.',
    en: 'It finds IST0101, 0102, 0103, 0106, 0109, 0118, 0123, 0132, 0173 and 0174; what IST0106 says is in the words of the lab.',
  },
  flags: [
    { name: 'all-namespaces', short: 'A' },
    { name: 'use-kube', short: 'k', says: { es: 'Mira también el clúster', en: 'Look at the cluster too' } },
    { name: 'list-analyzers', short: 'L' },
    { name: 'suppress', short: 'S', value: 'text' },
    { name: 'failure-threshold', value: 'text', offers: levels },
    { name: 'output-threshold', value: 'text', offers: levels },
    { name: 'output', short: 'o', value: 'text', offers: ['log', 'json'] },
    { name: 'color', fidelity: 'partial' },
    { name: 'verbose', short: 'v', fidelity: 'partial' },
    { name: 'ignore-unknown', fidelity: 'partial' },
    { name: 'timeout', value: 'duration', fidelity: 'partial' },
  ],
  beyond: ['recursive|R', 'revision|r=', 'meshConfigFile=', 'remote-contexts=', 'analyzer='],
  run: analyze,
};
