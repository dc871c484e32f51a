import { lazy } from '../../core/lazy.ts';
import { type JobRun, measure, trafficOf } from '../../lab/hadoop/index.ts';
import { type Mesh, openMesh } from '../../lab/istio/index.ts';
import { type Flow, reachesPrometheus, type Series, seriesOf } from '../../lab/telemetry/index.ts';
import { type Given, onceGiven } from '../given.ts';
import { givenWorld } from '../scenarios/world.ts';
import type { PromqlWorld } from './params.ts';

/** The series that reach Prometheus in a cluster made of given files while some traffic is under way. */
export function scrapedSeries(given: Given, files: readonly string[]): (traffic: readonly Flow[]) => readonly Series[] {
  const mesh = lazy(() => openMesh(givenWorld(given, files).state));
  return (traffic) => {
    const what = `series of ${files.join(' ')} under ${JSON.stringify(traffic)}`;
    return onceGiven(given, what, () => arriving(mesh(), traffic));
  };
}

/** The series of each world: those of a job are what its exporters tell, and what the proxies tell of its traffic. */
export function seriesOfWorlds(
  given: Given,
  files: readonly string[],
  worlds: readonly PromqlWorld[],
): readonly (readonly Series[])[] {
  const seriesIn = scrapedSeries(given, files);
  return worlds.map((world) => ('job' in world ? seriesOfJob(given, files, world.job) : seriesIn(world.traffic)));
}

/** All series of a run of a job in a cluster made of given files. */
export function seriesOfJob(given: Given, files: readonly string[], run: JobRun): readonly Series[] {
  return onceGiven(given, `series of ${files.join(' ')} under job ${JSON.stringify(run)}`, () => [
    ...measure(run),
    ...scrapedSeries(given, files)(trafficOf(run)),
  ]);
}

export function arriving(mesh: Mesh, traffic: readonly Flow[]): readonly Series[] {
  return seriesOf(mesh, traffic).filter(reachesPrometheus(mesh));
}
