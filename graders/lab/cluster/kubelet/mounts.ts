import type { IVolume, IVolumeMount } from 'kubernetes-models/v1';
import type { Entry } from '../../machine/index.ts';
import { list, text } from '../read.ts';
import type { Surroundings } from './context.ts';
import { entriesMounted } from './values.ts';

/** Something mounted into a container. */
export interface Mount {
  readonly path: string;
  readonly mount: IVolumeMount;
  readonly volume: IVolume;
}

/** The mounts of a container whose volume the pod has, the outer ones first. */
export function mountsOf({ container, spec }: Surroundings): readonly Mount[] {
  return list(container.volumeMounts)
    .flatMap((mount) => {
      const path = (text(mount.mountPath) ?? '').replace(/\/+$/, '') || '/';
      const volume = list(spec.volumes).find(({ name }) => name === mount.name);
      return volume ? [{ path, mount, volume }] : [];
    })
    .toSorted((a, b) => a.path.length - b.path.length);
}

/** The files that a mounted ConfigMap or Secret gives, by their name below the mount; undefined where nobody can know them. */
export function mountedFiles(
  { mount, volume }: Mount,
  around: Surroundings,
): readonly { readonly name: string; readonly entry: Entry }[] | undefined {
  const { configMap, secret } = volume;
  const source = configMap ?? secret;
  const [kind, name] = configMap ? (['ConfigMap', configMap.name] as const) : (['Secret', secret?.secretName] as const);
  const known = source && entriesMounted(kind, name, around, mount.subPath !== undefined);
  if (!source || !known || known === 'absent') return undefined;
  const items = list(source.items);
  const chosen =
    items.length > 0
      ? items.map(({ key, path }) => ({ key, name: path }))
      : [...known.keys()].map((key) => ({ key, name: key }));
  const mode = source.defaultMode ?? 0o644;
  return chosen
    .filter(({ name }) => mount.subPath === undefined || name === mount.subPath)
    .map(({ key, name }) => {
      const { content, written } = known.get(key) ?? {};
      const filled = { ...(content !== undefined && { content }), ...(written && { written }) };
      return { name, entry: { kind: 'file', mode, uid: 0, gid: 0, layer: 0, ...filled } };
    });
}

/** Whether nothing else in the pod could fill an empty volume. */
export function staysEmpty({ volume }: Mount, { container, spec }: Surroundings): boolean {
  if (!volume.emptyDir) return false;
  const others = [...list(spec.containers), ...list(spec.initContainers)].filter((other) => other !== container);
  return !others.some((other) => list(other.volumeMounts).some(({ name }) => name === volume.name));
}
