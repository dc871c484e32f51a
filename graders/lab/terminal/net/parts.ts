import type { MeshTrace } from '../../istio/index.ts';

type Outcome = MeshTrace['outcome'];
type Destination = Outcome['destinations'][number];
type Failure = Outcome['failures'][number];

/** What may become of one of many requests that are alike, and which part of them it becomes of. */
export type Part =
  | { readonly share: number; readonly destination: Destination }
  | { readonly share: number; readonly failure: Failure };

/** The parts of an outcome, in its order. */
export function partsOf({ destinations, failures }: Outcome): readonly Part[] {
  return [
    ...destinations.map((destination) => ({ share: destination.share, destination })),
    ...failures.map((failure) => ({ share: failure.share, failure })),
  ].filter(({ share }) => share > 0);
}

/** What tells requests apart that are shared out alike. */
export function kindOf(parts: readonly Part[]): string {
  return JSON.stringify(
    parts.map((part) => [
      Math.round(part.share * 1e6),
      'destination' in part
        ? [part.destination.namespace, part.destination.workload, part.destination.subset, part.destination.port]
        : [part.failure.refusal, part.failure.status, part.failure.workload],
    ]),
  );
}

/** A script that sends more is stopped long before. */
const most = 20_000;

/**
 * The part that one request of many gets. Envoy draws it; here each gets the part that is furthest behind its share, so that
 * the same commands always give the same answers, and any number of requests follows the shares as closely as it can.
 * @param before how many such requests were sent already
 * @returns the part, and how many requests it got before
 */
export function drawn(
  parts: readonly Part[],
  before: number,
): { readonly part: Part; readonly turn: number } | undefined {
  const behind = parts.map(() => 0);
  const turns = parts.map(() => 0);
  let chosen: number | undefined;
  for (let turn = 0; turn <= Math.min(before, most); turn++) {
    let best = 0;
    for (const [index, { share }] of parts.entries()) {
      behind[index] = (behind[index] ?? 0) + share;
      // What rounding leaves between two that are alike does not decide.
      if ((behind[index] ?? 0) > (behind[best] ?? 0) + 1e-9) best = index;
    }
    behind[best] = (behind[best] ?? 0) - 1;
    turns[best] = (turns[best] ?? 0) + 1;
    chosen = best;
  }
  const part = chosen === undefined ? undefined : parts[chosen];
  return part && { part, turn: (turns[chosen ?? 0] ?? 1) - 1 };
}
