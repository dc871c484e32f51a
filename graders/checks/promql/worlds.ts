import { lazy } from '../../core/lazy.ts';
import { type Mesh, openMesh } from '../../lab/istio/index.ts';
import { type Flow, reachesPrometheus, type Series, seriesOf } from '../../lab/telemetry/index.ts';
import { onceGiven } from '../given.ts';
import { givenWorld } from '../scenarios/world.ts';
import type { Submission } from '../submission.ts';

/** The series that reach Prometheus in a cluster made of given files while some traffic is under way. */
export function scrapedSeries(
  submission: Submission,
  files: readonly string[],
): (traffic: readonly Flow[]) => readonly Series[] {
  const mesh = lazy(() => openMesh(givenWorld(submission, files).state));
  return (traffic) => {
    const what = `series of ${files.join(' ')} under ${JSON.stringify(traffic)}`;
    return onceGiven(submission, what, () => arriving(mesh(), traffic));
  };
}

export function arriving(mesh: Mesh, traffic: readonly Flow[]): readonly Series[] {
  return seriesOf(mesh, traffic).filter(reachesPrometheus(mesh));
}
