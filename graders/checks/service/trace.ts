import { type Hop, hop, type Trace } from '../../core/trace.ts';
import type { Scene } from './contract.ts';
import { hops } from './hops.ts';
import type { Exchange, SceneRun } from './transcript.ts';
import { excerpt, expectedStatus, requestOf } from './words.ts';

/** A scene as a person would follow it: each request, what came back, and what should have. */
export function traceOf(scene: Scene, { exchanges, burst, end }: SceneRun): Trace {
  const said: Hop[] = exchanges.flatMap((exchange) => {
    const wanted = scene.probes.find(({ id }) => id === exchange.probe)?.expect.status;
    return hopsOf(exchange, wanted);
  });
  if (burst) said.push(hop(hops, 'load', 'burst', { ...burst }));
  if (end) said.push(hop(hops, 'process', 'ended', { code: end.code ?? end.how, said: end.said }));
  return { hops: said, outcome: scene.id };
}

function hopsOf(
  { body, answer, failure = 'closed', ...exchange }: Exchange,
  wanted: readonly number[] | undefined,
): readonly Hop[] {
  const request = requestOf(exchange);
  const asked =
    body === undefined
      ? hop(hops, 'request', 'request', { request })
      : hop(hops, 'request', 'requestBody', { request, body });
  if (!answer) return [asked, hop(hops, 'response', failure, {})];
  const { status } = answer;
  const came =
    answer.body === ''
      ? hop(hops, 'response', 'answer', { status })
      : hop(hops, 'response', 'answerBody', { status, body: excerpt(answer.body) });
  if (!wanted || wanted.includes(status)) return [asked, came];
  return [asked, came, hop(hops, 'expected', 'expected', { status: expectedStatus(wanted) })];
}
