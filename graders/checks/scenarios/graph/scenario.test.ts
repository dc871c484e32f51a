import { expect, it } from 'vitest';
import type { Submission } from '../../submission.ts';
import scenario from './scenario.ts';

const services = ['a', 'b'].map((name) => ({ name, meshed: true }));
const { hops } = scenario.run(
  { kind: 'graph', entry: 'a', services, calls: [{ from: 'a', to: 'b', retries: 1 }] } as never,
  {} as Submission,
);

it.each([
  ['success', ['graph/retried']],
  ['encrypted', ['graph/encrypted']],
  ['worst.b', ['graph/load', 'graph/load']],
])('tells of %s what bears on it', (path, messages) => {
  expect(scenario.bearingOn?.(path, hops).map(({ message }) => message)).toEqual(messages);
});
