import { parseYaml } from '../parse/yaml/yaml.ts';

/**
 * The files that a `kustomization.yaml` lays over others: pieces of objects, which are not to be judged as whole ones.
 * @param path of the kustomization file
 * @returns paths written as that of the kustomization file is
 * @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/
 */
export function patchesOf(path: string, text: string): readonly string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const documents = parseYaml({ path, text }).documents.map(({ value }) => value);
  return documents.flatMap((value) => {
    const { patches, patchesStrategicMerge, patchesJson6902 } = (value ?? {}) as Readonly<Record<string, unknown>>;
    return [patches, patchesStrategicMerge, patchesJson6902]
      .flatMap((list) => (Array.isArray(list) ? (list as readonly unknown[]) : []))
      .flatMap(fileIn)
      .map((file) => joined(folder, file));
  });
}

/** A patch is the name of a file, a block with its `path`, or text written in place. */
function fileIn(patch: unknown): readonly string[] {
  const file = typeof patch === 'object' && patch !== null ? (patch as { path?: unknown }).path : patch;
  return typeof file === 'string' && !file.includes('\n') ? [file] : [];
}

function joined(folder: string, file: string): string {
  const parts: string[] = [];
  for (const part of `${folder}${file}`.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
