import type { Source } from '../../../../core/source.ts';
import { build } from '../../../../model/kustomize/build.ts';
import type { Resource } from '../../../../model/manifests/manifests.ts';
import { type RawObject, resource } from '../../../../model/manifests/read.ts';
import { resolvePath } from '../../../machine/index.ts';
import type { Call } from '../../tool/tool.ts';
import { wrong } from '../stop.ts';

/** The objects of a kustomization, as `kubectl kustomize DIR` builds it. */
export function kustomization({ desk, cwd }: Call, folder: string): readonly Resource[] {
  const place = resolvePath(cwd, folder);
  const files = new Map<string, Source>();
  for (const [path, entry] of desk.files.entries) {
    if (entry.kind === 'file' && entry.content !== undefined)
      files.set(path.slice(1), { path: path.slice(1), text: entry.content });
  }
  const root = place.slice(1);
  const has = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'].some((name) => files.has(`${root}/${name}`));
  if (!has) {
    throw wrong(
      `unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '${place}'`,
    );
  }
  const { objects, complete } = build(root, files);
  if (!complete)
    throw wrong(
      `the lab does not model all of what the kustomization in '${folder}' uses, or one of its files is missing`,
    );
  return objects.map(({ data, at }) => resource(data as unknown as RawObject, at, 'answer'));
}
