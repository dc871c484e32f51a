import { containerNamed, type Engine, type EngineStep, emptyEngine, readFile, step } from '../../../lab/image/index.ts';
import { scenarioKind } from '../../scenario.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'engine',
  run({ steps, registry, read }) {
    const { engine, hops, completed } = runSteps(emptyEngine(registry), steps);
    const container = read && containerNamed(engine, read.name);
    const reads = container ? (readFile(engine, container, read.file) ?? null) : null;
    return { hops, outcome: { ...count(engine), completed, reads, survives: reads !== null } };
  },
});

/** A refused command is shown and the next ones go on, as in a terminal. */
function runSteps(start: Engine, steps: readonly EngineStep[]) {
  let engine = start;
  const stepped = steps.map((command) => {
    const result = step(engine, command);
    engine = result.engine;
    return result;
  });
  return {
    engine,
    hops: stepped.flatMap(({ hops }) => hops),
    completed: !stepped.some(({ refused }) => refused),
  };
}

function count({ images, containers, volumes }: Engine) {
  return {
    images: images.length,
    containers: containers.length,
    running: containers.filter(({ state }) => state === 'running').length,
    volumes: Object.keys(volumes).length,
  };
}
