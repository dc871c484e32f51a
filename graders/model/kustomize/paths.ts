import type { Source } from '../../core/source.ts';

const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

export const isKustomization = (path: string): boolean => /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path);

/** The kustomization of a folder. */
export function kustomizationIn(folder: string, files: ReadonlyMap<string, Source>): Source | undefined {
  for (const name of names) {
    const found = files.get(folder === '' || folder === '.' ? name : `${folder}/${name}`);
    if (found) return found;
  }
  return undefined;
}

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** A path as it is seen from a folder, without the steps that lead back. */
export function joined(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part);
  }
  const clean = parts.join('/');
  return folder === '' && clean.startsWith('/') ? clean.slice(1) : clean;
}

/** Whether a resource is to be fetched from elsewhere. */
export const isRemote = (entry: string): boolean => /^[a-z][a-z+.-]*:\/\/|^git@|^github\.com\/|\?ref=/.test(entry);
