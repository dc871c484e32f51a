import type { Span } from '../../../core/span.ts';
import { fieldSpan, type Resource } from '../../../model/manifests/manifests.ts';
import { fields, fieldsList } from '../../../model/mesh/fields.ts';
import { text } from '../../../model/workloads/values.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import type { ClusterState, PodState } from '../../cluster/index.ts';

/** A data source that Grafana provisions at start. */
export interface DataSource {
  readonly name: string;
  readonly type: string;
  readonly url: string;
  /** `proxy` when not written: Grafana itself asks. */
  readonly access: string;
  readonly isDefault: boolean;
  /** The entry of the ConfigMap that it stands in. */
  readonly at: Span;
  /** The text of that entry, and where in it the source and its fields are. */
  readonly written: string;
  readonly places: Readonly<Partial<Record<'url' | 'type' | 'access' | 'isDefault' | 'name', Span>>>;
}

const folder = '/etc/grafana/provisioning/datasources';

/** What a Grafana pod finds in its folder of data sources. */
export interface Provisioning {
  readonly sources: readonly DataSource[];
  /** Files that are no YAML: Grafana does not start. */
  readonly broken: readonly Span[];
  readonly folder: string;
  /** Every key of a ConfigMap that the folder shows as a file. */
  readonly mounted: readonly Span[];
}

/**
 * The data sources of the ConfigMaps that a Grafana pod mounts in its provisioning folder.
 * @see https://grafana.com/docs/grafana/latest/administration/provisioning/#data-sources
 */
export function provisioningOf(state: ClusterState, pod: PodState): Provisioning {
  const all = mountedAt(state, pod, folder);
  const files = all.filter(({ key }) => /\.ya?ml$/.test(key));
  const read = files.map(({ map, written, at }) => ({
    at,
    written,
    ...parseYaml({ path: map.at.path, text: written }),
  }));
  return {
    sources: read.flatMap(({ documents: [first], at, written }) => sourcesIn(first?.value, at, written)),
    broken: read.flatMap(({ findings, at }) => (findings.length > 0 ? [at] : [])),
    folder,
    mounted: all.map(({ at }) => at),
  };
}

function sourcesIn(value: unknown, at: Span, written: string): readonly DataSource[] {
  const placesOf = (one: object): DataSource['places'] =>
    Object.fromEntries(
      (['url', 'type', 'access', 'isDefault', 'name'] as const).flatMap((field) => {
        const place = spanOf(one, field);
        return place ? [[field, place]] : [];
      }),
    );
  return fieldsList(fields(value).datasources).map((one) => ({
    name: text(one.name) ?? '',
    type: text(one.type) ?? '',
    url: text(one.url) ?? '',
    access: text(one.access) ?? 'proxy',
    isDefault: one.isDefault === true,
    at,
    written,
    places: placesOf(one),
  }));
}

interface MountedKey {
  readonly map: Resource;
  readonly key: string;
  readonly written: string;
  readonly at: Span;
}

function mountedAt(state: ClusterState, { spec, namespace }: PodState, path: string): readonly MountedKey[] {
  const spec_ = fields(spec);
  const mounts = fieldsList(spec_.containers).flatMap((container) => fieldsList(container.volumeMounts));
  const here = mounts.filter(({ mountPath }) => typeof mountPath === 'string' && isUnder(mountPath, path));
  const volumes = fieldsList(spec_.volumes).filter(({ name }) => here.some((mount) => mount.name === name));
  const names = volumes.map((volume) => text(fields(volume.configMap).name));
  return state.resources
    .filter(({ kind, name, namespace: own }) => kind === 'ConfigMap' && own === namespace && names.includes(name))
    .flatMap((map) =>
      Object.entries(fields(fields(map.data).data)).flatMap(([key, written]) =>
        typeof written === 'string' ? [{ map, key, written, at: fieldSpan(map, 'data', key) }] : [],
      ),
    );
}

const isUnder = (mountPath: string, path: string): boolean =>
  mountPath.replace(/\/+$/, '') === path || mountPath.startsWith(`${path}/`);
