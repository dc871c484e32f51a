import type { Json } from '../../../core/json.ts';
import { own } from '../../../core/own.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { type Container, containerNamed, type Engine, imageNamed, type StoredImage, volumeOf } from './engine.ts';
import { hops } from './hops.ts';

/** One `docker` command, by what it does. */
export type EngineStep =
  | { readonly do: 'build'; readonly image: string; readonly files?: Readonly<Record<string, string>> }
  | { readonly do: 'tag'; readonly image: string; readonly tag: string }
  | { readonly do: 'pull'; readonly image: string }
  | {
      readonly do: 'create' | 'run';
      readonly image: string;
      readonly name: string;
      readonly volumes?: Readonly<Record<string, string>>;
    }
  | { readonly do: 'start' | 'stop'; readonly name: string }
  | { readonly do: 'write'; readonly name: string; readonly file: string; readonly text: string }
  | { readonly do: 'rm'; readonly name: string; readonly force?: boolean }
  | { readonly do: 'rmi'; readonly image: string }
  | { readonly do: 'commit'; readonly name: string; readonly image: string };

/** The engine after a step, or unchanged when the step was refused; the hop says which. */
export interface Stepped {
  readonly engine: Engine;
  readonly hops: readonly Hop[];
  readonly refused: boolean;
}

/**
 * Carries out one command as Docker Engine does.
 * @see https://docs.docker.com/reference/cli/docker/
 */
export function step(engine: Engine, command: EngineStep): Stepped {
  switch (command.do) {
    case 'build':
      return build(engine, command.image, command.files ?? {});
    case 'tag':
      return tag(engine, command.image, command.tag);
    case 'pull':
      return pull(engine, command.image);
    case 'create':
      return create(engine, command);
    case 'run':
      return then(create(engine, command), (created) => start(created, command.name));
    case 'start':
      return start(engine, command.name);
    case 'stop':
      return withContainer(engine, command.name, (container) =>
        done(
          replace(engine, { ...container, state: container.state === 'created' ? 'created' : 'exited' }),
          'stopped',
          { container: command.name },
        ),
      );
    case 'write':
      return write(engine, command);
    case 'rm':
      return remove(engine, command.name, command.force ?? false);
    case 'rmi':
      return removeImage(engine, command.image);
    case 'commit':
      return commit(engine, command.name, command.image);
  }
}

function build(engine: Engine, image: string, files: Readonly<Record<string, string>>): Stepped {
  const previous = imageNamed(engine, image);
  if (previous && sameFiles(previous.files, files)) return done(engine, 'built', { image });
  return done(store(engine, image, files), previous ? 'rebuilt' : 'built', { image });
}

/** Adds an image; a tag it shares with an older one moves to it. */
function store(engine: Engine, image: string, files: StoredImage['files']): Engine {
  const others = engine.images.map((other) => ({ ...other, tags: other.tags.filter((name) => name !== image) }));
  const made = engine.made + 1;
  return { ...engine, made, images: [...others, { id: `image-${made}`, tags: [image], files }] };
}

function tag(engine: Engine, image: string, name: string): Stepped {
  const target = imageNamed(engine, image);
  if (!target) return refused(engine, 'noImage', { image });
  const images = engine.images.map((other) => {
    const tags = other.tags.filter((existing) => existing !== name);
    return other.id === target.id ? { ...other, tags: [...tags, name] } : { ...other, tags };
  });
  return done({ ...engine, images }, 'tagged', { image, tag: name });
}

function pull(engine: Engine, image: string): Stepped {
  if (!engine.registry.includes(image)) return refused(engine, 'noImage', { image });
  return done(imageNamed(engine, image) ? engine : store(engine, image, {}), 'pulled', { image });
}

/** `create` and `run` pull an image that is missing. */
function create(engine: Engine, command: Extract<EngineStep, { do: 'create' | 'run' }>): Stepped {
  const { image, name, volumes = {} } = command;
  if (containerNamed(engine, name)) return refused(engine, 'nameTaken', { container: name });
  const local = imageNamed(engine, image);
  if (!local) return then(pull(engine, image), (pulled) => create(pulled, command));
  const container: Container = { name, image: local.id, state: 'created', layer: {}, volumes };
  const created = { ...engine, containers: [...engine.containers, container] };
  const missing = Object.values(volumes).filter((volume) => !Object.hasOwn(engine.volumes, volume));
  const withVolumes = { ...engine.volumes, ...Object.fromEntries(missing.map((volume) => [volume, {}])) };
  return done({ ...created, volumes: withVolumes }, 'created', { container: name, image });
}

function start(engine: Engine, name: string): Stepped {
  return withContainer(engine, name, (container) =>
    container.state === 'running'
      ? done(engine, 'alreadyRunning', { container: name })
      : done(replace(engine, { ...container, state: 'running' }), 'started', { container: name }),
  );
}

function write(engine: Engine, { name, file, text }: Extract<EngineStep, { do: 'write' }>): Stepped {
  return withContainer(engine, name, (container) => {
    if (container.state !== 'running') return refused(engine, 'notRunning', { container: name });
    const volume = volumeOf(container, file);
    if (!volume) {
      const layer = { ...container.layer, [file]: text };
      return done(replace(engine, { ...container, layer }), 'wroteLayer', { container: name, file });
    }
    const volumes = { ...engine.volumes, [volume]: { ...own(engine.volumes, volume), [file]: text } };
    return done({ ...engine, volumes }, 'wroteVolume', { file, volume });
  });
}

function remove(engine: Engine, name: string, force: boolean): Stepped {
  return withContainer(engine, name, (container) => {
    if (container.state === 'running' && !force) return refused(engine, 'stillRunning', { container: name });
    const containers = engine.containers.filter((other) => other !== container);
    return done({ ...engine, containers }, 'removed', { container: name });
  });
}

/** Removing one of several names only takes the name away; removing the last one needs that no container uses it. */
function removeImage(engine: Engine, image: string): Stepped {
  const target = imageNamed(engine, image);
  if (!target) return refused(engine, 'noImage', { image });
  if (target.tags.length > 1) {
    const untagged = { ...target, tags: target.tags.filter((name) => name !== image) };
    const images = engine.images.map((other) => (other === target ? untagged : other));
    return done({ ...engine, images }, 'untagged', { image });
  }
  const user = engine.containers.find((container) => container.image === target.id);
  if (user) return refused(engine, 'imageInUse', { image, container: user.name });
  return done({ ...engine, images: engine.images.filter((other) => other !== target) }, 'imageRemoved', { image });
}

function commit(engine: Engine, name: string, image: string): Stepped {
  return withContainer(engine, name, (container) => {
    const base = engine.images.find(({ id }) => id === container.image);
    return done(store(engine, image, { ...base?.files, ...container.layer }), 'committed', { image, container: name });
  });
}

function withContainer(engine: Engine, name: string, use: (container: Container) => Stepped): Stepped {
  const container = containerNamed(engine, name);
  return container ? use(container) : refused(engine, 'noContainer', { container: name });
}

function then(first: Stepped, next: (engine: Engine) => Stepped): Stepped {
  if (first.refused) return first;
  const second = next(first.engine);
  return { ...second, hops: [...first.hops, ...second.hops] };
}

function replace(engine: Engine, container: Container): Engine {
  const containers = engine.containers.map((other) => (other.name === container.name ? container : other));
  return { ...engine, containers };
}

type Message = keyof typeof hops.messages;

function done(engine: Engine, message: Message, data: Readonly<Record<string, Json>>): Stepped {
  return { engine, hops: [hop(hops, 'engine', message, data as never)], refused: false };
}

function refused(engine: Engine, message: Message, data: Readonly<Record<string, Json>>): Stepped {
  return { engine, hops: [hop(hops, 'engine', message, data as never)], refused: true };
}

function sameFiles(a: StoredImage['files'], b: StoredImage['files']): boolean {
  const paths = Object.keys(a);
  return paths.length === Object.keys(b).length && paths.every((path) => own(a, path) === own(b, path));
}
