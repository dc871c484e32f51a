import type { Text } from '../../core/text.ts';
import type { JobRun } from '../../lab/hadoop/index.ts';
import type { Flow } from '../../lab/telemetry/index.ts';

/** A question about the traffic that the student answers with a PromQL query. */
export interface PromqlQuestion {
  /** Kebab-case; the key of the query in the answer. */
  readonly id: string;
  readonly question: Text;
  /** A query with the right value: only what it evaluates to is compared. */
  readonly reference: string;
  /** Shown with a value that differs. */
  readonly explanation: Text;
}

/** Queries that must give, over the series of several worlds, the value that the question asks for. */
export interface Params {
  /** Key of the section in `respuesta.ts`; `consultas` when omitted. */
  readonly section?: string;
  /** The queries are those of the panels in the answer's ConfigMaps (`*.json`), in place of a section. */
  readonly panels?: boolean;
  /** Files under `given/` that make up the cluster in which the traffic flows. */
  readonly files: readonly [string, ...string[]];
  /** What is under way in each world; two at least, so that no constant is right. */
  readonly worlds: readonly [PromqlWorld, PromqlWorld, ...PromqlWorld[]];
  readonly queries: readonly [PromqlQuestion, ...PromqlQuestion[]];
}

/** What is under way: traffic, or a job of Hadoop whose exporters Prometheus reads besides the proxies. */
export type PromqlWorld = { readonly traffic: readonly [Flow, ...Flow[]] } | { readonly job: JobRun };
