import { own } from '../../../core/own.ts';
/** A built image in the local store. Immutable: a rebuild makes another one. */
export interface StoredImage {
  readonly id: string;
  /** Names that point to it; empty for a dangling image. */
  readonly tags: readonly string[];
  /** Files of its layers, by path. */
  readonly files: Readonly<Record<string, string>>;
}

export interface Container {
  readonly name: string;
  /** Id of the image it was created from, whatever its tag points to today. */
  readonly image: string;
  readonly state: 'created' | 'running' | 'exited';
  /** The thin writable layer. */
  readonly layer: Readonly<Record<string, string>>;
  /** Named volume by mount path. */
  readonly volumes: Readonly<Record<string, string>>;
}

/** What a Docker Engine knows at one instant. */
export interface Engine {
  readonly images: readonly StoredImage[];
  readonly containers: readonly Container[];
  /** Files of each named volume, by path in the container that wrote them. */
  readonly volumes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Images a `pull` can find. */
  readonly registry: readonly string[];
  /** Images made so far; ids are never reused. */
  readonly made: number;
}

export function emptyEngine(registry: readonly string[] = []): Engine {
  return { images: [], containers: [], volumes: {}, registry, made: 0 };
}

export function imageNamed(engine: Engine, tag: string): StoredImage | undefined {
  return engine.images.find(({ tags }) => tags.includes(tag));
}

export function containerNamed(engine: Engine, name: string): Container | undefined {
  return engine.containers.find((container) => container.name === name);
}

/** What a process in the container would read at a path: a volume hides the layer, and the layer hides the image. */
export function readFile(engine: Engine, container: Container, file: string): string | undefined {
  const volume = volumeOf(container, file);
  if (volume) return own(own(engine.volumes, volume), file);
  return own(container.layer, file) ?? own(engine.images.find(({ id }) => id === container.image)?.files, file);
}

/** The named volume mounted over a path, if any. */
export function volumeOf(container: Container, file: string): string | undefined {
  const mount = Object.keys(container.volumes).find((path) => file === path || file.startsWith(`${path}/`));
  return mount === undefined ? undefined : own(container.volumes, mount);
}
