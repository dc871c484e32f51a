import { own } from '../../../core/own.ts';
import { evaluate } from '../../../lab/istio/index.ts';
import { scenarioKind } from '../../scenario.ts';
import type { Params } from './params.ts';

/** What the lab says about each part of the outcome. */
const sentences: Readonly<Record<string, readonly string[]>> = {
  success: ['graph/once', 'graph/retried'],
  encrypted: ['graph/encrypted', 'graph/plaintext'],
  plaintext: ['graph/encrypted', 'graph/plaintext'],
  worst: ['graph/load'],
};

export default scenarioKind<Params>({
  kind: 'graph',
  run: (graph) => evaluate(graph),
  bearingOn: (path, hops) => {
    const told = own(sentences, path.split('.')[0] ?? '');
    return told ? hops.filter(({ message }) => told.includes(message)) : hops;
  },
});
