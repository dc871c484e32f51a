import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { scenarioKinds } from '../graders/generated/scenarios.ts';
import type { Exercise } from '../graders/index.ts';

/**
 * The readers of the graders, by the modules that hold each one. Reading TypeScript alone takes half as much as all the
 * rest, and so does a service written in it.
 */
const readers = {
  yaml: ['parse/yaml/yaml.ts'],
  dockerfile: ['model/dockerfile/read.ts'],
  typescript: ['model/literal/read.ts'],
  settings: ['parse/settings/settings.ts'],
  service: ['checks/service/source.ts', 'checks/image/service.ts'],
  /** What is drawn of manifests takes the whole lab. */
  picture: ['checks/drawn/cluster.ts'],
} as const;

export type Reader = keyof typeof readers;

/** What a grader must carry to grade an exercise. The rest of the graders is left out of the page. */
export interface GraderNeeds {
  readonly readers: readonly Reader[];
  /** Kinds of check, by folder. */
  readonly kinds: readonly string[];
  /** Kinds of scenario that its predictions ask about, by folder. */
  readonly scenarios: readonly string[];
}

export function needsOf({ spec, given }: Exercise): GraderNeeds {
  const formats = spec.answers.map(({ format }) => format);
  const commands = formats.includes('shell');
  const needed: Readonly<Record<Reader, boolean>> = {
    yaml: commands || formats.includes('manifests') || given.some(({ path }) => /\.ya?ml$/.test(path)),
    dockerfile: commands || formats.includes('dockerfile') || given.some(({ path }) => /Dockerfile/.test(path)),
    typescript: formats.includes('literal'),
    settings: formats.includes('settings') || given.some(({ path }) => /\.(?:xml|cfg)$/.test(path)),
    service: formats.includes('service'),
    picture: formats.includes('manifests'),
  };
  return {
    readers: (Object.keys(needed) as Reader[]).filter((reader) => needed[reader]),
    kinds: sorted(spec.checks.map(({ kind }) => kind)),
    scenarios: sorted(kindsWithin(spec.checks).filter((kind) => kind in scenarioKinds)),
  };
}

/** Two exercises with the same needs share one script. */
export function graderName(needs: GraderNeeds): string {
  return `corregir-${createHash('sha256').update(JSON.stringify(needs)).digest('hex').slice(0, 8)}`;
}

/** Which module imports which, from the root of the repository: what decides the sentences a grader carries. */
export type Graph = ReadonlyMap<string, readonly string[]>;

const root = join(import.meta.dirname, '..');
const client = join(root, 'site/client');
const entry = 'site/client/grader.ts';
/** What lessons take: no exercise, everything that can be tried. */
const labEntry = 'site/client/lab-grader.ts';
/** The simulated terminal. */
const engineEntry = 'site/client/terminal/engine.ts';
const labNeeds: GraderNeeds = { readers: ['yaml', 'dockerfile'], kinds: [], scenarios: [] };

/**
 * Reads the graph of the whole grader once for all exercises. The face of a part of the lab passes on every module of the
 * part: whoever imports it reaches those alone whose names it asks for.
 */
export async function readGraph(settings: BuildOptions): Promise<Graph> {
  const { metafile } = await build({
    ...settings,
    absWorkingDir: root,
    entryPoints: [entry, labEntry, engineEntry],
    metafile: true,
    minify: false,
  });
  const inputs = Object.entries(metafile?.inputs ?? {});
  const graph = new Map(inputs.map(([module, { imports }]) => [module, imports.map(({ path }) => path)]));
  const faces = new Map([...graph.keys()].filter(isFace).map((face) => [face, passedOn(face)]));
  return new Map([...graph].map(([module, paths]) => [module, paths.flatMap((path) => behind(module, path, faces))]));
}

const isFace = (module: string): boolean => /^graders\/lab\/\w+\/index\.ts$/.test(module);

const reExport = /^export \{([^}]*)\} from '([^']+)';/gm;

/** Which module each name of a face comes from. */
function passedOn(face: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(root, face), 'utf8');
  const modules = [...text.matchAll(reExport)].map(([, names = '', path = '']) => ({
    names: valuesIn(names),
    module: posix.join(dirname(face), path),
  }));
  return new Map(modules.flatMap(({ names, module }) => names.map((name) => [name, module])));
}

/** The modules that an import of `path` reaches: what it asks of a face, or the module itself. */
function behind(module: string, path: string, faces: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  const face = faces.get(path);
  if (!face) return [path];
  const text = readFileSync(join(root, module), 'utf8');
  const asked = [...text.matchAll(/^(?:import|export) \{([^}]*)\} from '([^']+)';/gm)]
    .filter(([, , from = '']) => posix.join(dirname(module), from) === path)
    .flatMap(([, names = '']) => valuesIn(names));
  return asked.map((name) => face.get(name) ?? path);
}

/** The names of a list that are there at run time, as the module they come from calls them. */
const valuesIn = (names: string): string[] =>
  names
    .split(',')
    .map((name) => name.trim().replace(/ as .*/, ''))
    .filter((name) => name !== '' && !name.startsWith('type '));

/** Bundles a grader that carries what an exercise needs, and the sentences of what it carries. */
export function bundleGrader(needs: GraderNeeds, graph: Graph, settings: BuildOptions): Promise<string> {
  return bundle(entry, needs, graph, settings);
}

/** Bundles the lab that the examples of lessons run in, with all its rules. */
export function bundleLab(graph: Graph, settings: BuildOptions): Promise<string> {
  return bundle(labEntry, labNeeds, graph, settings);
}

/** Bundles the lab behind the terminal. */
export function bundleEngine(graph: Graph, settings: BuildOptions): Promise<string> {
  return bundle(engineEntry, labNeeds, graph, settings);
}

async function bundle(from: string, needs: GraderNeeds, graph: Graph, settings: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    ...settings,
    absWorkingDir: root,
    entryPoints: [from],
    plugins: [onlyReaders(needs), onlyNeeded(needs, reachedBy(from, needs, graph))],
  });
  return outputFiles?.[0]?.text ?? '';
}

/** The modules of a grader, found without bundling it. */
function reachedBy(from: string, needs: GraderNeeds, graph: Graph): ReadonlySet<string> {
  const reached = new Set<string>();
  const left = leftOut(needs).map((module) => `graders/${module}`);
  const visit = (module: string): void => {
    if (reached.has(module) || left.includes(module)) return;
    reached.add(module);
    const list = /^graders\/generated\/(kinds|scenarios|rules|messages)\.ts$/.exec(module)?.[1];
    const imports = graph.get(module) ?? [];
    const followed = list ? imports.filter((path) => isListed(list, path.replace(/^graders\//, ''), needs)) : imports;
    followed.forEach(visit);
  };
  visit(from);
  return reached;
}

/** The modules of the readers that a grader does without. */
const leftOut = (needs: GraderNeeds): readonly string[] =>
  (Object.keys(readers) as Reader[]).flatMap((reader) => (needs.readers.includes(reader) ? [] : readers[reader]));

/** Whether a generated list keeps a module (a path from `graders/`); sentences follow from the rest. */
function isListed(list: string, module: string, needs: GraderNeeds): boolean {
  switch (list) {
    case 'kinds':
      return needs.kinds.includes(folderOf(module));
    case 'scenarios':
      return needs.scenarios.includes(folderOf(module));
    case 'rules':
      return needs.readers.includes(module.startsWith('rules/docker/') ? 'dockerfile' : 'yaml');
    default:
      return false;
  }
}

/** Replaces the readers of what a grader will not meet. */
function onlyReaders(needs: GraderNeeds): Plugin {
  return {
    name: 'only-readers',
    setup({ onResolve }) {
      for (const module of leftOut(needs)) {
        const name = module.slice(module.lastIndexOf('/') + 1).replace('.', '\\.');
        onResolve({ filter: new RegExp(`/${name}$`) }, ({ path, resolveDir }) =>
          join(resolveDir, path).replaceAll('\\', '/').endsWith(`/graders/${module}`)
            ? { path: join(client, 'shims/no-reader.ts') }
            : undefined,
        );
      }
    },
  };
}

/** Narrows the generated lists of the graders to what an exercise needs. */
function onlyNeeded(needs: GraderNeeds, reached: ReadonlySet<string>): Plugin {
  const write: Readonly<Record<string, (modules: readonly string[]) => string>> = {
    kinds: (modules) => byFolder('checkKinds', modules),
    scenarios: (modules) => byFolder('scenarioKinds', modules),
    rules: ruleList,
    messages: messageLists,
  };
  return {
    name: 'only-needed',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]graders[\\/]generated[\\/](?:kinds|scenarios|rules|messages)\.ts$/ }, ({ path }) => {
        const list = /(\w+)\.ts$/.exec(path)?.[1] ?? '';
        const kept = importedBy(readFileSync(path, 'utf8')).filter((module) =>
          list === 'messages' ? reached.has(`graders/${module}`) : isListed(list, module, needs),
        );
        return { contents: write[list]?.(kept) ?? '', resolveDir: dirname(path), loader: 'ts' };
      });
    },
  };
}

/** The modules a generated list imports, from `graders/`. */
function importedBy(list: string): string[] {
  return [...list.matchAll(/^import (?!type\b).* from '\.\.\/(.+)';$/gm)].map(([, module = '']) => module);
}

function byFolder(name: string, modules: readonly string[]): string {
  const entries = modules.map((module, index) => `'${folderOf(module)}': m${index}`);
  return [...importAll(modules, (index) => `m${index}`), `export const ${name} = { ${entries.join(', ')} };`].join(
    '\n',
  );
}

function ruleList(modules: readonly string[]): string {
  const entries = modules.map((_, index) => `{ rule: m${index}, folder: '' }`);
  return [...importAll(modules, (index) => `m${index}`), `export const rules = [${entries.join(', ')}];`].join('\n');
}

function messageLists(modules: readonly string[]): string {
  const findings = modules.filter((module) => module.endsWith('/findings.ts'));
  const hops = modules.filter((module) => module.endsWith('/hops.ts'));
  const descriptors = findings.map((_, index) => `...Object.values(f${index}).map((about) => ({ about, folder: '' }))`);
  return [
    ...importAll(findings, (index) => `* as f${index}`),
    ...importAll(hops, (index) => `{ hops as h${index} }`),
    `export const descriptors = [${descriptors.join(', ')}];`,
    `export const hopSentences = [${hops.map((_, index) => `h${index}`).join(', ')}];`,
  ].join('\n');
}

const importAll = (modules: readonly string[], what: (index: number) => string): string[] =>
  modules.map((module, index) => `import ${what(index)} from '../${module}';`);

const folderOf = (module: string): string => module.split('/').at(-2) ?? '';

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();

/** Every `kind` written anywhere in the checks: scenarios name theirs wherever a check holds them. */
function kindsWithin(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(kindsWithin);
  return 'kind' in value && typeof value.kind === 'string' ? [value.kind, ...inside] : inside;
}
