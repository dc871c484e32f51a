import { own } from '../../../core/own.ts';
import { type Hop, hop, type Trace } from '../../../core/trace.ts';
import { hops } from './hops.ts';

/** A service of a call graph. */
export interface GraphService {
  readonly name: string;
  /** Whether its pods carry a proxy of the mesh. */
  readonly meshed: boolean;
  /** Part of the attempts that fail because of the service itself, from 0 to 1. */
  readonly failure?: number;
}

/** Every request to `from` makes one call to `to`. */
export interface GraphCall {
  readonly from: string;
  readonly to: string;
  /** Attempts after the first one that the proxy of `from` makes; without a proxy nobody retries. */
  readonly retries?: number;
}

export interface Graph {
  readonly services: readonly GraphService[];
  /** Without cycles. */
  readonly calls: readonly GraphCall[];
  readonly entry: string;
}

export type GraphOutcome = {
  /** Requests to the entry that succeed, in percent with one decimal. */
  readonly success: number;
  readonly encrypted: number;
  readonly plaintext: number;
  /** Calls each service gets for one request to the entry when every attempt fails at the end of the chain. */
  readonly worst: Readonly<Record<string, number>>;
};

/**
 * What a mesh changes in a call graph: proxies retry what fails, and encrypt between two of them. Retries multiply along a
 * chain, which helps while failures are rare and makes an outage worse.
 * @see https://sre.google/sre-book/addressing-cascading-failures/
 */
export function evaluate(graph: Graph): Trace<GraphOutcome> {
  const said: Hop[] = [];
  const success = chanceOf(graph, graph.entry, said);
  const secured = graph.calls.map((call) => isMeshed(graph, call.from) && isMeshed(graph, call.to));
  said.push(
    ...graph.calls.map((call, index) =>
      hop(hops, 'call', secured[index] ? 'encrypted' : 'plaintext', { from: call.from, to: call.to }),
    ),
  );
  const worst = worstLoad(graph);
  said.push(...Object.entries(worst).map(([service, n]) => hop(hops, 'call', 'load', { service, n })));
  const encrypted = secured.filter(Boolean).length;
  return {
    hops: said,
    outcome: { success: percent(success), encrypted, plaintext: secured.length - encrypted, worst },
  };
}

function chanceOf(graph: Graph, name: string, said: Hop[]): number {
  const own = 1 - (graph.services.find((service) => service.name === name)?.failure ?? 0);
  return graph.calls
    .filter(({ from }) => from === name)
    .reduce((chance, call) => {
      const one = chanceOf(graph, call.to, said);
      const n = attempts(graph, call);
      const all = 1 - (1 - one) ** n;
      const facts = { from: name, to: call.to, one: percent(one) };
      said.push(
        n > 1 ? hop(hops, 'call', 'retried', { ...facts, n, all: percent(all) }) : hop(hops, 'call', 'once', facts),
      );
      return chance * all;
    }, own);
}

function attempts(graph: Graph, { from, retries = 0 }: GraphCall): number {
  return isMeshed(graph, from) ? 1 + retries : 1;
}

function isMeshed({ services }: Graph, name: string): boolean {
  return services.some((service) => service.name === name && service.meshed);
}

/** Each caller's attempts multiply those of everybody before it. */
function worstLoad(graph: Graph): Record<string, number> {
  const load: Record<string, number> = { [graph.entry]: 1 };
  const visit = (name: string, calls: number): void => {
    for (const call of graph.calls.filter(({ from }) => from === name)) {
      const made = calls * attempts(graph, call);
      load[call.to] = (own(load, call.to) ?? 0) + made;
      visit(call.to, made);
    }
  };
  visit(graph.entry, 1);
  return load;
}

const percent = (share: number): number => Math.round(share * 1000) / 10;
