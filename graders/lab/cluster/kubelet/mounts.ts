import type { IConfigMap, IVolume, IVolumeMount } from 'kubernetes-models/v1';
import { own } from '../../../core/own.ts';
import type { Span } from '../../../core/span.ts';
import { lookup } from '../../../model/manifests/lookup.ts';
import { fieldSpan, type Resource } from '../../../model/manifests/manifests.ts';
import { list, text, textMap } from '../read.ts';
import type { Surroundings } from './context.ts';

/** Something mounted into a container. */
export interface Mount {
  readonly path: string;
  readonly mount: IVolumeMount;
  readonly volume: IVolume;
}

/** The mounts of a container whose path is `directory`, or inside it, or above it. */
export function mountsOver({ container, spec }: Surroundings, directory: string): readonly Mount[] {
  return list(container.volumeMounts).flatMap((mount) => {
    const path = (text(mount.mountPath) ?? '').replace(/\/+$/, '');
    const volume = list(spec.volumes).find(({ name }) => name === mount.name);
    const touches = `${path}/`.startsWith(`${directory}/`) || `${directory}/`.startsWith(`${path}/`);
    return volume && touches ? [{ path, mount, volume }] : [];
  });
}

/** Whether something can be written in a directory although the root file system cannot. */
export function isWritable(around: Surroundings, directories: readonly string[]): boolean {
  return directories.some((directory) =>
    mountsOver(around, directory).some(
      ({ path, mount, volume }) =>
        `${directory}/`.startsWith(`${path}/`) && mount.readOnly !== true && !volume.configMap && !volume.secret,
    ),
  );
}

/** The files a mounted ConfigMap gives, by name; undefined where the content cannot be known. */
export function filesOf({ mount, volume }: Mount, around: Surroundings): Readonly<Record<string, string>> | undefined {
  const source = volume.configMap;
  const map = source && configMapNamed(source.name, around);
  if (!source || !map) return undefined;
  const data = textMap(map.data.data);
  const items = list(source.items);
  const files =
    items.length > 0 ? Object.fromEntries(items.map(({ key, path }) => [path, own(data, key) ?? ''])) : data;
  if (mount.subPath === undefined) return files;
  const content = own(files, mount.subPath);
  return content === undefined ? undefined : { [mount.subPath]: content };
}

function configMapNamed(wanted: string | undefined, { resources, namespace: own }: Surroundings) {
  const [found] = lookup(resources).named('', 'ConfigMap', own, wanted ?? '');
  return found as Resource<Partial<IConfigMap>> | undefined;
}

/** Where the manifest writes the content of a mounted file; undefined where no ConfigMap of the world does. */
export function writtenAt(path: string, around: Surroundings): Span | undefined {
  for (const { path: target, mount, volume } of mountsOver(around, path)) {
    const map = volume.configMap && configMapNamed(volume.configMap.name, around);
    const name = mount.subPath ?? (path.startsWith(`${target}/`) ? path.slice(target.length + 1) : undefined);
    const key = list(volume.configMap?.items).find((item) => item.path === name)?.key ?? name;
    if (map && key !== undefined && Object.hasOwn(map.data.data ?? {}, key)) return fieldSpan(map, 'data', key);
  }
  return undefined;
}

/** Whether nothing else in the pod could fill an empty volume. */
export function staysEmpty({ volume }: Mount, { container, spec }: Surroundings): boolean {
  if (!volume.emptyDir) return false;
  const others = [...list(spec.containers), ...list(spec.initContainers)].filter((other) => other !== container);
  return !others.some((other) => list(other.volumeMounts).some(({ name }) => name === volume.name));
}
