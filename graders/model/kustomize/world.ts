import { faultOf } from '../../core/fault/fault.ts';
import type { Finding } from '../../core/finding.ts';
import type { Source } from '../../core/source.ts';
import { headOf } from '../../core/span.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import type { Origin, Resource } from '../manifests/manifests.ts';
import { type RawObject, type ReadManifests, readManifests, resource } from '../manifests/read.ts';
import { build } from './build.ts';
import { fieldsOf, list, textsOf } from './edit.ts';
import { folderOf, isKustomization, joined } from './paths.ts';

/** Manifests as a cluster would get them. */
export interface ReadWorld {
  /** What was applied together: the files as they are, and what each kustomization comes to. */
  readonly worlds: readonly (readonly Resource[])[];
  /** What could not be read. */
  readonly findings: readonly Finding[];
}

/**
 * Reads files of manifests. Kustomizations are built, and what they use is judged as they leave it and not by itself; of
 * several that build on one another, those that nothing else uses.
 */
export function readWorld(sources: readonly Source[], origin: Origin): ReadWorld {
  const files = new Map(sources.map((source) => [tidied(source.path), source]));
  const kustomizations = sources.filter(({ path }) => isKustomization(path));
  const inner = new Set(kustomizations.flatMap(usedFolders));
  const roots = kustomizations.filter(
    (source) => !inner.has(folderOf(tidied(source.path))) && fieldsOf(documentOf(source)).kind !== 'Component',
  );
  const built = roots.map((source) => buildFrom(source, files));
  const used = new Set(built.flatMap((one) => [...one.used]));
  const plain = sources.filter(({ path }) => isManifestFile(path) && !isKustomization(path) && !used.has(tidied(path)));
  const read = plain.map((source) => readOne(source, origin));
  const broken = sources
    .filter(({ path }) => used.has(tidied(path)) && isManifestFile(path))
    .map((source) => parseYaml(source));
  return {
    worlds: [
      read.flatMap(({ resources }) => resources).filter(({ apiVersion }) => apiVersion !== 'builtin'),
      ...built.map(({ source, objects, complete }) => [
        ...objects.map(({ data, at }) => resource(data as unknown as RawObject, at, origin)),
        ...(complete ? [] : [kustomizationOf(source, origin)]),
      ]),
    ],
    findings: [...read, ...broken, ...built].flatMap(({ findings }) => findings),
  };
}

/** A file that breaks the reader says so, and takes no other with it. */
function readOne(source: Source, origin: Origin): ReadManifests {
  try {
    return readManifests(parseYaml(source), origin);
  } catch (problem) {
    return { resources: [], findings: [faultOf(problem, 'file', headOf(source))] };
  }
}

function buildFrom(source: Source, files: ReadonlyMap<string, Source>) {
  try {
    return { source, ...build(folderOf(tidied(source.path)), files), findings: [] };
  } catch (problem) {
    const findings = [faultOf(problem, 'file', headOf(source))];
    return { source, objects: [], used: new Set<string>(), complete: false, findings };
  }
}

/** Files a kustomization needs that a folder may hold under any name. */
export function filesNamedIn(source: Source): readonly string[] {
  const k = fieldsOf(documentOf(source));
  const folder = folderOf(tidied(source.path));
  const patches = [k.patches, k.patchesStrategicMerge, k.patchesJson6902].flatMap(list);
  const generators = [k.configMapGenerator, k.secretGenerator].flatMap(list).map(fieldsOf);
  const contents = generators.flatMap(({ files, envs, env }) => [
    ...textsOf(files),
    ...textsOf(envs),
    ...textsOf([env]),
  ]);
  return [
    ...textsOf(k.resources),
    ...textsOf(patches).filter((text) => !text.includes('\n')),
    ...patches.flatMap((patch) => textsOf([fieldsOf(patch).path])),
    ...contents.map((file) => file.slice(file.indexOf('=') + 1)),
  ].map((path) => joined(folder, path));
}

/** A world that is not shown as a whole says so by the object that names the rest. */
function kustomizationOf(source: Source, origin: Origin): Resource {
  const identity = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' };
  return resource({ ...fieldsOf(documentOf(source)), ...identity } as RawObject, headOf(source), origin);
}

function usedFolders(source: Source): readonly string[] {
  const { resources, bases, components } = fieldsOf(documentOf(source));
  const folder = folderOf(tidied(source.path));
  return [resources, bases, components].flatMap(textsOf).map((path) => joined(folder, path));
}

const documentOf = (source: Source): unknown => parseYaml(source).documents[0]?.value;
const isManifestFile = (path: string): boolean => /\.(?:ya?ml|json)$|(?:^|\/)Kustomization$/i.test(path);
const tidied = (path: string): string => path.replace(/^(?:\.\/)+/, '');
