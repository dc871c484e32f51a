import { describe, expect, it } from 'vitest';
import { containerNamed, type Engine, emptyEngine, imageNamed, readFile } from './engine.ts';
import { type EngineStep, step } from './steps.ts';

const registry = ['nginx:1.29'];
const build: EngineStep = { do: 'build', image: 'app:1', files: { '/app': 'v1' } };
const run: EngineStep = { do: 'run', image: 'app:1', name: 'web' };
const write: EngineStep = { do: 'write', name: 'web', file: '/data', text: 'hola' };
const stop: EngineStep = { do: 'stop', name: 'web' };

/** Runs commands and gives the engine and the last sentence of each command. */
function afterwards(...steps: readonly EngineStep[]): { engine: Engine; said: string[] } {
  let engine = emptyEngine(registry);
  const said = steps.map((command) => {
    const result = step(engine, command);
    engine = result.engine;
    return `${result.refused ? 'refused ' : ''}${result.hops.at(-1)?.message.replace('engine/', '')}`;
  });
  return { engine, said };
}

const fileIn = (engine: Engine, name: string, file: string) => {
  const container = containerNamed(engine, name);
  return container && readFile(engine, container, file);
};

describe('a container', () => {
  it('writes to its own layer and never to the image', () => {
    const { engine } = afterwards(build, run, write, { do: 'run', image: 'app:1', name: 'other' });
    expect(fileIn(engine, 'web', '/data')).toBe('hola');
    expect(fileIn(engine, 'other', '/data')).toBeUndefined();
    expect(imageNamed(engine, 'app:1')?.files).toEqual({ '/app': 'v1' });
  });

  it('keeps its layer when it stops and starts again', () => {
    const { engine } = afterwards(build, run, write, stop, { do: 'start', name: 'web' });
    expect(containerNamed(engine, 'web')?.state).toBe('running');
    expect(fileIn(engine, 'web', '/data')).toBe('hola');
  });

  it('loses its layer when it is removed, and a new one of the same name starts clean', () => {
    const { engine, said } = afterwards(build, run, write, stop, { do: 'rm', name: 'web' }, run);
    expect(said.at(-2)).toBe('removed');
    expect(fileIn(engine, 'web', '/data')).toBeUndefined();
  });

  it('keeps what it wrote to a volume, for any container that mounts it', () => {
    const volumes = { '/data': 'notes' };
    const { engine } = afterwards(
      build,
      { ...run, volumes },
      write,
      { do: 'rm', name: 'web', force: true },
      { ...run, name: 'b', volumes },
    );
    expect(fileIn(engine, 'b', '/data')).toBe('hola');
  });

  it('goes on with the image it was created from after a rebuild', () => {
    const { engine, said } = afterwards(build, run, { do: 'build', image: 'app:1', files: { '/app': 'v2' } });
    expect(said.at(-1)).toBe('rebuilt');
    expect(fileIn(engine, 'web', '/app')).toBe('v1');
    expect(engine.images.map(({ tags }) => tags)).toEqual([[], ['app:1']]);
  });

  it('is the same made by run or by create and start', () => {
    const created = afterwards(build, { do: 'create', image: 'app:1', name: 'web' }, { do: 'start', name: 'web' });
    expect(created.engine).toEqual(afterwards(build, run).engine);
  });
});

describe('the engine refuses', () => {
  it.each<[string, EngineStep[]]>([
    ['nameTaken', [build, run, run]],
    ['stillRunning', [build, run, { do: 'rm', name: 'web' }]],
    ['notRunning', [build, run, stop, write]],
    ['noContainer', [{ do: 'start', name: 'web' }]],
    ['noImage', [{ do: 'run', image: 'ausente:1', name: 'web' }]],
    ['imageInUse', [build, run, stop, { do: 'rmi', image: 'app:1' }]],
  ])('%s', (reason, steps) => {
    expect(afterwards(...steps).said.at(-1)).toBe(`refused ${reason}`);
  });
});

describe('images', () => {
  it('are pulled by run when the registry has them', () => {
    const { engine } = afterwards({ do: 'run', image: 'nginx:1.29', name: 'web' });
    expect(engine.images).toHaveLength(1);
    expect(containerNamed(engine, 'web')?.state).toBe('running');
  });

  it('lose a name before they are removed', () => {
    const tag: EngineStep = { do: 'tag', image: 'app:1', tag: 'app:estable' };
    expect(
      afterwards(build, tag, { do: 'rmi', image: 'app:1' }, { do: 'rmi', image: 'app:estable' }).said.slice(-2),
    ).toEqual(['untagged', 'imageRemoved']);
  });

  it('keep what a container changed when it is committed', () => {
    const { engine } = afterwards(build, run, write, { do: 'commit', name: 'web', image: 'app:foto' });
    expect(imageNamed(engine, 'app:foto')?.files).toEqual({ '/app': 'v1', '/data': 'hola' });
  });
});
